namespace Engagement.Profiles;

/// <summary>A chat, known by its hashtag.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Name">Name as colleagues say it.</param>
/// <param name="Hashtag">Without <c>#</c>.</param>
public sealed record Chat(string Id, string Name, string Hashtag);
