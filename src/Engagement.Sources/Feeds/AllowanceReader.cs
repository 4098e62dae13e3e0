namespace Engagement.Sources.Feeds;

/// <summary>
/// A text reader that gives no more than an allowance of characters until it is renewed, so that nothing a feed holds (an attribute, a
/// name, a text) can make the XML reader gather without end.
/// </summary>
internal sealed class AllowanceReader(TextReader inner, int allowance) : TextReader
{
    // Nothing at first: the XML reader is only ever read from after a renewal.
    private int _left;

    public void Renew() => _left = allowance;

    public override int Read(char[] buffer, int index, int count) => Spend(inner.Read(buffer, index, count));

    public override int Read(Span<char> buffer) => Spend(inner.Read(buffer));

    public override async Task<int> ReadAsync(char[] buffer, int index, int count) =>
        Spend(await inner.ReadAsync(buffer.AsMemory(index, count)).ConfigureAwait(false));

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
        Spend(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Spend(int count)
    {
        if (_left <= 0) throw new AllowanceSpentException();
        _left -= count;
        return count;
    }
}

/// <summary>One piece of a feed is longer than the limit.</summary>
internal sealed class AllowanceSpentException : Exception;
