using System.Globalization;

namespace Engagement.Sentiment;

/// <summary>What holds of every scorer of the library.</summary>
public sealed class SentimentScorerTests
{
    private static readonly Dictionary<string, ISentimentScorer> Scorers = new()
    {
        ["lexicon"] = LexiconSentimentScorer.Create(),
        ["hybrid"] = HybridSentimentScorer.Create(),
    };

    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var scorer in Scorers.Keys)
        {
            for (var i = 0; i < NamedCases.All.Length; i++) data.Add(scorer, i);
        }

        return data;
    }

    public static TheoryData<string> Names() => [.. Scorers.Keys];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Cases))]
    public void Every_named_case_is_right(string scorer, int row)
    {
        var (text, allowed) = NamedCases.All[row];
        var score = Scorers[scorer].Score(MentionParser.Default.Parse(text));
        allowed.Should().Contain(score.Label, "\"{0}\" has margin {1}, probabilities {2}", text, score.Margin, score.Probabilities);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public void The_parts_add_up_to_the_margin_exactly(string scorer)
    {
        string[] texts =
        [
            .. NamedCases.All.Select(row => row.Text),
            "The nurses were lovely but the food was AWFUL!!! We waited 6 hours :( and nobody told us why. Still, thanks to all the staff ❤️",
            "I can't say it was terribly bad, although parking is a nightmare; overall a really good, really kind team.",
        ];
        foreach (var text in texts)
        {
            var score = Scorers[scorer].Score(MentionParser.Default.Parse(text));
            (score.Baseline + score.Evidence.Sum(e => e.Contribution) + score.Other).Should().Be(score.Margin, text);
            (score.Baseline + score.Other + score.Evidence.Reverse().Sum(e => e.Contribution)).Should().Be(score.Margin, text);
            (score.Probabilities.Negative + score.Probabilities.Neutral + score.Probabilities.Positive).Should().BeApproximately(1, 1e-9);
            score.Score.Should().Be(score.Probabilities.Positive - score.Probabilities.Negative);
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public void Evidence_lies_in_the_text_in_order_and_without_overlap(string scorer)
    {
        const string Text = "Lovely staff :-) but 9 hours in A&E, no food, and a rude doctor 😡 — never again!";
        var score = Scorers[scorer].Score(MentionParser.Default.Parse(Text));
        score.Evidence.Should().NotBeEmpty();
        var end = 0;
        foreach (var evidence in score.Evidence)
        {
            evidence.Evidence.Span.Start.Should().BeGreaterThanOrEqualTo(end);
            evidence.Evidence.Span.End.Should().BeLessThanOrEqualTo(Text.Length).And.BeGreaterThan(evidence.Evidence.Span.Start);
            end = evidence.Evidence.Span.End;
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public void The_fast_path_and_the_explained_path_agree(string scorer)
    {
        var workspace = new ReadingWorkspace();
        foreach (var (text, _) in NamedCases.All)
        {
            var mention = MentionParser.Default.Parse(text);
            var score = Scorers[scorer].Score(mention);
            var reading = Scorers[scorer] is LexiconSentimentScorer lexicon ? lexicon.Read(mention, workspace) : ((HybridSentimentScorer)Scorers[scorer]).Read(mention, workspace);
            reading.Should().Be(new SentimentReading(score.Label, score.Score), text);
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public void Label_and_score_alone_allocate_nothing(string scorer)
    {
        var workspace = new ReadingWorkspace();
        var mentions = NamedCases.All.Select(row => MentionParser.Default.Parse(row.Text)).ToArray();
        Func<ParsedMention, SentimentReading> read = Scorers[scorer] is LexiconSentimentScorer lexicon
            ? mention => lexicon.Read(mention, workspace)
            : mention => ((HybridSentimentScorer)Scorers[scorer]).Read(mention, workspace);
        foreach (var mention in mentions) read(mention);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var mention in mentions) read(mention);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public void Emoji_alone_and_halves_of_one_have_an_answer(string scorer)
    {
        // Not rows of an attribute: those are kept in UTF-8, which has no half of a pair.
        (string Text, SentimentLabel Label)[] rows =
        [
            ("😍", SentimentLabel.Positive),
            ("😡😡😡", SentimentLabel.Negative),
            ("\uD83D great \uDE0D", SentimentLabel.Positive),
            ("\uDE0D\uD83D rude staff \uD83D", SentimentLabel.Negative),
        ];
        foreach (var (text, label) in rows) Scorers[scorer].Score(MentionParser.Default.Parse(text)).Label.Should().Be(label, text);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public void A_culture_changes_nothing(string scorer)
    {
        const string Text = "ILL-INFORMED and RIDICULOUS: I waited 3,5 hours in I.C.U., brilliant nurses though!";
        var expected = Scorers[scorer].Score(MentionParser.Default.Parse(Text));
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in (string[])["tr-TR", "de-DE", "ar-SA"])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                ISentimentScorer made = scorer == "lexicon" ? LexiconSentimentScorer.Create() : HybridSentimentScorer.Create();
                made.Score(MentionParser.Default.Parse(Text)).Margin.Should().Be(expected.Margin, culture);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public void Null_throws_and_an_empty_text_is_neutral_without_evidence(string scorer)
    {
        FluentActions.Invoking(() => Scorers[scorer].Score(null!)).Should().Throw<ArgumentNullException>();
        foreach (var text in (string[])["", "   ", "\n\n", "...", "\uD800", "@nobody https://example.org"])
        {
            var score = Scorers[scorer].Score(MentionParser.Default.Parse(text));
            score.Label.Should().Be(SentimentLabel.Neutral, text);
            score.Evidence.Should().BeEmpty();
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("Roedd y staff yn wych, diolch yn fawr iawn i bawb ar y ward", null)]
    [InlineData("Mae'r ysbyty yn ofnadwy ac roedd rhaid aros naw awr yn yr adran", null)]
    [InlineData("Diolch yn fawr", "cy")]
    [InlineData("Merci beaucoup à toute l'équipe, vous êtes formidables et très gentils avec les patients", null)]
    [InlineData("Dziękuję bardzo za opiekę, lekarze nie są tylko mili ale pomocni", null)]
    [InlineData("شكرا جزيلا لكم جميعا على كل شيء", null)]
    [InlineData("非常感谢医院的所有医生和护士", null)]
    public void What_is_not_English_is_unsupported(string text, string? language)
    {
        foreach (var scorer in Scorers.Values)
            scorer.Score(MentionParser.Default.Parse(new Mention { Id = "1", Text = text, Language = language })).Label.Should().Be(SentimentLabel.Unsupported);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("Thanks", null)]
    [InlineData("Diolch", null)]
    [InlineData("Great staff", "cy")]
    [InlineData("The nurses in Ysbyty Gwynedd were so kind to my mum", "cy")]
    [InlineData("Free parking, friendly staff, clean rooms, good food", null)]
    [InlineData("Royal Bournemouth Hospital maternity unit open day Saturday", null)]
    [InlineData("Diolch to everyone on the ward, you were all brilliant with me", null)]
    public void English_and_very_short_texts_are_scored(string text, string? language)
    {
        foreach (var scorer in Scorers.Values)
            scorer.Score(MentionParser.Default.Parse(new Mention { Id = "1", Text = text, Language = language })).Label.Should().NotBe(SentimentLabel.Unsupported);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("Nothing", QuestionAsked.WhatCouldImprove, SentimentLabel.Positive)]
    [InlineData("Nothing.", QuestionAsked.WhatCouldImprove, SentimentLabel.Positive)]
    [InlineData("Nothing at all!", QuestionAsked.WhatCouldImprove, SentimentLabel.Positive)]
    [InlineData("None", QuestionAsked.WhatCouldImprove, SentimentLabel.Positive)]
    [InlineData("No complaints", QuestionAsked.WhatCouldImprove, SentimentLabel.Positive)]
    [InlineData("Nothing", QuestionAsked.WhatWasGood, SentimentLabel.Negative)]
    [InlineData("Everything", QuestionAsked.WhatWasGood, SentimentLabel.Positive)]
    [InlineData("Everything", QuestionAsked.WhatCouldImprove, SentimentLabel.Negative)]
    public void A_short_answer_is_read_in_the_light_of_the_question(string text, QuestionAsked asked, SentimentLabel expected)
    {
        foreach (var (name, scorer) in Scorers)
            scorer.Score(MentionParser.Default.Parse(new Mention { Id = "1", Text = text, Asked = asked, Platform = Platform.Survey })).Label.Should().Be(expected, name);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("The nurses were wonderful and kind but the food was disgusting and cold")]
    [InlineData("Excellent doctors. Terrible, filthy waiting room.")]
    public void Praise_and_complaint_in_different_clauses_are_mixed(string text)
    {
        foreach (var (name, scorer) in Scorers)
        {
            var score = scorer.Score(MentionParser.Default.Parse(text));
            score.Label.Should().Be(SentimentLabel.Mixed, name);
            score.Clauses.Should().Contain(clause => clause.Score > 0).And.Contain(clause => clause.Score < 0);
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData('a')]
    [InlineData(')')]
    [InlineData('!')]
    [InlineData('\uD83D')]
    [InlineData(' ')]
    [InlineData('(')]
    public void A_megabyte_of_one_character_has_an_answer(char c)
    {
        var text = new string(c, 1_000_000);
        foreach (var scorer in Scorers.Values) scorer.Score(MentionParser.Default.Parse(text)).Margin.Should().NotBe(double.NaN);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("good but bad ")]
    [InlineData("not very :( ")]
    [InlineData("really really really ")]
    [InlineData("nothing short of ")]
    public void A_megabyte_of_what_the_rules_look_for_has_an_answer(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        foreach (var scorer in Scorers.Values) scorer.Score(MentionParser.Default.Parse(text)).Margin.Should().NotBe(double.NaN);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("great", 5.0, null, "valence 5")]
    [InlineData("great", double.NaN, null, "expected a number from -4 to 4")]
    [InlineData(" ", 1.0, null, "an entry has no text")]
    [InlineData("great", 1.0, "great", "both an entry and a mask")]
    [InlineData("great", 1.0, "...", "has no word")]
    public void A_faulty_override_is_refused_with_its_reason(string entry, double valence, string? mask, string reason)
    {
        var overrides = new LexiconOverrides { Entries = [new LexiconEntry(entry, valence)], Masks = mask is null ? [] : [mask] };
        FluentActions.Invoking(() => LexiconSentimentScorer.Create(overrides)).Should().Throw<ArgumentException>().WithMessage($"*{reason}*");
        FluentActions.Invoking(() => HybridSentimentScorer.Create(overrides)).Should().Throw<ArgumentException>().WithMessage($"*{reason}*");
    }

    [Fact]
    public void An_override_named_twice_is_refused()
    {
        var overrides = new LexiconOverrides { Entries = [new LexiconEntry("Top-notch", 3), new LexiconEntry("top notch", 2)] };
        FluentActions.Invoking(() => LexiconSentimentScorer.Create(overrides)).Should().Throw<ArgumentException>().WithMessage("*named twice*");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public void A_trusts_own_entries_and_masks_decide(string scorer)
    {
        var overrides = new LexiconOverrides
        {
            Entries = [new LexiconEntry("zorbly", 3), new LexiconEntry("mardy", 0), new LexiconEntry("brilliant", -3), new LexiconEntry(":zz", -3)],
            Masks = ["Hope Terrible House"],
        };
        ISentimentScorer made = scorer == "lexicon" ? LexiconSentimentScorer.Create(overrides) : HybridSentimentScorer.Create(overrides);
        Label("The ward was zorbly").Should().Be(SentimentLabel.Positive);
        Label("brilliant").Should().Be(SentimentLabel.Negative);
        Label("Open day at Hope Terrible House").Should().Be(SentimentLabel.Neutral);
        Label("the ward :zz").Should().Be(SentimentLabel.Negative);

        SentimentLabel Label(string text) => made.Score(MentionParser.Default.Parse(text)).Label;
    }
}
