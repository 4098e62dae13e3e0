namespace Engagement.Digests;

/// <summary>Platforms as colleagues call them.</summary>
internal static class PlatformNames
{
    public static string Of(Platform platform) => platform switch
    {
        Platform.X => "X",
        Platform.CareOpinion => "Care Opinion",
        Platform.NhsUk => "the NHS website",
        Platform.News => "the news",
        Platform.Web => "the web",
        Platform.Survey => "a survey",
        Platform.Other => "elsewhere",
        _ => platform.ToString(),
    };
}
