using Engagement.Sentiment;

namespace Engagement.Star;

public sealed class StarMapperTests
{
    private static readonly StarMapper Mapper = StarMapper.Create();
    private static readonly HybridSentimentScorer Scorer = HybridSentimentScorer.Create();

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("We never get any training, not one study day in two years", "development-")]
    [InlineData("I wish managers listened to us", "leadership-")]
    [InlineData("No need to thank me", "")]
    [InlineData("Does anyone know if training is on?", "")]
    [InlineData("star of the show", "")]
    [InlineData("Train was late again", "")]
    [InlineData("Have a safe journey home everyone", "")]
    [InlineData("Leadership election results at ten tonight", "")]
    [InlineData("Role play game night in the mess", "")]
    [InlineData("Only two nurses for 30 patients on the ward last night", "healthy_safe-")]
    [InlineData("The receptionist clearly had no training", "development-")]
    [InlineData("Thank you to all the nurses on Ward 9, you were brilliant", "role_counts+")]
    public void Follows_the_guide(string text, string expected) => Labels(text).Should().Be(expected);

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("")]
    [InlineData("\ud800\udc00‹D800›")]
    [InlineData("((((((((((")]
    public void Answers_any_text(string text) => Labels(LoneSurrogates.In(text)).Should().BeEmpty();

    /// <summary>The worked example of NHS Employers' briefing 88 in our own words: three of the five points in the story, the fourth in the praise.</summary>
    [Fact]
    public void Reads_the_briefings_own_example()
    {
        const string Story = "Somebody tweeted that they sat two hours in our clinic and nobody said why. Our manager read it out, asked the whole team what we would do about it and listened. "
            + "Between us we came up with a board that shows the wait, and she asked Priya to take it on and trained her to run it.";
        const string Praise = "Thank you to the lovely nurses in the fracture clinic, they came out and explained the wait to everyone. Brilliant team.";

        Labels(Story).Split(',').Should().Contain(["leadership+", "involvement+", "development+"]);
        Labels(Praise).Should().Be("role_counts+");
    }

    [Fact]
    public void Shows_the_words_behind_every_finding()
    {
        const string Text = "Two nurses for thirty patients again and not one of us got a break. Ward manager nowhere to be seen.";
        var mention = MentionParser.Default.Parse(Text);
        var findings = Mapper.Map(mention, Scorer.Score(mention));

        findings.Should().NotBeEmpty();
        findings.Should().OnlyContain(finding => finding.Evidence.Count > 0 && finding.Confidence >= 0 && finding.Confidence <= 1);
        findings.SelectMany(finding => finding.Evidence).Should().OnlyContain(part => part.Evidence.Span.Start >= 0 && part.Evidence.Span.End <= Text.Length && part.Contribution > 0);
        findings.Select(finding => StarLabel.Of(finding.Point, finding.Direction)).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Lets_a_trust_add_and_switch_off_rules()
    {
        var rule = new StarRule("tern-award", StarPoint.RoleCounts, StarDirection.Strengthens, Query.Parse("\"golden tern\"").GetValueOrThrow(), 2, StarRuleScope.Text);
        var mention = MentionParser.Default.Parse("The golden tern went to Linden");
        var sentiment = Scorer.Score(mention);

        StarMapper.Create(new StarOverrides { Rules = [rule] }).Map(mention, sentiment)
            .Should().Contain(finding => finding.Point == StarPoint.RoleCounts && finding.Rules.Contains("tern-award"));
        StarMapper.Create(new StarOverrides { DisabledRules = ["dev-untrained"] }).Should().NotBeNull();
        FluentActions.Invoking(() => StarMapper.Create(new StarOverrides { DisabledRules = ["no-such-rule"], Rules = [rule, rule] }))
            .Should().Throw<ArgumentException>().WithMessage("*no-such-rule*tern-award*");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("a\tleadership\t+\t1\tclause\t(boss", "Star.test, line 1: rule 'a', position *")]
    [InlineData("# comment\na\tcourage\t+\t1\tclause\tboss", "Star.test, line 2: 'courage' is not a point of the star.")]
    [InlineData("a\tleadership\tup\t1\tclause\tboss", "Star.test, line 1: the direction 'up'*")]
    [InlineData("a\tleadership\t+\t0\tclause\tboss", "Star.test, line 1: the strength '0'*")]
    [InlineData("a\tleadership\t+\t1\tpage\tboss", "Star.test, line 1: the scope 'page'*")]
    [InlineData("a\tleadership\t+\t1\tboss", "Star.test, line 1: a rule has 6 columns*")]
    [InlineData("a\tleadership\t+\t1\tclause\t{boss}", "Star.test, line 1: there is no list 'boss'*")]
    [InlineData("a\tleadership\t+\t1\tclause\tboss\na\tleadership\t+\t1\tclause\tboss", "Star.test, line 2: the id 'a' stands twice.")]
    public void Says_what_is_wrong_with_a_rule_file(string text, string message) =>
        FluentActions.Invoking(() => StarRuleBook.Read(Queries.RuleTable.Read("Star.test", text, 6))).Should().Throw<InvalidDataException>().WithMessage(message);

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData(0, "no star model")]
    [InlineData(40, "cut short within its header")]
    [InlineData(200, "cut short: 152 of")]
    public void Refuses_a_damaged_model(int length, string reason)
    {
        var bytes = StarModel.Shipped!.Write();
        FluentActions.Invoking(() => StarModel.Read(bytes.AsSpan(0, length))).Should().Throw<InvalidDataException>().WithMessage($"*{reason}*");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData(0, "no star model")]
    [InlineData(8, "of version * 3 is read")]
    [InlineData(60, "does not have the hash it says")]
    [InlineData(5000, "does not have the hash it says")]
    public void Refuses_a_model_with_a_changed_byte(int at, string reason)
    {
        var bytes = StarModel.Shipped!.Write();
        bytes[at] ^= 0x40;
        FluentActions.Invoking(() => StarModel.Read(bytes)).Should().Throw<InvalidDataException>().WithMessage($"*{reason}*");
    }

    [Fact]
    public void Writes_the_model_that_it_read()
    {
        var bytes = StarModel.Shipped!.Write();
        StarModel.Read(bytes).Write().Should().Equal(bytes);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("listening", "listen")]
    [InlineData("bullies", "bul")]
    [InlineData("bully", "bul")]
    [InlineData("porters", "port")]
    [InlineData("stopped", "stop")]
    [InlineData("is", "is")]
    [InlineData("ed", "ed")]
    public void Cuts_a_word_to_what_its_forms_share(string word, string stem) => StarStem.Of(word).ToString().Should().Be(stem);

    [Fact]
    public void Describes_every_point_and_shows_a_trusts_own_name()
    {
        StarPoints.All.Select(point => point.Point).Should().Equal(Enum.GetValues<StarPoint>());
        StarPoints.All.Should().OnlyContain(point => point.Name.Length > 0 && point.Description.Length > 0 && point.PeoplePromise.Count > 0 && point.StaffSurvey.Count > 0);
        StarPoints.NameOf(StarPoint.Development).Should().Be("Personal development and training");
        StarPoints.NameOf(StarPoint.Development, new StarOverrides { Names = new Dictionary<StarPoint, string> { [StarPoint.Development] = "Growing" } }).Should().Be("Growing");
    }

    [Fact]
    public void Reads_a_megabyte_of_one_word()
    {
        var mention = MentionParser.Default.Parse(string.Concat(Enumerable.Repeat("nurse ", 175_000)));
        FluentActions.Invoking(() => Mapper.Map(mention, Scorer.Score(mention))).Should().NotThrow();
    }

    private static string Labels(string text)
    {
        var mention = MentionParser.Default.Parse(text);
        return string.Join(',', Mapper.Map(mention, Scorer.Score(mention)).Select(finding => Key(finding.Point) + (finding.Direction == StarDirection.Strengthens ? "+" : "-")));
    }

    private static string Key(StarPoint point) => StarLabel.KeyOf(point);
}
