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
    private const int LongestPhrase = 4;

    private static readonly FrozenDictionary<ulong, string> Table = Read();

    public static ReplyWords Of(ParsedMention mention)
    {
        Evidence? abuse = null, personal = null, question = null;
        Look(mention.Title, MentionField.Title, ref abuse, ref personal, ref question);
        Look(mention.Text, MentionField.Text, ref abuse, ref personal, ref question);
        return new ReplyWords(abuse, personal, question);
    }

    private static void Look(TokenStream stream, MentionField field, ref Evidence? abuse, ref Evidence? personal, ref Evidence? question)
    {
        for (var i = 0; i < stream.Count; i++)
        {
            var hash = 0ul;
            for (var j = i; j < stream.Count && j < i + LongestPhrase; j++)
            {
                hash = TokenHash.Combine(hash, stream[j].Hash);
                if (!Table.TryGetValue(hash, out var kind)) continue;
                var evidence = new Evidence(field, new TextSpan(stream[i].Start, stream[j].End));
                if (kind == "abuse") abuse ??= evidence;
                else if (kind == "personal") personal ??= evidence;
                else question ??= evidence;
            }
        }
    }

    private static FrozenDictionary<ulong, string> Read()
    {
        var table = new Dictionary<ulong, string>();
        foreach (var line in DataTable.Lines("Triage.reply-words.tsv"))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var hash = 0ul;
            foreach (ref readonly var token in TokenStream.Of(line[(tab + 1)..], TextDialect.Neutral).Tokens) hash = TokenHash.Combine(hash, token.Hash);
            table[hash] = line[..tab];
        }

        return table.ToFrozenDictionary();
    }
}
