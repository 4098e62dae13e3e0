using NodaTime;

namespace Engagement.Sources.Tables;

public sealed class TableTests
{
    [Theory]
    [InlineData("id,text,place\n1,\"Good, thanks\",Ward 7\n")]
    [InlineData("id;text;place\n1;Good, thanks;Ward 7\n")]
    [InlineData("id\ttext\tplace\r\n1\tGood, thanks\tWard 7\r\n")]
    [InlineData("id|text|place\n1|Good, thanks|Ward 7")]
    [InlineData("sep=;\nid;text;place\n1;\"Good, thanks\";Ward 7\n")]
    [InlineData("Report:,Mentions\nFrom:,1 November\n\nid,text,place\n1,\"Good, thanks\",Ward 7\n,,\n")]
    [InlineData("ID, Text , PLACE\n1, \"Good, thanks\" ,  Ward\u00A0 7 \n")]
    public async Task Delimiter_and_header_are_found(string table)
    {
        var mention = (await Reading.TextAsync(table)).Should().ContainSingle().Which.Mention!;
        (mention.Id, mention.Text, mention.Place).Should().Be(("1", "Good, thanks", "Ward 7"));
    }

    [Fact]
    public async Task Columns_of_a_friends_and_family_test_are_known()
    {
        const string Table = """
            Comment ID,Trust,Respondent ID,Date,Service type 1,Service type 2,FFT question,FFT answer
            A 1 - Q1,ABCD,A 1,30/09/2026,Outpatients,,What was good?,Everything
            A 1 - Q2,ABCD,A 1,30/09/2026,Outpatients,,How could we improve?,Nothing
            A 2 - Q1,ABCD,A 2,01/10/2026,,Day surgery,FFT Why?,Nothing
            """;
        var mentions = (await Reading.TextAsync(Table)).Mentions();
        mentions.Select(mention => mention.Id).Should().Equal("A 1 - Q1", "A 1 - Q2", "A 2 - Q1");
        mentions.Select(mention => mention.Asked).Should().Equal(QuestionAsked.WhatWasGood, QuestionAsked.WhatCouldImprove, QuestionAsked.Open);
        mentions.Select(mention => mention.Place).Should().Equal("Outpatients", "Outpatients", "Day surgery");
        mentions.Should().OnlyContain(mention => mention.Platform == Platform.Survey && mention.Published == null);
        mentions[0].PublishedOn.Should().Be(new LocalDate(2026, 9, 30));
    }

    [Fact]
    public async Task Columns_of_brandwatch_are_known()
    {
        const string Table = "Query Id,Query Name,Date,Title,Snippet,Url,Domain,Page Type,Language,Author,Full Name,Full Text,Twitter Followers,Twitter Likes,Twitter Retweets,Twitter Reply Count,Resource Id\n"
            + "1,Trust,2026-11-09 08:15:30.0,,Thanks to…,https://twitter.com/a/status/5,twitter.com,twitter,en,tea_lady,Mavis B,\"Thanks to ward 7, all of you\",84,12,3,1,abc\n";
        var mention = (await Reading.TextAsync(Table)).Should().ContainSingle().Which.Mention!;
        mention.Should().BeEquivalentTo(new Mention
        {
            Id = "abc",
            Platform = Platform.X,
            Author = new Author { Handle = "tea_lady", DisplayName = "Mavis B", Followers = 84 },
            Text = "Thanks to ward 7, all of you",
            Language = "en",
            Published = Instant.FromUtc(2026, 11, 9, 8, 15, 30),
            Link = "https://twitter.com/a/status/5",
            Counts = new MentionCounts { Likes = 12, Shares = 3, Replies = 1 },
        });
    }

