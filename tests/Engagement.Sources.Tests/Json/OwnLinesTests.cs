using Engagement.Mentions;
using NodaTime;

namespace Engagement.Sources.Json;

public sealed class OwnLinesTests
{
    [Theory]
    [InlineData("{0}\n{1}\n")]
    [InlineData("\uFEFF{0}\r\n\r\n{1}")]
    [InlineData("[{0},{1}]")]
    [InlineData("[\n  {0},\n  {1}\n]\n")]
    [InlineData("[{0}]\n[{1}]\n")]
    public async Task Mentions_written_are_read_back_however_they_are_strung(string form)
    {
        var one = new Mention
        {
            Id = "1",
            Platform = Platform.Bluesky,
            Text = "Line one\nline two \"quoted\" {[,]} 🙂",
            Author = new Author { Handle = "jo.example", Followers = 3 },
            Published = Instant.FromUtc(2026, 11, 9, 8, 15),
            Counts = new MentionCounts { Likes = 1 },
        };
        var two = new Mention { Id = "2", Text = "", PublishedOn = new LocalDate(2026, 11, 9), RepostOf = "1" };
        var text = form.Replace("{0}", MentionJson.Write(one), StringComparison.Ordinal).Replace("{1}", MentionJson.Write(two), StringComparison.Ordinal);

        var outcomes = await Reading.TextAsync(text);
        outcomes.Mentions().Should().Equal(one, two);
        outcomes.Problems().Should().BeEmpty();
    }

    [Fact]
    public async Task Pretty_printed_documents_that_follow_one_another_are_read()
    {
        var outcomes = await Reading.TextAsync("{\n  \"id\": \"1\",\n  \"text\": \"One\"\n}\n{\n  \"id\": \"2\",\n  \"text\": \"Two\"\n}\n");
        outcomes.Mentions().Select(mention => mention.Id).Should().Equal("1", "2");
    }

    [Theory]
    [InlineData("[\n{\"id\":\"1\",\"text\":\"One\"},\n{\"id\":\"2\",\"text\":\"Two,\n{\"id\":\"3\",\"text\":\"Three\"}\n]", "1", "line 3, item 2")]
    [InlineData("[{\"id\":\"1\",\"text\":\"One\"},\n7,\n{\"id\":\"2\",\"text\":\"Two\"}]", "1 2", "line 2, item 2")]
    [InlineData("[{\"id\":\"1\",\"text\":\"One\"}", "1", "line 1, item 1")]
    [InlineData("[{\"id\":\"1\",\"text\":\"One\"},{\"id\":", "1", "line 1, item 2")]
    public async Task A_broken_document_gives_what_is_sound(string text, string ids, string place)
    {
        var outcomes = await Reading.TextAsync(text);
        string.Join(' ', outcomes.Mentions().Select(mention => mention.Id)).Should().StartWith(ids);
        outcomes.Problems().Should().NotBeEmpty();
        outcomes.Problems()[0].Place.Should().Be(place);
    }

    [Fact]
    public async Task An_object_of_no_known_kind_names_its_fields()
    {
        var outcomes = await Reading.TextAsync("{\"max\":1,\"query\":\"x\"}");
        outcomes.Should().ContainSingle().Which.Problem!.Reason.Should().Contain("'max', 'query'");
    }
}
