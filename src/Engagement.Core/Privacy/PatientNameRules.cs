using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>
/// Names of patients beside clinical statements: "my mum Margaret Holroyd had a stroke". Only where the words around a name say whose
/// it is; a name that stands alone is left, since nothing in the text tells a patient from a nurse.
/// </summary>
internal sealed class PatientNameRules(PieceList pieces, List<Redaction> found)
{
    private const int MostNameWords = 3;

    // Where numbers of patients start, in the order of the text.
    private readonly List<int> _numbers = [.. found.Where(redaction => IsNumberOfPatient(redaction.Kind)).Select(redaction => redaction.Span.Start).Order()];

    /// <summary>Whether a number of this kind says that a name before it is a patient's.</summary>
    public static bool IsNumberOfPatient(RedactionKind kind) => kind is RedactionKind.NhsNumber or RedactionKind.HospitalNumber or RedactionKind.DateOfBirth;

    public void Run()
    {
        var names = new List<(int First, int End)>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces.Is(i, PieceKind.Letters)) continue;
            var (first, end) = NameAfter(i);
            if (end > 0)
            {
                if (IsClinical(first, end) || (pieces.Before(first, Cue.Pity, 5, withinSentence: true) >= 0 && IsIll(end))) names.Add((first, end));
                i = end - 1;
                continue;
            }

