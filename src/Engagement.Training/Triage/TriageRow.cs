namespace Engagement.Training.Triage;

/// <summary>A text, read.</summary>
/// <param name="Example">Its labels; null for an ordinary text.</param>
/// <param name="Text">The text.</param>
/// <param name="Keys">Keys of its features, repeats as often as they occur.</param>
/// <param name="Scale">By how much each counts.</param>
/// <param name="IsHarsh">Whether it is an ordinary text that tells of something bad.</param>
internal sealed record TriageRow(TriageExample? Example, string Text, ulong[] Keys, double Scale, bool IsHarsh)
{
    /// <summary>Reads a written row.</summary>
    public static TriageRow Of(TriageExample example) => Of(example, example.Text, isHarsh: false);

    /// <summary>Reads an ordinary text.</summary>
    public static TriageRow Of(string text, bool isHarsh = false) => Of(null, text, isHarsh);

    private static TriageRow Of(TriageExample? example, string text, bool isHarsh)
    {
        var (keys, scale) = TriageTrainer.Look(text);
        return new TriageRow(example, text, keys, scale, isHarsh);
    }
}
