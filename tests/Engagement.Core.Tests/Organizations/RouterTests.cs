using Engagement.Mentions;
using Engagement.Text;
using NodaTime;

namespace Engagement.Organizations;

public sealed class RouterTests
{
    private static readonly Router Router = new(
        new Trust
        {
            Id = "trust",
            Name = "Dales & Moors NHS Trust",
            Zone = DateTimeZone.Utc,
            Aliases = ["Dales and Moors"],
            Accounts = [new Account(Platform.X, "DalesMoorsNHS"), new Account(Platform.Mastodon, "news@dales.example")],
            Hashtags = ["TeamDales"],
        },
        [
            new Site { Id = "lgi", Name = "Leafield General Infirmary", Aliases = ["LGI", "the General"], Hashtags = ["LeafieldGeneral"] },
            new Site { Id = "st-james", Name = "St James's University Hospital", Aliases = ["Jimmy's"] },
            new Site { Id = "st-mary-a", Name = "St Mary's Hospital (Ashby)" },
            new Site { Id = "st-mary-b", Name = "St Mary's Hospital (Barford)" },
        ],
        [
            new Team { Id = "lgi-7", Name = "Ward 7 (care of the elderly)", Kind = "ward", Site = "lgi", Accounts = [new Account(Platform.X, "Ward7LGI")] },
            new Team { Id = "jimmys-7", Name = "Ward Seven", Kind = "ward", Site = "st-james" },
            new Team { Id = "lgi-21", Name = "Ward 21", Kind = "ward", Site = "lgi" },
            new Team { Id = "maternity", Name = "Maternity Unit", Aliases = ["the mat unit"], Site = "lgi", Queries = ["midwi* AND (LGI OR Leafield)", "place:\"Birth Centre\""] },
            new Team { Id = "antenatal", Name = "Antenatal Clinic", Parent = "maternity", Hashtags = ["AntenatalLGI"] },
            new Team { Id = "it", Name = "IT" },
            new Team { Id = "research", Name = "Research & Development" },
            new Team { Id = "ae", Name = "A&E", Site = "lgi" },
        ],
        [
            new Person { Id = "dembe", Name = "Dembe Raistrick", Team = "lgi-7" },
            new Person { Id = "grace", Name = "Grace Okoro", Team = "lgi-7" },
            new Person { Id = "bron-m", Name = "Bronwen Askwith", Team = "maternity", Accounts = [new Account(Platform.X, "BronMidwife")] },
            new Person { Id = "bron-a", Name = "Bronwen Thwaite-Lee", Team = "antenatal" },
            new Person { Id = "sam-1", Name = "Sam Hill", Team = "it" },
            new Person { Id = "sam-2", Name = "Sam Hill", Team = "ae" },
            new Person { Id = "no-team", Name = "Oonagh Threlkeld" },
        ]);

