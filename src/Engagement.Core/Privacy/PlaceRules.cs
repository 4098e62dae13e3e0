using System.Buffers;
using Engagement.Text;

namespace Engagement.Privacy;

/// <summary>Postcodes and street addresses.</summary>
internal sealed class PlaceRules(PieceList pieces, List<Redaction> found)
{
    private const int MostStreetWords = 4;

    // The letters of the second half never look like a digit: no C I K M O V (Royal Mail, Programmers' Guide to the Postcode Address File).
    private static readonly SearchValues<char> InwardLetters = SearchValues.Create("ABDEFGHJLNPQRSTUWXYZabdefghjlnpqrstuwxyz");

    private static readonly string[] InwardLookalikes = ["st", "nd", "rd", "th", "hr", "ft", "lb", "ug", "gb", "pt", "pa", "ds"];

    /// <summary>A postcode that starts at a piece of letters; the index after it, or 0.</summary>
    public int Postcode(int index)
    {
        if (pieces[index].Length > 2 || pieces.IsGlued(index) || !pieces.Is(index + 1, PieceKind.Digits) || !pieces.IsGlued(index + 1)) return 0;
        if (!CueTable.IsPostcodeArea(pieces.Of(index))) return 0;
        var digits = pieces[index + 1].Length;

        // LS97TF, HX12QF: the last digit of the run belongs to the second half.
        if (digits is 2 or 3 && IsInward(index + 2) && pieces.IsGlued(index + 2)) return TakePostcode(index, index + 3);
        if (digits > 2) return 0;

        // EC1A 1BB, W1A0AX: a letter ends the first half.
        var next = index + 2;
        if (digits == 1 && pieces.Is(next, PieceKind.Letters) && pieces.IsGlued(next) && pieces[next].Length == 1) next++;
        if (pieces.IsMark(next, '-') && !pieces[next].SpaceBefore && char.IsUpper(pieces.Of(index)[0]) && pieces.IsCapitalized(next + 2)) next++;
        var isInward = pieces.Is(next, PieceKind.Digits) && pieces[next].Length == 1 && IsInward(next + 1) && pieces.IsGlued(next + 1);
        return isInward && !IsLookalike(index, next) ? TakePostcode(index, next + 2) : 0;
    }

    private bool IsInward(int index) =>
        pieces.Is(index, PieceKind.Letters) && pieces[index].Length == 2 && !pieces.IsGlued(index + 1) && pieces.Of(index).IndexOfAnyExcept(InwardLetters) < 0;

    // "M62 2nd exit", "A1 3hr wait": small letters that make an ordinal or a unit, after a space.
    private bool IsLookalike(int index, int inward)
    {
        if (!pieces[inward].SpaceBefore || char.IsUpper(pieces.Of(inward + 1)[0])) return false;
        var isWord = Array.Exists(InwardLookalikes, word => pieces.Of(inward + 1).Equals(word, StringComparison.OrdinalIgnoreCase));
        return isWord && pieces.Before(index, Cue.Postcode, 4) < 0;
    }

    private int TakePostcode(int first, int end) => Take(RedactionKind.Postcode, first, end);

