using System.Globalization;
using Engagement.Organizations;
using Engagement.Queries;
using Engagement.Text;
using FluentValidation;
using FluentValidation.Results;
using NodaTime;
using NodaTime.Text;

namespace Engagement.Profiles;

/// <summary>The rules that values of a profile have in common. A value that is missing passes: that it is missing is reported elsewhere.</summary>
internal static class ProfileRules
{
    public static IRuleBuilderOptions<T, Field<TValue>?> Expect<T, TValue>(
        this IRuleBuilder<T, Field<TValue>?> rule, Func<TValue, bool> holds, string expected) =>
        rule.Must(field => field is null || holds(field.Value)).WithMessage(expected).WithState((_, field) => Fault.At(field));

    public static void Holds<T>(this IRuleBuilder<T, Field<double>?> rule, NumberShape shape) => rule.Expect(shape.Holds, shape.Description);

    public static void IsKey<T>(this IRuleBuilder<T, Field<string>?> rule) =>
        rule.Expect(IsKey, "a key of lower-case letters, digits and hyphens, such as ward-7");

    public static void IsRuleKey<T>(this IRuleBuilder<T, Field<string>?> rule) =>
        rule.Expect(key => !key.Any(char.IsWhiteSpace), "the id of a rule, without white space");

    public static void HasWord<T>(this IRuleBuilder<T, Field<string>?> rule) =>
        rule.Expect(name => AliasForm.Of(name).Key.Length > 0, "a name with at least one word");

    public static void IsHashtag<T>(this IRuleBuilder<T, Field<string>?> rule) => rule.Expect(
        tag => Sigils.WithoutHash(tag) is { Length: > 0 } bare && bare.All(c => char.IsLetterOrDigit(c) || c == '_' || c > '\u00FF'),
        "a hashtag of letters, digits and underscores");

    public static void IsDate<T>(this IRuleBuilder<T, Field<string>?> rule) =>
        rule.Expect(text => Dates.Parse(text) is not null, "a date of the calendar as year-month-day, such as 2026-11-09");

    public static void IsTime<T>(this IRuleBuilder<T, Field<string>?> rule) =>
        rule.Expect(text => Times.Parse(text) is not null, "a time of day as hours:minutes, such as 08:00");

    public static void IsZone<T>(this IRuleBuilder<T, Field<string>?> rule) =>
        rule.Must(field => field is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(field.Value) is not null)
            .WithMessage((_, field) => "an IANA time zone such as Europe/London" + Spelling.Suggest(field!.Value, DateTimeZoneProviders.Tzdb.Ids))
            .WithState((_, field) => Fault.At(field));

    public static void Refers<T>(this IRuleBuilder<T, Field<string>?> rule, IReadOnlySet<string> ids, string kind) =>
        rule.Must(field => field is null || ids.Contains(field.Value))
            .WithMessage((_, field) => $"the id of a {kind} of this profile{Spelling.Suggest(field!.Value, ids)}")
            .WithState((_, field) => Fault.At(field));

    public static void IsShippedRule<T>(this IRuleBuilder<T, Field<string>?> rule, Func<IReadOnlySet<string>> ids) =>
        rule.Must(field => field is null || ids().Contains(field.Value))
            .WithMessage((_, field) => "the id of a shipped rule" + Spelling.Suggest(field!.Value, ids()))
            .WithState((_, field) => Fault.At(field));

    public static void IsQuery<T>(this IRuleBuilder<T, Field<string>?> rule, ProfileReferences references) =>
        rule.Must(field => field is null || references.Read(field).Success)
            .WithMessage((_, field) => "a Boolean query without errors: " + Errors(references.Read(field!)))
            .WithState((_, field) => Fault.At(field));

    public static bool IsKey(string text)
    {
        if (text[0] == '-' || text[^1] == '-') return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && (text[i] != '-' || text[i - 1] == '-')) return false;
        }

        return true;
    }

    private static string Errors(QueryParseResult result) => string.Join("; ", result.Diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .Select(diagnostic => string.Create(
            CultureInfo.InvariantCulture,
            $"at character {diagnostic.Span.Start + 1}, {diagnostic.Message}{(diagnostic.Fixes.Count > 0 ? $" Perhaps: {diagnostic.Fixes[0]}" : "")}")));
}

/// <summary>Carries a fault's place through the validation library.</summary>
internal static class Fault
{
    /// <summary>At a value; at nowhere for none, which the rule then lets pass.</summary>
    public static ProfileFault At<T>(Field<T>? field) => field is null ? new ProfileFault("$", "nothing", "") : new ProfileFault(field.Path, field.Found, "");

    public static ProfileFault Missing(string path, string key) => new(DraftReader.PathOf(path, key), "nothing", "");

    public static ValidationFailure Of(ProfileFault fault) => new(fault.Path, fault.Expected) { CustomState = fault };
}

/// <summary>Handles and hashtags are taken with or without their sigil.</summary>
internal static class Sigils
{
    public static string WithoutAt(string handle) => handle.StartsWith('@') ? handle[1..] : handle;

    public static string WithoutHash(string tag) => tag.StartsWith('#') || tag.StartsWith('\uFF03') ? tag[1..] : tag;
}

internal static class Times
{
    private static readonly LocalTimePattern Pattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    public static LocalTime? Parse(string text) => Pattern.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}

internal static class Dates
{
    public static LocalDate? Parse(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
