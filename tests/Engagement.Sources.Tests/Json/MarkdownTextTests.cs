namespace Engagement.Sources.Json;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("# Heading\n**bold** and __strong__", "Heading\nbold and strong")]
    [InlineData("> quoted\n>> twice", "quoted\ntwice")]
    [InlineData("2 * 3 = 6, snake_case", "2 * 3 = 6, snake_case")]
    [InlineData("\\*not emphasis\\*", "*not emphasis*")]
    [InlineData("[words](https://a.example/x) after", "words (https://a.example/x) after")]
    [InlineData("[words](javascript:x) [open", "[words](javascript:x) [open")]
    [InlineData("#hashtag stays", "#hashtag stays")]
    public void Markdown_becomes_plain_text(string markdown, string expected) => MarkdownText.Read(markdown).Should().Be(expected);

    [Fact]
    public void A_hundred_thousand_brackets_are_read() =>
        MarkdownText.Read(string.Concat(Enumerable.Repeat("[](", 100_000))).Should().HaveLength(300_000);
}
