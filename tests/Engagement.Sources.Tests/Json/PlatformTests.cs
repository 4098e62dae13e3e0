using NodaTime;

namespace Engagement.Sources.Json;

public sealed class PlatformTests
{
    private const string X2Data = """
        {"id":"11","text":"Cut off after a while… https://t.co/aaa","author_id":"7","created_at":"2026-11-09T08:15:30.000Z","lang":"en","conversation_id":"11",
        "public_metrics":{"retweet_count":2,"reply_count":1,"like_count":5,"quote_count":3,"impression_count":900},"attachments":{"media_keys":["3_1"]},
        "entities":{"annotations":[{"start":0,"end":2,"type":"Place"}],"urls":[{"start":23,"end":38,"url":"https://t.co/aaa","expanded_url":"https://a.example/1"},
        {"start":900,"end":1,"url":"https://t.co/notthere","expanded_url":"https://a.example/2"}]},
        "note_tweet":{"text":"The whole of a long post &amp; more https://t.co/bbb","entities":{"urls":[{"start":33,"end":48,"url":"https://t.co/bbb","expanded_url":"https://b.example/"}]}},
        "referenced_tweets":[{"type":"quoted","id":"5"},{"type":"replied_to","id":"6"}]}
        """;

    private const string X2Includes = """
        "includes":{"users":[{"id":"7","username":"tea_lady","name":"Mavis","description":"Retired &amp; busy","public_metrics":{"followers_count":84}},
        {"id":"8","username":"ward7","name":"Ward 7"}],"tweets":[{"id":"9","author_id":"7","text":"Ward 7, you kept him singing to the last and I shall not forget it"}]}
        """;

