using System.Globalization;

namespace Engagement.Samples;

/// <summary>
/// A German writes 1.234,5 and a Turk's small I has no dot: the programs say and write the same on their machines as on any other, of good input and of bad.
/// The samples know no cultures as they are built; here they are run knowing them all, and each run proves that it did.
/// </summary>
public sealed class LanguageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Locales => new()
    {
        { "de_DE.UTF-8", "speaks de-DE: 1.234,5 title" },
        { "tr_TR.UTF-8", "speaks tr-TR: 1.234,5 tıtle" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Locales))]
    public void The_same_input_gives_the_same_bytes(string locale, string speaks)
    {
        foreach (var (program, arguments) in ((string, string[])[])
        [
            ("WeeklyDigest", ["--audience", "all", "--every", "week", "--format", "text,html,markdown,json,csv,atom,fragment"]),
            ("ChatReport", ["--format", "text,html,markdown,fragment"]),
            ("CampaignReport", ["--format", "text,html,markdown,fragment"]),
        ])
        {
            var (plain, plainFiles) = Run(program, arguments);
            var (run, files) = Run(program, arguments, locale, speaks);
            plain.ExitCode.Should().Be(0, plain.Error);
            plainFiles.Should().NotBeEmpty();
            run.Should().Be(plain, program);
            files.Should().Equal(plainFiles);
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Every_verb_answers_the_same(string locale, string speaks)
    {
        const string Text = "Thank you Ward 7, YOU WERE BRILLIANT in ISTANBUL! Call 07700 900123, NHS number 999 123 4567. I want to kill myself. Management ignored all 1,234.5 of us.";
        foreach (var arguments in (string[][])[["entities"], ["sentiment"], ["star"], ["triage"], ["redact"], ["match", "ISTANBUL OR brıllıant", "--spans"], ["explain", "BRILLIANT"], ["lint", "title:ISTANBUL OR site:NHS.UK"], ["read", "--profile", SampleProgram.PathOf("samples", "WeeklyDigest", "Sample", "profile.json")]])
        {
            foreach (var form in (string[][])[[], ["--json"]])
            {
                var plain = SampleProgram.Run("Workbench", [.. arguments, .. form], Text);
                var run = SampleProgram.Run("Workbench", [.. arguments, .. form], Text, locale);
                WithoutProof(run, speaks).Should().Be(plain, string.Join(' ', arguments));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Locales))]
    public void Bad_input_has_the_same_message_place_and_exit_code(string locale, string speaks)
    {
        var faults = _folder.Write("six.json", WeeklyDigestTests.SixFaults);
        var runs = new List<string[]>
        {
            new[] { "--profile", faults },
            new[] { "--window", "2026-11-16/2026-11-09" },
            new[] { "--window", "2026-02-30/2026-03-07" },
            new[] { "--audience", "ward-99", "--format", "pdf", "--map", "nonsense", "--weeks", "0" },
            new[] { "--no-such-option" },
            new[] { "no-such-file.jsonl" },
            new[] { "--approvals", _folder.Write("approvals.jsonl", "{\"mention\":\"1\",\"state\":\"MAYBE\"}") },
        };
        foreach (var row in WeeklyDigestTests.BrokenFiles) runs.Add(["--window", "2026-11-01/2026-12-01", _folder.Write(row.Data.Item1, row.Data.Item2)]);

        foreach (var arguments in runs)
        {
            var (plain, _) = Run("WeeklyDigest", arguments);
            var (run, _) = Run("WeeklyDigest", arguments, locale, speaks);
            plain.ExitCode.Should().BeOneOf([1, 2], plain.Error);
            run.Should().Be(plain, string.Join(' ', arguments));
        }

        var lint = SampleProgram.Run("Workbench", ["match", "(NURSE AND", "--json"], "x");
        lint.ExitCode.Should().Be(2);
        WithoutProof(SampleProgram.Run("Workbench", ["match", "(NURSE AND", "--json"], "x", locale), speaks).Should().Be(lint);
    }

    private (SampleResult Result, SortedDictionary<string, string> Files) Run(string program, string[] arguments, string? locale = null, string? speaks = null)
    {
        var folder = Path.Combine(_folder.Path, "out");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var result = SampleProgram.Run(program, [.. arguments, "--out", folder], locale: locale);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.GetFiles(folder)) files.Add(Path.GetFileName(file), File.ReadAllText(file));
        }

        return (speaks is null ? result : WithoutProof(result, speaks), files);
    }

    // The first line tells that the language was spoken; what follows is the program's own.
    private static SampleResult WithoutProof(SampleResult run, string speaks)
    {
        if (!KnowsCultures) Assert.Skip("This machine knows no cultures (no ICU): nothing can be shown of them.");
        run.ErrorLines[0].Should().Be(speaks);
        return run with { Error = run.Error[(run.Error.IndexOf('\n') + 1)..] };
    }

    private static bool KnowsCultures => new CultureInfo("tr-TR").TextInfo.ToLower('I') == 'ı';
}
