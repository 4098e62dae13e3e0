using System.Text.Json;
using Engagement.Digests;
using NodaTime.Text;

namespace WeeklyDigest;

/// <summary>Reads the JSON lines of approvals and of the improvement loop; every fault is said with its line.</summary>
internal static class RecordFiles
{
    public static IReadOnlyList<ApprovalDecision> ReadApprovals(FileInfo file, List<string> faults) => Read(file, faults, element => new ApprovalDecision(
        Text(element, "mentionId"),
        Choice<ApprovalState>(element, "state"),
        Text(element, "by"),
        InstantPattern.ExtendedIso.Parse(Text(element, "at")).GetValueOrThrow(),
        Optional(element, "reason")));

    public static IReadOnlyList<ImprovementStep> ReadImprovements(FileInfo file, List<string> faults) => Read(file, faults, element => new ImprovementStep
    {
        Concern = Text(element, "concern"),
        Stage = Choice<ImprovementStage>(element, "stage"),
        On = LocalDatePattern.Iso.Parse(Text(element, "on")).GetValueOrThrow(),
        Note = Optional(element, "note"),
        Team = Optional(element, "team"),
        MentionId = Optional(element, "mentionId"),
    });

    private static List<T> Read<T>(FileInfo file, List<string> faults, Func<JsonElement, T> convert)
    {
        var records = new List<T>();
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{file}: {failure.Message}");
            return records;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            try
            {
                using var document = JsonDocument.Parse(lines[i]);
                records.Add(convert(document.RootElement));
            }
            catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException or UnparsableValueException)
            {
                faults.Add($"{file}, line {i + 1}: {failure.Message}");
            }
        }

        return records;
    }

    private static string Text(JsonElement element, string name) =>
        Optional(element, name) ?? throw new FormatException($"\"{name}\" is missing or no string");

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TEnum Choice<TEnum>(JsonElement element, string name) where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(Text(element, name), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"\"{name}\" is none of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}");
}
