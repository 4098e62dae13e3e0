using System.Collections.Frozen;
using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Triage;

/// <summary>The first words of each sort that advice on a reply rests on.</summary>
/// <param name="Abuse">An insult.</param>
/// <param name="Personal">Words of somebody's own care.</param>
/// <param name="Question">A question mark.</param>
internal readonly record struct ReplyWords(Evidence? Abuse, Evidence? Personal, Evidence? Question)
{
    private static readonly FrozenDictionary<ulong, Phrase> Table = Read();

    public static ReplyWords Of(ParsedMention mention)
    {
        Evidence? abuse = null, personal = null, question = null;
        Look(mention.Title, MentionField.Title, ref abuse, ref personal, ref question);
        Look(mention.Text, MentionField.Text, ref abuse, ref personal, ref question);
        return new ReplyWords(abuse, personal, question);
    }

    private static void Look(TokenStream stream, MentionField field, ref Evidence? abuse, ref Evidence? personal, ref Evidence? question)
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
                    var evidence = new Evidence(field, new TextSpan(tokens[i].Start, tokens[j].End));
                    if (kind == "abuse") abuse ??= evidence;
                    else if (kind == "personal") personal ??= evidence;
                    else question ??= evidence;
                }

                if (!phrase.GoesOn) break;
            }
        }
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
