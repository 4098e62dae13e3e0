namespace Engagement.Sources.Input;

/// <summary>
/// The unread bytes of a stream that are in memory now. Filled in large steps; grows only while an item does not fit, and never above
/// its limit. A stream that breaks off ends the window and leaves its reason in <see cref="Fault"/>.
/// </summary>
internal sealed class ByteWindow(Stream stream, int limit)
{
    private const int FirstSize = 128 * 1024;

    private byte[] _buffer = new byte[Math.Min(FirstSize, limit)];
    private int _start;
    private int _end;

    /// <summary>How many bytes of the stream lie before <see cref="Unread"/>.</summary>
    public long Offset { get; private set; }

    /// <summary>Whether the stream has no more to give.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Why the stream broke off; null when it ended as it should.</summary>
    public string? Fault { get; private set; }

    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    public int Count => _end - _start;

    /// <summary>Whether the bytes in memory have reached the limit, so that <see cref="FillAsync"/> cannot add any.</summary>
    public bool IsFull => Count >= limit;

    public ReadOnlyMemory<byte> Memory(int start, int length) => _buffer.AsMemory(_start + start, length);

    public void Consume(int count)
    {
        _start += count;
        Offset += count;
        if (_start == _end) _start = _end = 0;
    }

    /// <summary>Adds bytes to <see cref="Unread"/>. False when there are no more, or no more fit.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (IsAtEnd || IsFull) return false;
        MakeRoom();
        try
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += read;
            IsAtEnd = read == 0;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException
            or ObjectDisposedException)
        {
            IsAtEnd = true;
            Fault = fault.Message;
        }

        return !IsAtEnd;
    }

    /// <summary>Drops what is unread and reads on. False when there is no more.</summary>
    public async ValueTask<bool> DropAndFillAsync(CancellationToken cancellationToken)
    {
        Consume(Count);
        return await FillAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is unread, followed by the rest of the stream. The window is not to be used any more.</summary>
    public Stream ToStream() => new PrefixedStream(_buffer.AsMemory(_start, Count), stream);

    private void MakeRoom()
    {
        if (_end < _buffer.Length && _end - _start >= _buffer.Length / 2) return;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, Count).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        // Doubling keeps the sum of all copies linear; scanners that start again after a refill stay linear for the same reason.
        if (_end > _buffer.Length / 2 && _buffer.Length < limit)
            Array.Resize(ref _buffer, (int)Math.Min(limit, _buffer.Length * 2L));
    }
}
