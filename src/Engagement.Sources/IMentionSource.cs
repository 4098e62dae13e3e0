namespace Engagement.Sources;

/// <summary>Somewhere mentions come from: a file, a feed, an interface of a platform. The seam at which a host plugs in its own.</summary>
public interface IMentionSource
{
    /// <summary>
    /// Reads the source as a stream: one outcome an item, in the order of the source. Faults of the data are outcomes, not exceptions;
    /// only cancellation throws.
    /// </summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<SourceOutcome> ReadAsync(CancellationToken cancellationToken = default);
}
