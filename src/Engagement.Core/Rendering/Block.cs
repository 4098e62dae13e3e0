namespace Engagement.Rendering;

/// <summary>A piece of a document, the same for every format. Its strings are plain text: each format encodes them.</summary>
internal abstract record Block;

internal sealed record Heading(int Level, string Text) : Block;

internal sealed record Paragraph(string Text, Tone Tone = Tone.Plain) : Block;

/// <summary>Somebody's words.</summary>
/// <param name="Title">Headline; null for none.</param>
/// <param name="Text">The words.</param>
/// <param name="Source">Who said it, where and when.</param>
/// <param name="Link">Address (http or https, checked); null for none.</param>
/// <param name="Notes">What there is to say about it, a line each.</param>
/// <param name="Tone">Good, critical or plain.</param>
internal sealed record Quotation(string? Title, string Text, string Source, string? Link, IReadOnlyList<string> Notes, Tone Tone) : Block;

internal sealed record Bullets(IReadOnlyList<Bullet> Items) : Block;

/// <summary>One line of a list, with a link when its address is not null.</summary>
/// <param name="Text">The line.</param>
/// <param name="Link">Address (http or https, checked); null for none.</param>
/// <param name="LinkText">What to say of the link after the line; null where the line itself is the link.</param>
internal sealed record Bullet(string Text, string? Link = null, string? LinkText = null);

/// <summary>Numbers with bars.</summary>
/// <param name="Caption">What is counted.</param>
/// <param name="Label">Heading of the first column.</param>
/// <param name="Count">Heading of the second.</param>
/// <param name="Rows">The rows.</param>
internal sealed record Bars(string Caption, string Label, string Count, IReadOnlyList<BarRow> Rows) : Block;

/// <summary>One bar.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Value">Its length, 0 or more.</param>
/// <param name="Note">What else to say of it; empty for nothing.</param>
/// <param name="Tone">Its colour, which the label says too.</param>
internal sealed record BarRow(string Label, long Value, string Note, Tone Tone);

/// <summary>Figures with what they mean.</summary>
internal sealed record Facts(string Caption, IReadOnlyList<Fact> Rows) : Block;

internal sealed record Fact(string Label, string Value, string Note);

internal enum Tone
{
    Plain,
    Lead,
    Small,
    Good,
    Critical,
    Mixed,
    Alert,
}

/// <summary>A section: a key that audiences may choose by, and its blocks.</summary>
internal sealed record Section(string Key, IReadOnlyList<Block> Blocks);

/// <summary>A whole document.</summary>
internal sealed record Document(string Header, string Title, string Subtitle, string Summary, IReadOnlyList<Section> Sections, IReadOnlyList<string> Closing);
