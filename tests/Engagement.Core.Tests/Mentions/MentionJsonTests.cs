using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Engagement.Mentions;

/// <summary>The interchange format: what is written reads back, what cannot be read says why and where.</summary>
public sealed class MentionJsonTests
{
    private static readonly Mention Full = new()
    {
        Id = "18\"4\\",
        Platform = Platform.CareOpinion,
        Author = new Author { Handle = "ada", DisplayName = "Ada \u2028", Biography = "nurse 👩🏾‍⚕️", Followers = 12 },
        Title = "Ward 7",
        Text = "So kind\nThank you",
        Place = "Leeds",
        Asked = QuestionAsked.WhatCouldImprove,
        Language = "en",
        Published = Instant.FromUtc(2026, 11, 10, 8, 15) + Duration.FromNanoseconds(1_234_000),
        DateIsDoubtful = true,
        Link = "https://example.org/1?a=1&b=2",
        Counts = new MentionCounts { Likes = 1, Shares = 0, Replies = 9_007_199_254_740_993 },
        HasMedia = true,
        ReplyTo = "1",
        RepostOf = "2",
        QuoteOf = "3",
        ExpandedLinks = new Dictionary<string, string> { ["https://t.co/a"] = "https://example.org/a" },
    };

    [Fact]
    public void Every_field_reads_back() => MentionJson.Parse(MentionJson.Write(Full)).Mention.Should().BeEquivalentTo(Full);

    [Fact]
    public void A_mention_is_one_line() => MentionJson.Write(Full).Should().NotContainAny("\n", "\r");

    [Fact]
    public void What_is_not_known_is_left_out() =>
        MentionJson.Write(new Mention { Id = "1", Text = "", Platform = Platform.X }).Should().Be("""{"id":"1","platform":"x","text":""}""");

    [Fact]
    public void Any_text_reads_back()
    {
        var property = Prop.ForAll<string?, string?, long?>((text, title, followers) =>
        {
            var mention = new Mention
            {
                Id = "1",
                Text = WellFormed(text ?? ""),
                Title = title is null ? null : WellFormed(title),
                Author = new Author { Followers = followers is { } n ? Math.Abs(n % 1_000_000) : null },
            };
            return MentionJson.Parse(MentionJson.Write(mention)).Mention == mention;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(2026, 1121), property);
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        var property = Prop.ForAll<string?>(line => MentionJson.Parse(line ?? "") is { } result && (result.IsMention || result.Reason is not null));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(2026, 1121), property);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("2026-11-10T08:15:00Z", "2026-11-10T08:15:00Z")]
    [InlineData("2026-11-10T08:15:00+01:00", "2026-11-10T07:15:00Z")]
    [InlineData("2026-11-10T08:15:00.5-05:30", "2026-11-10T13:45:00.5Z")]
    public void An_instant_may_have_any_offset(string written, string expected)
    {
        var result = MentionJson.Parse($$"""{"id":"1","text":"a","published":"{{written}}"}""");
        result.Mention!.Published.Should().Be(NodaTime.Text.InstantPattern.ExtendedIso.Parse(expected).Value);
        result.Mention.PublishedOn.Should().BeNull();
    }

    [Fact]
    public void A_date_alone_is_no_instant()
    {
        var mention = MentionJson.Parse("""{"id":"1","text":"a","published":"2026-11-10"}""").Mention!;
        mention.Published.Should().BeNull();
        mention.PublishedOn.Should().Be(new LocalDate(2026, 11, 10));
        MentionJson.Write(mention).Should().Contain("\"published\":\"2026-11-10\"");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("linkedIn", Platform.LinkedIn)]
    [InlineData("youTube", Platform.YouTube)]
    [InlineData("tikTok", Platform.TikTok)]
    [InlineData("careOpinion", Platform.CareOpinion)]
    [InlineData("nhsUk", Platform.NhsUk)]
    [InlineData("X", Platform.X)]
    [InlineData("other", Platform.Other)]
    public void Platforms_have_fixed_names(string name, Platform expected) =>
        MentionJson.Parse($$"""{"id":"1","text":"a","platform":"{{name}}"}""").Mention!.Platform.Should().Be(expected);