    // Six lines about the export stand before its header; programs that read such files skip them.
    [Fact]
    public async Task The_lines_that_brandwatch_puts_before_its_header_are_no_rows()
    {
        const string Table = "Report:,Bulk Mentions Download\nBrand:,Dale NHS\nFrom:,Mon Nov 09 00:00:00 UTC 2026\nTo:,Mon Nov 16 00:00:00 UTC 2026\nLabel:,\n\n"
            + "Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Country Code,Author,Full Text,Thread Id,Thread Author,Twitter Author ID,Expanded URLs\n"
            + "1,Trust,2026-11-09 08:15:30.0,,Thanks to,http://twitter.com/tea_lady/statuses/5,twitter.com,positive,twitter,en,GB,tea_lady,\"Thanks to ward 7, all\",4,Ward7,77,https://a.example/x\n";
        var mention = (await Reading.TextAsync(Table)).Should().ContainSingle().Which.Mention!;
        (mention.Text, mention.Platform, mention.Author!.Handle, mention.Language, mention.Link).Should()
            .Be(("Thanks to ward 7, all", Platform.X, "tea_lady", "en", "http://twitter.com/tea_lady/statuses/5"));
        mention.Published.Should().Be(Instant.FromUtc(2026, 11, 9, 8, 15, 30));
    }

    [Fact]
    public async Task Columns_of_twarc_csv_are_known()
    {
        const string Table = "id,conversation_id,referenced_tweets.replied_to.id,referenced_tweets.retweeted.id,referenced_tweets.quoted.id,author_id,in_reply_to_username,created_at,text,lang,source,public_metrics.impression_count,public_metrics.reply_count,public_metrics.retweet_count,public_metrics.quote_count,public_metrics.like_count,author.id,author.created_at,author.username,author.name,author.description,author.public_metrics.followers_count\n"
            + "5,5,,,,77,,2026-11-09T08:15:30.000Z,Thank you ward 7,en,Twitter Web App,100,1,3,0,12,77,2010-01-01T00:00:00.000Z,tea_lady,Mavis B,Tea,84\n"
            + "6,6,4,5,3,77,a,2026-11-09T09:00:00.000Z,RT @tea_lady: Thank you,en,,0,0,0,0,0,77,2010-01-01T00:00:00.000Z,kim,,,\n";
        var mentions = (await Reading.TextAsync(Table)).Mentions();
        mentions[0].Should().BeEquivalentTo(new Mention
        {
            Id = "5",
            Platform = Platform.X,
            Author = new Author { Handle = "tea_lady", DisplayName = "Mavis B", Biography = "Tea", Followers = 84 },
            Text = "Thank you ward 7",
            Language = "en",
            Published = Instant.FromUtc(2026, 11, 9, 8, 15, 30),
            Link = "https://x.com/tea_lady/status/5",
            Counts = new MentionCounts { Likes = 12, Shares = 3, Replies = 1 },
        });
        (mentions[1].ReplyTo, mentions[1].RepostOf, mentions[1].QuoteOf).Should().Be(("4", "5", "3"));
    }

    // The whole header as two programs that read such exports list it.
    [Theory]
    [InlineData("Date,Headline,URL,Opening Text,Hit Sentence,Source,Influencer,Country,Subregion,State,City,Language,Reach,Desktop Reach,Mobile Reach,Twitter Social Echo,Facebook Social Echo,Reddit Social Echo,Earned Traffic,National Viewership,AVE,Sentiment,Key Phrases,Input Name,Keywords,Document Tags,Engagement,Hashtags,Views,Estimated Views,Custom Categories",
        "09-Nov-2026 08:15AM,,https://x.com/a/status/5,,Thank you ward 7,Twitter,@tea_lady,United Kingdom,,,,English,84")]
    [InlineData("Date,Time,Document ID,URL,Input Name,Keywords,Information Type,Source Type,Source Name,Source Domain,Content Type,Author Name,Author Handle,Title,Opening Text,Hit Sentence,Image,Hashtags,Links,Country,Region,State,City,Language,Sentiment,Keyphrases,Reach,Global Reach,National Reach,Local Reach,AVE,Social Echo,Editorial Echo,Engagement,Shares,Quotes,Likes,Replies,Reposts,Comments,Reactions,Views,Estimated Views,Document Tags,Custom Categories,Custom Fields",
        "09-Nov-2026,08:15 AM,d5,https://x.com/a/status/5,Trust,ward,Social,X,X,x.com,,,@tea_lady,,,Thank you ward 7,,,,United Kingdom,,,,en")]
    public async Task The_whole_header_of_meltwater_is_understood(string header, string row)
    {
        var mention = (await Reading.TextAsync(header + "\n" + row + "\n")).Should().ContainSingle().Which.Mention!;
        (mention.Text, mention.Platform, mention.Author!.Handle, mention.Language, mention.Published).Should()
            .Be(("Thank you ward 7", Platform.X, "tea_lady", "en", Instant.FromUtc(2026, 11, 9, 8, 15)));
    }

