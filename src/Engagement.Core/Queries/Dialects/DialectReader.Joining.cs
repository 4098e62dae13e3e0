using System.Text;

namespace Engagement.Queries.Dialects;

/// <summary>How each dialect joins what stands side by side.</summary>
internal sealed partial class DialectReader
{
    private string JoinPlain(List<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (text.Length > 0) text.Append(' ').Append(piece.Joint.Length == 0 ? "AND" : piece.Joint).Append(' ');
            if (piece.IsNegated) text.Append("NOT ");
            text.Append(piece.Text);
        }

        return text.ToString();
    }

    /// <summary>OR binds tighter than the space: runs of it go in brackets.</summary>
    private static string JoinGoogle(List<Piece> all)
    {
        // AROUND binds tightest: what it joins is one piece.
        var pieces = new List<Piece>(all.Count);
        foreach (var piece in all)
        {
            if (piece.Joint.StartsWith('N') && pieces.Count > 0) pieces[^1].Text += $" {piece.Joint} {piece.Text}";
            else pieces.Add(piece);
        }

        var text = new StringBuilder();
        var ors = pieces.Count(piece => piece.Joint == "OR");
        for (var i = 0; i < pieces.Count; i++)
        {
            var joins = pieces[i].Joint == "OR";
            var joinsNext = i + 1 < pieces.Count && pieces[i + 1].Joint == "OR";
            if (i > 0) text.Append(joins ? " OR " : " AND ");
            if (!joins && joinsNext && ors < pieces.Count - 1) text.Append('(');
            if (pieces[i].IsNegated) text.Append("NOT ");
            text.Append(pieces[i].Text);
            if (joins && !joinsNext && ors < pieces.Count - 1) text.Append(')');
        }

        return text.ToString();
    }

    /// <summary>
    /// The classic parser knows only what must, should and must not be there: AND makes both its sides a must, and where there is a
    /// must, what merely should be there only ranks.
    /// </summary>
    private string JoinLucene(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Joint != "AND") continue;
            pieces[i].IsRequired = true;
            if (i > 0) pieces[i - 1].IsRequired = true;
        }

        var musts = pieces.Where(piece => piece.IsRequired && !piece.IsNegated).ToArray();
        var shoulds = pieces.Where(piece => !piece.IsRequired && !piece.IsNegated).ToArray();
        var nots = pieces.Where(piece => piece.IsNegated).ToArray();
        if (musts.Length > 0)
        {
            foreach (var piece in shoulds)
            {
                Lose(piece.Source, $"“{_text[piece.Source.Start..piece.Source.End]}” only ranks the posts that the required words find.");
            }

            var lost = shoulds.Select(piece => piece.Source).ToHashSet();
            _written.RemoveAll(written => lost.Contains(written.Source));
        }

        // In the order of the source wherever that says the same.
        if (musts.Length > 0 || shoulds.Length == 1)
        {
            var kept = pieces.Where(piece => piece.IsNegated || musts.Length == 0 || piece.IsRequired);
            return string.Join(" AND ", kept.Select(piece => piece.IsNegated ? "NOT " + piece.Text : piece.Text));
        }

        var wanted = string.Join(" OR ", shoulds.Select(piece => piece.Text));
        if (nots.Length == 0) return wanted;
        var unwanted = string.Join(" AND ", nots.Select(piece => "NOT " + piece.Text));
        return wanted.Length == 0 ? unwanted : $"({wanted}) AND {unwanted}";
    }
}
