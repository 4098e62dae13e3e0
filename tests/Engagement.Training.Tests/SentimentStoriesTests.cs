namespace Engagement.Training;

/// <summary>The project's own labelled stories: how they are read, and that their parts stay apart.</summary>
public sealed class SentimentStoriesTests
{
    private static readonly string Path = System.IO.Path.Combine(RepositoryRoot(), "benchmarks", "Engagement.Accuracy", "Corpora", "sentiment", "stories.tsv");

    [Fact]
    public void Each_story_is_read_as_a_post_and_as_feedback()
    {
        var stories = SentimentStories.Read(Path, "measure");
        stories.Should().HaveCount(242).And.OnlyContain(story => story.Asked == QuestionAsked.Open);
        stories.GroupBy(story => story.Text).Should().OnlyContain(same => same.Count() == 2 && same.Select(story => story.Platform).Distinct().Count() == 2);
    }

    [Fact]
    public void The_parts_share_no_text_and_no_scenario()
    {
        var rows = File.ReadLines(Path).Where(line => line[0] != '#').Select(line => line.Split('\t')).ToList();
        rows.Select(row => row[0]).Should().OnlyHaveUniqueItems();
        rows.Select(row => SentimentTrainer.KeyOf(row[4])).Should().OnlyHaveUniqueItems();
        rows.Where(row => row[1] == "train").Select(row => row[2]).Should().NotIntersectWith(rows.Where(row => row[1] == "measure").Select(row => row[2]));
    }

    [Theory]
    [InlineData("a\ttrain\tplace\tpositive", "line 2: 4 values, expected 5")]
    [InlineData("a\ttrain\tplace\tglad\ttext", "line 2: 'glad' is not a label")]
    public void A_row_that_is_not_a_story_is_refused_with_its_line(string row, string reason)
    {
        var path = System.IO.Path.GetTempFileName();
        File.WriteAllText(path, "# remark\n" + row + "\n");
        var reading = () => SentimentStories.Read(path, "train");
        reading.Should().Throw<FormatException>().WithMessage($"*{reason}*");
        File.Delete(path);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Engagement.Core.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run within the repository");
    }
}
