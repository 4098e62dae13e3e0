namespace Engagement;

/// <summary>
/// Buffers that one thread lends to the stages, so that reading post after post allocates nothing. Not thread-safe: one workspace a
/// thread. What a stage returns from a call with a workspace holds only until the next call with the same workspace.
/// </summary>
public sealed class ReadingWorkspace
{
    // A handful of stages, each with one scratch type: a linear look beats a dictionary.
    private object[] _scratch = [];

    /// <summary>The scratch object of a stage, made at its first use.</summary>
    internal T Scratch<T>() where T : class, new()
    {
        foreach (var scratch in _scratch)
        {
            if (scratch is T found) return found;
        }

        var made = new T();
        Array.Resize(ref _scratch, _scratch.Length + 1);
        _scratch[^1] = made;
        return made;
    }
}
