using System.Text;

namespace Engagement.Sources.Input;

/// <summary>A stream that gives its bytes and then fails.</summary>
internal sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => Checked(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Checked(base.Read(buffer, offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return new ValueTask<int>(Read(buffer.Span));
        }
        catch (IOException fault)
        {
            return ValueTask.FromException<int>(fault);
        }
    }

    private static int Checked(int read) => read > 0 ? read : throw new IOException("the line went dead");
}

/// <summary>A long text that is never in memory as a whole.</summary>
internal sealed class RepeatingStream : Stream
{
    private readonly byte[] _start;
    private readonly byte _filler;
    private readonly byte[] _end;
    private readonly long _length;
    private long _position;

    private readonly int _mostAtOnce;

    public RepeatingStream(string start, string filler, long count, string end, int mostAtOnce = int.MaxValue)
    {
        _mostAtOnce = mostAtOnce;
        (_start, _filler, _end) = (Encoding.UTF8.GetBytes(start), (byte)filler[0], Encoding.UTF8.GetBytes(end));
        _length = _start.Length + count + _end.Length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(Math.Min(count, _mostAtOnce), _length - _position);
        for (var i = 0; i < read; i++, _position++)
        {
            buffer[offset + i] = _position < _start.Length ? _start[_position]
                : _position >= _length - _end.Length ? _end[_position - (_length - _end.Length)]
                : _filler;
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
