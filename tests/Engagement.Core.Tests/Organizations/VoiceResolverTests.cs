using NodaTime;

namespace Engagement.Organizations;

public sealed class VoiceResolverTests
{
    private static readonly VoiceResolver Voices = new(
        new Trust { Id = "t", Name = "T", Zone = DateTimeZone.Utc, Accounts = [new Account(Platform.X, "TrustNHS")] },
        [new Site { Id = "s", Name = "S", Accounts = [new Account(Platform.Facebook, "SiteNHS")] }],
        [new Team { Id = "a", Name = "A", Accounts = [new Account(Platform.Mastodon, "ward@social.example")] }],
        [new Person { Id = "p", Name = "Ann Lee", Accounts = [new Account(Platform.Bluesky, "ann.social.example")] }],
        [new Account(Platform.X, "Gazette"), new Account(Platform.News, "gazette.example")]);

    [Theory]
    [InlineData(Platform.X, "TrustNHS", null, Voice.Trust)]
    [InlineData(Platform.X, "@trustnhs", null, Voice.Trust)]
    [InlineData(Platform.Bluesky, "TrustNHS", null, Voice.Public)]
    [InlineData(Platform.Facebook, "SiteNHS", null, Voice.Trust)]
    [InlineData(Platform.Mastodon, "ward@social.example", null, Voice.Staff)]
    [InlineData(Platform.Bluesky, "Ann.Social.Example", null, Voice.Staff)]
    [InlineData(Platform.X, "gazette", null, Voice.Press)]
    [InlineData(Platform.X, "somebody", null, Voice.Public)]
    [InlineData(Platform.X, null, null, Voice.Public)]
    [InlineData(Platform.News, null, null, Voice.Press)]
    [InlineData(Platform.Web, null, "https://www.gazette.example/story", Voice.Press)]
    [InlineData(Platform.Web, null, "https://notgazette.example/story", Voice.Public)]
    [InlineData(Platform.X, "somebody", "https://gazette.example/story", Voice.Public)]
    [InlineData(Platform.Web, null, "not a link", Voice.Public)]
    public void The_voice_follows_from_the_account_or_the_site(Platform platform, string? handle, string? link, Voice voice)
    {
        var mention = new Mention { Id = "m", Text = "", Platform = platform, Link = link, Author = handle is null ? null : new Author { Handle = handle } };

        Voices.Of(mention).Should().Be(voice);
    }

    [Fact]
    public void A_person_is_known_by_the_account()
    {
        var mention = new Mention { Id = "m", Text = "", Platform = Platform.Bluesky, Author = new Author { Handle = "ann.social.example" } };

        Voices.PersonOf(mention)!.Id.Should().Be("p");
        Voices.PersonOf(mention with { Platform = Platform.X }).Should().BeNull();
    }
}
