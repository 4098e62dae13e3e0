using System.Collections.Frozen;
using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>The first words of each sort that advice on a reply rests on: the kinds of <c>reply-words.tsv</c>.</summary>
internal sealed class ReplyWords
{
    private static readonly FrozenDictionary<ulong, Phrase> Table = Read();

    private Dictionary<string, Evidence>? _first;

    private ReplyWords(ParsedMention mention)
    {
        Look(mention.Title, MentionField.Title);
        Look(mention.Text, MentionField.Text);
    }

    /// <summary>An insult.</summary>
    public Evidence? Abuse => First("abuse");

    /// <summary>Somebody's own care.</summary>
    public Evidence? Personal => First("personal");

    /// <summary>A complaint that runs already.</summary>
    public Evidence? Case => First("case");

    /// <summary>A member of staff by title and name.</summary>
    public Evidence? Named => First("title");

    /// <summary>Politics.</summary>
    public Evidence? Debate => First("debate");

    /// <summary>A question mark.</summary>
    public Evidence? Question => First("question");

    public static ReplyWords Of(ParsedMention mention) => new(mention);

    private Evidence? First(string kind) => _first is not null && _first.TryGetValue(kind, out var evidence) ? evidence : null;

    private void Look(TokenStream stream, MentionField field)
    {
        var tokens = stream.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var hash = 0ul;
            for (var j = i; j < tokens.Length; j++)
            {
                hash = TokenHash.Combine(hash, tokens[j].Hash);
                if (!Table.TryGetValue(hash, out var phrase)) break;
                if (phrase.Kind is { } kind)
                {
                    var last = kind == "title" ? NameAfter(stream, j) : j;
                    if (last >= 0) (_first ??= []).TryAdd(kind, new Evidence(field, new TextSpan(tokens[i].Start, tokens[last].End)));
                }

                if (!phrase.GoesOn) break;
            }
        }
    }

    // "Nurse Karen", "Dr. Bell": the name, or -1 where none follows.
    private static int NameAfter(TokenStream stream, int title)
    {
        var next = title + 1;
        if (next < stream.Count && stream.Folded(stream[next]) is ".") next++;
        return next < stream.Count && stream[next].Kind == TokenKind.Word && (stream[next].Flags & TokenFlags.Capitalized) != 0 ? next : -1;
    }

    private static FrozenDictionary<ulong, Phrase> Read()
    {
        var table = new Dictionary<ulong, Phrase>();
        foreach (var line in DataTable.Lines("Triage.reply-words.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var tokens = TokenStream.Of(line[(tab + 1)..], TextDialect.Neutral).Tokens;
            var hash = 0ul;
            for (var i = 0; i < tokens.Length; i++)
            {
                hash = TokenHash.Combine(hash, tokens[i].Hash);
                var known = table.GetValueOrDefault(hash);
                table[hash] = i + 1 < tokens.Length ? known with { GoesOn = true } : known with { Kind = line[..tab] };
            }
        }

        return table.ToFrozenDictionary();
    }

    /// <param name="Kind">What the phrase is; null when it is only the beginning of one.</param>
    /// <param name="GoesOn">Whether a longer phrase begins so.</param>
    private readonly record struct Phrase(string? Kind, bool GoesOn);
}
