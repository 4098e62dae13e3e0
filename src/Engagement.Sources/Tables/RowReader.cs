using System.Globalization;
using CsvHelper;
using Engagement.Mentions;
using Engagement.Sources.Dates;
using Engagement.Sources.Input;
using NodaTime;

namespace Engagement.Sources.Tables;

/// <summary>A row of a table to a mention.</summary>
internal sealed class RowReader(string source, TableLayout layout, MentionFileOptions options)
{
    private string? _lastQuestion;
    private QuestionAsked _lastAsked;

    /// <summary>Reads the current row.</summary>
    /// <param name="row">The splitter, standing on the row.</param>
    /// <param name="line">Line of its first character.</param>
    /// <param name="certainty">How sure the order of its date is.</param>
    /// <param name="place">The place that the row names.</param>
    public SourceOutcome Read(CsvReader row, long line, out DateCertainty certainty, out string? place)
    {
        certainty = DateCertainty.None;
        var named = Spaces.Collapse(First(row, MentionColumn.Place));
        place = named.Length == 0 ? null : named;

        for (var column = layout.Headers.Length; column < row.FieldCount; column++)
        {
            if (row.IsEmpty(column)) continue;
            return Fail(line, $"the row has {row.FieldCount} columns where the header has {layout.Headers.Length}; is a comma or a quote in it unquoted?");
        }

        var text = First(row, MentionColumn.Text).Trim();
        var title = Spaces.Collapse(First(row, MentionColumn.Title));
        if (text.Length == 0 && title.Length == 0) return Fail(line, $"the row has no text: {TextColumns()} blank");
        if (text.Length + title.Length > options.MaximumItemCharacters) return Fail(line, $"the text is longer than {options.MaximumItemCharacters} characters");

        var written = Spaces.Collapse(First(row, MentionColumn.Date));
        var reading = default(DateReading);
        if (written.Length > 0)
        {
            reading = Timestamps.Read(written, options.DateOrder, options.Zone);
            certainty = reading.Certainty;
            if (reading is { Date: not null } && First(row, MentionColumn.Time) is { Length: > 0 } time)
            {
                var both = Timestamps.Read($"{written} {time.Trim()}", options.DateOrder, options.Zone);
                if (both.Instant is not null) reading = both;
            }

            if (certainty == DateCertainty.Reversed) return Fail(line, ReversedReason(written));
            if (!reading.IsRead) return Fail(line, $"the date '{Short(written)}' cannot be read");
        }

        var link = First(row, MentionColumn.Link).Trim();
        var author = AuthorOf(row);
        var id = First(row, MentionColumn.Id).Trim();
        if (link.Length == 0 && layout.IsOfX && id.Length > 0 && author?.Handle is { } handle) link = $"https://x.com/{handle}/status/{id}";
        return SourceOutcome.Read(new Mention
        {
            Id = id.Length > 0 ? id : MadeId(line, link, written, author, title, text),
            Platform = PlatformOf(row, link),
            Author = author,
            Title = title.Length == 0 ? null : title,
            Text = text,
            Place = place,
            Asked = AskedOf(row),
            Language = LanguageOf(row),
            Published = reading.Instant,
            PublishedOn = reading.Instant is null ? reading.Date : null,
            Link = link.Length == 0 ? null : link,
            Counts = CountsOf(row),
            ReplyTo = OptionalOf(row, MentionColumn.ReplyTo),
            RepostOf = OptionalOf(row, MentionColumn.RepostOf),
            QuoteOf = OptionalOf(row, MentionColumn.QuoteOf),
        });
    }

    private string? OptionalOf(CsvReader row, MentionColumn field) => First(row, field).Trim() is { Length: > 0 } value ? value : null;

    /// <summary>Whether every cell is blank: spreadsheets leave such rows at their end, and they are no items.</summary>
    public static bool IsBlank(CsvReader row)
    {
        for (var column = 0; column < row.FieldCount; column++)
        {
            if (!row.IsEmpty(column) && !string.IsNullOrWhiteSpace(row.GetString(column))) return false;
        }

        return true;
    }

