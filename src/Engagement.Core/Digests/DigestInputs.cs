using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Engagement.Digests;

/// <summary>Reads what people add to a digest from JSON lines: one object a line. Never throws on text.</summary>
public static class DigestInputs
{
    /// <summary>
    /// Reads a decision: <c>{"mention":"x-12","state":"approved|rejected|awaiting","by":"comms","at":"2026-11-12T09:00:00Z","reason":"…"}</c>; <c>by</c> and
    /// <c>reason</c> may be missing.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="decision">The decision; null when there is a problem.</param>
    /// <param name="problem">What is wrong, in plain English; null when there is a decision.</param>
    public static bool TryParseApproval(string line, out ApprovalDecision? decision, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(line);
        decision = null;
        var fields = Fields.Of(line, out problem);
        if (fields is null) return false;
        using (fields)
        {
            var (mention, at) = (fields.Text("mention"), fields.Text("at"));
            var state = fields.Text("state") is { } name ? Parse<ApprovalState>(name) : null;
            if (string.IsNullOrEmpty(mention)) problem = "\"mention\" is missing: the id of the mention decided on";
            else if (state is null) problem = "\"state\" is approved, rejected or awaiting";
            else if (at is null || InstantPattern.ExtendedIso.Parse(at) is not { Success: true } instant) problem = "\"at\" is a time such as 2026-11-12T09:00:00Z";
            else decision = new ApprovalDecision(mention, state.Value, fields.Text("by") ?? "", instant.Value, fields.Text("reason"));
            return decision is not null;
        }
    }

    /// <summary>
    /// Reads a step of the improvement loop:
    /// <c>{"concern":"cold-tea","stage":"raised|discussed|planned|made|confirmed","on":"2026-11-12","note":"…","team":"ward-7","mention":"x-12"}</c>; the last
    /// three may be missing.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="step">The step; null when there is a problem.</param>
    /// <param name="problem">What is wrong, in plain English; null when there is a step.</param>
    public static bool TryParseImprovement(string line, out ImprovementStep? step, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(line);
        step = null;
        var fields = Fields.Of(line, out problem);
        if (fields is null) return false;
        using (fields)
        {
            var (concern, on) = (fields.Text("concern"), fields.Text("on"));
            var stage = fields.Text("stage") is { } name ? Parse<ImprovementStage>(name) : null;
            if (string.IsNullOrEmpty(concern)) problem = "\"concern\" is missing: the same key on all steps of one concern";
            else if (stage is null) problem = "\"stage\" is raised, discussed, planned, made or confirmed";
            else if (on is null || LocalDatePattern.Iso.Parse(on) is not { Success: true } date) problem = "\"on\" is a day such as 2026-11-12";
            else step = new ImprovementStep { Concern = concern, Stage = stage.Value, On = date.Value, Note = fields.Text("note"), Team = fields.Text("team"), MentionId = fields.Text("mention") };
            return step is not null;
        }
    }

    /// <summary>
    /// Reads something to celebrate:
    /// <c>{"kind":"award|service|qualification|thanks","who":"…","what":"…","on":"2026-11-12","team":"ward-7","person":"dembe"}</c>; the last two may be missing.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="achievement">The achievement; null when there is a problem.</param>
    /// <param name="problem">What is wrong, in plain English; null when there is an achievement.</param>
    public static bool TryParseAchievement(string line, out Achievement? achievement, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(line);
        achievement = null;
        var fields = Fields.Of(line, out problem);
        if (fields is null) return false;
        using (fields)
        {
            var (who, what, on) = (fields.Text("who"), fields.Text("what"), fields.Text("on"));
            var kind = fields.Text("kind") is { } name ? Parse<AchievementKind>(name) : null;
            if (kind is null) problem = "\"kind\" is award, service, qualification or thanks";
            else if (string.IsNullOrEmpty(who) || string.IsNullOrEmpty(what)) problem = "\"who\" and \"what\" say whom to congratulate and what for";
            else if (on is null || LocalDatePattern.Iso.Parse(on) is not { Success: true } date) problem = "\"on\" is a day such as 2026-11-12";
            else achievement = new Achievement { Kind = kind.Value, Who = who, What = what, On = date.Value, Team = fields.Text("team"), Person = fields.Text("person") };
            return achievement is not null;
        }
    }

