using Engagement.Digests;
using Engagement.Organizations;
using Engagement.Profiles;

namespace Engagement.Rendering;

/// <summary>Says a digest in plain English, once for all formats.</summary>
internal sealed partial class DigestDocument
{
    private readonly Digest _digest;
    private readonly DigestBranding _branding;
    private readonly List<Section> _sections = [];

    // Nobody reads the same words twice with pleasure: what is quoted is quoted once.
    private readonly HashSet<(Platform Platform, string Id)> _quoted = [];

    // Texts that stand on the page whole.
    private readonly List<string> _read = [];

    // Sentences that the star has shown, with the point they were shown for.
    private readonly Dictionary<string, string> _shownFor = new(StringComparer.Ordinal);

    private DigestDocument(Digest digest, DigestBranding branding)
    {
        _digest = digest;
        _branding = branding;
    }

    private SentimentCounts Said => _digest.Voices.First(figures => figures.Voice == Voice.Public).Counts;

    private SentimentCounts? SaidBefore => _digest.Voices.First(figures => figures.Voice == Voice.Public).Previous;

    private string Noun => _digest.Window.Noun;

    public static Document Of(Digest digest, DigestBranding branding) => new DigestDocument(digest, branding).Make();

    private Document Make()
    {
        var summary = Summary();
        Add(DigestSections.Headline, Headline(summary));
        if (_digest.Tone == DigestTone.Improve) Add(DigestSections.Learn, Learn());
        Add(DigestSections.Praise, Praise());
        if (_digest.Tone != DigestTone.Improve) Add(DigestSections.Learn, Learn());
        Add(DigestSections.Star, Star());
        Add(DigestSections.Loop, Loop());
        Add(DigestSections.Celebrate, Celebrate());
        Add(DigestSections.Voices, Colleagues());
        Add(DigestSections.Campaigns, Campaigns());
        Add(DigestSections.Chats, Chats());
        Add(DigestSections.Peaks, Peaks());
        Add(DigestSections.Topics, Topics());
        Add(DigestSections.Listening, Listening());
        Add(DigestSections.Reach, Reach());
        Add(DigestSections.LeftOut, LeftOut());
        var closing = new List<string>();
        if (_branding.Footer is { Length: > 0 } footer) closing.Add(footer);
        closing.Add("Urgent posts are passed on at once and do not wait for this digest. Posts are sorted by rules and word lists, which can be wrong: read before you act.");
        closing.Add($"Digest {_digest.Id}, revision {_digest.Revision}.");
        var title = _digest.Scope == AudienceScope.Trust ? "What people said about us" : _digest.AudienceName + ": what people said";
        return new Document(_branding.Header ?? _digest.TrustName, title, _digest.Window.Name, summary, _sections, closing);
    }

    // The headline and what was left out are always there: nothing is lost silently.
    private void Add(string key, IReadOnlyList<Block> blocks)
    {
        if (blocks.Count > 0 && Wants(key)) _sections.Add(new Section(key, blocks));
    }

    private bool Wants(string key) =>
        _digest.Sections.Count == 0 || key is DigestSections.Headline or DigestSections.LeftOut || _digest.Sections.Contains(key, StringComparer.OrdinalIgnoreCase);

    private string Period => Noun == "period" ? "in this time" : Noun == "day" ? "on this day" : "this " + Noun;

    private string Whom => _digest.Scope == AudienceScope.Trust ? "the trust" : _digest.AudienceName;

    private string Summary()
    {
        var said = Said;
        if (_digest.Counts.Mentions == 0) return $"Nobody mentioned {Whom} {Period} in anything we read.";
        if (said.Mentions == 0) return $"The public did not mention {Whom} {Period}. Colleagues, the trust or the press did, {Wording.Times(_digest.Counts.Mentions)}.";
        if (said.Mentions == 1)
        {
            var how = said.Positive == 1 ? "it was positive" : said.Negative == 1 ? "it was negative" : said.Mixed == 1 ? "it was mixed" : said.Neutral == 1 ? "it was neutral" : "it was not in English";
            return $"The public mentioned {Whom} once {Period}: {how}.";
        }

        var parts = new List<string>();
        if (said.Positive > 0) parts.Add(Wording.Number(said.Positive) + " positive");
        if (said.Negative > 0) parts.Add(Wording.Number(said.Negative) + " negative");
        if (said.Mixed > 0) parts.Add(Wording.Number(said.Mixed) + " mixed");
        if (said.Neutral > 0) parts.Add(Wording.Number(said.Neutral) + " neutral");
        if (said.Unsupported > 0) parts.Add(Wording.Number(said.Unsupported) + " not in English");
        return $"The public mentioned {Whom} {Wording.Times(said.Mentions)} {Period}: {Wording.List(parts)}.";
    }

