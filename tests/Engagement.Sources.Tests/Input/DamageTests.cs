using System.IO.Compression;
using System.Text;

namespace Engagement.Sources.Input;

/// <summary>Sound files of every kind, damaged at random: whatever comes, reading ends, gives outcomes and does not throw.</summary>
public sealed class DamageTests
{
    private static readonly string[] Kinds =
    [
        "id,date,text,place\n1,09/11/2026,\"One, two\",A\n2,30/11/2026,\"Say \"\"hi\"\"\nthere\",B\n3,11/30/2026,Three,B\n",
        "id;text\r\n1;Eins\r\n2;\"Zwei;\r\ndrei\"\r\n",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><link>https://a.example</link><item><title>A &amp;amp; b</title><link>/x</link><pubDate>Mon, 09 Nov 2026 08:15:30 GMT</pubDate><description><![CDATA[<p>One <a href=\"https://b.example\">two</a></p>]]></description></item><item><title>C</title></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>x</id><entry><id>1</id><title type=\"html\">&lt;b&gt;A&lt;/b&gt;</title><content type=\"xhtml\"><div><p>One</p></div></content><updated>2026-11-09T08:15:30Z</updated></entry></feed>",
        "{\"id\":\"1\",\"platform\":\"x\",\"text\":\"One\",\"author\":{\"handle\":\"a\",\"followers\":3},\"published\":\"2026-11-09T08:15:30Z\"}\n{\"id\":\"2\",\"text\":\"Two \\ud83d\\ude42\"}\n",
        "{\"data\":[{\"id\":\"1\",\"text\":\"One https://t.co/a\",\"author_id\":\"2\",\"entities\":{\"urls\":[{\"url\":\"https://t.co/a\",\"expanded_url\":\"https://a.example\"}]},\"public_metrics\":{\"like_count\":3},\"referenced_tweets\":[{\"type\":\"retweeted\",\"id\":\"3\"}]}],\"includes\":{\"users\":[{\"id\":\"2\",\"username\":\"a\"}],\"tweets\":[{\"id\":\"3\",\"text\":\"Whole\"}]}}\n",
        "window.YTD.tweets.part0 = [ {\n \"tweet\" : { \"id_str\" : \"5\", \"full_text\" : \"One\", \"created_at\" : \"Wed Oct 10 20:19:24 +0000 2018\", \"favorite_count\" : \"3\" } } ]",
        "[{\"id\":\"1\",\"content\":\"<p>One <span class='invisible'>x</span></p>\",\"account\":{\"acct\":\"a\",\"url\":\"https://m.example/@a\"},\"mentions\":[{\"acct\":\"b@c\",\"url\":\"u\"}],\"reblog\":null}]",
        "{\"posts\":[{\"uri\":\"at://d/app.bsky.feed.post/k\",\"author\":{\"handle\":\"a.b\"},\"record\":{\"text\":\"🙂 One\",\"createdAt\":\"2026-11-09T08:15:30Z\",\"langs\":[\"en\"],\"facets\":[{\"index\":{\"byteStart\":0,\"byteEnd\":4},\"features\":[{\"uri\":\"https://a.example\"}]}]},\"embed\":{\"images\":[]}}]}",
        "[{\"id\":5,\"title\":\"A\",\"body\":\"**B** [c](https://d)\",\"dateOfPublication\":\"2026-11-09T08:15:30\",\"links\":[{\"rel\":\"x\",\"href\":\"https://www.a.example/5\"}],\"healthServices\":[{\"name\":\"W\"}]}]",
        "{\"comments\":[{\"comment\":{\"commentId\":9,\"commentText\":\"A\",\"dateSubmitted\":\"2026-11-09\"}}]}",
        "{\"data\":[{\"id\":\"1_2\",\"message\":\"A\",\"created_time\":\"2026-11-09T08:15:30+0000\",\"from\":{\"name\":\"B\"},\"likes\":{\"summary\":{\"total_count\":5}}}]}",
    ];

    public static TheoryData<int> KindNumbers => [.. Enumerable.Range(0, Kinds.Length)];

    [Theory]
    [MemberData(nameof(KindNumbers))]
    public async Task A_sound_file_gives_mentions_and_a_damaged_one_does_not_throw(int kind)
    {
        var sound = Encoding.UTF8.GetBytes(Kinds[kind]);
        (await Reading.BytesAsync(sound)).Should().Contain(outcome => outcome.Mention != null);

        var random = new Random(kind);
        for (var round = 0; round < 400; round++)
        {
            var outcomes = await Reading.BytesAsync(Damage(sound, random));
            foreach (var outcome in outcomes)
            {
                if (outcome.Mention is { } mention)
                {
                    mention.Id.Should().NotBeNullOrEmpty();
                    (mention.Published is null || mention.PublishedOn is null).Should().BeTrue();
                }
                else
                {
                    outcome.Problem!.Reason.Should().NotBeNullOrEmpty();
                    outcome.Problem.Place.Should().NotBeNullOrEmpty();
                }
            }
        }
    }

    [Fact]
    public async Task Damaged_gzip_does_not_throw()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(Kinds[0]));
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var bytes = Damage(packed.ToArray(), random);
            (await Reading.BytesAsync(bytes)).Should().NotBeEmpty();
        }
    }

    private static byte[] Damage(byte[] sound, Random random)
    {
        const string Likely = "\"\"\"'\\{}[]<>&;,:\n\r\t \0/x9\u00FF";
        var bytes = new List<byte>(sound);
        for (var cuts = random.Next(1, 6); cuts > 0 && bytes.Count > 0; cuts--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.Insert(at, (byte)Likely[random.Next(Likely.Length)]); break;
                case 2: bytes.RemoveAt(at); break;
                case 3: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(20))); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(30)))); break;
                case 5 when random.Next(4) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
                default: bytes[at] = (byte)Likely[random.Next(Likely.Length)]; break;
            }
        }

        return [.. bytes];
    }
}
