using Engagement.Sentiment;

namespace Engagement.Training;

/// <summary>The sentiment labels of the star corpus: how they find their texts, and what is refused.</summary>
public sealed class SentimentPostsTests : IDisposable
{
    private const string Settled = "A0001\ta\tlong-night-part2\tstory\tOne line\\nand another\tnone\tnone\tnone\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("posts");

    [Fact]
    public void Labels_find_their_texts_and_texts_without_a_label_are_left_out()
    {
        Write("star.tsv", "# remark\n" + Settled + "D0001\td\tlong-night-b\tchat\tAnother text\tnone\tnone\tnone\nD0002\td\tother\tchat\tUnlabelled\tnone\tnone\tnone\n");
        Write("sentiment.tsv", "# remark\nA0001\tpos\nD0001\tmixed\n");

        var posts = SentimentPosts.Read(_folder.FullName);
        posts.Select(post => (post.Family, post.Example.Text, post.Example.Label, post.Example.Source)).Distinct().Should().Equal(
            ("long-night", "One line\nand another", SentimentLabel.Positive, "posts:A"),
            ("long-night", "Another text", SentimentLabel.Neutral, "posts:D"));
        posts.Should().HaveCount(4, "each stands as a post and as feedback");
    }

    [Theory]
    [InlineData("A0001\tglad", Settled, "sentiment.tsv, line 1: 'glad' is not a label")]
    [InlineData("A0002\tpos", Settled, "sentiment.tsv, line 1: there is no text 'A0002'")]
    [InlineData("A0001", Settled, "sentiment.tsv, line 1: 1 values, expected 2")]
    [InlineData("A0001\tpos", "A0001\ttext\n", "star.tsv, line 1: 2 values, expected 8")]
    public void A_row_that_cannot_be_read_is_refused_with_its_place(string labels, string texts, string reason)
    {
        Write("star.tsv", texts);
        Write("sentiment.tsv", labels + "\n");
        var reading = () => SentimentPosts.Read(_folder.FullName);
        reading.Should().Throw<FormatException>().WithMessage($"*{reason}*");
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