    private List<Block> Headline(string summary)
    {
        var blocks = new List<Block>();
        if (_digest.LeftOut.Undelivered > 0)
        {
            blocks.Add(new Paragraph(
                $"{Wording.Upper(Wording.Counted(_digest.LeftOut.Undelivered, "urgent post"))} could not be delivered to the people on duty. Please make sure that somebody looks at {(_digest.LeftOut.Undelivered == 1 ? "it" : "them")} now.",
                Tone.Alert));
        }

        blocks.Add(new Paragraph(summary, Tone.Lead));
        var (said, before) = (Said, SaidBefore);
        if (said.Mentions == 0 && (before is null || before.Mentions == 0))
        {
            AddEmptyNote(blocks);
            return blocks;
        }

        var rows = new List<BarRow>
        {
            new("Positive", said.Positive, Wording.ShareChange(said.Positive, said.Mentions, before?.Positive, before?.Mentions, Noun), Tone.Good),
            new("Negative", said.Negative, Wording.ShareChange(said.Negative, said.Mentions, before?.Negative, before?.Mentions, Noun), Tone.Critical),
        };
        if (said.Mixed > 0 || before?.Mixed > 0) rows.Add(new("Mixed", said.Mixed, Wording.ShareChange(said.Mixed, said.Mentions, before?.Mixed, before?.Mentions, Noun), Tone.Mixed));
        if (said.Neutral > 0 || before?.Neutral > 0) rows.Add(new("Neutral", said.Neutral, Wording.ShareChange(said.Neutral, said.Mentions, before?.Neutral, before?.Mentions, Noun), Tone.Plain));
        if (said.Unsupported > 0 || before?.Unsupported > 0)
            rows.Add(new("Not in English", said.Unsupported, Wording.ShareChange(said.Unsupported, said.Mentions, before?.Unsupported, before?.Mentions, Noun), Tone.Plain));
        // A chart of one post tells what the sentence above it told.
        if (said.Mentions + (before?.Mentions ?? 0) > 1) blocks.Add(new Bars($"What the public said about {Whom}", "Kind", "Posts", rows));

        var change = Wording.Change(said.Mentions, before?.Mentions, Noun);
        var sentences = new List<string>();
        if (before is null) sentences.Add($"We read nothing from the {Noun} before, so there is no comparison.");
        else if (change.Length > 0) sentences.Add($"All together: {change}.");
        if (_digest.PositiveShare is { } share)
            sentences.Add($"About {share.Percent} in 100 were positive (with this many posts, anything from {share.Low} to {share.High} is likely).");
        var critical = said.Negative + said.Mixed;
        if (_digest.Tone == DigestTone.Celebrate && critical > 0)
            sentences.Add($"{Wording.Upper(Wording.Counted(critical, "critical post"))} {(critical == 1 ? "is" : "are")} counted here and not quoted.");
        if (sentences.Count > 0) blocks.Add(new Paragraph(string.Join(' ', sentences), Tone.Small));
        return blocks;
    }

    private void AddEmptyNote(List<Block> blocks)
    {
        if (_digest.Counts.Mentions > 0) return;
        blocks.Add(new Paragraph(
            _digest.LeftOut.Read == 0
                ? "Nothing was read at all. If that is a surprise, please check that the sources still work."
                : $"We read {Wording.Counted(_digest.LeftOut.Read, "item")}; the end of this page says why none of them is here.",
            Tone.Plain));
    }

    private Quotation QuoteOnce(DigestItem item, IReadOnlyList<string> notes, Tone tone)
    {
        _quoted.Add((item.Platform, item.Id));
        _read.Add(item.Text);
        return Quote(item, notes, tone);
    }

    public static Quotation Quote(DigestItem item, IReadOnlyList<string> notes, Tone tone) => new(item.Title, item.Text, Wording.Source(item), item.Link, notes, tone);

    internal static string DayOf(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso) is { Success: true } date ? Wording.Day(date.Value) : iso;
}
