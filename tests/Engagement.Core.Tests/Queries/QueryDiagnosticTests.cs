namespace Engagement.Queries;

/// <summary>The exact words of every finding, its place, and its fixes. A row: text, what is made of it, the finding, the fixes.</summary>
public sealed class QueryDiagnosticTests
{
    private const string AlmostEverything =
        "This would match almost everything: it only says what to leave out, or has an OR that does. Add a word that posts must have.";

    private const string Mixed = "AND (or a mere space) and OR are mixed without brackets. AND is done before OR; brackets say which is meant.";

    private const string LeavesOut = " leaves posts out of the one alternative that it stands in, because NOT and AND are done before OR. Brackets say which is meant.";

    private const string Unseen = ", as comes along with copied text; posts are not searched for it.";

    [Theory]
    [InlineData("", null, "Error [0,0) There is nothing to search for: type at least one word.")]
    [InlineData("   ", null, "Error [0,3) There is nothing to search for: type at least one word.")]
    [InlineData("“pain relief”", "\"pain relief\"", "Information [0,1) Curly and other typographic quotes are read as straight quotes.", "\"pain relief\"")]
    [InlineData("„pain relief“ «so kind»", "\"pain relief\" AND \"so kind\"", "Information [0,1) Curly and other typographic quotes are read as straight quotes.", "\"pain relief\" \"so kind\"")]
    [InlineData("'pain relief'", "pain AND relief", "Warning [0,13) Single quotes do not make a phrase; double quotes do.", "\"pain relief\"")]
    [InlineData("leeds and york", "leeds AND york", "Information [6,9) “and” is read as the operator AND. To find the word itself, put it in quotes.", "leeds AND york", "leeds \"and\" york")]
    [InlineData("leeds Or york", "leeds OR york", "Information [6,8) “Or” is read as the operator OR. To find the word itself, put it in quotes.", "leeds OR york", "leeds \"Or\" york")]
    [InlineData("leeds | york", "leeds OR york", "Information [6,7) “|” is read as the operator OR.", "leeds OR york")]
    [InlineData("do not resuscitate", "do AND \"not\" AND resuscitate", "Warning [3,6) “not” is read as a word to find. To leave out posts with what follows, write NOT.", "do NOT resuscitate", "do \"not\" resuscitate")]
    [InlineData("leeds AND york OR hull", "(leeds AND york) OR hull", "Warning [0,22) " + Mixed, "(leeds AND york) OR hull", "leeds AND (york OR hull)")]
    [InlineData("leeds york OR hull wigan", "(leeds AND york) OR (hull AND wigan)", "Warning [0,24) " + Mixed, "(leeds york) OR (hull wigan)", "leeds (york OR hull) wigan")]
    [InlineData("wigan (leeds york OR hull)", "wigan AND ((leeds AND york) OR hull)", "Warning [7,25) " + Mixed, "wigan ((leeds york) OR hull)", "wigan (leeds (york OR hull))")]
    [InlineData("leeds OR york NOT hull", "leeds OR (york AND NOT hull)", "Warning [0,22) “NOT hull”" + LeavesOut, "leeds OR (york NOT hull)", "(leeds OR york) NOT hull")]
    [InlineData("leeds \"pain relief", "leeds AND \"pain relief\"", "Error [6,7) The quote opened here is never closed; it is closed at the end.", "leeds \"pain relief\"")]
    [InlineData("(leeds OR york", "leeds OR york", "Error [0,1) The bracket opened here is never closed; it is closed at the end.", "(leeds OR york)")]
    [InlineData("leeds) york", "leeds AND york", "Error [5,6) This closing bracket has no opening one; it is left out.", "leeds york")]
    [InlineData("leeds ()", "leeds", "Error [6,8) There is nothing between these brackets; they are left out.", "leeds")]
    [InlineData("leeds \"\"", "leeds", "Error [6,8) There is nothing between these quotes; they are left out.", "leeds")]
    [InlineData("pain NEAR relief", "pain NEAR/10 relief", "Information [5,9) NEAR without a number is read as NEAR/10: at most 10 other words between.", "pain NEAR/10 relief")]
    [InlineData("pain ONEAR/x relief", "pain ONEAR/10 relief", "Error [5,12) ONEAR/ wants a whole number from 0 to 1,000 after it, as in ONEAR/5; it is read as ONEAR/10.", "pain ONEAR/10 relief")]
    [InlineData("pain NEAR/5000 relief", "pain NEAR/10 relief", "Error [5,14) NEAR/ wants a whole number from 0 to 1,000 after it, as in NEAR/5; it is read as NEAR/10.", "pain NEAR/10 relief")]
    [InlineData("NEAR/3 relief", "relief", "Error [0,6) NEAR/3 has nothing on its left; it is left out.", "relief")]
    [InlineData("pain NEAR/3", "pain", "Error [5,11) NEAR/3 has no words on its right; it is left out.", "pain")]
    [InlineData("(pain AND relief) NEAR/3 soon", "pain AND relief AND soon", "Error [0,17) NEAR joins words, phrases, or bracketed ORs of them in one field, and this is none; it is read as AND.", "(pain AND relief) AND soon")]
    [InlineData("pain NEAR/3 lang:en", "pain AND lang:en", "Error [12,19) NEAR joins words, phrases, or bracketed ORs of them in one field, and this is none; it is read as AND.", "pain AND lang:en")]
    [InlineData("pain NEAR/3 relief NEAR/4 soon", "pain NEAR/3 relief AND relief NEAR/4 soon", "Warning [0,30) A chain of NEAR is read as pairs: each word is near the next.")]
    [InlineData("pain near/5 relief", "pain AND \"near 5\" AND relief", "Warning [5,11) “near/5” is read as words to find. The operator is written in capitals.", "pain NEAR/5 relief")]
    [InlineData("form:LeedsTrust", "\"form leedstrust\"", "Error [0,5) There is no field “form:”; did you mean “from:”? It is read as words.", "from:LeedsTrust")]
    [InlineData("zebra:crossing", "\"zebra crossing\"", "Error [0,6) There is no field “zebra:”; it is read as words.")]
    [InlineData("from: LeedsTrust", "from:leedstrust", "Information [5,6) The space after from: is ignored; the value follows the colon at once.", "from:LeedsTrust")]
    [InlineData("leeds lang:", "leeds", "Error [6,11) lang: needs a value right after the colon, as in lang:en; it is left out.", "leeds")]
    [InlineData("leeds likes:many", "leeds", "Error [12,16) “many” is not a number: write likes:10, likes:>=10 or likes:10..20. It is left out.")]
    [InlineData("leeds since:01/11/2026", "leeds", "Error [12,22) “01/11/2026” is not a date: write year, month and day, as in since:2026-11-01. It is left out.", "leeds since:2026-11-01")]
    [InlineData("leeds until:2026-02-30", "leeds", "Error [12,22) “2026-02-30” is not a date: write year, month and day, as in until:2026-11-01. It is left out.")]
    [InlineData("leeds lang:english", "leeds", "Error [11,18) “english” is not a language tag, such as lang:en or lang:cy; it is left out.", "leeds lang:en")]
    [InlineData("leeds platform:mastadon", "leeds", "Error [15,23) There is no platform “mastadon”; did you mean “mastodon”? It is left out.", "leeds platform:mastodon")]
    [InlineData("leeds is:replies", "leeds", "Error [9,16) is: is followed by reply, repost, quote or original, not “replies”; it is left out.", "leeds is:reply")]
    [InlineData("leeds has:zebras", "leeds", "Error [10,16) has: is followed by link, media, question or emoji, not “zebras”; it is left out.")]
    [InlineData("-spam", null, "Error [0,5) " + AlmostEverything)]
    [InlineData("leeds OR -spam", null, "Error [0,14) " + AlmostEverything)]
    [InlineData("NOT (leeds OR york)", null, "Error [0,18) " + AlmostEverything)]
    [InlineData("leeds *", "leeds", "Error [6,7) “*” stands for the rest of a word and needs letters beside it; it is left out.", "leeds")]
    [InlineData("?", null, "Error [0,1) “?” stands for one character of a word and needs letters beside it; it is left out.")]
    [InlineData("n*rse", null, "Error [0,5) “n*rse”: * stands at the end of a word only; the word is left out.", "n?rse")]
    [InlineData("leed*s", "leed*", "Error [0,6) “leed*s”: * stands at the end of a word only; it is read as “leed*”.", "leed*")]
    [InlineData("x*", "x", "Error [0,2) “x*” would match very many words: * needs at least 2 letters. It is read as “x”.", "x")]
    [InlineData("x?", "x", "Error [0,2) “x?” would match very many words: ? needs at least 2 letters. It is read as “x”.", "x")]
    [InlineData("really?", "really?", "Information [0,7) “really?” finds words with one more character in place of each ?.", "really")]
    [InlineData("the", "the", "Warning [0,3) “the” is in a large share of all posts; add a word that says what you are after.")]
    [InlineData("leeds leeds", "leeds AND leeds", "Warning [6,11) “leeds” stands twice in the same list; once is enough.", "leeds")]
    [InlineData("york OR (york AND leeds)", "york OR (york AND leeds)", "Warning [9,23) “york AND leeds” can never add a post: “york” alone finds it already.", "york")]
    [InlineData("york AND (york OR leeds)", "york AND (york OR leeds)", "Warning [10,23) “york OR leeds” adds nothing: “york” is asked for anyway.", "york")]
    [InlineData("leed* OR leeds", "leed* OR leeds", "Warning [9,14) “leeds” can never add a post: “leed*” finds it already.", "leed*")]
    [InlineData("leeds AND NOT leeds", "leeds AND NOT leeds", "Warning [10,19) This can never match: “leeds” is both asked for and left out.", "leeds")]
    [InlineData("platform:x platform:bluesky", "platform:x AND platform:bluesky", "Warning [20,27) This can never match: “platform:x” and “platform:bluesky” are never true of one post.", "platform:x")]
    [InlineData("since:2026-11-08 until:2026-11-01", "since:2026-11-08 AND until:2026-11-01", "Warning [23,33) This can never match: “since:2026-11-08” and “until:2026-11-01” are never true of one post.", "since:2026-11-08")]
    [InlineData("(leeds OR york) -york", "(leeds OR york) AND NOT york", "Warning [17,21) “york” is asked for in one place and left out in another.")]
    [InlineData("leeds (york OR -hull)", "leeds AND (york OR NOT hull)", "Warning [15,20) “NOT hull” is true of almost every post, so this OR hardly narrows anything.")]
    [InlineData("nurse", "nurse", "Information [0,5) Words are found exactly as written: “nurse” does not find “nurses”.", "nurse OR nurses")]
    [InlineData("follow-up", "\"follow up\"", "Information [0,9) “follow-up” finds it with a hyphen or a space, and not “followup”.", "(follow-up OR followup)")]
    [InlineData("leeds -walk-in", "leeds AND NOT \"walk in\"", "Information [7,14) “walk-in” finds it with a hyphen or a space, and not “walkin”.", "leeds -(walk-in OR walkin)")]
    [InlineData("leeds after:2026-11-01", "leeds AND \"after 2026 11 01\"", "Error [6,12) There is no field “after:”; did you mean “since:”? It is read as words.", "leeds since:2026-11-01")]
    [InlineData("author:LeedsTrust", "\"author leedstrust\"", "Error [0,7) There is no field “author:”; did you mean “from:”? It is read as words.", "from:LeedsTrust")]
    [InlineData("leeds language:en", "leeds AND \"language en\"", "Error [6,15) There is no field “language:”; did you mean “lang:”? It is read as words.", "leeds lang:en")]
    [InlineData("from:@LeedsTrust, leeds", "from:leedstrust AND leeds", "Information [5,17) “,” is no part of a handle; it is left out.", "from:@LeedsTrust leeds")]
    [InlineData("leeds AROUND(5) york", "leeds AND around AND 5 AND york", "Warning [6,15) “AROUND(5)” is Google's and is read as words to find. Here NEAR/5 says that.", "leeds NEAR/5 york")]
    [InlineData("leeds - york", "leeds AND york", "Warning [6,7) “-” has no letters, digits or emoji to search for; it is left out.", "leeds -york", "leeds york")]
    [InlineData("leeds since:2026-11", "leeds", "Error [12,19) “2026-11” is not a date: write year, month and day, as in since:2026-11-01. It is left out.", "leeds since:2026-11-01")]
    [InlineData("\"ward * leeds\"", "\"ward leeds\"", "Error [6,7) “*” stands for the rest of a word and needs letters beside it; it is left out.", "ward ONEAR/1 leeds", "\"ward leeds\"")]
    [InlineData("leeds AND AND york", "leeds AND york", "Error [6,13) AND and AND stand next to each other; only AND is used.", "leeds AND york")]
    [InlineData("OR leeds", "leeds", "Error [0,2) OR has nothing before it; it is left out.", "leeds")]
    [InlineData("leeds NOT", "leeds", "Error [6,9) NOT has nothing after it; it is left out.", "leeds")]
    [InlineData("leeds – york", "leeds AND york", "Warning [6,7) “–” has no letters, digits or emoji to search for; it is left out.", "leeds york")]
    [InlineData("–york leeds", "NOT york AND leeds", "Information [0,1) This dash is read as a minus: posts with what follows are left out.", "-york leeds")]
    [InlineData("#7 leeds", "7 AND leeds", "Warning [0,2) “#7” is not a hashtag that platforms know, so it is read as words.")]
    [InlineData("leeds\u200B \u202E", "leeds", "Warning [5,6) A character that cannot be seen stands here (U+200B)" + Unseen, "leeds ")]
    [InlineData("leeds \uFE0F", "leeds", "Warning [6,7) These characters cannot be seen or searched for; they are left out.", "leeds")]
    [InlineData("leeds -york OR hull", "(leeds AND NOT york) OR hull", "Warning [0,19) “-york”" + LeavesOut, "(leeds -york) OR hull", "(leeds OR hull) -york")]
    [InlineData("leeds OR york NOT hull OR wigan", "leeds OR (york AND NOT hull) OR wigan", "Warning [0,31) “NOT hull”" + LeavesOut, "leeds OR (york NOT hull) OR wigan", "(leeds OR york OR wigan) NOT hull")]
    [InlineData("leeds AND NOT york OR hull -wigan", "(leeds AND NOT york) OR (hull AND NOT wigan)", "Warning [0,33) Each NOT" + LeavesOut, "(leeds AND NOT york) OR (hull -wigan)", "(leeds OR hull) -wigan AND NOT york")]
    [InlineData("leeds -york -bed OR hull", "(leeds AND NOT york AND NOT bed) OR hull", "Warning [0,24) Each NOT" + LeavesOut, "(leeds -york -bed) OR hull", "(leeds OR hull) -york -bed")]
    [InlineData("leeds|york", "leeds OR york", "Information [5,6) “|” is read as the operator OR.", "leeds OR york")]
    [InlineData("-leeds york OR hull", "(NOT leeds AND york) OR hull", "Warning [0,19) “-leeds”" + LeavesOut, "(-leeds york) OR hull", "-leeds (york OR hull)")]
    [InlineData("leeds -york OR hull wigan", "(leeds AND NOT york) OR (hull AND wigan)", "Warning [0,25) " + Mixed, "(leeds -york) OR (hull wigan)", "(leeds OR hull) wigan -york")]
    [InlineData("leeds from:a*", "leeds", "Error [11,13) from: takes a whole handle, without * and ?; “a*” is left out.")]
    [InlineData("leeds to:a?c", "leeds", "Error [9,12) to: takes a whole handle, without * and ?; “a?c” is left out.")]
    [InlineData("url:careop*", "url:careop", "Information [4,11) url: finds its value anywhere in a link; the * is left out.", "url:careop")]
    [InlineData("site:*.nhs.uk", "site:nhs.uk", "Information [5,13) site: covers subdomains; the * is left out.", "site:nhs.uk")]
    [InlineData("##nhs", "##nhs", "Warning [0,5) “##nhs” is one hashtag on Bluesky only: the others end or begin it at the sign, and this is never found there.", "#nhs")]
    [InlineData("#a-b", "#a-b", "Warning [0,4) “#a-b” is one hashtag on Bluesky only: the others end or begin it at the sign, and this is never found there.")]
    [InlineData("leeds NOT leed*", "leeds AND NOT leed*", "Warning [6,15) This can never match: “leed*” is left out, and every post with “leeds” has it.", "leeds")]
    [InlineData("\"a1 b1\" NOT a1", "\"a1 b1\" AND NOT a1", "Warning [8,14) This can never match: “a1” is left out, and every post with “\"a1 b1\"” has it.", "\"a1 b1\"")]
    [InlineData("likes:>=10 NOT likes:>=5", "likes:>=10 AND NOT likes:>=5", "Warning [11,24) This can never match: “likes:>=5” is left out, and every post with “likes:>=10” has it.", "likes:>=10")]
    [InlineData("(leeds OR york) NOT leed*", "(leeds OR york) AND NOT leed*", "Warning [1,6) “leeds” can never be found here: “leed*” is left out.", "york AND NOT leed*")]
    [InlineData("\"pain relief\" OR pain", "\"pain relief\" OR pain", "Warning [0,13) “\"pain relief\"” can never add a post: “pain” finds it already.", "pain")]
    [InlineData("nhs OR #nhs", "nhs OR #nhs", "Warning [7,11) “#nhs” can never add a post: “nhs” finds it already.", "nhs")]
    [InlineData("title:leeds OR leeds", "title:leeds OR leeds", "Warning [6,11) “title:leeds” can never add a post: “leeds” finds it already.", "leeds")]
    [InlineData("pain NEAR/2 relief OR pain NEAR/5 relief", "pain NEAR/2 relief OR pain NEAR/5 relief", "Warning [0,18) “pain NEAR/2 relief” can never add a post: “pain NEAR/5 relief” finds it already.", "pain NEAR/5 relief")]
    [InlineData("\"pain relief\" pain", "\"pain relief\" AND pain", "Warning [14,18) “pain” adds nothing: “\"pain relief\"” is asked for anyway.", "\"pain relief\"")]
    [InlineData("leeds NOT york NOT \"york minster\"", "leeds AND NOT york AND NOT \"york minster\"", "Warning [15,33) “NOT \"york minster\"” adds nothing: “NOT york” is asked for anyway.", "leeds AND NOT york")]
    [InlineData("\"a1\"~5", "a1", "Information [4,6) ~5 needs two words or more between the quotes; it is left out.", "\"a1\"")]
    [InlineData("\"pain relief\" ~5", "\"pain relief\" AND 5", "Warning [14,16) “~5” is read as a word to find. Right behind the closing quote it lets so many other words stand among those of the phrase.", "\"pain relief\"~5")]
    [InlineData("leeds ]", "leeds", "Warning [6,7) “]” has no letters, digits or emoji to search for; it is left out.", "leeds")]
    [InlineData("leeds AND ]", "leeds", "Warning [10,11) “]” has no letters, digits or emoji to search for; it is left out.", "leeds")]
    [InlineData("] OR leeds", "leeds", "Warning [0,1) “]” has no letters, digits or emoji to search for; it is left out.", "leeds")]
    [InlineData("leeds (NOT ])", "leeds", "Warning [11,12) “]” has no letters, digits or emoji to search for; it is left out.", "leeds")]
    [InlineData("leeds}", "leeds", "Information [5,6) Punctuation is not searched for: “}” is left out.")]
    [InlineData("title:from:LeedsTrust", "from:leedstrust", "Error [6,11) from: cannot stand inside title:; it is read on its own.")]
    [InlineData("leeds and", "leeds AND \"and\"", "Information [6,9) “and” does not stand between two operands and is read as a word to find.", "leeds", "leeds \"and\"")]
    [InlineData("--york leeds", "york AND leeds", "Warning [0,6) Two signs of leaving out stand side by side, so “--york” is read as words to find. One leaves out posts with what follows.", "-york leeds")]
    [InlineData("pain NEAR 5 relief", "pain NEAR/10 5 AND relief", "Warning [5,11) “NEAR 5” is read as NEAR/10 and the word “5”. How many words may stand between is written NEAR/5.", "pain NEAR/5 relief", "pain NEAR/10 5 relief")]
    [InlineData("pain NEAR(5) relief", "pain NEAR/10 5 AND relief", "Warning [5,12) “NEAR(5)” is read as NEAR/10 and the word “5”. How many words may stand between is written NEAR/5.", "pain NEAR/5 relief", "pain NEAR/10 5 relief")]
    [InlineData("pain NEAR /5 relief", "pain NEAR/5 relief", "Information [5,12) “NEAR /5” is read as NEAR/5, which is written without a space.", "pain NEAR/5 relief")]
    [InlineData("pain ONEAR/ 5 relief", "pain ONEAR/5 relief", "Information [5,13) “ONEAR/ 5” is read as ONEAR/5, which is written without a space.", "pain ONEAR/5 relief")]
    [InlineData("pain NEAR5 relief", "pain AND near5 AND relief", "Warning [5,10) “NEAR5” is read as words to find. The operator is written NEAR/5.", "pain NEAR/5 relief")]
    [InlineData("pain near~5 relief", "pain AND \"near 5\" AND relief", "Warning [5,11) “near~5” is read as words to find. The operator is written NEAR/5.", "pain NEAR/5 relief")]
    [InlineData("pain NEAR:5 relief", "pain AND \"near 5\" AND relief", "Warning [5,11) “NEAR:5” is read as words to find. The operator is written NEAR/5.", "pain NEAR/5 relief")]
    [InlineData("leeds around(5) york", "leeds AND around AND 5 AND york", "Warning [6,15) “around(5)” is Google's and is read as words to find. Here NEAR/5 says that.", "leeds NEAR/5 york")]
    [InlineData("??", null, "Error [0,2) “??” stands for 2 characters of a word and needs letters beside it; it is left out.")]
    [InlineData("leeds ???", "leeds", "Error [6,9) “???” stands for 3 characters of a word and needs letters beside it; it is left out.", "leeds")]
    [InlineData("leeds OR *", "leeds", "Error [9,10) “*” stands for the rest of a word and needs letters beside it; it is left out.", "leeds")]
    [InlineData("not resuscitate", "\"not\" AND resuscitate", "Warning [0,3) “not” is read as a word to find. To leave out posts with what follows, write NOT.", "\"not\" resuscitate")]
    [InlineData("leeds likes:5..3", "leeds", "Error [12,16) No number is in “5..3”; it is left out.", "leeds likes:3..5")]
    [InlineData("leeds likes:<0", "leeds", "Error [12,14) No number is in “<0”; it is left out.")]
    [InlineData("le\u200Beds", "leeds", "Warning [2,3) A character that cannot be seen stands here (U+200B)" + Unseen, "leeds")]
    [InlineData("\u202Eleeds\u202C", "leeds", "Warning [0,1) A character that cannot be seen stands here (U+202E)" + Unseen, "leeds")]
    [InlineData("from:leeds\u2069trust", "from:leedstrust", "Warning [10,11) A character that cannot be seen stands here (U+2069)" + Unseen, "from:leedstrust")]
    [InlineData("#nhs\u00ADsm", "\"#nhs sm\"", "Warning [4,5) A character that cannot be seen stands here (U+00AD)" + Unseen, "#nhssm")]
    [InlineData("\"pain relief\"~9999", "\"pain relief\"~1000", "Error [13,18) The number after ~ is from 0 to 1,000; it is read as ~1000.", "\"pain relief\"~1000")]
    public void A_text_earns_one_finding_with_these_words(string text, string? canonical, string finding, params string[] fixes)
    {
        var result = Query.Parse(text);
        result.Query?.ToString().Should().Be(canonical);
        result.Diagnostics.Select(found => $"{found.Severity} {found.Span} {found.Message}").Should().Equal(finding);
        result.Diagnostics[0].Fixes.Should().Equal(fixes);
        result.Success.Should().Be(!finding.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public void Half_a_character_is_told_of_and_breaks_no_message()
    {
        // Not as rows: what runs the tests writes rows down, and half a character cannot be written.
        foreach (var text in new[] { "leeds\uD800", "\uDC00 leeds", "leeds \uD83D york", "zebra\uD800x leeds", "from:a\uD800" })
        {
            var result = Query.Parse(text);
            var found = result.Diagnostics.Single(diagnostic => diagnostic.Message.StartsWith("Half of a character stands here (U+", StringComparison.Ordinal));
            found.Severity.Should().Be(DiagnosticSeverity.Warning);
            Query.Parse(found.Fixes.Single()).Query.Should().NotBeNull();
            result.Diagnostics.Should().NotContain(diagnostic => diagnostic.Message.Any(char.IsSurrogate));
        }
    }

    [Theory]
    [InlineData("leeds AND york")]
    [InlineData("(leeds OR \"pain relief\") NOT spam")]
    [InlineData("leed* wom?n pain NEAR/5 relief \"a b c\"~5")]
    [InlineData("case:WHO #nhssm @LeedsTrust from:@x title:(leeds OR york) likes:>=10 since:2026-11-01")]
    [InlineData("C++ R&D A&E 7.30pm 2:1 24/7 💙")]
    public void A_plain_query_earns_none(string text) => Query.Parse(text).Diagnostics.Should().BeEmpty();

    [Theory]
    [InlineData("follow-up", "\"follow up\" OR followup", "Posts that have the phrase “follow up” or “followup”.")]
    [InlineData("follow-up*", "\"follow up*\" OR followup*", "Posts that have the phrase “follow up*” or a word beginning with “followup”.")]
    [InlineData("leeds follow-up", "leeds AND (\"follow up\" OR followup)", "Posts that have “leeds” and that have the phrase “follow up” or “followup”.")]
    [InlineData("\"one-stop follow-up\"", "\"one stop follow up\" OR \"onestop follow up\" OR \"one stop followup\" OR \"onestop followup\"", null)]
    [InlineData("\"walk-in centre\"~3", "\"walk in centre\"~3 OR \"walkin centre\"~3", null)]
    [InlineData("case:Follow-Up", "case:\"Follow Up\" OR case:FollowUp", null)]
    [InlineData("title:walk-in", "title:\"walk in\" OR title:walkin", null)]
    [InlineData("leeds NOT walk-in", "leeds AND NOT (\"walk in\" OR walkin)", null)]
    [InlineData("follow-up NEAR/3 clinic", "(\"follow up\" OR followup) NEAR/3 clinic", null)]
    [InlineData("state-of-the-art", "\"state of the art\" OR stateoftheart", null)]
    [InlineData("a-a b-b c-c d-d e-e", null, null)]
    [InlineData("24-7 \"- up\" follow -up", "\"24 7\" AND up AND follow AND NOT up", null)]
    public void Where_it_is_asked_for_a_hyphen_is_also_no_hyphen(string text, string? canonical, string? description)
    {
        var query = Query.Parse(text, QueryOptions.Default with { JoinsHyphens = true }).Query!;
        if (canonical is not null) query.ToString().Should().Be(canonical);
        if (description is not null) query.Describe().Should().Be(description);
        Query.Parse(query.ToString()).GetValueOrThrow().Should().Be(query);
        Query.Parse(text).Query!.ToString().Should().NotContain("followup");
    }

    [Theory]
    [InlineData("医院", "\"医院\"", "Posts that have the phrase “医院”.")]
    [InlineData("\"leeds 医 院\"", "\"leeds 医院\"", "Posts that have the phrase “leeds 医院”.")]
    [InlineData("โรงพยาบาล", "\"โรงพยาบาล\"", "Posts that have the phrase “โรงพยาบาล”.")]
    public void Scripts_without_spaces_are_written_without_them(string text, string canonical, string description)
    {
        var query = Query.Parse(text).GetValueOrThrow();
        (query.ToString(), query.Describe()).Should().Be((canonical, description));
        Query.Parse(canonical).GetValueOrThrow().Should().Be(query);
    }

    [Fact]
    public void A_phrase_of_many_hyphens_stays_within_bounds()
    {
        var query = Query.Parse($"\"{string.Join(' ', Enumerable.Repeat("ab-cd", 200))}\"", QueryOptions.Default with { JoinsHyphens = true }).GetValueOrThrow();
        query.ToString().Split(" OR ").Should().HaveCount(16, "the first four of them are read both ways");
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void Every_fix_gives_a_query_and_is_rid_of_its_finding(int seed)
    {
        var random = new Random(seed);
        var fixes = 0;
        for (var i = 0; i < 6_000; i++)
        {
            var text = FaultyText(random);
            foreach (var dialect in Enum.GetValues<QueryDialect>())
            {
                if (dialect != QueryDialect.Standard && i % 4 > 0) continue;
                var options = QueryOptions.Default with { Dialect = dialect };
                var before = Query.Parse(text, options);
                foreach (var found in before.Diagnostics)
                {
                    foreach (var fix in found.Fixes)
                    {
                        fixes++;
                        var after = Query.Parse(fix, options);
                        after.Query.Should().NotBeNull("“{0}” is offered for “{1}”: {2}", fix, text, found.Message);
                        CountOf(after, found.Message).Should().BeLessThan(CountOf(before, found.Message), "“{0}” is offered for “{1}”: {2}", fix, text, found.Message);
                        if (IsRespelling(found)) after.Query.Should().Be(before.Query, "“{0}” only writes out how “{1}” was read", fix, text);
                        Errors(after).Should().BeLessThanOrEqualTo(Errors(before), "“{0}” is offered for “{1}”", fix, text);
                    }
                }
            }
        }

        fixes.Should().BeGreaterThan(5_000, "a test of nothing shows nothing");

        static int CountOf(QueryParseResult result, string message) => result.Diagnostics.Count(found => found.Message == message);

        // What says that something was read as this or that, and whose first fix writes just that.
        static bool IsRespelling(QueryDiagnostic found) => found.Message.StartsWith("“|” is read", StringComparison.Ordinal)
            || found.Message.StartsWith("Curly and other", StringComparison.Ordinal)
            || found.Message.StartsWith("This dash is read", StringComparison.Ordinal)
            || found.Message.Contains("which is written without a space", StringComparison.Ordinal)
            || found.Message.Contains("without a number is read as", StringComparison.Ordinal);

        static int Errors(QueryParseResult result) => result.Diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>What people type, with what goes wrong when they do.</summary>
    private static string FaultyText(Random random)
    {
        string[] words =
        [
            "leeds", "york", "nurse", "nurs*", "wom?n", "?", "??", "*", "n*rse", "x*", "follow-up", "not", "and", "or", "AND", "OR", "NOT", "-york", "--york", "!hull", "- ", "|", "a|b", "–york", "&&",
            "\"pain relief\"", "“so kind”", "\"\"", "\"open", "'so kind'", "\"a1\"~5", "\"a1 b1\"", "~5", "NEAR", "NEAR/3", "NEAR/x", "NEAR 5", "NEAR5", "near/5", "NEAR /5", "AROUND(5)", "ONEAR/2",
            "(", ")", "()", "]", "}", "[a TO b]", "from:a", "from:a*", "form:x", "title:", "title:leeds", "since:1/2/2026", "since:2026-11-01", "likes:many", "likes:5..3", "likes:>=10", "lang:english",
            "platform:x", "platform:mastadon", "is:replies", "has:link", "site:*.nhs.uk", "url:nhs*", "#nhs", "##nhs", "#a-b", "#7", "@leeds", "case:WHO", "zebra:x", "le\u200Beds", "\u202Eleeds", "\uD800", "💙", "the",
        ];
        var count = random.Next(1, 7);
        return string.Concat(Enumerable.Range(0, count).Select(i => words[random.Next(words.Length)] + (random.Next(8) == 0 ? "" : " ")));
    }

    // Distinct words so short that 5,001 of them stay under the limit of characters, without a vowel, so that none is an operator.
    private static string Letters(int number) => (number >= 20 ? Letters(number / 20) : "") + "bcdfghjklmnpqrstvwxz"[number % 20];

    [Fact]
    public void Limits_are_named_with_their_numbers()
    {
        Query.Parse(new string('a', 20_001)).Diagnostics.Should().ContainSingle().Which.Message
            .Should().Be("The query is 20,001 characters long; at most 20,000 are read.");
        Query.Parse(new string('(', 129) + "a" + new string(')', 129)).Diagnostics.Select(found => found.Message)
            .Should().Equal("Brackets and NOT are nested more than 128 deep here; the query is not read further.");
        Query.Parse(string.Join(' ', Enumerable.Range(20, 5_001).Select(Letters))).Diagnostics.Select(found => found.Message)
            .Should().Contain("The query has more than 5,000 words and fields; it is not read further.");
        Query.Parse(new string('(', 128) + "leeds" + new string(')', 128)).GetValueOrThrow().ToString().Should().Be("leeds");
    }

    [Fact]
    public void Defaults_are_the_documented_ones()
    {
        var options = QueryOptions.Default;
        options.MaximumLength.Should().Be(20_000);
        options.MaximumTerms.Should().Be(5_000);
        options.MaximumNesting.Should().Be(128);
        options.Zone.Id.Should().Be("UTC");
        options.JoinsHyphens.Should().BeFalse();
        options.Dialect.Should().Be(QueryDialect.Standard);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("\"")]
    [InlineData("NOT ")]
    [InlineData("a OR ")]
    [InlineData("a ")]
    [InlineData("-")]
    [InlineData("case:")]
    [InlineData("a NEAR/5 ")]
    [InlineData("“")]
    [InlineData("*?")]
    [InlineData("#")]
    [InlineData("'a ")]
    public void A_million_characters_of_anything_give_a_result(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        Query.Parse(text).Query.Should().BeNull("it is over the limit");
        foreach (var dialect in Enum.GetValues<QueryDialect>())
        {
            var options = QueryOptions.Default with { MaximumLength = int.MaxValue, MaximumTerms = 200_000, Dialect = dialect };
            Query.Parse(text, options).Diagnostics.Count.Should().BeLessThan(110, "findings are bounded");
        }
    }

    [Fact]
    public void Random_characters_never_throw_and_always_say_something_or_give_a_query()
    {
        const string Alphabet = "ab *?\"'()-!&|:~/#@$+\\{}[]<>=.,0159ANDORTEé\uD83D\uDE00\u200B\u202E医“”’–^\n";
        var random = new Random(5);
        for (var i = 0; i < 4_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(12) == 0 ? Word(random) : Alphabet[random.Next(Alphabet.Length)].ToString()));
            foreach (var dialect in Enum.GetValues<QueryDialect>())
            {
                var result = Query.Parse(text, QueryOptions.Default with { Dialect = dialect, JoinsHyphens = i % 2 == 0 });
                if (result.Query is null) result.Diagnostics.Should().Contain(found => found.Severity == DiagnosticSeverity.Error, "“{0}” has no query", text);
                result.Diagnostics.Any(found => found.Span.Start < 0 || found.Span.Start > found.Span.End || found.Span.End > text.Length).Should().BeFalse("of “{0}”", text);
                if (result.Query is not { } query) continue;
                query.Describe().Should().NotBeEmpty();
                if (!Query.Parse(query.ToString()).Success) throw new InvalidOperationException($"“{query}” came from “{text}” in {dialect}");
                Query.Parse(query.ToString()).GetValueOrThrow().Should().Be(query, "“{0}” came from “{1}”", query, text);
            }
        }

        static string Word(Random random)
        {
            string[] words = [" NEAR/3 ", " AND ", " OR ", " NOT ", "from:", "title:", "case:", "since:2026-11-01", "likes:>=5", "nurs*", "https://nhs.uk/a"];
            return words[random.Next(words.Length)];
        }
    }
}
