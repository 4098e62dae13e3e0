namespace Engagement.Text;

/// <summary>
/// Buffers for the calls that bring none: those of the last such call, unless another thread has them. What such a call returns holds
/// nothing of them. Thread-safe.
/// </summary>
internal sealed class SpareWorkspace
{
    private ReadingWorkspace? _kept;

    /// <summary>Buffers that nobody else has; to be given back.</summary>
    public ReadingWorkspace Take() => Interlocked.Exchange(ref _kept, null) ?? new ReadingWorkspace();

    /// <summary>Gives buffers back.</summary>
    public void Return(ReadingWorkspace workspace) => Volatile.Write(ref _kept, workspace);
}
