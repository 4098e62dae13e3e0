namespace Engagement.Privacy;

public sealed class PseudonymizerTests
{
    private static readonly PseudonymKey Old = new("k1", Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
    private static readonly PseudonymKey New = new("k2", Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    [Fact]
    public void An_author_has_one_pseudonym_whatever_the_case_and_the_sigil()
    {
        var pseudonymizer = new Pseudonymizer(Old);

        pseudonymizer.Of(Platform.X, "@SisterOonagh").Should().Be(pseudonymizer.Of(Platform.X, "sisteroonagh")).And.MatchRegex("^k1-[a-z2-7]{16}$");
    }

    [Fact]
    public void Handle_platform_and_key_each_make_another_pseudonym()
    {
        string[] pseudonyms =
        [
            new Pseudonymizer(Old).Of(Platform.X, "a"), new Pseudonymizer(Old).Of(Platform.X, "b"),
            new Pseudonymizer(Old).Of(Platform.Bluesky, "a"), new Pseudonymizer(New).Of(Platform.X, "a"),
        ];

        pseudonyms.Select(pseudonym => pseudonym[3..]).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_pseudonym_is_the_start_of_the_hmac_in_base_32()
    {
        // HMAC-SHA256 of "1\na" under the bytes 0 to 31, first ten bytes, RFC 4648 base 32 in small letters; worked out with Python's hmac and base64.
        new Pseudonymizer(Old).Of(Platform.X, "a").Should().Be("k1-pngbewojsfbpkwvp");
    }

    [Fact]
    public void After_rotation_the_new_key_makes_pseudonyms_and_the_old_are_still_recognized()
    {
        var before = new Pseudonymizer(Old).Of(Platform.X, "a");
        var rotated = new Pseudonymizer(New, Old);

        rotated.Of(Platform.X, "a").Should().StartWith("k2-");
        rotated.AllOf(Platform.X, "a").Should().Equal(rotated.Of(Platform.X, "a"), before);
        rotated.Matches(before, Platform.X, "A").Should().BeTrue();
        rotated.Matches(before, Platform.X, "b").Should().BeFalse();
        rotated.Matches("k9-xyz", Platform.X, "a").Should().BeFalse();
        rotated.Matches("", Platform.X, "a").Should().BeFalse();
    }

    [Theory]
    [InlineData("", 32)]
    [InlineData("K1", 32)]
    [InlineData("k1", 15)]
    public void A_key_without_a_proper_id_or_with_too_few_bytes_is_refused(string id, int bytes)
    {
        var act = () => new PseudonymKey(id, new byte[bytes]);

        act.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_key_shows_its_id_and_never_its_secret() => Old.ToString().Should().Be("k1");

    [Fact]
    public void No_key_or_two_of_one_id_are_refused()
    {
        var none = () => new Pseudonymizer();
        var twice = () => new Pseudonymizer(Old, new PseudonymKey("k1", new byte[32]));

        none.Should().Throw<ArgumentException>();
        twice.Should().Throw<ArgumentException>();
    }
}