    [Fact]
    public void Every_platform_reads_back()
    {
        foreach (var platform in Enum.GetValues<Platform>())
        {
            MentionJson.Parse(MentionJson.Write(new Mention { Id = "1", Text = "", Platform = platform })).Mention!.Platform.Should().Be(platform);
        }
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("""{"id":1846987139428634858,"text":"a","retweets":[[1],{"a":2}],"title":null}""")]
    [InlineData("\uFEFF {\"text\":\"a\",\"id\":\"1846987139428634858\"} ")]
    public void Unknown_fields_nulls_and_numbers_as_ids_are_no_fault(string line)
    {
        var mention = MentionJson.Parse(line).Mention!;
        mention.Id.Should().Be("1846987139428634858");
        mention.Title.Should().BeNull();
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("""{"text":"a"}""", "id: missing or empty", 0)]
    [InlineData("""{"id":"1"}""", "text: missing", 0)]
    [InlineData("""{"id":"1","text":7}""", "text: expected a string, found a number", 17)]
    [InlineData("""{"id":"1","text":"a","author":"ada"}""", "author: expected an object, found a string", 30)]
    [InlineData("""{"id":"1","text":"a","author":{"followers":"12"}}""", "author.followers: expected a whole number, found a string", 43)]
    [InlineData("""{"id":"1","text":"a","counts":{"likes":-1}}""", "counts.likes: expected 0 or more, found -1", 39)]
    [InlineData("""{"id":"1","text":"a","published":"10/11/2026"}""", "published: expected 2026-11-10T08:15:00Z, with any offset, or 2026-11-10", 33)]
    [InlineData("[1]", "expected a JSON object, found an array", 0)]
    [InlineData("""{"id":"1","text":"a"} {}""", "this is not valid JSON", 22)]
    [InlineData("""{"id":"1","te""", "this is not valid JSON", 10)]
    [InlineData("", "this is not valid JSON", 0)]
    public void A_fault_is_said_with_its_place(string line, string reason, long position)
    {
        var result = MentionJson.Parse(line);
        result.IsMention.Should().BeFalse();
        result.Reason.Should().Be(reason);
        result.Position.Should().Be(position);
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("""{"id":"1","text":"a \ud800 @zoe"}""", "a ‹D800› @zoe")]
    [InlineData("""{"id":"1","text":"\udc00\ud83d\ude42\ud83d"}""", "‹DC00›🙂‹D83D›")]
    [InlineData("""{"id":"1","text":"\ud800\"\\\/\b\f\n\r\t é"}""", "‹D800›\"\\/\b\f\n\r\t é")]
    public void Half_of_an_escaped_pair_is_text(string line, string expected) => MentionJson.Parse(line).Mention!.Text.Should().Be(LoneSurrogates.In(expected));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_a_fault()
    {
        byte[] line = [.. "{\"id\":\"1\",\"text\":\""u8, 0xC3, .. "\"}"u8];
        var result = MentionJson.Parse(line);
        (result.Reason, result.Position).Should().Be(("text: a character is broken", 17));
        line = [.. "{\"id\":\"1\",\"text\":\"\\ud800"u8, 0xC3, .. "\"}"u8];
        MentionJson.Parse(line).Reason.Should().Be("text: a character is broken");
    }

    [Fact]
    public void Deep_nesting_is_a_fault_and_no_crash() =>
        MentionJson.Parse("{\"id\":\"1\",\"text\":\"a\",\"x\":" + new string('[', 100_000)).Reason.Should().Be("this is not valid JSON");

    // JSON in UTF-8 has no lone surrogates; they are written as U+FFFD.
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