            (first, end) = FullNameAt(i);
            if (end == 0) continue;
            if (IsPatient(first, end)) names.Add((first, end));
            i = end - 1;
        }

        foreach (var (first, end) in names) Take(first, end);
        if (names.Count > 0) TakeAgain(names);
    }

    // Where the name stands that the word at this index announces; (0, 0) for none.
    private (int First, int End) NameAfter(int index)
    {
        var cue = pieces[index].Cue;
        if ((cue & Cue.Kin) != 0)
        {
            // "Sister Oonagh" is a nurse, "my sister Oonagh" is not.
            var isOwn = (Word(index - 1) == "me" && ((cue & Cue.StaffTitle) == 0 || pieces.IsCapitalized(index - 1))) || (pieces.IsMark(index - 1, '-') && Word(index) == "law") || pieces.Has(index - 1, Cue.Own) || (pieces.Has(index - 2, Cue.Own) && !pieces.IsCapitalized(index - 1));
            if (!isOwn && (cue & Cue.StaffTitle) != 0) return default;
            var named = NameFrom(SkipTo(index + 1, allowsNameIs: true), needsFullName: !isOwn && !pieces.IsMark(index + 1, '(') && !IsPossessive(index));
            return named.End > 0 || (cue & Cue.StaffTitle) != 0 ? named : OwnerAfter(index + 1);
        }

        // "Our Rita had a stroke".
        if (Word(index) == "our" && IsNameWord(index + 1) && pieces.Has(index + 2, Cue.Is)) return (index + 1, index + 2);

        // "Hetty, my granddaughter, had a seizure".
        if (IsNameWord(index) && pieces.IsMark(index + 1, ',') && pieces.Has(index + 2, Cue.Own) && pieces.Has(index + 3, Cue.Kin)) return (index, index + 1);

        if ((cue & Cue.Patient) != 0) return NameFrom(SkipTo(index + 1, allowsNameIs: true), needsFullName: false);
        if ((cue & Cue.Honorific) != 0 && pieces.IsCapitalized(index) && !pieces.Has(index - 1, Cue.StaffTitle))
        {
            var from = pieces.IsMark(index + 1, '.') ? index + 2 : index + 1;
            var name = NameFrom(IsInitial(from) ? WithDot(from) : from, needsFullName: false);
            if (name.End == 0) return default;
            return IsListed(from, name.End) || IsInBed(name.End) || IsAged(name.End) || IsOnPaper(index, name.End) ? (from, name.End) : default;
        }

        return default;
    }

    // "Mr Clive Rudderham, prostate biopsy, any date": what is to be done right after the name, and no trade.
    private bool IsListed(int from, int end) =>
        end - from > 1 && pieces.IsMark(end, ',') && !pieces.Has(end + 1, Cue.Own) && Word(end + 1) is not ("the" or "a" or "an" or "our" or "for" or "who")
        && pieces.After(end, Cue.Clinical, 3, withinSentence: true) > 0 && pieces.After(end, Cue.Staff | Cue.StaffTitle, 6) < 0 && !IsThanked(from);

    // "Mrs Patel, 82, broke her hip".
    private bool IsAged(int end) => pieces.IsMark(end, ',') && pieces.Is(end + 1, PieceKind.Digits) && pieces[end + 1].Length == 2 && pieces.IsMark(end + 2, ',');

    // "uncle Colin's prostate cancer": whose it is stands beside what it is.
    private (int First, int End) OwnerAfter(int index)
    {
        var (first, end) = NameFrom(index, needsFullName: false);
        return end > 0 && IsPossessive(end - 1) && pieces.After(end - 1, Cue.Clinical, 3, withinSentence: true) > 0 ? (first, end) : default;
    }

    // "a letter for Mrs A Kendrew about her cancer", "the notes of Maureen Tillotson, miscarriage".
    private bool IsOnPaper(int first, int end) =>
        (Word(first - 1) is "for" or "of" or "to" or "about" or "on") && pieces.Before(first, Cue.Paper, 3, withinSentence: true) >= 0
        && pieces.After(end - 1, Cue.Clinical, 8, withinSentence: true) > 0;

    private bool IsInitial(int index) => pieces.Is(index, PieceKind.Letters) && pieces[index].Length == 1 && pieces.IsCapitalized(index) && pieces.Of(index) is not "I";

    private int WithDot(int index) => pieces.IsMark(index + 1, '.') && !pieces[index + 1].SpaceBefore ? index + 2 : index + 1;

    // Two or three capitalized words that stand alone. After a title it is a member of staff; at the head of a sentence the first word may be any.
    private (int First, int End) FullNameAt(int index)
    {
        if (!IsNameWord(index) || pieces.Has(index, Cue.Own | Cue.Honorific | Cue.Month | Cue.Numbered | Cue.Holder) || pieces.IsGlued(index)) return default;
        if (pieces.Has(index - 1, Cue.StaffTitle) || (pieces.IsMark(index - 1, '.') && pieces.Has(index - 2, Cue.StaffTitle))) return default;
        var (first, end) = NameFrom(index, needsFullName: true);
        return end > 0 && !pieces.Has(end - 1, Cue.Street | Cue.Holder | Cue.Numbered) && !IsCapitalWord(end) ? (first, end) : default;
    }

    // A fourth capital word, or an acronym: the name of a place or body.
    private bool IsCapitalWord(int index) => pieces.IsCapitalized(index) && pieces[index].Length > 1;

    private bool IsPatient(int first, int end)
    {
        // "Farida Chowdhry, my auntie, is diabetic"; "Linda Scargill is my mum, she's got COPD".
        var own = pieces.After(end - 1, Cue.Own, 2, withinSentence: true);
        if (own > 0 && pieces.Has(own + 1, Cue.Kin) && IsClinical(first, end)) return true;

        // "Ivor Llewellyn-Pugh has prostate cancer"; "Doreen Pickersgill on ward 12 has dementia".
        var verb = pieces.After(end - 1, Cue.Is, 5, withinSentence: true);

        // "Leeds General parking please, my dad has a scan": it is said of the relative.
        if (verb > 0 && pieces.Has(verb - 1, Cue.Kin) && pieces.Has(verb - 2, Cue.Own)) verb = -1;
        if (verb > 0 && (pieces.Has(verb, Cue.Clinical) || pieces.After(verb, Cue.Clinical, 4, withinSentence: true) > 0)) return true;

        // "Stan Birtwhistle, had his leg off Thursday".
        if (verb > 0 && pieces.After(verb, Cue.Body, 3, withinSentence: true) is var body and > 0 && Word(body + 1) is "off" or "out" or "removed" or "replaced" or "amputated" or "done") return true;

        var isStaff = pieces.After(end - 1, Cue.Staff | Cue.StaffTitle, 8) >= 0 || IsThanked(first);
        if (!isStaff && (IsOwnIntroduction(first, end) || IsChild(end) || IsAskedAfter(first, end) || IsPitied(first, end))) return true;

        // "they let Tommy Gascoyne out again with his schizophrenia".
        if (pieces.Has(first - 1, Cue.Handled) && !IsThanked(first) && pieces.After(end - 1, Cue.Clinical, 12, withinSentence: true) > 0) return true;

        // "Bumped into Donna Kirkbride at the HIV clinic".
        var seen = pieces.Before(first, Cue.Seen, 2, withinSentence: true) >= 0;
        var place = pieces.After(end - 1, Cue.Clinical, 4, withinSentence: true);
        if (seen && pieces.After(end - 1, Cue.Clinical, 12, withinSentence: true) > 0 && pieces.After(end - 1, Cue.Pity, 15, withinSentence: true) > 0) return true;
        if (IsOnPaper(first, end)) return true;
        if (seen && place > 0 && Word(place + 1) is "clinic" or "ward" or "unit" or "group") return true;

        // "Beatrix Hollingdale, hospital number RXH118264": a number of the patient's own soon after the name.
        var after = pieces[end - 1].End;
        var at = _numbers.BinarySearch(after);
        if (at < 0) at = ~at;
        return at < _numbers.Count && _numbers[at] - after <= 30;
    }

    // "I'm Edwin Thackray, I have COPD"; "This is Sunil Bhattarai, you did my bypass": only with what the writer says of their own health.
    private bool IsOwnIntroduction(int first, int end)
    {
        var isNamed = Word(first - 1) is "i'm" or "i\u2019m" or "im" || (Word(first - 1) is "am" && Word(first - 2) is "i")
            || (Word(first - 1) is "is" && Word(first - 2) is "this" or "name") || Word(first - 1) is "name's" or "name\u2019s";
        if (!isNamed) return false;
        for (var i = end; i < end + 16 && i < pieces.Count; i++)
        {
            if (Word(i) is "i've" or "i\u2019ve" or "have" or "had" or "my" or "me" or "got" && pieces.After(i, Cue.Clinical, 4, withinSentence: true) > 0) return true;
        }

        return false;
    }

    // "Nathaniel Crewe-Jones, aged 6, asthma attack"; "Nathaniel Crewe-Jones (6), asthma".
    private bool IsChild(int end)
    {
        var age = end;
        if (pieces.IsMark(age, ',') || pieces.IsMark(age, '(')) age++;
        if (Word(age) is "aged" or "age") age++;
        return age > end && pieces.Is(age, PieceKind.Digits) && pieces[age].Length <= 2 && !pieces.IsGlued(age + 1) && pieces.After(age, Cue.Clinical, 12, withinSentence: true) > 0;
    }

    // "Any news on Agnes Mulholland? She went down for her pacemaker at noon."
    private bool IsAskedAfter(int first, int end) =>
        (Word(first - 1) is "on" or "of" or "about" or "is" or "for" or "after" or "booking" || pieces.IsMark(first - 1, ':'))
        && pieces.Before(first, Cue.Asked, 3, withinSentence: true) >= 0 && pieces.After(end - 1, Cue.Clinical, pieces.Is(end, PieceKind.Mark) ? 12 : 5) > 0;

    // "Gutted for Jamie Lockwood-Reece, stage four at 29".
    private bool IsPitied(int first, int end) =>
        pieces.Before(first, Cue.Pity, 4, withinSentence: true) >= 0 && IsIll(end);

    private bool IsIll(int end)
    {
        if (pieces.After(end - 1, Cue.Clinical, 12, withinSentence: true) > 0) return true;
        var stage = pieces.After(end - 1, Cue.Numbered, 5, withinSentence: true);
        return stage > 0 && Word(stage) == "stage" && (pieces.Is(stage + 1, PieceKind.Digits) || Word(stage + 1) is "one" or "two" or "three" or "four" or "iii" or "iv");
    }

    private bool IsThanked(int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - 6; i--)
        {
            if (pieces.Has(i, Cue.Praise) || (pieces.Is(i, PieceKind.Letters) && pieces.Of(i).StartsWith("thank", StringComparison.OrdinalIgnoreCase))) return true;
        }

        return false;
    }

    private bool IsPossessive(int index) => pieces.Of(index) is [.., '\'' or '\u2019', 's' or 'S'];

    // Over a comma, bracket, quote, "called", "'s name is" and a title of courtesy.
    private int SkipTo(int index, bool allowsNameIs)
    {
        if (pieces.Is(index, PieceKind.Mark) && pieces.Source[pieces[index].Start] is ',' or '(' or '"' or '-' or '\u201C' or ':') index++;
        // "my husband (dialysis) Gerald Thwaite".
        if (pieces.IsMark(index - 1, '(') && pieces.Is(index, PieceKind.Letters) && !pieces.IsCapitalized(index) && pieces.IsMark(index + 1, ')')) index += 2;
        if (allowsNameIs && Word(index) is "called" or "named") index++;
        if (allowsNameIs && Word(index) == "name" && Word(index + 1) is "is" or "was") index += 2;
        if (pieces.Has(index, Cue.Honorific))
        {
            index++;
            if (pieces.IsMark(index, '.')) index++;
        }

        return index;
    }

    private string Word(int index) => pieces.Is(index, PieceKind.Letters) && pieces[index].Length < 8 ? pieces.Of(index).ToString().ToLowerInvariant() : "";

    private (int First, int End) NameFrom(int index, bool needsFullName)
    {
        var end = index;
        var words = 0;
        while (words < MostNameWords && IsNameWord(end))
        {
            end++;
            words++;
            while (pieces.IsMark(end, '-') && !pieces[end].SpaceBefore && IsNameWord(end + 1) && !pieces[end + 1].SpaceBefore) end += 2;
            if (IsPossessive(end - 1)) break;
        }

        // "patient John S. has hepatitis".
        if (words == 1 && !needsFullName && IsInitial(end) && pieces.IsMark(end + 1, '.') && !pieces[end + 1].SpaceBefore) end += 2;
        return words == 0 || (needsFullName && words < 2) ? default : (index, end);
    }

    private bool IsNameWord(int index)
    {
        if (!pieces.IsCapitalized(index) || pieces[index].Length < 2 || pieces.IsGlued(index + 1)) return false;
        if ((pieces[index].Cue & (Cue.NotName | Cue.StaffTitle | Cue.Clinical | Cue.Kin)) != 0) return false;
        return pieces.Of(index).IndexOfAnyExceptInRange('A', 'Z') >= 0;
    }

    // "in bed 4", "in the next bed", "in side room 3": then it is no consultant, who is a Mr or Miss as well.
    private bool IsInBed(int end)
    {
        var at = pieces.After(end - 1, Cue.Numbered, 3);
        if (at < 0 || !(Word(at) is "bed" or "bay" || (Word(at) == "room" && Word(at - 1) == "side"))) return false;
        return pieces.Is(at + 1, PieceKind.Digits) || Word(at - 1) == "next";
    }

    private bool IsClinical(int first, int end) =>
        pieces.After(end - 1, Cue.Clinical | Cue.Body, 25, withinSentence: true) >= 0 || pieces.Before(first, Cue.Clinical, 15, withinSentence: true) >= 0;

    private void Take(int first, int end)
    {
        var to = pieces[end - 1].End - (IsPossessive(end - 1) ? 2 : 0);
        var from = pieces.IsMark(first - 1, '.') && pieces.Has(first - 2, Cue.Honorific) ? first - 2 : pieces.Has(first - 1, Cue.Honorific) ? first - 1 : first;
        found.Add(new Redaction(RedactionKind.PatientName, new TextSpan(pieces[from].Start, to)));
    }

    // Once known, a name is taken wherever the text says it again, whole or in part.
    private void TakeAgain(List<(int First, int End)> names)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (var (first, end) in names)
        {
            for (var i = first; i < end; i++)
            {
                taken.Add(i);
                if (pieces.Is(i, PieceKind.Letters)) words.Add(Bare(i));
            }
        }

        for (var i = 0; i < pieces.Count; i++)
        {
            if (!taken.Contains(i) && IsNameWord(i) && !pieces.Has(i - 1, Cue.StaffTitle) && words.Contains(Bare(i))) Take(i, i + 1);
        }
    }

    private string Bare(int index) => (IsPossessive(index) ? pieces.Of(index)[..^2] : pieces.Of(index)).ToString();
}
