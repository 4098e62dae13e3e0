namespace Engagement.Samples;

internal static class ProfileFile
{
    /// <summary>Reads a profile, or says every fault of it at once.</summary>
    public static TrustProfile Read(FileInfo file)
    {
        string json;
        try
        {
            json = File.ReadAllText(file.FullName);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new WrongArgumentsException($"{file}: {failure.Message}");
        }

        var result = TrustProfile.Parse(json);
        return result.Profile ?? throw new WrongArgumentsException(
            $"{file} has {result.Faults.Count} fault{(result.Faults.Count == 1 ? "" : "s")}:\n" + string.Join('\n', result.Faults.Select(fault => "  " + fault)));
    }
}