    /// <summary>Reads a supporter of a campaign: <c>{"campaign":"heroes","handle":"college","followers":630000}</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="supporter">The supporter; null when there is a problem.</param>
    /// <param name="problem">What is wrong, in plain English; null when there is a supporter.</param>
    public static bool TryParseSupporter(string line, out CampaignSupporter? supporter, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(line);
        supporter = null;
        var fields = Fields.Of(line, out problem);
        if (fields is null) return false;
        using (fields)
        {
            var (campaign, handle, followers) = (fields.Text("campaign"), fields.Text("handle"), fields.Whole("followers"));
            if (string.IsNullOrEmpty(campaign)) problem = "\"campaign\" is missing: the key of a campaign of the profile";
            else if (string.IsNullOrEmpty(handle)) problem = "\"handle\" is missing: the account that supports it";
            else if (followers is null or < 0) problem = "\"followers\" is a whole number, 0 or more";
            else supporter = new CampaignSupporter(campaign, handle, followers.Value);
            return supporter is not null;
        }
    }

    /// <summary>
    /// Reads a themed month: <c>{"campaign":"safety","question":"…","summary":"…","agreedToBeNamed":["ann","ben"]}</c>; the last two may be missing.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="theme">The theme; null when there is a problem.</param>
    /// <param name="problem">What is wrong, in plain English; null when there is a theme.</param>
    public static bool TryParseTheme(string line, out CampaignTheme? theme, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(line);
        theme = null;
        var fields = Fields.Of(line, out problem);
        if (fields is null) return false;
        using (fields)
        {
            var (campaign, question, named) = (fields.Text("campaign"), fields.Text("question"), fields.Texts("agreedToBeNamed"));
            if (string.IsNullOrEmpty(campaign)) problem = "\"campaign\" is missing: the key of a campaign of the profile";
            else if (string.IsNullOrEmpty(question)) problem = "\"question\" is missing: what was asked";
            else if (named is null) problem = "\"agreedToBeNamed\" is a list of handles";
            else theme = new CampaignTheme { Campaign = campaign, Question = question, Summary = fields.Text("summary"), AgreedToBeNamed = named };
            return theme is not null;
        }
    }

    // Names only: Enum.TryParse would take numbers too.
    private static T? Parse<T>(string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }

    private sealed class Fields(JsonDocument document) : IDisposable
    {
        public static Fields? Of(string line, out string? problem)
        {
            problem = null;
            try
            {
                var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 8 });
                if (document.RootElement.ValueKind == JsonValueKind.Object) return new Fields(document);
                document.Dispose();
                problem = "expected one JSON object a line";
            }
            catch (JsonException fault)
            {
                problem = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"not JSON from character {(fault.BytePositionInLine ?? 0) + 1} on");
            }
            catch (ArgumentException)
            {
                // A lone surrogate, which UTF-8 cannot hold.
                problem = "not JSON: it holds half a character";
            }

            return null;
        }

        public string? Text(string name)
        {
            try
            {
                return document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                // An escaped half of a character.
                return null;
            }
        }

        public long? Whole(string name) =>
            document.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) ? whole : null;

        /// <summary>A list of text; empty when it is missing, null when it is anything else.</summary>
        public IReadOnlyList<string>? Texts(string name)
        {
            if (!document.RootElement.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return [];
            if (value.ValueKind != JsonValueKind.Array) return null;
            try
            {
                var texts = value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() : null).ToList();
                return texts.Contains(null) ? null : texts.OfType<string>().ToList();
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }

        public void Dispose() => document.Dispose();
    }
}