    [Fact]
    public async Task A_post_of_an_X_page_that_cannot_be_read_is_a_problem_and_the_rest_of_the_page_is_read()
    {
        var outcomes = await Reading.TextAsync("""
            {"data":[{"id":"1","text":"One"},{"id":"2","text":"Two","created_at":"yesterday"},null,5,{"id":"3","text":"Three"}],"includes":{"tweets":[{"id":"9","text":"Nine","created_at":"never"}]},"meta":{"result_count":5}}
            """);

        outcomes.Where(outcome => outcome.Mention is not null).Select(outcome => outcome.Mention!.Text).Should().Equal("One", "Three");
        outcomes.Where(outcome => outcome.Problem is not null).Select(outcome => outcome.Problem!.Reason).Should().HaveCount(3)
            .And.Contain(reason => reason.Contains("'yesterday'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_x_is_joined_with_its_authors()
    {
        var mention = (await Reading.TextAsync($$$"""{"data":[{{{X2Data}}}],{{{X2Includes}}},"meta":{"result_count":1}}""")).Should().ContainSingle().Which.Mention!;
        mention.Should().BeEquivalentTo(new Mention
        {
            Id = "11",
            Platform = Platform.X,
            Author = new Author { Handle = "tea_lady", DisplayName = "Mavis", Biography = "Retired & busy", Followers = 84 },
            Text = "The whole of a long post & more https://t.co/bbb",
            Language = "en",
            Published = Instant.FromUtc(2026, 11, 9, 8, 15, 30),
            Link = "https://x.com/tea_lady/status/11",
            ExpandedLinks = new Dictionary<string, string> { ["https://t.co/bbb"] = "https://b.example/" },
            Counts = new MentionCounts { Likes = 5, Shares = 5, Replies = 1 },
            HasMedia = true,
            ReplyTo = "6",
            QuoteOf = "5",
        });
    }

    [Fact]
    public async Task A_retweet_has_the_whole_text_of_what_it_repeats()
    {
        var page = $$$"""{"data":[{"id":"12","author_id":"8","text":"RT @tea_lady: Ward 7, you kept him sing…","referenced_tweets":[{"type":"retweeted","id":"9"}]}],{{{X2Includes}}}}""";
        var mention = (await Reading.TextAsync(page)).Should().ContainSingle().Which.Mention!;
        (mention.Text, mention.RepostOf, mention.Author!.Handle).Should().Be(("Ward 7, you kept him singing to the last and I shall not forget it", "9", "ward7"));
    }

    [Fact]
    public async Task Lines_of_x_may_be_pages_and_single_posts()
    {
        var lines = $$$"""
            {"data":[{"id":"1","text":"One","author_id":"8"},{"id":"2","text":"Two","author_id":"7"}],{{{X2Includes.ReplaceLineEndings("")}}}}
            {"data":{"id":"3","text":"Three","author_id":"7"},{{{X2Includes.ReplaceLineEndings("")}}}}
            {"id":"4","text":"Four","author_id":"7","edit_history_tweet_ids":["4"]}
            {"data":[{"id":"5"},{"text":"no id"},{"id":"6","text":"Six","lang":"und"}]}
            {"meta":{"result_count":0}, "data":[]}
            {"errors":[{"title":"Not Found Error"}]}
            {"title":"Unauthorized","errors":[{"message":"x"}],"data":null}
            """;
        var outcomes = await Reading.TextAsync(lines);
        outcomes.Mentions().Select(mention => $"{mention.Id} {mention.Author?.Handle}").Should().Equal("1 ward7", "2 tea_lady", "3 tea_lady", "4 ", "6 ");
        outcomes.Mentions()[^1].Language.Should().BeNull();
        outcomes.Problems().Select(problem => problem.Place).Should().Equal("line 4, post 1", "line 4, post 2", "line 6");
        outcomes.Problems().Select(problem => problem.Reason).Should().Equal("text: missing", "id: missing or empty", "this answer of X holds errors and no posts");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("https://t.co/aaa", true)]
    [InlineData("https://t.co/aa", true)]
    [InlineData("https://t.co/zzz", false)]
    public async Task A_link_that_the_text_does_not_hold_is_not_believed(string url, bool isBelieved)
    {
        var post = $$$"""{"id":"1","author_id":"2","text":"See https://t.co/aaa","entities":{"urls":[{"start":0,"end":5,"url":"{{{url}}}","expanded_url":"https://evil.example"}]}}""";
        var mention = (await Reading.TextAsync(post)).Should().ContainSingle().Which.Mention!;
        (mention.ExpandedLinks is not null).Should().Be(isBelieved);
    }

    [Fact]
    public async Task An_archive_of_x_is_read_as_data()
    {
        const string Archive = """
            window.YTD.tweets.part0 = [
              {
                "tweet" : {
                  "id" : "5", "id_str" : "5",
                  "created_at" : "Wed Oct 10 20:19:24 +0000 2018",
                  "full_text" : "Thank you &lt;3 https://t.co/aaa",
                  "favorite_count" : "12", "retweet_count" : "3", "lang" : "en",
                  "entities" : { "urls" : [ { "url" : "https://t.co/aaa", "expanded_url" : "https://a.example", "indices" : [ "13", "30" ] } ] },
                  "in_reply_to_status_id_str" : "4"
                }
              },
              { "tweet" : { "id_str" : "6" } }
            ]
            """;
        var outcomes = await Reading.TextAsync(Archive);
        outcomes.Mentions().Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Id = "5",
            Platform = Platform.X,
            Text = "Thank you <3 https://t.co/aaa",
            Published = (Instant?)Instant.FromUtc(2018, 10, 10, 20, 19, 24),
            Counts = new MentionCounts { Likes = 12, Shares = 3 },
            ReplyTo = "4",
            ExpandedLinks = new Dictionary<string, string> { ["https://t.co/aaa"] = "https://a.example" },
        });
        outcomes.Problems().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Place = "line 12, item 2", Reason = "text: missing" });
    }

    [Fact]
    public async Task Posts_of_the_older_x_interface_are_read()
    {
        const string Page = """
            {"statuses":[{"created_at":"Fri Dec 05 15:55:44 +0000 2014","id":540897316908331009,"id_str":"540897316908331009","text":"RT @a: cut…","user":{"screen_name":"b","name":"B","description":"","followers_count":9},
            "retweeted_status":{"id_str":"7","created_at":"Fri Dec 05 15:00:00 +0000 2014","text":"cut…","extended_tweet":{"full_text":"the whole &amp; more"},"user":{"screen_name":"a"}},
            "favorite_count":1,"retweet_count":2,"extended_entities":{"media":[{"url":"https://t.co/p","expanded_url":"https://x.com/p"}]}}],"search_metadata":{"count":1}}
            """;
        var mention = (await Reading.TextAsync(Page)).Should().ContainSingle().Which.Mention!;
        mention.Should().BeEquivalentTo(new
        {
            Id = "540897316908331009",
            Text = "the whole & more",
            RepostOf = "7",
            HasMedia = true,
            Link = "https://x.com/b/status/540897316908331009",
            Counts = new MentionCounts { Likes = 1, Shares = 2 },
        });
    }

    [Fact]
    public async Task Statuses_of_mastodon_become_text_with_names_and_links_whole()
    {
        const string Page = """
            [{"id":"100","created_at":"2026-11-09T08:15:30.000Z","in_reply_to_id":"99","spoiler_text":"hospital","visibility":"public","language":"en","uri":"https://m.example/users/jo/statuses/100","url":"https://m.example/@jo/100",
            "replies_count":1,"reblogs_count":2,"favourites_count":3,"media_attachments":[{"type":"image"}],
            "content":"<p>Thank you <span class=\"h-card\"><a href=\"https://other.example/@ward7\" class=\"u-url mention\">@<span>ward7</span></a></span> <a href=\"https://m.example/tags/NHS\" class=\"mention hashtag\">#<span>NHS</span></a><br>see <a href=\"https://www.a.example/long/path\"><span class=\"invisible\">https://www.</span><span class=\"ellipsis\">a.example/lo</span><span class=\"invisible\">ng/path</span></a></p>",
            "account":{"acct":"jo","username":"jo","display_name":"Jo","url":"https://m.example/@jo","note":"<p>Nurse</p>","followers_count":5},
            "mentions":[{"acct":"ward7@other.example","username":"ward7","url":"https://other.example/@ward7"},{"acct":"evil@evil.example","url":"https://other.example/@ward7"}],"tags":[{"name":"nhs"}],"reblog":null,"quote":{"state":"accepted","quoted_status":{"id":"98"}}},
            {"id":"101","content":"<p>secret</p>","visibility":"direct","account":{"acct":"x"}},
            {"id":"102","created_at":"2026-11-09T09:00:00Z","visibility":"unlisted","content":"","account":{"acct":"kim@b.example"},"reblog":{"id":"100","content":"<p>Well done</p>","visibility":"public","account":{"acct":"jo"}}}]
            """;
        var outcomes = await Reading.TextAsync(Page);
        outcomes.Mentions()[0].Should().BeEquivalentTo(new Mention
        {
            Id = "100",
            Platform = Platform.Mastodon,
            Author = new Author { Handle = "jo@m.example", DisplayName = "Jo", Biography = "Nurse", Followers = 5 },
            Title = "hospital",
            Text = "Thank you @ward7@other.example #NHS\nsee https://www.a.example/long/path",
            Language = "en",
            Published = Instant.FromUtc(2026, 11, 9, 8, 15, 30),
            Link = "https://m.example/@jo/100",
            Counts = new MentionCounts { Likes = 3, Shares = 2, Replies = 1 },
            HasMedia = true,
            ReplyTo = "99",
            QuoteOf = "98",
        });
        outcomes.Problems().Should().ContainSingle().Which.Reason.Should().Contain("'direct'");
        outcomes.Mentions()[1].Should().BeEquivalentTo(new { Id = "102", Text = "Well done", RepostOf = "100" });

        (await Reading.TextAsync(Page, new MentionFileOptions { IncludeNonPublic = true })).Problems().Should().BeEmpty();
    }

    // Written after the archive's format in Mastodon's source (app/services/backup_service.rb and the ActivityPub serializers).
    private const string Outbox = """
        {"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection","totalItems":4,"orderedItems":[
        {"id":"https://m.example/users/jo/statuses/100/activity","type":"Create","actor":"https://m.example/users/jo","published":"2026-11-09T08:15:30Z",
        "to":["https://www.w3.org/ns/activitystreams#Public"],"cc":["https://m.example/users/jo/followers"],
        "object":{"id":"https://m.example/users/jo/statuses/100","type":"Note","summary":"hospital","inReplyTo":"https://m.example/users/kim/statuses/99","published":"2026-11-09T08:15:30Z",
        "url":"https://m.example/@jo/100","attributedTo":"https://m.example/users/jo","to":["https://www.w3.org/ns/activitystreams#Public"],"cc":[],"sensitive":false,
        "content":"<p>Thank you <span class=\"h-card\"><a href=\"https://other.example/@ward7\" class=\"u-url mention\">@<span>ward7</span></a></span> &amp; all</p>","contentMap":{"en":"<p>Thank you</p>"},
        "attachment":[{"type":"Document","url":"/media_attachments/1.png"}],"tag":[{"type":"Mention","href":"https://other.example/@ward7","name":"@ward7@other.example"},{"type":"Hashtag","href":"x","name":"#nhs"}],
        "replies":{"id":"x","type":"Collection","first":{"items":[]}},"likes":{"totalItems":3},"shares":{"totalItems":2}},"signature":{"type":"x"}},
        {"id":"https://m.example/users/jo/statuses/101/activity","type":"Announce","actor":"https://m.example/users/jo","published":"2026-11-09T09:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"object":"https://m.example/users/jo/statuses/100"},
        {"id":"https://m.example/users/jo/statuses/102/activity","type":"Create","actor":"https://m.example/users/jo","to":["https://m.example/users/kim"],"object":{"id":"https://m.example/users/jo/statuses/102","type":"Note","content":"<p>secret</p>","to":["https://m.example/users/kim"],"cc":[]}},
        {"id":"https://m.example/users/jo#likes/1","type":"Like","actor":"https://m.example/users/jo","object":"https://m.example/1"}
        ]}
        """;

    [Fact]
    public async Task The_outbox_of_a_mastodon_archive_is_read()
    {
        foreach (var outbox in (string[])[Outbox, Outbox.ReplaceLineEndings("")])
        {
            var outcomes = await Reading.TextAsync(outbox);
            outcomes.Should().HaveCount(4);
            outcomes.Mentions()[0].Should().BeEquivalentTo(new Mention
            {
                Id = "100",
                Platform = Platform.Mastodon,
                Author = new Author { Handle = "jo@m.example" },
                Title = "hospital",
                Text = "Thank you @ward7@other.example & all",
                Language = "en",
                Published = Instant.FromUtc(2026, 11, 9, 8, 15, 30),
                Link = "https://m.example/@jo/100",
                Counts = new MentionCounts { Likes = 3, Shares = 2 },
                HasMedia = true,
                ReplyTo = "99",
            });
            outcomes.Mentions()[1].Should().BeEquivalentTo(new { RepostOf = "100", Text = "", Published = Instant.FromUtc(2026, 11, 9, 9, 0) });
            outcomes.Problems().Select(problem => problem.Reason).Should().Equal(
                "its author did not make it public; it was not read", "this is no post but an activity of the type 'Like'");
        }

        (await Reading.TextAsync(Outbox, new MentionFileOptions { IncludeNonPublic = true })).Mentions().Select(mention => mention.Text).Should().Contain("secret");
    }

    [Fact]
    public async Task An_outbox_larger_than_any_page_is_read_item_by_item()
    {
        var item = """{"id":"https://m.example/users/jo/statuses/NUMBER/activity","type":"Create","actor":"https://m.example/users/jo","object":{"id":"https://m.example/users/jo/statuses/NUMBER","type":"Note","content":"<p>Tea</p>"}}""";
        var items = Enumerable.Range(1, 3_000).Select(number => item.Replace("NUMBER", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var outbox = """{"@context":"x","type":"OrderedCollection","orderedItems":[""" + string.Join(',', items) + "]}";
        var outcomes = await Reading.TextAsync(outbox, new MentionFileOptions { MaximumPageBytes = 64 * 1024 });
        outcomes.Mentions().Should().HaveCount(3_000);
        outcomes.Problems().Should().BeEmpty();
        (await Reading.TextAsync(outbox[..^300], new MentionFileOptions { MaximumPageBytes = 64 * 1024 })).Problems().Should().ContainSingle().Which.Reason.Should().Contain("breaks off");
    }

    private static string Bluesky(string text, string facets) => $$$"""
        {"cursor":"1","posts":[{"uri":"at://did:plc:a/app.bsky.feed.post/k1","cid":"c","author":{"did":"did:plc:a","handle":"jo.example","displayName":"Jo"},
        "record":{"$type":"app.bsky.feed.post","text":"{{{text}}}","createdAt":"2026-11-09T08:15:30.000Z","langs":["cy","en"],"facets":{{{facets}}},
        "reply":{"root":{"uri":"at://r"},"parent":{"uri":"at://p"}},"embed":{"$type":"app.bsky.embed.record","record":{"uri":"at://did:plc:b/app.bsky.feed.post/q","cid":"d"}} },
        "embed":{"$type":"app.bsky.embed.recordWithMedia#view","media":{"images":[]},"record":{"record":{"uri":"at://did:plc:b/app.bsky.feed.post/q"}} },
        "likeCount":1,"repostCount":2,"replyCount":3,"quoteCount":4,"indexedAt":"2026-11-09T08:15:31.000Z"}]}
        """;

    [Fact]
    public async Task Posts_of_bluesky_are_read_with_their_facets_in_bytes()
    {
        const string Facets = """[{"index":{"byteStart":8,"byteEnd":26},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://a.example/long/path"}]}]""";
        var mention = (await Reading.TextAsync(Bluesky("🙂 hi a.example/long/… x", Facets.Replace("26", "27", StringComparison.Ordinal)))).Should().ContainSingle().Which.Mention!;
        mention.Should().BeEquivalentTo(new Mention
        {
            Id = "at://did:plc:a/app.bsky.feed.post/k1",
            Platform = Platform.Bluesky,
            Author = new Author { Handle = "jo.example", DisplayName = "Jo" },
            Text = "🙂 hi a.example/long/… x",
            Language = "cy",
            Published = Instant.FromUtc(2026, 11, 9, 8, 15, 30),
            Link = "https://bsky.app/profile/jo.example/post/k1",
            ExpandedLinks = new Dictionary<string, string>
            {
                ["a.example/long/…"] = "https://a.example/long/path",
                ["a.example/long/"] = "https://a.example/long/path",
            },
            Counts = new MentionCounts { Likes = 1, Shares = 6, Replies = 3 },
            HasMedia = true,
            ReplyTo = "at://p",
            QuoteOf = "at://did:plc:b/app.bsky.feed.post/q",
        });
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    // Outside of the text, upside down, in the middle of a character, over another, to nowhere.
    [InlineData("""[{"index":{"byteStart":0,"byteEnd":900},"features":[{"uri":"https://e.example"}]}]""", 0)]
    [InlineData("""[{"index":{"byteStart":7,"byteEnd":5},"features":[{"uri":"https://e.example"}]}]""", 0)]
    [InlineData("""[{"index":{"byteStart":-3,"byteEnd":5},"features":[{"uri":"https://e.example"}]}]""", 0)]
    [InlineData("""[{"index":{"byteStart":2,"byteEnd":7},"features":[{"uri":"https://e.example"}]}]""", 0)]
    [InlineData("""[{"index":{"byteStart":5,"byteEnd":7},"features":[{"uri":"javascript:alert(1)"}]}]""", 0)]
    [InlineData("""[{"index":{"byteStart":5,"byteEnd":7},"features":[{"uri":"https://e.example"}]},{"index":{"byteStart":6,"byteEnd":12},"features":[{"uri":"https://f.example"}]}]""", 1)]
    [InlineData("""[{"index":{"byteStart":18446744073709551615,"byteEnd":7},"features":[{"uri":"https://e.example"}]},7,[],{"index":null}]""", 0)]
    [InlineData("null", 0)]
    public async Task Facets_that_do_not_fit_the_text_are_left_aside(string facets, int expected)
    {
        var mention = (await Reading.TextAsync(Bluesky("🙂 hi there", facets))).Should().ContainSingle().Which.Mention!;
        (mention.ExpandedLinks?.Count ?? 0).Should().Be(expected);
    }

    [Fact]
    public async Task A_feed_of_bluesky_says_who_reposted()
    {
        var post = Bluesky("hi", "[]");
        post = post[(post.IndexOf('[', StringComparison.Ordinal) + 1)..post.LastIndexOf(']')];
        var feed = $$$"""{"feed":[{"post":{{{post}}},"reason":{"$type":"app.bsky.feed.defs#reasonRepost","by":{"did":"d","handle":"kim.example"},"indexedAt":"2026-11-10T00:00:00Z"}},{"post":{{{post}}}},{"post":{"uri":"at://x"}}]}""";
        var outcomes = await Reading.TextAsync(feed);
        outcomes.Mentions()[0].Should().BeEquivalentTo(new { RepostOf = "at://did:plc:a/app.bsky.feed.post/k1", Author = new Author { Handle = "kim.example" }, Published = (Instant?)Instant.FromUtc(2026, 11, 10, 0, 0) });
        outcomes.Mentions()[1].RepostOf.Should().BeNull();
        outcomes.Mentions()[0].Id.Should().NotBe(outcomes.Mentions()[1].Id);
        outcomes.Problems().Should().ContainSingle().Which.Should().BeEquivalentTo(new { Place = "line 1, post 3", Reason = "record.text: missing" }, options => options.Excluding(problem => problem.Place));
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("""[{"rel":"self","href":"https://www.careopinion.org.uk/api/v2/opinions/5"},{"rel":"html","href":"https://www.careopinion.org.uk/5"}]""")]
    [InlineData("""[{"relation":"author","link":"https://www.careopinion.org.uk/api/v2/u/1","id":"1"},{"relation":"public","link":"https://www.careopinion.org.uk/5"}]""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Stories_of_care_opinion_are_read_with_either_form_of_links(string links)
    {
        var story = $$$"""
            [{"id":5,"title":"Thank you, ward 7","body":"They were **so** kind.\n\n> Nothing was [too much](https://a.example) trouble","dateOfSubmission":"2026-11-08T10:00:00","dateOfPublication":"2026-11-09T08:15:30","criticality":0,"authorRole":"a relative",
            "links":{{{links}}},"tags":[{"name":"kind","group":"What was good","polarity":"good"}],"healthServices":[{"nacs":"ABC01","name":"Harrowdale General  / Ward 7","siteNacs":"ABC"}],"responses":[]},{"id":6}]
            """;
        var outcomes = await Reading.TextAsync(story, new MentionFileOptions { Zone = DateTimeZoneProviders.Tzdb["America/New_York"] });
        outcomes.Mentions().Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Id = "5",
            Platform = Platform.CareOpinion,
            Title = "Thank you, ward 7",
            Text = "They were so kind.\n\nNothing was too much (https://a.example) trouble",
            Place = "Harrowdale General / Ward 7",
            Published = (Instant?)Instant.FromUtc(2026, 11, 9, 8, 15, 30),
            Link = "https://www.careopinion.org.uk/5",
        });
        outcomes.Problems().Should().ContainSingle();
    }

    [Fact]
    public async Task Reviews_of_the_nhs_website_are_read()
    {
        const string Page = """
            {"comments":[{"comment":{"commentId":9,"odsCode":"ABC","title":"Kind staff","commentText":"Nothing was too much.\nThank you &amp; bless you","dateSubmitted":"2026-11-09T08:15:30","screenName":"Jo","ratings":[{"question":"Staff","rating":5},{"question":"Food","rating":"poor"}],"visit":{"month":11,"year":2026},"department":"Ward 7"},"response":{"text":"Thanks"}},
            {"comment":{"commentId":"10","commentText":"Fine","dateSubmitted":"never"}},{"response":{}}]}
            """;
        var outcomes = await Reading.TextAsync(Page);
        outcomes.Mentions().Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Id = "9",
            Platform = Platform.NhsUk,
            Title = "Kind staff",
            Place = "Ward 7",
            Author = new Author { DisplayName = "Jo" },
            Published = (Instant?)Instant.FromUtc(2026, 11, 9, 8, 15, 30),
        });
        outcomes.Problems().Should().HaveCount(2);
    }

    [Fact]
    public async Task Posts_of_a_facebook_page_are_read()
    {
        const string Page = """
            {"data":[{"id":"1_2","message":"Thank you, ward 7","created_time":"2026-11-09T08:15:30+0000","from":{"name":"Mavis B","id":"3"},"permalink_url":"https://www.facebook.com/1/posts/2","shares":{"count":4},"likes":{"data":[],"summary":{"total_count":5}},"comments":{"summary":{"total_count":6}},"full_picture":"https://p"},
            {"id":"1_3","created_time":"2026-11-09T08:15:30+0000"}],"paging":{"next":"x"}}
            """;
        var outcomes = await Reading.TextAsync(Page);
        outcomes.Mentions().Should().ContainSingle().Which.Should().BeEquivalentTo(new Mention
        {
            Id = "1_2",
            Platform = Platform.Facebook,
            Author = new Author { DisplayName = "Mavis B" },
            Text = "Thank you, ward 7",
            Published = Instant.FromUtc(2026, 11, 9, 8, 15, 30),
            Link = "https://www.facebook.com/1/posts/2",
            Counts = new MentionCounts { Likes = 5, Shares = 4, Replies = 6 },
            HasMedia = true,
        });
        outcomes.Problems().Should().ContainSingle().Which.Reason.Should().Be("message: missing");
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("""{"id":"1","author_id":"2","text":"tab\tquote\"slash\/ \u00e9 \ud83d\ude42"}""", "tab\tquote\"slash/ é 🙂")]
    public async Task Escapes_of_any_kind_are_read(string post, string expected) =>
        (await Reading.TextAsync(post)).Should().ContainSingle().Which.Mention!.Text.Should().Be(expected);

    [Fact]
    public async Task Half_of_an_escaped_pair_stays() =>
        (await Reading.TextAsync("""{"id":"1","author_id":"2","text":"half \ud83d of\n a pair"}""")).Should().ContainSingle().Which.Mention!.Text.Should().Be("half \uD83D of\n a pair");

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("""{"id":"1","author_id":"2","created_at":"yesterday","text":"x"}""", "created_at: 'yesterday' is no date that can be read")]
    [InlineData("""{"id":"1","author_id":"2","created_at":7,"text":"x"}""", "created_at: a date is expected")]
    [InlineData("""{"id":"1","author_id":"2","text":["x"]}""", "text: a text is expected, not an array")]
    [InlineData("""{"id":"1","author_id":"2","text":5}""", "text: a text is expected, not a number")]
    [InlineData("""{"id":"1","author_id":"2","text":null}""", "text: missing")]
    [InlineData("""{"id":"1","author_id":"2","text":"x","note_tweet":{"text":5}}""", "note_tweet.text: a text is expected, not a number")]
    [InlineData("""{"id":"1","content":5,"account":{"acct":"a"}}""", "content: a text is expected, not a number")]
    [InlineData("""{"id":"1","content":"<p>x</p>","spoiler_text":true,"account":{"acct":"a"}}""", "spoiler_text: a text is expected, not true or false")]
    [InlineData("""{"id":"1","content":"","account":{"acct":"a"},"reblog":{"id":"2","content":5,"account":{"acct":"a"}}}""", "content: a text is expected, not a number")]
    [InlineData("""{"actor":"https://m.example/users/a","type":"Create","object":{"id":"2","content":5}}""", "content: a text is expected, not a number")]
    [InlineData("""{"uri":"at://d/app.bsky.feed.post/1","record":{"text":5}}""", "record.text: a text is expected, not a number")]
    [InlineData("""{"id_str":"1","full_text":5,"user":{"screen_name":"a"}}""", "full_text: a text is expected, not a number")]
    [InlineData("""{"tweet":{"id_str":"1","full_text":5}}""", "full_text: a text is expected, not a number")]
    [InlineData("""{"id":1,"title":"T","body":5}""", "body: a text is expected, not a number")]
    [InlineData("""{"commentId":1,"commentText":5}""", "commentText: a text is expected, not a number")]
    [InlineData("""{"id":"1_2","message":5,"created_time":"2026-11-09T08:15:30+0000"}""", "message: a text is expected, not a number")]
    [InlineData("""{"id":"1","platform":"x","text":5}""", "text: expected a string")]
    [InlineData("""{"id":"1","author_id":"2","text":"x"} {"id":"2"}""", "not valid JSON")]
    public async Task A_field_of_another_kind_is_a_problem(string post, string expected) =>
        (await Reading.TextAsync(post)).Problems().Should().ContainSingle().Which.Reason.Should().Contain(expected);

    [Fact]
    public async Task Files_that_mix_platforms_are_read()
    {
        const string Lines = """
            {"id":"1","author_id":"2","text":"x"}
            {"id":"2","platform":"facebook","text":"own"}
            {"id":"3","content":"<p>toot</p>","account":{"acct":"a"}}
            {"id_str":"4","text":"old","user":{"screen_name":"b"}}
            {"id":"5","author_id":"2","text":"x"}
            """;
        (await Reading.TextAsync(Lines)).Mentions().Select(mention => mention.Platform)
            .Should().Equal(Platform.X, Platform.Facebook, Platform.Mastodon, Platform.X, Platform.X);
    }
}
