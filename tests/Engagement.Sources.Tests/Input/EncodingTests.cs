using System.IO.Compression;
using System.Text;

namespace Engagement.Sources.Input;

public sealed class EncodingTests
{
    private const string Table = "Comment,Service\nCafé staff were “lovely” – thank you,Ward 7\n";
    private const string Expected = "Café staff were “lovely” – thank you";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Table) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Table)] },
        { "UTF-16 little-endian with a mark", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Table)] },
        { "UTF-16 big-endian with a mark", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Table)] },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes(Table) },
        { "Windows-1252", Windows1252.GetBytes(Table) },
        { "Windows-1252 by declaration", Windows1252.GetBytes($"<?xml version='1.0' encoding='windows-1252'?><rss><channel><item><description>{Expected}</description></item></channel></rss>") },
        { "Latin-1 by declaration", Windows1252.GetBytes($"<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><description>{Expected}</description></item></channel></rss>") },
        { "UTF-16 by declaration", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"<?xml version='1.0' encoding='utf-16'?><rss><channel><item><description>{Expected}</description></item></channel></rss>")] },
        { "JSON in UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($$"""{"id":"1","text":"{{Expected}}"}""")] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_is_the_same_in_every_encoding(string encoding, byte[] bytes)
    {
        encoding.Should().NotBeEmpty();
        (await Reading.BytesAsync(bytes)).Should().ContainSingle().Which.Mention!.Text.Should().Be(Expected);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Gzip_of_any_encoding_is_read(string encoding, byte[] bytes)
    {
        encoding.Should().NotBeEmpty();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        (await Reading.BytesAsync(packed.ToArray())).Should().ContainSingle().Which.Mention!.Text.Should().Be(Expected);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task A_stream_that_comes_in_drops_reads_the_same(int size)
    {
        using var stream = new DroppingStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Table + "\"A\r\n\"\"new\"\" line\",Ward 8\r\n")], size);
        var outcomes = await Reading.StreamAsync(stream);
        outcomes.Mentions().Select(mention => mention.Text).Should().Equal(Expected, "A\r\n\"new\" line");
    }

    private sealed class DroppingStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
