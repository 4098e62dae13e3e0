using System.Text;

namespace Engagement.Text;

/// <summary>
/// A text in its canonical composition (Unicode's normalization form C), with the way back to the text as given. Made from the library's own tables, as
/// the runtime composes nothing where it runs without ICU. Linear in the length of the text, whatever stands in it; a lone surrogate stays what it is.
/// </summary>
internal sealed class ComposedText
{
    // What is before it neither decomposes otherwise than to what composes again, nor is a mark.
    private const char FirstThatMayChange = '\u0300';

    private readonly int[]? _origins;

    private ComposedText(string text, int[]? origins)
    {
        Text = text;
        _origins = origins;
    }

    /// <summary>The composed text.</summary>
    public string Text { get; }

    /// <summary>Composes a text.</summary>
    public static ComposedText Of(string text)
    {
        var start = text.AsSpan().IndexOfAnyInRange(FirstThatMayChange, '\uFFFF');
        return start < 0 ? new ComposedText(text, null) : new Composer(text).Compose();
    }

    /// <summary>
    /// The longest beginning of the text as given of which nothing stands in the composed text at or after an offset: a letter and its marks that became one
    /// character, or that changed places across the offset, are left out together.
    /// </summary>
    /// <param name="offset">In UTF-16 code units of <see cref="Text"/>, from 0 to its length.</param>
    /// <returns>In UTF-16 code units of the text as given.</returns>
    public int ToOriginal(int offset) => _origins is null ? offset : _origins[offset];

    private sealed class Composer(string text)
    {
        private readonly List<Piece> _pieces = new(text.Length);
        private readonly List<int> _parts = new(4);

        public ComposedText Compose()
        {
            Decompose();
            Order();
            Join();
            return Write();
        }

        private void Decompose()
        {
            for (var i = 0; i < text.Length;)
            {
                var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
                _parts.Clear();
                CompositionTable.Decompose(isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i], _parts);
                foreach (var part in _parts) _pieces.Add(new Piece(part, CompositionTable.ClassOf(part), i));
                i += isPair ? 2 : 1;
            }
        }

        // Marks of one letter by their class, those of one class in the order they came in: counted into place, so that no pile of marks takes longer than its length.
        private void Order()
        {
            Span<int> places = stackalloc int[256];
            for (var start = 0; start < _pieces.Count; start++)
            {
                if (_pieces[start].Class == 0) continue;
                var (end, isOrdered) = (start + 1, true);
                for (; end < _pieces.Count && _pieces[end].Class != 0; end++) isOrdered &= _pieces[end - 1].Class <= _pieces[end].Class;
                if (!isOrdered)
                {
                    places.Clear();
                    for (var i = start; i < end; i++) places[_pieces[i].Class]++;
                    var place = start;
                    foreach (ref var count in places) (count, place) = (place, place + count);
                    foreach (var piece in _pieces.GetRange(start, end - start)) _pieces[places[piece.Class]++] = piece;
                }

                start = end;
            }
        }

        private void Join()
        {
            var (kept, starter, last) = (0, -1, (byte)0);
            for (var i = 0; i < _pieces.Count; i++)
            {
                var piece = _pieces[i];

                // A mark is cut off from its letter by one of its own class or a higher one, and by any letter between them.
                var isBlocked = starter < 0 || (kept - 1 > starter && (last == 0 || last >= piece.Class));
                if (!isBlocked && CompositionTable.Compose(_pieces[starter].CodePoint, piece.CodePoint) is { } composed)
                {
                    _pieces[starter] = new Piece(composed, 0, Math.Min(_pieces[starter].Origin, piece.Origin));
                    continue;
                }

                if (piece.Class == 0) starter = kept;
                last = piece.Class;
                _pieces[kept++] = piece;
            }

            _pieces.RemoveRange(kept, _pieces.Count - kept);
        }

        private ComposedText Write()
        {
            var written = new StringBuilder(text.Length);
            var origins = new List<int>(text.Length + 1);
            foreach (var piece in _pieces)
            {
                if (piece.CodePoint > 0xFFFF)
                {
                    written.Append(char.ConvertFromUtf32(piece.CodePoint));
                    origins.Add(piece.Origin);
                    origins.Add(piece.Origin);
                }
                else
                {
                    written.Append((char)piece.CodePoint);
                    origins.Add(piece.Origin);
                }
            }

            origins.Add(text.Length);
            for (var i = origins.Count - 2; i >= 0; i--) origins[i] = Math.Min(origins[i], origins[i + 1]);
            return new ComposedText(written.ToString(), [.. origins]);
        }
    }

    /// <param name="CodePoint">A code point, or a lone surrogate.</param>
    /// <param name="Class">Its canonical combining class.</param>
    /// <param name="Origin">Where what it came from starts in the text as given; the first of several.</param>
    private readonly record struct Piece(int CodePoint, byte Class, int Origin);
}
