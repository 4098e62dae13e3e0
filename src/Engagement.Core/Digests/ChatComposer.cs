using System.Globalization;

namespace Engagement.Digests;

/// <summary>Tells of the chats of a tally: answers under their questions, and the transcript.</summary>
internal sealed class ChatComposer(DigestTally tally, ShownItems items)
{
    public List<ChatFigures> Compose()
    {
        var chats = new List<ChatFigures>();
        foreach (var chat in tally.Scope.Profile.Chats)
        {
            if (!tally.Chats.TryGetValue(chat.Id, out var counted)) continue;
            var posts = counted.Transcript.Items.ToList();
            var unnamed = Unnamed(posts);
            chats.Add(new ChatFigures
            {
                Id = chat.Id,
                Name = chat.Name,
                Hashtag = chat.Hashtag,
                Posts = counted.Posts,
                Participants = counted.Participants.Count,
                Hours = counted.Hours.Count,
                BusiestHour = counted.Hours.Count == 0 ? 0 : counted.Hours.Values.Max(),
                Impressions = counted.Impressions,
                Reach = counted.Participants.Followers,
                Questions = Questions(posts, unnamed),
                Transcript = [.. posts.Select(item => ToChatItem(item, unnamed))],
                Quotes = [.. counted.Quotes.Items.Where(item => item.Likes > 0 && counted.IsOfItsHours(item)).Take(3).Select(item => items.Of(item))],
            });
        }

        return chats;
    }

    /// <summary>Those who said something critical, numbered as they come: a thread can be followed and nobody is named.</summary>
    private static Dictionary<ulong, int> Unnamed(List<KeptItem> posts)
    {
        var numbers = new Dictionary<ulong, int>();
        foreach (var post in posts)
        {
            if (post.Author != 0 && ShownItems.IsCritical(post) && post.Question <= 0) numbers.TryAdd(post.Author, numbers.Count + 1);
        }

        return numbers;
    }

    // To ask a chat its question is no criticism, whatever the words are taken for.
    private DigestItem ToChatItem(KeptItem post, Dictionary<ulong, int> unnamed)
    {
        var item = items.Of(post);
        if (!ShownItems.IsCritical(post)) return item;
        if (post.Question > 0) return item with { Author = ShownItems.NullIfEmpty(post.AuthorName), Link = ShownItems.NullIfEmpty(post.Link) };
        return unnamed.TryGetValue(post.Author, out var number) ? item with { Author = "Participant " + number.ToString(CultureInfo.InvariantCulture) } : item;
    }

    private List<ChatQuestion> Questions(List<KeptItem> posts, Dictionary<ulong, int> unnamed)
    {
        // The first post marked Qn asks it: later ones repeat it for latecomers.
        var asked = new SortedDictionary<int, KeptItem>();
        foreach (var post in posts)
        {
            if (post.Question > 0) asked.TryAdd(post.Question, post);
        }

        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var post in posts)
        {
            if (post.Question > 0) byId.TryAdd(post.Id, post.Question);
        }

        var answers = new SortedDictionary<int, List<KeptItem>>();
        foreach (var number in asked.Keys) answers[number] = [];
        foreach (var post in posts)
        {
            if (post.Question > 0) continue;
            var number = post.Question < 0 ? -post.Question : byId.GetValueOrDefault(post.ReplyTo);
            if (number == 0 && post.QuoteOf.Length > 0) number = byId.GetValueOrDefault(post.QuoteOf);
            if (number == 0) continue;
            // A reply to an answer belongs to the same question.
            byId.TryAdd(post.Id, number);
            if (!answers.TryGetValue(number, out var list)) answers[number] = list = [];
            list.Add(post);
        }

        return [.. answers.Select(pair => new ChatQuestion(pair.Key, asked.TryGetValue(pair.Key, out var question) ? ToChatItem(question, unnamed) : null, [.. pair.Value.Select(item => ToChatItem(item, unnamed))]))];
    }
}
