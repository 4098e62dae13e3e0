using System.Globalization;
using System.Text.Json;
using Engagement.Organizations;

namespace Engagement.Conformance;

/// <summary>242 trusts and 339 hospitals as one profile: every hospital that has a name of its own is found by it, a shared name is reported.</summary>
public sealed class OrganisationRoutingTests(ITestOutputHelper output)
{
    private static readonly string[] Templates =
    [
        "Lovely staff at {0} today, thank you",
        "Three hours in {0} and no chair",
        "{0}: dad was on a ward there for weeks",
        "So proud of everyone (at {0})!",
    ];

    [Fact]
    public void Every_hospital_with_a_name_of_its_own_is_found_by_it_and_by_its_usual_spellings()
    {
        var profile = Load();
        var router = new Router(profile.Trust, profile.Sites, profile.Teams, profile.People);
        var shared = SharedKeys(profile);
        var texts = 0;
        var wrong = new List<string>();
        foreach (var site in profile.Sites.Where(site => AliasForm.AllOf(site.Name).All(form => !shared.Contains(form.Key))))
        {
            foreach (var text in Templates.SelectMany(template => SpellingsOf(site.Name).Select(name => string.Format(CultureInfo.InvariantCulture, template, name))))
            {
                texts++;
                var routing = router.Route(MentionParser.Default.Parse(text));
                var sites = routing.Routes.Where(route => route.Kind == RouteKind.Site).Select(route => route.Id).ToList();
                if (sites.Count != 1 || sites[0] != site.Id || routing.Routes[0].Kind != RouteKind.Trust) wrong.Add($"{text} -> {string.Join(',', sites)}");
            }
        }

        output.WriteLine($"{texts} texts, {wrong.Count} wrong");
        foreach (var line in wrong.Take(40)) output.WriteLine(line);
        texts.Should().BeGreaterThan(2_000);
        wrong.Should().BeEmpty();
    }

    [Fact]
    public void A_name_that_several_hospitals_share_is_reported_with_all_of_them_and_routed_to_none()
    {
        var profile = Load();
        var router = new Router(profile.Trust, profile.Sites, profile.Teams, profile.People);
        var groups = profile.Sites.GroupBy(site => AliasForm.Of(site.Name).Key).Where(group => group.Count() > 1).ToList();

        groups.Should().HaveCountGreaterThan(3);
        foreach (var group in groups)
        {
            var name = group.Select(site => site.Name).MinBy(name => name.Length)!;
            if (name.Contains('(', StringComparison.Ordinal)) continue;
            var routing = router.Route(MentionParser.Default.Parse($"Well done to all at {name} this week"));

            routing.Routes.Where(route => route.Kind == RouteKind.Site).Should().BeEmpty(name);
            routing.Ambiguities.Should().Contain(doubt => group.All(site => doubt.Candidates.Contains(site.Id)), name);
        }
    }

    [Fact]
    public void Every_trust_with_a_name_of_its_own_is_found_by_it()
    {
        var profile = Load();
        var router = new Router(profile.Trust, profile.Sites, profile.Teams, profile.People);
        var wrong = profile.Teams
            .Where(team => !router.Route(MentionParser.Default.Parse($"Thank you {team.Name} for everything")).Routes.Any(route => route.Kind == RouteKind.Team && route.Id == team.Id))
            .Select(team => team.Name).ToList();

        wrong.Should().BeEmpty();
    }

    [Theory]
    [InlineData("The hospital was clean and the staff were kind")]
    [InlineData("Community nurses are the best, and so is my general practice")]
    [InlineData("University, school, health, children, centre, royal, city, north and south")]
    public void Words_that_names_are_made_of_are_no_names(string text)
    {
        var profile = Load();
        var router = new Router(profile.Trust, profile.Sites, profile.Teams, profile.People);

        router.Route(MentionParser.Default.Parse(text)).Should().BeEquivalentTo(Routing.Unrouted);
    }

    private static IEnumerable<string> SpellingsOf(string name)
    {
        yield return name;
        yield return name.ToLowerInvariant();
        yield return name.ToUpperInvariant();
        if (name.Contains('&')) yield return name.Replace("&", "and", StringComparison.Ordinal);
        if (name.StartsWith("St ", StringComparison.Ordinal)) yield return "Saint " + name[3..];
        if (name.Contains("Hospital", StringComparison.Ordinal)) yield return name.Replace("Hospital", "hosp", StringComparison.Ordinal);
        if (name.Contains('\'')) yield return name.Replace("'", "’", StringComparison.Ordinal);
    }

    private static HashSet<string> SharedKeys(TrustProfile profile) => profile.Sites
        .SelectMany(site => AliasForm.AllOf(site.Name).Select(form => form.Key).Distinct())
        .Concat(profile.Teams.SelectMany(team => AliasForm.AllOf(team.Name).Select(form => form.Key).Distinct()))
        .GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();

    private static TrustProfile Load()
    {
        var hospitals = Rows("organisations/rcpch_organisations.csv").Skip(1).Select((row, index) => new { id = string.Create(CultureInfo.InvariantCulture, $"h{index}"), name = Title(row[7]) });
        var trusts = Rows("organisations/rcpch_trusts.csv").Skip(1).Select(row => new { id = row[0].ToLowerInvariant(), name = Title(row[1]), kind = "trust" });
        var json = JsonSerializer.Serialize(new
        {
            version = 1,
            trust = new { id = "all", name = "Everybody Together", timeZone = "Europe/London" },
            sites = hospitals,
            teams = trusts,
        });
        var profile = TrustProfile.Parse(json).GetValueOrThrow();
        profile.Sites.Should().HaveCount(339);
        profile.Teams.Should().HaveCount(242);
        return profile;
    }

    private static string Title(string name) => string.Join(' ', name.Split(' ').Select(word => word.Length < 2 ? word : word[..1] + word[1..].ToLowerInvariant()));

    private static IEnumerable<List<string>> Rows(string path)
    {
        foreach (var line in File.ReadLines(SharedData.PathOrSkip(path)))
        {
            var cells = new List<string> { "" };
            var isQuoted = false;
            foreach (var c in line)
            {
                if (c == '"') isQuoted = !isQuoted;
                else if (c == ',' && !isQuoted) cells.Add("");
                else cells[^1] += c;
            }

            yield return cells;
        }
    }
}
