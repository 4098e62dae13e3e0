using System.Buffers.Binary;
using System.IO.Compression;

namespace Engagement.Sources.Input;

/// <summary>
/// Unpacks gzip and notices when the packed bytes break off, which the stream of the framework passes over in silence: the last four
/// bytes of gzip say how much must have come out.
/// </summary>
internal sealed class GzipStream(Stream packed) : ForwardStream
{
    private readonly TailStream _tail = new(packed);
    private GZipStream? _unpacked;
    private long _count;

    private GZipStream Unpacked => _unpacked ??= new GZipStream(_tail, CompressionMode.Decompress);

    public override int Read(Span<byte> buffer) => Counted(Unpacked.Read(buffer), buffer.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await Unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Counted(read, buffer.Length);
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked?.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read, int asked)
    {
        _count += read;
        // Several packed parts may follow one another; then the last four bytes speak of the last part only, which cannot hold more
        // than all of them. Beyond 4 GB the figure wraps and says nothing.
        if (read == 0 && asked > 0 && _count <= uint.MaxValue && _tail.LastFour > _count)
            throw new InvalidDataException("the gzip data breaks off");
        return read;
    }

    private sealed class TailStream(Stream inner) : ForwardStream
    {
        private readonly byte[] _last = new byte[4];
        private int _known;

        public uint LastFour => _known < 4 ? uint.MaxValue : BinaryPrimitives.ReadUInt32LittleEndian(_last);

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Remember(buffer[..read]);
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            Remember(buffer.Span[..read]);
            return read;
        }

        private void Remember(ReadOnlySpan<byte> read)
        {
            if (read.Length >= 4)
            {
                read[^4..].CopyTo(_last);
                _known = 4;
                return;
            }

            foreach (var value in read)
            {
                _last.AsSpan(1).CopyTo(_last);
                _last[3] = value;
                if (_known < 4) _known++;
            }
        }
    }
}
