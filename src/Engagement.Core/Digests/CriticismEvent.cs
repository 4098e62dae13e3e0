namespace Engagement.Digests;

/// <summary>Criticism of one event.</summary>
/// <param name="Items">What was said of it, the telling that is shown first.</param>
/// <param name="People">About how many people criticise: each counts with how clearly they do, and at least one.</param>
/// <param name="IsClear">Whether somebody plainly does, or so many do by half that it comes to two.</param>
internal sealed record CriticismEvent(List<KeptItem> Items, long People, bool IsClear);