    // text, place, whom it concerns besides the trust, what is doubtful
    public static TheoryData<string, string?, string, string> Rows => new()
    {
        { "Nothing to do with any of you", null, "-", "" },
        { "Dales and Moors do it again", null, "", "" },
        { "dales & moors nhs trust rocks", null, "", "" },
        { "Thank you @dalesmoorsnhs", null, "", "" },
        { "#TeamDales forever", null, "", "" },
        { "I love the LGI", null, "lgi", "" },
        { "lgi car park again", null, "lgi", "" },
        { "Sat in Leafield General Infirmary", null, "lgi", "" },
        { "down the General on Monday", null, "lgi", "" },
        { "the general public do not care", null, "-", "" },
        { "general anaesthetic was fine", null, "-", "" },
        { "#LeafieldGeneral is on the telly", null, "lgi", "" },
        { "Saint James's University Hosp was brilliant", null, "st-james", "" },
        { "St. James University Hospital was brilliant", null, "st-james", "" },
        { "St James’ Uni Hospital was brilliant", null, "st-james", "" },
        { "jimmys staff are the best", null, "st-james", "" },
        { "St Mary's Hospital is lovely", null, "-", "st-mary-a,st-mary-b" },
        { "St Mary's Hospital, Barford is lovely", null, "st-mary-b", "" },
        { "Ward 7 were so kind", null, "-", "lgi-7,jimmys-7" },
        { "Ward 7 at the LGI were so kind", null, "lgi,lgi-7", "" },
        { "ward seven, LGI: so kind", null, "lgi,lgi-7", "" },
        { "ward no. 7 at St James's University Hospital", null, "st-james,jimmys-7", "" },
        { "Ward7 at jimmy's is a palace", null, "st-james,jimmys-7", "" },
        { "Ward 7 were so kind", "Leafield General Infirmary", "lgi,lgi-7", "" },
        { "so kind", "Ward 7, LGI", "lgi,lgi-7", "" },
        { "From ward 7 LGI we went to ward 7 at Jimmy's", null, "lgi,st-james,lgi-7,jimmys-7", "" },
        { "LGI and Jimmy's are both busy. My dad was on a ward for a long time and it was, after everything, ward 7 I think", null, "lgi,st-james", "lgi-7,jimmys-7" },
        { "Ward 21 saved him", null, "lgi,lgi-21", "" },
        { "ward twenty-one saved him", null, "lgi,lgi-21", "" },
        { "Ward 21 at Jimmy's saved him", null, "st-james", "lgi-21" },
        { "ward 217 saved him, and ward 2", null, "-", "" },
        { "the mat unit is fab", null, "lgi,maternity", "" },
        { "Mat unit is fab", null, "lgi,maternity", "" },
        { "A midwife at the LGI held my hand", null, "lgi,maternity", "" },
        { "lovely", "Birth Centre", "lgi,maternity", "" },
        { "Antenatal clinic running late", null, "lgi,maternity,antenatal", "" },
        { "#antenatallgi", null, "lgi,maternity,antenatal", "" },
        { "Just got it back", null, "-", "" },
        { "IT fixed my laptop", null, "it", "" },
        { "research and development day", null, "research", "" },
        { "Research & Development day", null, "research", "" },
        { "5 hours in a and e", null, "lgi,ae", "" },
        { "5 hours in A&E", null, "lgi,ae", "" },
        { "Dembe Raistrick is a star", null, "lgi,lgi-7,dembe", "" },
        { "Dembe is a star", null, "-", "" },
        { "Dembe on ward 7 at the LGI is a star", null, "lgi,lgi-7,dembe", "" },
        { "Nurse Raistrick on ward 7 at the LGI is a star", null, "lgi,lgi-7,dembe", "" },
        { "Dembe Smith on ward 7 at the LGI is a star", null, "lgi,lgi-7", "" },
        { "Saying grace on ward 7 at the LGI", null, "lgi,lgi-7", "" },
        { "Ward 7 LGI. Grace was said", null, "lgi,lgi-7", "" },
        { "Ward 7 LGI and our nurse Grace", null, "lgi,lgi-7,grace", "" },
        { "@Ward7LGI thank you Dembe!", null, "lgi,lgi-7,dembe", "" },
        { "thank you @bronmidwife", null, "lgi,maternity,bron-m", "" },
        { "Bronwen at the antenatal clinic was lovely", null, "lgi,maternity,antenatal", "bron-m,bron-a" },
        { "Bronwen Thwaite-Lee was lovely", null, "lgi,maternity,antenatal,bron-a", "" },
        { "Sam Hill was lovely", null, "-", "sam-1,sam-2" },
        { "Sam Hill in A&E was lovely", null, "lgi,ae,sam-2", "" },
        { "Oonagh Threlkeld was lovely", null, "no-team", "" },
        { "Oonagh was lovely", null, "-", "" },
        { "\uD800 ward \uDC00 7", null, "-", "lgi-7,jimmys-7" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mention_goes_to_those_it_concerns_and_doubt_is_reported(string text, string? place, string concerned, string doubtful)
    {
        var mention = MentionParser.Default.Parse(new Mention { Id = "m", Text = text, Place = place, Platform = Platform.X });

        var routing = Router.Route(mention);

        var expected = concerned == "-" ? [] : concerned.Split(',', StringSplitOptions.RemoveEmptyEntries).Prepend("trust");
        routing.Routes.Select(route => route.Id).Should().Equal(expected);
        routing.Ambiguities.SelectMany(doubt => doubt.Candidates).Should().Equal(doubtful.Split(',', StringSplitOptions.RemoveEmptyEntries));
        routing.IsUnrouted.Should().Be(concerned == "-");
    }

    [Fact]
    public void Every_route_says_how_it_was_found_and_by_which_words()
    {
        var mention = MentionParser.Default.Parse(new Mention { Id = "m", Text = "Dembe on Ward 7 @DalesMoorsNHS", Place = "LGI", Platform = Platform.X });

        Router.Route(mention).Routes.Should().BeEquivalentTo(
            new[]
            {
                new Route(RouteKind.Trust, "trust", RouteReason.Account, [new Evidence(MentionField.Text, new TextSpan(16, 30))]),
                new Route(RouteKind.Site, "lgi", RouteReason.Place, [new Evidence(MentionField.Place, new TextSpan(0, 3))]),
                new Route(RouteKind.Team, "lgi-7", RouteReason.Alias, [new Evidence(MentionField.Text, new TextSpan(9, 15))]),
                new Route(RouteKind.Person, "dembe", RouteReason.Name, [new Evidence(MentionField.Text, new TextSpan(0, 5))]),
            },
            options => options.WithStrictOrdering());
    }

    [Fact]
    public void What_is_reached_through_a_part_carries_the_words_of_the_part()
    {
        var routing = Router.Route(MentionParser.Default.Parse("Ask the mat unit"));

        routing.Routes.Select(route => (route.Id, route.Reason)).Should().Equal(
            ("trust", RouteReason.Part), ("lgi", RouteReason.Part), ("maternity", RouteReason.Alias));
        routing.Routes.Should().OnlyContain(route => route.Evidence.Count == 1 && route.Evidence[0].Span == new TextSpan(4, 16) || route.Evidence[0].Span == new TextSpan(8, 16));
    }

    [Fact]
    public void A_doubt_gives_its_reason_and_its_words()
    {
        var doubt = Router.Route(MentionParser.Default.Parse("Ward 21 at Jimmy's")).Ambiguities.Should().ContainSingle().Subject;

        doubt.Reason.Should().Be("Ward 21 is at Leafield General Infirmary, but the mention names St James's University Hospital.");
        doubt.Evidence.Should().Equal(new Evidence(MentionField.Text, new TextSpan(0, 7)));
    }

    [Theory]
    [InlineData("Ward 7 ")]
    [InlineData("Ward 7 LGI Jimmy's ")]
    [InlineData("St Mary's Hospital ")]
    [InlineData("LGI ")]
    [InlineData("Dembe ")]
    [InlineData("@Ward7LGI Sam Hill ")]
    public void Three_hundred_thousand_characters_of_one_name_give_a_short_answer(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 300_000 / unit.Length));

        var routing = Router.Route(MentionParser.Default.Parse(text));

        (routing.Routes.Count + routing.Ambiguities.Count).Should().BeLessThan(20);
    }

    [Fact]
    public void A_cycle_of_parents_and_teams_of_nowhere_do_no_harm()
    {
        var router = new Router(
            new Trust { Id = "t", Name = "T One", Zone = DateTimeZone.Utc },
            [],
            [new Team { Id = "a", Name = "Alpha team", Parent = "b", Site = "nowhere" }, new Team { Id = "b", Name = "Beta team", Parent = "a" }],
            [new Person { Id = "p", Name = "Ann Lee", Team = "nobody" }]);

        router.Route(MentionParser.Default.Parse("alpha team and Ann Lee")).Routes.Select(route => route.Id).Should().Equal("t", "a", "b", "p");
    }

    [Fact]
    public void A_broken_query_is_refused()
    {
        var act = () => new Router(new Trust { Id = "t", Name = "T", Zone = DateTimeZone.Utc, Queries = ["(a"] }, [], [], []);

        act.Should().Throw<ArgumentException>().WithMessage("*(a*");
    }
}
