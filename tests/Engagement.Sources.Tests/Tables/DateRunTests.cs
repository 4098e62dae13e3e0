namespace Engagement.Sources.Tables;

public sealed class DateRunTests
{
    // "ok" is a mention with a date, "?" one whose date is doubtful, "!" a problem.
    [Theory]
    [InlineData("A 03/11/2026, A 04/11/2026", "ok ok")]
    [InlineData("A 10/17/2026", "!")]
    [InlineData("A 10/03/2026, A 10/17/2026, A 10/04/2026", "? ! ?")]
    [InlineData("A 05/05/2026, A 10/17/2026, A 05/05/2026", "ok ! ok")]
    [InlineData("A 10/03/2026, A 30/10/2026, A 10/04/2026, A 10/17/2026", "ok ok ? !")]
    [InlineData("A 10/17/2026, A 10/04/2026, A 2026-10-04, A 10/04/2026", "! ? ok ok")]
    [InlineData("B 10/03/2026, A 10/17/2026, B 10/04/2026", "ok ! ok")]
    [InlineData("A 10/03/2026, A 4 October 2026, A 10/17/2026", "ok ok !")]
    [InlineData("A 10/03/2026, A , A 10/17/2026", "? ok !")]
    public async Task Ambiguous_dates_of_a_month_first_run_are_doubtful(string rows, string expected) =>
        (await ReadAsync(rows, MentionFileOptions.Default)).Should().Be(expected);

    [Fact]
    public async Task The_order_told_is_the_order_read() =>
        (await ReadAsync("A 10/17/2026, A 10/04/2026, A 30/10/2026", new MentionFileOptions { DateOrder = DateOrder.MonthDayYear })).Should().Be("ok ? !");

    [Fact]
    public async Task Rows_held_back_are_bounded()
    {
        var options = new MentionFileOptions { MaximumHeldRows = 2 };
        (await ReadAsync("A 10/01/2026, A 10/02/2026, A 10/03/2026, A 10/17/2026, A 10/04/2026", options)).Should().Be("ok ? ? ! ?");
    }

    [Fact]
    public async Task A_reversed_date_names_its_line_and_what_it_looks_like()
    {
        var outcomes = await Reading.TextAsync("date,text\n01/11/2026,One\n10/17/2026,\"Two\nlines\"\n10/18/2026,Three\n");
        outcomes.Problems().Select(problem => problem.Place).Should().Equal("line 3", "line 5");
        outcomes.Problems()[0].Reason.Should().Contain("'10/17/2026' looks month-first");
    }

    [Fact]
    public async Task Order_of_rows_is_kept_while_some_are_held_back()
    {
        var outcomes = await Reading.TextAsync("id,date,text\n1,01/11/2026,a\n2,40/40/2026,b\n3,02/11/2026,c\n4,,d\n5,30/11/2026,e\n");
        outcomes.Select(outcome => outcome.Mention?.Id ?? outcome.Problem!.Place).Should().Equal("1", "line 3", "3", "4", "5");
    }

    private static async Task<string> ReadAsync(string rows, MentionFileOptions options)
    {
        var table = "Ward;Date;Comment\n" + string.Concat(rows.Split(", ").Select(row => row.Replace(' ', ';') switch
        {
            var cells when cells.Count(c => c == ';') == 1 => cells + ";text\n",
            _ => $"{row[0]};{row[2..]};text\n",
        }));
        var outcomes = await Reading.TextAsync(table, options);
        return string.Join(' ', outcomes.Select(outcome => outcome.Mention is null ? "!" : outcome.Mention.DateIsDoubtful ? "?" : "ok"));
    }
}
