using System.CommandLine;
using Engagement;
using Engagement.Text;

namespace Workbench;

/// <summary>The options that most verbs share.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "One JSON object a line, for programs." };

    public Option<bool> JsonLines { get; } = new("--jsonl") { Description = "Input is one JSON object a line, the text in --field." };

    public Option<string> Field { get; } = new("--field")
    {
        Description = "Field of the text with --jsonl.",
        DefaultValueFactory = _ => "t",
    };

    public Option<string> Platform { get; } = new("--platform")
    {
        Description = "Whose rules decide what is a handle, a hashtag, a link: x, mastodon, bluesky or web.",
        DefaultValueFactory = _ => "web",
    };

    public Option<string> Offsets { get; } = new("--offsets")
    {
        Description = "Unit of offsets: utf16, codepoint or utf8.",
        DefaultValueFactory = _ => "utf16",
    };

    public Option<FileInfo?> Profile { get; } = new("--profile") { Description = "The trust's profile, for its overrides." };

    public CommonOptions()
    {
        Platform.AcceptOnlyFromAmong("x", "mastodon", "bluesky", "web");
        Offsets.AcceptOnlyFromAmong("utf16", "codepoint", "utf8");
    }

    public void AddInputTo(Command command)
    {
        command.Options.Add(Json);
        command.Options.Add(JsonLines);
        command.Options.Add(Field);
        command.Options.Add(Platform);
        command.Options.Add(Offsets);
    }

    public static Platform PlatformOf(string name) => name switch
    {
        "x" => Engagement.Platform.X,
        "mastodon" => Engagement.Platform.Mastodon,
        "bluesky" => Engagement.Platform.Bluesky,
        _ => Engagement.Platform.Web,
    };

    public static OffsetUnit OffsetUnitOf(string name) => name switch
    {
        "codepoint" => OffsetUnit.CodePoint,
        "utf8" => OffsetUnit.Utf8,
        _ => OffsetUnit.Utf16,
    };

    /// <summary>The profile that --profile names; null without the option.</summary>
    public TrustProfile? ReadProfile(ParseResult arguments) =>
        arguments.GetValue(Profile) is { } file ? ProfileFile.Read(file) : null;
}
