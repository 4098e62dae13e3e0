using System.Globalization;
using System.Text;
using CsvHelper;
using Engagement.Mentions;
using Engagement.Organizations;

namespace Engagement.Benchmarks;

/// <summary>What it costs the whole pipeline to know 242 trusts and 339 hospitals besides the sample trust.</summary>
internal static class RoutingCost
{
    private const double MostLost = 0.2;

    public static int Run(string organizations, string queries)
    {
        var report = new QuickReport();
        var few = Quick.ProfileWith(Quick.ReadLines(Path.Combine(queries, "queries.txt")));
        var sites = Names(Path.Combine(organizations, "rcpch_organisations.csv"), "OrganisationName").Select((name, i) => new Site { Id = $"hospital-{i}", Name = name }).ToList();
        var trusts = Names(Path.Combine(organizations, "rcpch_trusts.csv"), "trust_name").Select((name, i) => new Team { Id = $"trust-{i}", Name = name }).ToList();
        report.AddFigure("hospitals", sites.Count);
        report.AddFigure("trusts", trusts.Count);
        var many = few with { Sites = [.. few.Sites, .. sites], Teams = [.. few.Teams, .. trusts] };

        // Every tenth post names a hospital of the file, as the posts of a whole region would.
        var english = EnglishPosts.Read().Select((post, i) => i % 10 == 0 ? post with { Text = $"{post.Text} At {sites[i % sites.Count].Name}." } : post);
        var lines = english.Select(post => Encoding.UTF8.GetBytes(MentionJson.Write(post))).ToList();
        var alone = Measure(few, lines);
        var whole = Measure(many, lines);
        report.Add("pipeline10k", alone);
        report.Add("pipeline10kAndOrganizations", whole);
        var lost = 1 - (whole.PostsPerSecond / alone.PostsPerSecond);
        report.AddFigure("lostPercent", lost * 100);
        report.Check(lost < MostLost, $"581 organizations cost {lost:P0} of the speed; expected under {MostLost:P0}");

        var router = new Router(many.Trust, many.Sites, many.Teams, many.People);
        var unfound = sites.Count(site => router.Route(MentionParser.Default.Parse($"Three hours in {site.Name} and no chair.")) is var routing
            && !routing.Routes.Any(route => route.Id == site.Id) && !routing.Ambiguities.Any(doubt => doubt.Candidates.Contains(site.Id)));
        report.Check(unfound == 0, $"{unfound} hospitals are neither routed to nor in doubt where they are named");

        report.Print();
        return report.AllChecksHold ? 0 : 1;
    }

    private static Measurement Measure(TrustProfile profile, List<byte[]> lines)
    {
        var reader = FeedbackReader.Create(profile);
        var workspace = new ReadingWorkspace();
        return Measurement.Of(lines, line => reader.Read(MentionJson.Parse(line).Mention!, workspace), 3.0);
    }

    private static List<string> Names(string path, string column)
    {
        using var reader = CsvReader.Create(File.ReadAllBytes(path), new CsvReaderOptions { HasHeader = true });
        var names = new List<string>();
        while (reader.Read()) names.Add(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(reader.GetString(reader.GetFieldIndex(column)).ToLowerInvariant()));
        return names;
    }
}
