namespace Engagement.Mentions;

/// <summary>What may deceive a reader is flagged, and what is ordinary writing is not.</summary>
public sealed class MentionFlagsTests
{
    [Theory]
    [InlineData("thanks @NHSEngland", MentionFlags.None)]
    [InlineData("thanks @NH\u0405England", MentionFlags.MixedScriptHandle)]
    [InlineData("thanks @\u0430pple@example.com", MentionFlags.MixedScriptHandle)]
    [InlineData("привет @англия и @england", MentionFlags.None)]
    [InlineData("の@usernameに到着", MentionFlags.None)]
    [InlineData("great\u202Egreat", MentionFlags.BidirectionalControls)]
    [InlineData("\u2066@alice\u2069", MentionFlags.BidirectionalControls)]
    [InlineData("שלום\u200F, hello", MentionFlags.None)]
    [InlineData("N\u200BH\u200BS", MentionFlags.ZeroWidthInsideWord)]
    [InlineData("wa\u200Drd", MentionFlags.ZeroWidthInsideWord)]
    [InlineData("#n\u200Chs", MentionFlags.ZeroWidthInsideWord)]
    [InlineData("two \u200B words", MentionFlags.None)]
    [InlineData("می\u200Cخواهم ශ්\u200Dරී क्\u200Dष", MentionFlags.None)]
    [InlineData("👩\u200D⚕️ 👨\u200D👩\u200D👧", MentionFlags.None)]
    [InlineData("ប្រ\u200Bទេស", MentionFlags.None)]
    public void A_text_has_its_flags(string text, MentionFlags expected) => MentionParser.Default.Parse(text, Platform.X).GetFlags().Should().Be(expected);

    [Fact]
    public void A_flag_says_where()
    {
        MentionParser.Default.Parse("hi @NH\u0405England!", Platform.Bluesky).GetFlaggedSpans().Should().Equal(
            new FlaggedSpan(MentionFlags.MixedScriptHandle, MentionField.Text, new Engagement.Text.TextSpan(3, 14)));
    }

    [Fact]
    public void The_handle_of_the_author_is_looked_at_too()
    {
        var mention = new Mention { Id = "1", Text = "hi", Author = new Author { Handle = "NH\u0405England" } };
        MentionParser.Default.Parse(mention).GetFlaggedSpans().Single().Field.Should().Be(MentionField.Handle);
    }
}