    /// <summary>A house number, a name and a kind of street, that starts at a piece of digits; the index after it, or 0.</summary>
    public int Address(int index)
    {
        if (pieces.IsGlued(index) || pieces[index].Length > 4 || pieces.IsMark(index - 1, '/') || pieces.IsMark(index - 1, '£')) return 0;
        var start = index;
        var isFlat = pieces.Has(index - 1, Cue.Flat);
        if (!isFlat && pieces.Has(index - 1, Cue.Numbered)) return 0;
        if (isFlat) start--;
        else start = FromFlat(start);

        var i = index + 1;
        if (pieces.IsMark(i, '-') && !pieces[i].SpaceBefore && pieces.Is(i + 1, PieceKind.Digits) && pieces[i + 1].Length <= 4) i += 2;
        if (pieces.Is(i, PieceKind.Letters) && pieces.IsGlued(i))
        {
            if (pieces[i].Length > 1) return 0;
            i++;
        }

        if (pieces.IsMark(i, ','))
        {
            // "Flat 3, 22 Station Road" is taken from its house number; "a room for 6, King Street is worse" is none.
            if (pieces.Is(i + 1, PieceKind.Digits) || IsWord(start - 1, "for")) return 0;
            i++;
        }

        if (isFlat && HouseAfter(i) is var house and > 0 && (!IsWord(start, "unit") || pieces.Before(start, Cue.Dwelling, 2) >= 0)) return Take(RedactionKind.Address, start, house);
        if (WelshStreet(i) is var welsh and > 0) return Take(RedactionKind.Address, start, welsh);

        if (IsWord(i, "minute") || IsWord(i, "minutes") || IsWord(i, "mins") || IsWord(i, "hours") || IsWord(i, "miles")) return 0;
        var first = i;
        var capitals = true;
        while (i < pieces.Count && i - first <= MostStreetWords && pieces.Is(i, PieceKind.Letters))
        {
            capitals &= pieces.IsCapitalized(i);
            var hasName = i > first && (i > first + 1 || !IsArticle(first) || capitals);
            if (hasName && pieces.Has(i, Cue.Street) && !EndsInsideName(i))
            {
                if (pieces.Has(i + 1, Cue.Public)) return 0;
                var isPlain = capitals || (pieces.Before(start, Cue.Dwelling, 2, withinSentence: true) >= 0 && !HasFunctionWord(first, i));
                return isPlain ? Take(RedactionKind.Address, FromHouseName(start), WithTown(WithSide(i + 1))) : 0;
            }

            i++;
            if (pieces.IsMark(i, '.') && pieces.Of(i - 1).Equals("st", StringComparison.OrdinalIgnoreCase)) i++;
            if (pieces.IsMark(i, '-') && !pieces[i].SpaceBefore) i++;
            if ((pieces.IsMark(i, '\'') || pieces.IsMark(i, '\u2019')) && !pieces[i].SpaceBefore) i++;
        }

        if (BeforePostcode(first) is var named and > 0) return Take(RedactionKind.Address, start, named);

        // "at 6 The Maltings": a name that only the number and the words before make an address.
        var isNamed = IsArticle(first) && pieces.IsCapitalized(first) && pieces.IsCapitalized(first + 1) && pieces.Before(start, Cue.Dwelling, 1, withinSentence: true) >= 0;
        return isNamed ? Take(RedactionKind.Address, start, first + 2) : 0;
    }

    /// <summary>The name of a house and its street, "Rose Cottage, Mill Lane", that starts at a piece of letters; the index after it, or 0.</summary>
    public int NamedHouse(int index)
    {
        if (!pieces.IsCapitalized(index) || pieces.IsCapitalized(index - 1)) return 0;
        var house = index;
        while (house - index < MostStreetWords && pieces.IsCapitalized(house + 1)) house++;
        // A hall or chapel is where people meet.
        if (house == index || !pieces.Has(house, Cue.House) || IsWord(house, "hall") || IsWord(house, "chapel") || !pieces.IsMark(house + 1, ',')) return 0;
        var street = house + 2;
        while (street - house < MostStreetWords && pieces.IsCapitalized(street + 1)) street++;
        var isStreet = street > house + 2 && pieces.IsCapitalized(house + 2) && pieces.Has(street, Cue.Street);
        return isStreet ? Take(RedactionKind.Address, index, street + 1) : 0;
    }

    // "Flat 2b, 9 Harbour Street" is taken from the flat.
    private int FromFlat(int start)
    {
        if (!pieces.IsMark(start - 1, ',')) return start;
        var number = start - 2;
        // "1/2, 64 Dalnair Street": in Scotland the flat needs no word.
        if (pieces.Is(number, PieceKind.Digits) && pieces.IsMark(number - 1, '/') && pieces.Is(number - 2, PieceKind.Digits) && pieces[number].Length < 3
            && pieces[number - 2].Length < 3 && !pieces.Has(number - 3, Cue.Flat) && !pieces.IsMark(number - 3, '/')) return number - 2;
        if (pieces.Is(number, PieceKind.Letters) && pieces.IsGlued(number) && pieces[number].Length == 1) number--;
        // "Flat 3/1" is the first flat of the third floor.
        if (pieces.IsMark(number - 1, '/') && pieces.Is(number - 2, PieceKind.Digits)) number -= 2;
        return pieces.Is(number, PieceKind.Digits) && pieces.Has(number - 1, Cue.Flat) ? number - 1 : start;
    }

    // "flat 2b, harbour house", "Apartment 14, Quay Point": the index after the name; 0 for none.
    private int HouseAfter(int index)
    {
        for (var i = index; i < index + MostStreetWords && pieces.Is(i, PieceKind.Letters); i++)
        {
            if (i > index && pieces.Has(i, Cue.House)) return i + 1;
        }

        return 0;
    }

