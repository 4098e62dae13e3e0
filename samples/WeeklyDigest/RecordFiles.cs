using Engagement.Digests;

namespace WeeklyDigest;

/// <summary>Reads the JSON lines of approvals and of the improvement loop; every fault is said with its line.</summary>
internal static class RecordFiles
{
    private delegate bool LineParser<T>(string line, out T? record, out string? problem);

    public static IReadOnlyList<ApprovalDecision> ReadApprovals(FileInfo file, List<string> faults) =>
        Read<ApprovalDecision>(file, faults, DigestInputs.TryParseApproval);

    public static IReadOnlyList<ImprovementStep> ReadImprovements(FileInfo file, List<string> faults) =>
        Read<ImprovementStep>(file, faults, DigestInputs.TryParseImprovement);

    private static List<T> Read<T>(FileInfo file, List<string> faults, LineParser<T> parse)
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
            if (parse(lines[i], out var record, out var problem)) records.Add(record!);
            else faults.Add($"{file}, line {i + 1}: {problem}");
        }

        return records;
    }
}