    private string First(CsvReader row, MentionColumn field)
    {
        foreach (var column in layout.Of(field))
        {
            if (column >= row.FieldCount || row.IsEmpty(column)) continue;
            var value = row.GetString(column);
            if (!string.IsNullOrWhiteSpace(value)) return value;
        }

        return "";
    }

    // A row that can be recognised again by its link keeps its id wherever it stands; an answer without one is somebody's own each time.
    private string MadeId(long line, string link, string date, Author? author, string title, string text) => link.Length > 0
        ? ContentId.Of(link, date, author?.Handle, author?.DisplayName, title, text)
        : ContentId.Of(source, line.ToString(CultureInfo.InvariantCulture), date, author?.Handle, author?.DisplayName, title, text);

    private Author? AuthorOf(CsvReader row)
    {
        var handle = Spaces.Collapse(First(row, MentionColumn.Author));
        var name = Spaces.Collapse(First(row, MentionColumn.AuthorName));
        if (handle.Contains(' ', StringComparison.Ordinal))
        {
            if (name.Length == 0) name = handle;
            handle = "";
        }

        handle = handle.TrimStart('@');
        var biography = First(row, MentionColumn.Biography).Trim();
        var followers = CountOf(row, MentionColumn.Followers);
        if (handle.Length + name.Length + biography.Length == 0 && followers is null) return null;
        return new Author
        {
            Handle = handle.Length == 0 ? null : handle,
            DisplayName = name.Length == 0 ? null : name,
            Biography = biography.Length == 0 ? null : biography,
            Followers = followers,
        };
    }

    private MentionCounts? CountsOf(CsvReader row)
    {
        var (likes, shares, replies) = (CountOf(row, MentionColumn.Likes), CountOf(row, MentionColumn.Shares), CountOf(row, MentionColumn.Replies));
        return likes is null && shares is null && replies is null ? null : new MentionCounts { Likes = likes, Shares = shares, Replies = replies };
    }

    private long? CountOf(CsvReader row, MentionColumn field)
    {
        var value = First(row, field).Trim();
        return value.Length > 0
            && decimal.TryParse(value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count is >= 0 and < long.MaxValue
            ? (long)count
            : null;
    }

    private Platform PlatformOf(CsvReader row, string link)
    {
        foreach (var column in layout.Of(MentionColumn.Platform))
        {
            if (column < row.FieldCount && !row.IsEmpty(column) && PlatformNames.Read(row.GetString(column)) is { } named) return named;
        }

        if (options.Platform is { } told) return told;
        if (layout.IsOfX) return Platform.X;
        if (layout.IsSurvey) return Platform.Survey;
        return link.Length > 0 ? Links.PlatformOf(link) : Platform.Other;
    }

    private QuestionAsked AskedOf(CsvReader row)
    {
        var question = First(row, MentionColumn.Question);
        if (question.Length == 0) return QuestionAsked.Open;
        if (question != _lastQuestion) (_lastQuestion, _lastAsked) = (question, QuestionWording.Of(question));
        return _lastAsked;
    }

    private string? LanguageOf(CsvReader row)
    {
        var language = First(row, MentionColumn.Language).Trim();
        if (language.Length is 2 or 3) return language.ToLowerInvariant();
        if (language.Length > 3 && language[2] is '-' or '_') return language.Replace('_', '-');
        return language.ToLowerInvariant() switch { "english" => "en", "welsh" => "cy", _ => null };
    }

    private string ReversedReason(string written) => options.DateOrder == DateOrder.DayMonthYear
        ? $"the date '{Short(written)}' looks month-first, but dates of this file are read day first"
        : $"the date '{Short(written)}' looks day-first, but dates of this file are read month first";

    private string TextColumns()
    {
        var names = new List<string>();
        foreach (var column in layout.Of(MentionColumn.Text)) names.Add($"'{layout.Headers[column]}'");
        foreach (var column in layout.Of(MentionColumn.Title)) names.Add($"'{layout.Headers[column]}'");
        return string.Join(" and ", names) + (names.Count == 1 ? " is" : " are");
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private SourceOutcome Fail(long line, string reason) =>
        SourceOutcome.Failed(new SourceProblem(source, string.Create(CultureInfo.InvariantCulture, $"line {line}"), reason));
}
