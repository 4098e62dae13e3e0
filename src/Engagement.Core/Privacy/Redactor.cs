using System.Text;
using Engagement.Mentions;
using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>
/// Takes out of a text what identifies a patient: NHS numbers, telephone numbers, e-mail addresses, postcodes, dates of birth,
/// hospital numbers, street addresses, card and bank numbers, names beside clinical statements; and the names that the caller gives.
/// Rules over words: they miss what is written in a way they do not know. Immutable, thread-safe, linear in the length of the text.
/// </summary>
public sealed class Redactor
{
    // Fewer digits, all told, than the shortest number that any rule but those for dates and addresses looks for.
    private const int FewestDigits = 5;

    // "I'm 5/6/58".
    private const int FewestOfDate = 4;

    /// <summary>The redactor.</summary>
    public static Redactor Default { get; } = new();

    /// <summary>Redacts one field of a mention.</summary>
    /// <param name="mention">The mention.</param>
    /// <param name="field">Text, title, place or biography.</param>
    /// <param name="policy">What stays; null for <see cref="RedactionPolicy.Default"/>.</param>
    /// <param name="names">Names to take out besides, such as those of staff in criticism, in any order; spans beyond the text are cut to it.</param>
    public RedactedText Redact(ParsedMention mention, MentionField field, RedactionPolicy? policy = null, IReadOnlyList<NameSpan>? names = null)
    {
        ArgumentNullException.ThrowIfNull(mention);
        return Redact(mention.StreamOf(field), policy ?? RedactionPolicy.Default, names ?? []);
    }

    /// <summary>Redacts a bare text.</summary>
    /// <param name="text">The text; any characters.</param>
    /// <param name="policy">What stays; null for <see cref="RedactionPolicy.Default"/>.</param>
    public RedactedText Redact(string text, RedactionPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Redact(TokenStream.Of(text, TextDialect.Neutral), policy ?? RedactionPolicy.Default, []);
    }

    private static RedactedText Redact(TokenStream stream, RedactionPolicy policy, IReadOnlyList<NameSpan> names)
    {
        var found = Find(stream);
        if (found.Count > 0) found.RemoveAll(redaction => IsKept(redaction, stream.Source, policy));
        foreach (var name in names)
        {
            var start = Math.Clamp(name.Span.Start, 0, stream.Source.Length);
            var end = Math.Clamp(name.Span.End, start, stream.Source.Length);
            if (end > start && !policy.Keep.Contains(name.Kind)) found.Add(new Redaction(name.Kind, new TextSpan(start, end)));
        }

        if (found.Count == 0) return new RedactedText(stream.Source, []);
        var redactions = WithoutOverlaps(found);
        return new RedactedText(Mark(stream.Source, redactions), redactions);
    }

    private static List<Redaction> Find(TokenStream stream)
    {
        var found = new List<Redaction>();
        EmailRule.Find(stream.Source, found);
        var (hasNumber, hasPerson) = Look(stream);
        if (!hasNumber && !hasPerson) return found;
        var pieces = new PieceList(stream);
        if (hasNumber) FindNumbers(pieces, found);
        if (hasPerson || found.Exists(redaction => PatientNameRules.IsNumberOfPatient(redaction.Kind))) new PatientNameRules(pieces, found).Run();
        return found;
    }

    // Most texts hold neither enough digits nor a clinical word beside a name: one look at the tokens settles them.
    private static (bool HasNumber, bool HasPerson) Look(TokenStream stream)
    {
        var cues = Cue.None;
        var digits = 0;
        var hasMixed = false;
        var hasDigits = stream.Source.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        var hasFullName = false;
        var wasCapital = false;
        foreach (ref readonly var token in stream.Tokens)
        {
            if (token.Kind == TokenKind.Number)
            {
                digits += CountDigits(stream.Original(token));
            }
            else if (token.Kind == TokenKind.Word)
            {
                cues |= CueTable.Of(token.Hash);
                // The last letter of "d.o.b.".
                if (token.End - token.Start == 1 && stream.Source[token.Start] is 'b' or 'B') cues |= Cue.Birth;
                var isCapital = (token.Flags & TokenFlags.Capitalized) != 0;
                hasFullName |= isCapital && wasCapital;
                wasCapital = isCapital;
                if (hasDigits) hasMixed |= CountDigits(stream.Original(token)) > 0;
            }
        }

        // A postcode begins with a word that holds a digit.
        // A named house has no number at all.
        var hasHouse = (cues & (Cue.House | Cue.Street)) == (Cue.House | Cue.Street);
        var hasNumber = hasMixed || hasHouse || digits >= FewestDigits || (digits >= FewestOfDate && stream.Source.Contains('/')) || (digits > 0 && (cues & (Cue.Street | Cue.Flat | Cue.Birth | Cue.Born | Cue.Welsh)) != 0)
            || ((cues & (Cue.Birth | Cue.Born)) != 0 && (cues & Cue.Ordinal) != 0);
        var hasName = hasFullName || (cues & (Cue.Kin | Cue.Patient | Cue.Honorific)) != 0;
        return (hasNumber, hasName && (cues & (Cue.Clinical | Cue.Body | Cue.Pity)) != 0);
    }