    [Theory]
    [InlineData("Date\tHeadline\tURL\tOpening Text\tHit Sentence\tSource\tInfluencer\tLanguage\tTwitter Screen Name\tTweet Id\n"
        + "09-Nov-2026 08:15AM\t\thttps://x.com/a/status/5\t\tThank you ward 7\tTwitter\t@tea_lady\tEnglish\t@tea_lady\t5\n")]
    [InlineData("Date\tTime\tDocument ID\tURL\tInput Name\tSource Type\tAuthor Name\tAuthor Handle\tTitle\tOpening Text\tHit Sentence\tLanguage\tLikes\n"
        + "09-Nov-2026\t08:15 AM\t5\thttps://x.com/a/status/5\tTrust\tX\t\t@tea_lady\t\tThank you\tThank you ward 7\ten\t\n")]
    public async Task Columns_of_meltwater_are_known_in_both_forms(string table)
    {
        var mention = (await Reading.TextAsync(table)).Should().ContainSingle().Which.Mention!;
        mention.Should().BeEquivalentTo(new Mention
        {
            Id = "5",
            Platform = Platform.X,
            Author = new Author { Handle = "tea_lady" },
            Text = "Thank you ward 7",
            Language = "en",
            Published = Instant.FromUtc(2026, 11, 9, 8, 15),
            Link = "https://x.com/a/status/5",
        });
    }

    // No export of Hootsuite could be found to compare with: these names are from memory.
    [Fact]
    public async Task Columns_of_hootsuite_are_known()
    {
        const string Table = "Date (GMT),Social Network,From User,Message,Post Permalink,Likes,Shares,Comments Count\n"
            + "2026-11-09 08:15,Facebook,Mavis B,Thank you ward 7,https://facebook.com/p/5,\"1,204\",2,0\n";
        var mention = (await Reading.TextAsync(Table)).Should().ContainSingle().Which.Mention!;
        (mention.Platform, mention.Text, mention.Author!.DisplayName).Should().Be((Platform.Facebook, "Thank you ward 7", "Mavis B"));
        mention.Counts.Should().Be(new MentionCounts { Likes = 1204, Shares = 2, Replies = 0 });
    }

    [Fact]
    public async Task A_mapping_goes_before_what_is_known()
    {
        ColumnMapping.TryParse(["What they said=text", "Service type 2=place", "When?=date"], out var mapping, out _).Should().BeTrue();
        const string Table = "Service type 1,service  TYPE 2,What they said,Comment,When?\nA,B,Good,Office only,9/11/2026\n";
        var mention = (await Reading.TextAsync(Table, new MentionFileOptions { Columns = mapping })).Should().ContainSingle().Which.Mention!;
        (mention.Text, mention.Place, mention.PublishedOn).Should().Be(("Good", "B", new LocalDate(2026, 11, 9)));
    }

    [Theory]
    [InlineData("colour", "'colour' is not of the form COLUMN=FIELD")]
    [InlineData("Comment=words", "'words' is not a field of a mention; the fields are ignore, text, title, author, name")]
    public void A_mapping_that_is_not_sound_says_why(string pair, string expected)
    {
        ColumnMapping.TryParse([pair], out var mapping, out var fault).Should().BeFalse();
        mapping.Should().BeNull();
        fault.Should().StartWith(expected);
    }

    [Fact]
    public async Task A_table_without_a_text_column_names_its_columns_and_the_way_out()
    {
        var outcomes = await Reading.TextAsync("Ref;What they said;Score\n1;Good;5\n2;Bad;1\n");
        var problem = outcomes.Should().ContainSingle().Which.Problem!;
        problem.Place.Should().Be("line 1");
        problem.Reason.Should().Contain("'Ref', 'What they said', 'Score'").And.Contain("COLUMN=text");
    }

