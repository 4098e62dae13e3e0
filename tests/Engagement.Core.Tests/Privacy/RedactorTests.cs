using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Privacy;

public sealed class RedactorTests
{
    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("My NHS number is 943 476 5919.", "My NHS number is [NHS number].")]
    [InlineData("Ring 07700 900123 or 020 7946 0958", "Ring [phone number] or [phone number]")]
    [InlineData("jean@mailbox.example, LS9 7TF", "[e-mail address], [postcode]")]
    [InlineData("DOB 12/03/1951", "DOB [date of birth]")]
    [InlineData("hospital number H1234567", "hospital number [hospital number]")]
    [InlineData("I live at 14 Acacia Avenue", "I live at [address]")]
    [InlineData("my card 4111 1111 1111 1111", "my card [card number]")]
    [InlineData("sort code 20-45-77", "sort code [bank account]")]
    [InlineData("my mum Doreen had a stroke and Doreen is home now", "my mum [patient's name] had a stroke and [patient's name] is home now")]
    public void A_gap_is_marked_with_its_kind(string text, string shown) => Redactor.Default.Redact(text).Text.Should().Be(shown);

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("Call 111, or 999 in an emergency")]
    [InlineData("Samaritans: 116 123")]
    [InlineData("Ward 7, bay 3, bed 12 at 07:30 for £4.50, 10/10")]
    [InlineData("https://x.example/status/2057800107919?nhs=9434765919")]
    [InlineData("@library@harrowdale.example #Ward7 👍🏽")]
    [InlineData("NHS number 943 476 5918 fails its check digit")]
    public void What_identifies_nobody_stays_and_the_text_is_the_same_object(string text)
    {
        var redacted = Redactor.Default.Redact(text);

        redacted.Text.Should().BeSameAs(text);
        redacted.Redactions.Should().BeEmpty();
    }

    [Fact]
    public void A_redaction_holds_kind_and_place_in_the_original_text()
    {
        var redacted = Redactor.Default.Redact("👋 LS9 7TF then 07700 900123");

        redacted.Redactions.Should().Equal(new Redaction(RedactionKind.Postcode, new TextSpan(3, 10)), new Redaction(RedactionKind.Phone, new TextSpan(16, 28)));
    }

    [Fact]
    public void Names_that_the_caller_gives_are_taken_out_and_spans_beyond_the_text_are_cut()
    {
        var mention = MentionParser.Default.Parse("Kath was rude to me");

        var redacted = Redactor.Default.Redact(mention, MentionField.Text, names: [new NameSpan(new TextSpan(0, 4)), new NameSpan(new TextSpan(90, 99))]);

        redacted.Text.Should().Be("[name] was rude to me");
        redacted.Redactions.Should().Equal(new Redaction(RedactionKind.StaffName, new TextSpan(0, 4)));
    }

    [Fact]
    public void A_name_that_overlaps_another_find_leaves_no_edge_of_either()
    {
        var mention = MentionParser.Default.Parse("Mail jean.hartley@mailbox.org now");

        var redacted = Redactor.Default.Redact(mention, MentionField.Text, names: [new NameSpan(new TextSpan(0, 9))]);

        redacted.Text.Should().Be("[e-mail address] now");
    }

    [Fact]
    public void A_field_that_is_missing_gives_an_empty_text() =>
        Redactor.Default.Redact(MentionParser.Default.Parse("LS9 7TF"), MentionField.Title).Text.Should().BeEmpty();

    [Fact]
    public void The_policy_keeps_kinds_and_what_the_trust_itself_makes_public()
    {
        var policy = new RedactionPolicy
        {
            Keep = [RedactionKind.Postcode],
            PublicPhones = ["0113 496 0000"],
            PublicEmails = ["@harrowdale.example", "pals@trust.example"],
            StaffNames = ["Peter Nkemelu"],
        };

        Redactor.Default.Redact("LS9 7TF, (0113) 496-0000, +44 113 496 0000, 0113 496 0001, Pals@Trust.example, x@harrowdale.example, x@trust.example", policy).Text
            .Should().Be("LS9 7TF, (0113) 496-0000, +44 113 496 0000, [phone number], Pals@Trust.example, x@harrowdale.example, [e-mail address]");
        Redactor.Default.Redact("Peter Nkemelu has cancer and works on", policy).Redactions.Should().BeEmpty();
    }

    [Theory(DisableDiscoveryEnumeration = true)]
    [InlineData("0")]
    [InlineData("07700 900123 ")]
    [InlineData("943-476-5919-")]
    [InlineData("a@a.a ")]
    [InlineData("a@")]
    [InlineData("x at b dot c dot ")]
    [InlineData("LS9 ")]
    [InlineData("12 High ")]
    [InlineData("GB29 ")]
    [InlineData("my mum Ann had a stroke ")]
    [InlineData("Ann Lee ")]
    [InlineData("d.o.b 1/2/")]
    [InlineData("(0")]
    [InlineData("‹D800›")]
    public void A_long_text_of_one_repeated_thing_is_read_without_an_exception(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(LoneSurrogates.In(unit), 200_000 / unit.Length)) + " stroke NHS number";

        var redacted = Redactor.Default.Redact(text);

        redacted.Text.Should().NotBeNull();
        redacted.Redactions.Should().BeInAscendingOrder(redaction => redaction.Span.Start);
    }

    [Fact]
    public void The_report_counts_kinds_and_places_and_has_no_values()
    {
        var redacted = Redactor.Default.Redact("LS9 7TF, 07700 900123, M1 1AE");

        var report = PrivacyReport.Of(PrivacyReport.PlacesOf("m1", MentionField.Text, redacted));

        report.Total.Should().Be(3);
        report.Counts.Should().Equal(new Dictionary<RedactionKind, int> { [RedactionKind.Phone] = 1, [RedactionKind.Postcode] = 2 });
        report.Places[1].Should().Be(new RedactionPlace("m1", MentionField.Text, new Redaction(RedactionKind.Phone, new TextSpan(9, 21))));
    }
}