    private static int CountDigits(ReadOnlySpan<char> word)
    {
        var count = 0;
        foreach (var c in word)
        {
            if (PieceList.DigitOf(c) >= 0) count++;
        }

        return count;
    }

    private static void FindNumbers(PieceList pieces, List<Redaction> found)
    {
        var numbers = new NumberRules(pieces, found);
        var places = new PlaceRules(pieces, found);
        for (var i = 0; i < pieces.Count;)
        {
            switch (pieces[i].Kind)
            {
                case PieceKind.Digits:
                    i = places.Address(i) is var address and > 0 ? address : numbers.At(i);
                    break;
                case PieceKind.Letters:
                    i = places.Postcode(i) is var postcode and > 0 ? postcode : numbers.DateInWords(i) is var date and > 0 ? date : numbers.AtLetters(i) is var iban and > 0 ? iban : places.NamedHouse(i) is var house and > 0 ? house : i + 1;
                    break;
                default:
                    i++;
                    break;
            }
        }
    }

    private static bool IsKept(Redaction redaction, string source, RedactionPolicy policy)
    {
        if (policy.Keep.Contains(redaction.Kind)) return true;
        return redaction.Kind switch
        {
            RedactionKind.Phone => policy.PublicPhones.Any(phone => IsSamePhone(phone, redaction.Span.Of(source))),
            RedactionKind.PatientName => policy.StaffNames.Any(name => IsPartOf(name, redaction.Span.Of(source))),
            RedactionKind.Email => policy.PublicEmails.Any(email => IsSameEmail(email, redaction.Span.Of(source))),
            _ => false,
        };
    }

    // The whole name, or one of its words: a name is also taken where the text says part of it again.
    private static bool IsPartOf(string name, ReadOnlySpan<char> found)
    {
        for (var at = name.AsSpan().IndexOf(found, StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var end = at + found.Length;
            if ((at == 0 || !char.IsLetter(name[at - 1])) && (end == name.Length || !char.IsLetter(name[end]))) return true;
            var next = name.AsSpan(at + 1).IndexOf(found, StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool IsSamePhone(string phone, ReadOnlySpan<char> found) => National(phone).Equals(National(found), StringComparison.Ordinal);

    // The digits, with the country code of the United Kingdom as the nought that it stands for.
    private static string National(ReadOnlySpan<char> phone)
    {
        var digits = new StringBuilder(phone.Length);
        foreach (var c in phone)
        {
            if (PieceList.DigitOf(c) is var digit and >= 0) digits.Append((char)('0' + digit));
        }

        var text = digits.ToString();
        if (text.StartsWith("00", StringComparison.Ordinal)) text = text[2..];
        return text.StartsWith("44", StringComparison.Ordinal) ? "0" + text[2..].TrimStart('0') : text;
    }

    private static bool IsSameEmail(string email, ReadOnlySpan<char> found) =>
        email.StartsWith('@') ? found.EndsWith(email, StringComparison.OrdinalIgnoreCase) : found.Equals(email, StringComparison.OrdinalIgnoreCase);

    private static List<Redaction> WithoutOverlaps(List<Redaction> found)
    {
        // The longer of two that overlap stands for both; a tie goes to the kind that comes first.
        found.Sort((a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start)
            : a.Span.End != b.Span.End ? b.Span.End.CompareTo(a.Span.End) : a.Kind.CompareTo(b.Kind));
        var kept = new List<Redaction>(found.Count);
        foreach (var redaction in found)
        {
            if (kept.Count == 0 || !kept[^1].Span.Overlaps(redaction.Span))
            {
                kept.Add(redaction);
                continue;
            }

            // Nothing that was found may show at the edge of the other.
            var last = kept[^1];
            var kind = redaction.Span.Length > last.Span.Length ? redaction.Kind : last.Kind;
            kept[^1] = new Redaction(kind, new TextSpan(last.Span.Start, Math.Max(last.Span.End, redaction.Span.End)));
        }

        return kept;
    }

    private static string Mark(string source, List<Redaction> redactions)
    {
        var text = new StringBuilder(source.Length + 16);
        var from = 0;
        foreach (var redaction in redactions)
        {
            text.Append(source, from, redaction.Span.Start - from).Append('[').Append(NameOf(redaction.Kind)).Append(']');
            from = redaction.Span.End;
        }

        return text.Append(source, from, source.Length - from).ToString();
    }

    private static string NameOf(RedactionKind kind) => kind switch
    {
        RedactionKind.NhsNumber => "NHS number",
        RedactionKind.Phone => "phone number",
        RedactionKind.Email => "e-mail address",
        RedactionKind.Postcode => "postcode",
        RedactionKind.DateOfBirth => "date of birth",
        RedactionKind.HospitalNumber => "hospital number",
        RedactionKind.Address => "address",
        RedactionKind.CardNumber => "card number",
        RedactionKind.BankAccount => "bank account",
        RedactionKind.PatientName => "patient's name",
        _ => "name",
    };
}