    // "5 Heol y Bont": in Welsh the kind of street comes first.
    private int WelshStreet(int index)
    {
        if (!pieces.IsCapitalized(index) || !pieces.Has(index, Cue.Welsh)) return 0;
        var end = index + 1;
        if (IsWord(end, "y") || IsWord(end, "yr")) end++;
        return pieces.IsCapitalized(end) ? WithTown(end + 1) : 0;
    }

    // "5 Nether Edge, LD3 6RU", "12 Saltwick, Kellowby, YO22 4TS": capital words up to a postcode, with one comma among them at most.
    private int BeforePostcode(int first)
    {
        var i = first;
        var commas = 0;
        for (; i < first + 6 && commas < 3; i++)
        {
            if (pieces.IsMark(i, ',') && i > first)
            {
                commas++;
                if (IsPostcodeAt(i + 1)) return i;
                continue;
            }

            if (!pieces.IsCapitalized(i) || pieces.Has(i, Cue.Public | Cue.Month | Cue.Holder | Cue.Numbered)) return 0;
            if (i > first && IsPostcodeAt(i + 1)) return i + 1;
        }

        return 0;
    }

    private bool IsPostcodeAt(int index)
    {
        if (!pieces.Is(index, PieceKind.Letters) || pieces[index].Length > 2 || !CueTable.IsPostcodeArea(pieces.Of(index)) || !pieces.IsGlued(index + 1)) return false;
        for (var i = index + 2; i < index + 5; i++)
        {
            if (IsInward(i) && pieces.Is(i - 1, PieceKind.Digits)) return true;
        }

        return false;
    }

    // "55 Linden Avenue North".
    private int WithSide(int end) =>
        pieces.IsCapitalized(end) && (IsWord(end, "north") || IsWord(end, "south") || IsWord(end, "east") || IsWord(end, "west")) ? end + 1 : end;

    private bool IsWord(int index, string word) => pieces.Is(index, PieceKind.Letters) && pieces.Of(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    // "The Old Forge, 1 Smithy Lane" is taken from the name of the house.
    private int FromHouseName(int start)
    {
        if (!pieces.IsMark(start - 1, ',') || !pieces.IsCapitalized(start - 2) || !pieces.Has(start - 2, Cue.House)) return start;
        var first = start - 2;
        while (start - first <= MostStreetWords && pieces.IsCapitalized(first - 1) && !pieces.Has(first - 1, Cue.Dwelling)) first--;
        return first;
    }

    // "17 Ebor Mount, Kellowby": one capital word between the comma and what goes on in small letters, a mark or a number.
    private int WithTown(int end)
    {
        if (!pieces.IsMark(end, ',') || !pieces.IsCapitalized(end + 1) || pieces[end + 1].Length < 3 || (pieces[end + 1].Cue & ~Cue.Bank) != Cue.None) return end;
        // "Halifax HX3 8TL": the postcode after the town is no second word of it.
        if (IsPostcodeAt(end + 2)) return end + 2;
        return pieces.IsCapitalized(end + 2) && pieces[end + 2].SpaceBefore ? end : end + 2;
    }

    private bool IsArticle(int index) => pieces.Is(index, PieceKind.Letters) && pieces.Of(index).Equals("the", StringComparison.OrdinalIgnoreCase);

    // "St" before another capital is Saint; "Park Road" and "Green Lane" go on to the kind of street.
    private bool EndsInsideName(int index)
    {
        var next = index + 1;
        if (pieces.Of(index).Equals("st", StringComparison.OrdinalIgnoreCase))
        {
            if (pieces.IsMark(next, '.')) next++;
            if (pieces.IsCapitalized(next) && pieces[next].SpaceBefore) return true;
        }

        return pieces.Has(index + 1, Cue.Street) && pieces.IsCapitalized(index + 1) == pieces.IsCapitalized(index);
    }

    private bool HasFunctionWord(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (pieces.Of(i) is "on" or "the" or "down" or "of" or "in" or "at" or "to" or "and" or "by" or "from" or "a" or "my" or "hours" or "minutes" or "minutes'" or "mins") return true;
        }

        return false;
    }

    private int Take(RedactionKind kind, int first, int end)
    {
        found.Add(new Redaction(kind, new TextSpan(pieces[first].Start, pieces[end - 1].End)));
        return end;
    }
}