    [Fact]
    public async Task A_mapped_column_that_is_missing_is_named_and_the_rows_are_read()
    {
        ColumnMapping.TryParse(["Ward name=place"], out var mapping, out _);
        var outcomes = await Reading.TextAsync("id,text\n1,Good\n", new MentionFileOptions { Columns = mapping });
        outcomes.Problems().Should().ContainSingle().Which.Reason.Should().Contain("no column 'Ward name'").And.Contain("'id', 'text'");
        outcomes.Mentions().Should().ContainSingle();
    }

    [Fact]
    public async Task A_mapped_text_column_that_is_missing_is_one_problem()
    {
        ColumnMapping.TryParse(["Words=text"], out var mapping, out _);
        var outcomes = await Reading.TextAsync("id,comment\n1,Good\n", new MentionFileOptions { Columns = mapping });
        outcomes.Should().ContainSingle().Which.Problem!.Reason.Should().Contain("'Words'").And.Contain("'id', 'comment'");
    }

    [Theory]
    // Never closed.
    [InlineData("id,text\n1,One\n2,\"Two\n3,Three\n4,Four\n", 3, 3, "1 3 4")]
    // Closed by the opening quote of a later row.
    [InlineData("id,text\n1,One\n2,\"Two\n3,\"Three\"\n4,Four\n", 3, 3, "1 3 4")]
    // Swallows a row, which then lacks columns.
    [InlineData("id,text,place\n1,One,A\n2,\"Two,B\n3,Three\"\n4,Four,D\n", 3, 3, "1 3 4")]
    public async Task A_quote_that_does_not_close_costs_its_row(string table, int line, int column, string rest)
    {
        var outcomes = await Reading.TextAsync(table);
        var problem = outcomes.Problems().Should().ContainSingle().Which;
        problem.Place.Should().Be($"line {line}");
        problem.Reason.Should().Contain($"column {column}");
        string.Join(' ', outcomes.Mentions().Select(mention => mention.Id)).Should().Be(rest);
    }

    [Theory]
    [InlineData("1,\"She said \"thank you\" twice\",A", "She said \"thank you\" twice")]
    [InlineData("1,a 5\" plaster and a \"smile\",A", "a 5\" plaster and a \"smile\"")]
    [InlineData("1,\"one\"\"two\",A", "one\"two")]
    [InlineData("1,\"two\nlines\",A", "two\nlines")]
    [InlineData("1,  \"padded, quoted\"  ,A", "padded, quoted")]
    public async Task Quotes_within_a_text_are_kept(string row, string expected)
    {
        var outcomes = await Reading.TextAsync($"id,text,place\n{row}\n2,Next,B\n");
        outcomes.Mentions().Select(mention => mention.Text).Should().Equal(expected, "Next");
    }

    [Fact]
    public async Task Rows_that_do_not_fit_the_header_are_problems()
    {
        var outcomes = await Reading.TextAsync("id,text\n1,One, two\n2\n3,Three\n4,\n5,Five,\n");
        outcomes.Mentions().Select(mention => mention.Id).Should().Equal("3", "5");
        outcomes.Problems().Select(problem => problem.Place).Should().Equal("line 2", "line 3", "line 5");
        outcomes.Problems()[0].Reason.Should().Contain("3 columns where the header has 2");
        outcomes.Problems()[2].Reason.Should().Contain("no text");
    }

    [Fact]
    public async Task The_same_answer_of_many_people_stays_that_many_mentions()
    {
        var rows = string.Concat(Enumerable.Range(1, 453).Select(_ => "09/11/2026,Nothing\n"));
        var mentions = (await Reading.TextAsync("Date,Answer\n" + rows)).Mentions();
        mentions.Should().HaveCount(453);
        mentions.Select(mention => mention.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_row_with_a_link_keeps_its_made_up_id_wherever_it_stands()
    {
        var first = (await Reading.TextAsync("url,text\nhttps://a.example/1,One\nhttps://a.example/2,Two\n", name: "a.csv")).Mentions();
        var second = (await Reading.TextAsync("url,text\nhttps://a.example/2,Two\n", name: "b.csv")).Mentions();
        second[0].Id.Should().Be(first[1].Id).And.NotBe(first[0].Id);
    }
}
