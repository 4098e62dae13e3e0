using Engagement.Text;

namespace Engagement.Mentions;

/// <summary>What is an entity where: the facts of each platform, as rows. twitter-text's own suite is in the conformance tests.</summary>
public sealed class DialectTests
{
    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("thanks @alice", "Handle alice")]
    [InlineData("thanks @alice@example.com.", "Handle alice@example.com")]
    [InlineData("@a.li-ce.", "Handle a.li-ce")]
    [InlineData("@alice_", "Handle alice_")]
    [InlineData("=@alice /@alice x@alice é@alice _@alice", "")]
    [InlineData("(@alice) .@bob", "Handle alice|Handle bob")]
    [InlineData("mail alice@example.com", "Email alice@example.com")]
    [InlineData("@alice@bücher.example", "Handle alice@bücher.example")]
    [InlineData("#nhs", "Hashtag nhs")]
    [InlineData("(#nhs) x#nhs", "")]
    [InlineData("#123 #1a", "Hashtag 1a")]
    [InlineData("#foo_bar #foo· #il·lusió #foo・", "Hashtag foo_bar|Hashtag foo|Hashtag il·lusió|Hashtag foo")]
    [InlineData("#می\u200Cخواهم", "Hashtag می\u200Cخواهم")]
    [InlineData("#\u200Cnhs #·nhs #・nhs", "")]
    [InlineData("#_test #test_ #_ #__ #_1", "Hashtag _test|Hashtag test_")]
    [InlineData("#nhs\u200C #nhs\u200C·", "Hashtag nhs|Hashtag nhs")]
    [InlineData("#1_ #1·2 #2026_11", "Hashtag 1·2|Hashtag 2026_11")]
    [InlineData("＃ｎｈｓ test\u00A0#nhs #a＿b", "Hashtag ｎｈｓ|Hashtag nhs|Hashtag a＿b")]
    [InlineData("https://example.org/#anchor", "Link https://example.org/#anchor")]
    [InlineData("see example.org or http://example.org.", "Link http://example.org")]
    [InlineData("$ABC", "")]
    public void On_Mastodon(string text, string expected) => Check(text, Platform.Mastodon, expected);

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("@handle.com!x", "Handle handle.com")]
    [InlineData("@full123.handle.com. and (@alice.bsky.social)", "Handle full123.handle.com|Handle alice.bsky.social")]
    [InlineData("@handle @alice.nosuchdomain", "")]
    [InlineData("@-a.com @a-.com @a.-b.com @a.b-.com @a..com @.com", "")]
    [InlineData("@a-b.com @xn--bcher-kva.example.com", "Handle a-b.com|Handle xn--bcher-kva.example.com")]
    [InlineData("not@right.com", "Email not@right.com")]
    [InlineData("not@right", "")]
    [InlineData("@alice.test", "Handle alice.test")]
    [InlineData("#tag #1 #1a #double#rainbow", "Hashtag tag|Hashtag 1a|Hashtag double#rainbow")]
    [InlineData("#tag! #a.b. x#tag (#tag)", "Hashtag tag|Hashtag a.b")]
    [InlineData("#😊 #️⃣ #👩🏾‍⚕️", "Hashtag 😊|Emoji #️⃣|Hashtag 👩🏾‍⚕️")]
    [InlineData("$abc $TSLA, $toolong $1a", "Cashtag ABC|Cashtag TSLA")]
    [InlineData("example.com, www.nhs.uk/a? (https://example.org/a_(b)) https://x.test/c).", "Link example.com|Link www.nhs.uk/a|Link https://example.org/a_(b))|Link https://x.test/c")]
    [InlineData("it.was so.Lovely a.nosuchdomain", "")]
    public void On_Bluesky(string text, string expected) => Check(text, Platform.Bluesky, expected);

    [Fact]
    public void A_Bluesky_tag_has_at_most_64_graphemes()
    {
        Check("#" + new string('a', 64), Platform.Bluesky, "Hashtag " + new string('a', 64));
        Check("#" + new string('a', 65), Platform.Bluesky, "");
        var family = "👨‍👩‍👧‍👦";
        Check("#" + string.Concat(Enumerable.Repeat(family, 64)), Platform.Bluesky, "Hashtag " + string.Concat(Enumerable.Repeat(family, 64)));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("@abcdefghijklmnopqrst1", "Handle abcdefghijklmnopqrst")]
    [InlineData("RT:@mention RT@user @user/list-1", "Handle mention|Handle user|List user/list-1")]
    [InlineData("(#ATL) ＃nhs #123 #ｎｈｓ", "Hashtag ATL|Hashtag nhs|Hashtag ｎｈｓ")]
    [InlineData("$BRK.A $ABCDEF $ABCDEFG", "Cashtag BRK.A|Cashtag ABCDEF")]
    [InlineData("mail me: first.last+ward7@leeds.nhs.uk.", "Email first.last+ward7@leeds.nhs.uk")]
    [InlineData("example.com/a_(b) nhs.uk.", "Link example.com/a_(b)|Link nhs.uk")]
    [InlineData("@a👍🏽@b 🇬🇧", "Handle a|Emoji 👍🏽|Handle b|Emoji 🇬🇧")]
    [InlineData("شكراhttps://t.co/abc Caféhttps://t.co/def 감사https://t.co/ghi", "Link https://t.co/abc|Link https://t.co/def|Link https://t.co/ghi")]
    [InlineData("éhttps://t.co/abc www.https://t.co/def", "Link https://t.co/abc|Link https://t.co/def")]
    [InlineData("cafehttps://t.co/abc é7https://t.co/abc", "")]
    public void On_X(string text, string expected) => Check(text, Platform.X, expected);

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("so kind.It was lovely.so calm.my mum", "")]
    [InlineData("see leeds.nhs.uk or www.example.care or example.care/ward", "Link leeds.nhs.uk|Link www.example.care|Link example.care/ward")]
    [InlineData("https://example.care", "Link https://example.care")]
    [InlineData("ask pals@example.nhs.uk", "Email pals@example.nhs.uk")]
    [InlineData("@leeds.hospitals and (@alice@example.com) and x@y and @7", "Handle leeds.hospitals|Handle alice@example.com")]
    [InlineData("#nhs $ABC", "Hashtag nhs")]
    public void In_plain_text(string text, string expected) => Check(text, Platform.Web, expected);

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("@alice thanks", "alice")]
    [InlineData(" \u3000@alice", "alice")]
    [InlineData(".@alice", null)]
    [InlineData("thanks @alice", null)]
    [InlineData("\u2066@alice", null)]
    public void A_reply_begins_with_the_handle(string text, string? expected) =>
        MentionParser.Default.Parse(text, Platform.X).ReplyHandle.Should().Be(expected);

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("hello", 5)]
    [InlineData("see https://example.org/a/very/long/path/indeed/it/is", 4 + 23)]
    [InlineData("@alice@example.com hi", 9)]
    [InlineData("👩🏾‍⚕️!", 2)]
    public void Length_on_Mastodon(string text, int expected) => PostLength.OnMastodon(text).Should().Be(expected);

    [Fact]
    public void Bluesky_takes_300_graphemes_and_3000_bytes()
    {
        PostLength.FitsBluesky(new string('a', 300)).Should().BeTrue();
        PostLength.FitsBluesky(new string('a', 301)).Should().BeFalse();
        PostLength.FitsBluesky(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 120))).Should().BeTrue();
        PostLength.FitsBluesky(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 121))).Should().BeFalse("each family takes 25 bytes");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("a👍b @c")]
    [InlineData("‹D83D›👍‹DE00› @a #b https://a.example/‹DC00›")]
    [InlineData("‹DC00›@a ‹D800›#b👨‍👩‍👧‍👦")]
    public void Spans_of_entities_convert_to_the_units_of_each_platform(string text)
    {
        text = LoneSurrogates.In(text);
        var offsets = new TextOffsets(text);
        foreach (var entity in MentionParser.Default.Parse(text, Platform.X).GetEntities())
        {
            foreach (var unit in Enum.GetValues<OffsetUnit>())
            {
                var (start, end) = offsets.FromUtf16(entity.Span, unit);
                offsets.TryToUtf16(start, end, unit, out var back).Should().BeTrue();
                back.Should().Be(entity.Span);
            }
        }
    }

    [Fact]
    public void Offsets_differ_by_unit()
    {
        var offsets = new TextOffsets("é👍x");
        offsets.FromUtf16(3, OffsetUnit.CodePoint).Should().Be(2);
        offsets.FromUtf16(3, OffsetUnit.Utf8).Should().Be(6);
        offsets.TryToUtf16(3, OffsetUnit.Utf8, out _).Should().BeFalse("it cuts the thumb in half");
        offsets.TryToUtf16(2, OffsetUnit.Utf16, out _).Should().BeFalse("it cuts the thumb in half");
    }

    private static void Check(string text, Platform platform, string expected) =>
        string.Join('|', MentionParser.Default.Parse(text, platform).GetEntities().Select(entity => $"{entity.Kind} {entity.Value}")).Should().Be(expected);
}
