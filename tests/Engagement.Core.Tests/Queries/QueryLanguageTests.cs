using NodaTime;

namespace Engagement.Queries;

/// <summary>The language, fact by fact: a query, a post, and whether it is found. The language guide's own examples run in a test of their own.</summary>
public sealed class QueryLanguageTests
{
    [Theory(DisableDiscoveryEnumeration = true)]
    // Adjacency is AND; the operators and their signs.
    [InlineData("ward 7 leeds", "Leeds, on ward 7", true)]
    [InlineData("ward 7 leeds", "Leeds, on ward 8", false)]
    [InlineData("ward && leeds", "leeds ward", true)]
    [InlineData("ward || leeds", "leeds", true)]
    [InlineData("ward !leeds", "ward in leeds", false)]
    [InlineData("ward -leeds", "ward in york", true)]
    [InlineData("ward -\"car park\"", "ward car, park", false)]
    [InlineData("ward or leeds", "leeds", true)]
    [InlineData("ward and leeds", "ward and york", false)]
    [InlineData("ward \"or\" leeds", "ward leeds", false)]
    // NEAR, then NOT, then AND, then OR.
    [InlineData("ward OR leeds AND clinic", "ward", true)]
    [InlineData("leeds NOT clinic OR ward", "ward clinic", true)]
    [InlineData("NOT ward NEAR/1 clinic AND leeds", "leeds ward a b clinic", true)]
    // Phrases, with every kind of quotation mark.
    [InlineData("“ward seven”", "ward seven", true)]
    [InlineData("„ward seven‟", "seven ward", false)]
    [InlineData("«ward seven»", "ward. Seven", true)]
    // Wildcards, in phrases too.
    [InlineData("nurs*", "NURSING", true)]
    [InlineData("nurs*", "nurs", true)]
    [InlineData("wom?n", "women", true)]
    [InlineData("wom?n", "womn", false)]
    [InlineData("\"ward nurs*\"", "the ward's nurses, a ward nurse", true)]
    // Words between are counted, punctuation is not; the two sides are two occurrences.
    [InlineData("ward NEAR/2 clean", "clean - and, tidy: ward", true)]
    [InlineData("ward NEAR/1 clean", "clean and tidy ward", false)]
    [InlineData("ward ONEAR/2 clean", "clean and tidy ward", false)]
    [InlineData("ward NEAR/3 ward", "one ward", false)]
    [InlineData("ward NEAR/3 ward", "ward to ward", true)]
    [InlineData("ward NEAR clean", "ward 1 2 3 4 5 6 7 8 9 10 clean", true)]
    [InlineData("ward NEAR clean", "ward 1 2 3 4 5 6 7 8 9 10 11 clean", false)]
    [InlineData("(nurse OR doctor) NEAR/1 \"so kind\"", "so kind a doctor", true)]
    [InlineData("\"a b c\"~2", "c x a y b", true)]
    [InlineData("\"a b c\"~1", "c x a y b", false)]
    [InlineData("\"a a\"~5", "a b", false)]
    // Exact case.
    [InlineData("case:WHO", "WHO said", true)]
    [InlineData("case:WHO", "who said", false)]
    [InlineData("case:\"IT desk\"", "the IT desk", true)]
    [InlineData("case:\"IT desk\"", "the IT Desk", false)]
    // Signs ask for that only; a bare word finds the hashtag, never the handle.
    [InlineData("nhssm", "#NHSSM", true)]
    [InlineData("nhssm", "@nhssm", false)]
    [InlineData("#nhssm", "nhssm", false)]
    [InlineData("@LeedsTrust", "@leedstrust", true)]
    [InlineData("@LeedsTrust", "#leedstrust", false)]
    [InlineData("$ABC", "buy $abc", true)]
    [InlineData("$ABC", "abc", false)]
    [InlineData("\"buy $ABC\"", "buy $abc", true)]
    [InlineData("\"buy $ABC\"", "buy abc", false)]
    [InlineData("buy NEAR/2 $ABC", "$ABC to buy", true)]
    // Names with signs and numbers are words.
    [InlineData("C++", "c++ and c#", true)]
    [InlineData("C++", "c", false)]
    [InlineData("R&D", "our R&D", true)]
    [InlineData("A&E", "a e", false)]
    [InlineData("7.30pm", "at 7.30pm!", true)]
    [InlineData("2:1", "a 2:1 ratio", true)]
    [InlineData("24/7", "24/7", true)]
    // Case, accents and apostrophes; contractions that look like other words stay apart.
    [InlineData("CAFÉ", "cafe", true)]
    [InlineData("cafe\u0301", "Café", true)]
    [InlineData("whats", "what’s", true)]
    [InlineData("what's", "whats", true)]
    [InlineData("don't", "dont", true)]
    [InlineData("dont", "don`t", true)]
    [InlineData("patient", "the patient's", false)]
    [InlineData("patients", "the patient's", true)]
    [InlineData("ill", "I'll", false)]
    [InlineData("I’ll", "I'll", true)]
    [InlineData("well", "we'll", false)]
    [InlineData("hell", "he'll", false)]
    [InlineData("were", "we're", false)]
    // Hyphens split into a phrase.
    [InlineData("follow-up", "follow up", true)]
    [InlineData("follow up", "a follow-up", true)]
    [InlineData("follow-up", "followup", false)]
    [InlineData("follow-up", "up to follow", false)]
    // Emoji without variation selector and skin tone.
    [InlineData("❤", "❤️", true)]
    [InlineData("👍🏽", "👍", true)]
    [InlineData("👍", "👍🏿", true)]
    [InlineData("👩‍⚕️", "👩🏾‍⚕️", true)]
    [InlineData("👍", "👎", false)]
    // Scripts without spaces by any part of a run.
    [InlineData("医院", "我在北京医院看病", true)]
    [InlineData("院医", "我在北京医院看病", false)]
    [InlineData("พยาบาล", "ไปโรงพยาบาลมา", true)]
    // State of the post that its text shows.
    [InlineData("has:link", "see www.nhs.uk", true)]
    [InlineData("has:question", "why? because", true)]
    [InlineData("has:emoji", "ok 🎉", true)]
    [InlineData("has:emoji", "ok", false)]
    public void A_query_finds_a_text_or_does_not(string query, string text, bool found)
    {
        var parsed = Query.Parse(query).Query!;
        var mention = MentionParser.Default.Parse(text, Platform.X);
        parsed.Matches(mention).Should().Be(found);
        QuerySet.Create([new KeyedQuery("q", parsed)]).Match(mention).Count.Should().Be(found ? 1 : 0);
        parsed.Explain(mention).Matched.Should().Be(found);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("ward seven", true)]
    [InlineData("\"ward seven\"", false)]
    [InlineData("ward NEAR/9 seven", false)]
    [InlineData("title:ward", true)]
    [InlineData("title:seven", false)]
    [InlineData("nurse", false)]
    [InlineData("bio:nurse", true)]
    [InlineData("place:\"theatre 3\"", true)]
    [InlineData("from:mavis_b", true)]
    [InlineData("from:\"Mavis Brown\"", true)]
    [InlineData("from:mavis", false)]
    [InlineData("to:leedstrust", true)]
    [InlineData("url:careopinion", true)]
    [InlineData("site:careopinion.org.uk", true)]
    [InlineData("site:opinion.org.uk", false)]
    [InlineData("lang:en", true)]
    [InlineData("lang:cy", false)]
    [InlineData("platform:x", true)]
    [InlineData("platform:(mastodon OR bluesky)", false)]
    [InlineData("likes:10", true)]
    [InlineData("likes:>10", false)]
    [InlineData("likes:9..10", true)]
    [InlineData("shares:<=2", true)]
    [InlineData("replies:>=0", false)]
    [InlineData("followers:>1000", false)]
    [InlineData("is:reply", true)]
    [InlineData("is:original", false)]
    [InlineData("is:repost", false)]
    [InlineData("has:media", true)]
    [InlineData("since:2026-07-01", true)]
    [InlineData("until:2026-07-01", false)]
    public void Parts_and_facts_of_a_post_are_asked_for_by_field(string query, bool found)
    {
        // 2026-06-30 23:30 in UTC is the first of July in London.
        var mention = MentionParser.Default.Parse(new Mention
        {
            Id = "1",
            Platform = Platform.X,
            Title = "On the ward",
            Text = "@LeedsTrust Seven of us: https://www.careopinion.org.uk/12",
            Place = "Theatre 3",
            Language = "en-GB",
            Published = Instant.FromUtc(2026, 6, 30, 23, 30),
            ReplyTo = "9",
            HasMedia = true,
            Counts = new MentionCounts { Likes = 10, Shares = 2 },
            Author = new Author { Handle = "Mavis_B", DisplayName = "Mavis Brown", Biography = "A nurse", Followers = 1000 },
        });
        Query.Parse(query, QueryOptions.Default with { Zone = DateTimeZoneProviders.Tzdb["Europe/London"] }).GetValueOrThrow().Matches(mention).Should().Be(found);
    }

    [Fact]
    public void The_zone_of_its_days_is_part_of_a_query()
    {
        var london = QueryOptions.Default with { Zone = DateTimeZoneProviders.Tzdb["Europe/London"] };
        Query.Parse("ward", london).Query.Should().Be(Query.Parse("WARD", london).Query);
        Query.Parse("ward", london).Query.Should().NotBe(Query.Parse("ward").Query);
    }
}
