using System.Numerics;
using System.Runtime.InteropServices;
using Engagement.Queries.Syntax;

namespace Engagement.Queries.Matching;

internal sealed partial class Segment
{
    private readonly record struct TermKey(Term Term, TextScope Scope);

    private sealed partial class Builder
    {
        // Terms of a set of queries that a post usually has: so many partners are looked for where an anchor with pairs stands.
        private const double UsualTerms = 16;

        // Share of the posts with the rarest word of a phrase in which the phrase itself stands.
        private const double PhraseShare = 0.1;

        private const int Root = -1;

        private readonly Dictionary<TermKey, int> _numbers = [];
        private readonly Dictionary<FieldTest, int> _testNumbers = [];
        private readonly List<int> _uses = [];
        private int[] _final = [];

        // Phrases by their words: a step for each beginning of one, with the number of the phrase that ends there.
        private readonly Dictionary<(int Step, int Term), int> _steps = [];
        private readonly List<int> _phraseAtStep = [];
        private readonly List<int[]> _phraseTerms = [];
        private readonly List<int> _phraseUses = [];

        private readonly Dictionary<MemberList, int> _listNumbers = [];
        private readonly List<(int From, Runs.Entry Entry)> _memberships = [];
        private readonly Dictionary<MemberList, int> _shortListNumbers = [];
        private readonly List<(int From, Runs.Entry Entry)> _shortMemberships = [];

        // Of each item, see Commonness and ClauseFinder.
        private readonly List<double> _shares = [];
        private readonly List<double> _probing = [];

        public List<TermKey> TermKeys { get; } = [];
        public WordSlot[] Slots { get; private set; } = new WordSlot[1];
        public char[] Characters { get; private set; } = [];
        public TermEntry[] Entries { get; private set; } = [];
        public string?[] Exact { get; private set; } = [];
        public Term[] Originals { get; private set; } = [];
        public PhraseEntry[] PhraseEntries { get; private set; } = [];
        public WildcardTrie? Wildcards { get; private set; }
        public PhraseTrie? Phrases { get; private set; }
        public Runs? LatePhrases { get; private set; }
        public Runs Lists { get; private set; } = Runs.Of(0, []);
        public Runs ShortLists { get; private set; } = Runs.Of(0, []);

        /// <summary>The first item that is a list.</summary>
        public int FirstList => Entries.Length + PhraseEntries.Length;

        private void Use(SequenceNode sequence)
        {
            var first = _walked.Count;
            foreach (var term in sequence.Terms) Use(term, sequence.Scope);
            if (sequence.Slop != SequenceNode.Exact || sequence.Terms.Length == 1) return;
            var step = Root;
            for (var i = first; i < _walked.Count; i++)
            {
                ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, (step, _walked[i]), out var isKnown);
                if (!isKnown)
                {
                    next = _phraseAtStep.Count;
                    _phraseAtStep.Add(-1);
                }

                step = next;
            }

            if (_phraseAtStep[step] < 0)
            {
                _phraseAtStep[step] = _phraseTerms.Count;
                _phraseTerms.Add([.. CollectionsMarshal.AsSpan(_walked)[first..]]);
                _phraseUses.Add(0);
            }

            var phrase = _phraseAtStep[step];
            _phraseUses[phrase]++;
            _walked.RemoveRange(first, _walked.Count - first);
            _walked.Add(~phrase);
        }

        private void Use(Term term, TextScope scope)
        {
            var key = new TermKey(term, scope);
            if (!_numbers.TryGetValue(key, out var number))
            {
                number = TermKeys.Count;
                _numbers.Add(key, number);
                TermKeys.Add(key);
                _uses.Add(0);
            }

            _uses[number]++;
            _walked.Add(number);
        }

        /// <summary>The item of a number of the walk.</summary>
        private int Final(int walked) => walked >= 0 ? _final[walked] : Entries.Length + ~walked;

        /// <summary>Terms of one word get numbers in a row, so that the word's slot names them all; wildcards come last.</summary>
        private void NumberTerms()
        {
            var count = TermKeys.Count;
            _final = new int[count];
            Entries = new TermEntry[count];
            Exact = new string?[count];
            Originals = new Term[count];
            CollectionsMarshal.SetCount(_shares, count);
            CollectionsMarshal.SetCount(_probing, count);
            var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            var order = new List<string>();
            var wildcards = new List<int>();
            var characters = 0;
            for (var i = 0; i < count; i++)
            {
                var term = TermKeys[i].Term;
                if (term.Shape != TermShape.Whole)
                {
                    wildcards.Add(i);
                    continue;
                }

                if (!words.TryGetValue(term.Folded, out var same))
                {
                    words.Add(term.Folded, same = new List<int>(1));
                    order.Add(term.Folded);
                    characters += term.Folded.Length;
                }

                same.Add(i);
            }

            Characters = new char[characters];
            Slots = new WordSlot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, order.Count * 2))];
            var next = 0;
            var character = 0;
            foreach (var word in order)
            {
                word.CopyTo(Characters.AsSpan(character));
                var same = words[word];
                AddSlot(TermKeys[same[0]].Term.Hash, character, word.Length, next, same.Count);
                character += word.Length;
                var first = next;
                foreach (var number in same) SetTerm(number, next++, first);
            }

            foreach (var number in wildcards) SetTerm(number, next++, -1);
            if (wildcards.Count > 0) Wildcards = WildcardTrie.Of([.. wildcards.Select(number => (TermKeys[number].Term.Folded, TermKeys[number].Term.Shape, _final[number]))]);
        }

        private void SetTerm(int number, int final, int word)
        {
            var (term, scope) = TermKeys[number];
            _final[number] = final;
            Originals[final] = term;
            Exact[final] = term.Exact;
            _shares[final] = Commonness.Of(term, scope, _uses[number], queries.Length);
            _probing[final] = Math.Min(1, UsualTerms / _uses[number]);
            ref var entry = ref Entries[final];
            entry.Word = word;
            entry.IsExact = term.Exact is not null;
            for (var stream = 0; stream < StreamCount; stream++)
            {
                if ((StreamsOf(scope) >> stream & 1) != 0) entry.Accepted |= (ulong)term.Kinds << (stream * KindCount);
            }
        }

        private static byte StreamsOf(TextScope scope) => scope switch
        {
            TextScope.Title => 1,
            TextScope.Place => 4,
            TextScope.Biography => 8,
            _ => 3,
        };

        private void AddSlot(ulong hash, int start, int length, int firstTerm, int termCount)
        {
            var mask = Slots.Length - 1;
            var at = (int)(hash >> 32) & mask;
            while (Slots[at].TermCount != 0) at = (at + 1) & mask;
            Slots[at] = new WordSlot
            {
                Tag = (uint)hash,
                CharacterStart = start,
                CharacterCount = length,
                FirstTerm = firstTerm,
                TermCount = termCount,
            };
        }

        /// <summary>Phrases of plain words are found by a trie, the others by the rarest of their words.</summary>
        private void NumberPhrases()
        {
            PhraseEntries = new PhraseEntry[_phraseTerms.Count];
            var plain = new int[]?[PhraseEntries.Length];
            var late = new List<(int From, Runs.Entry Entry)>();
            for (var phrase = 0; phrase < plain.Length; phrase++)
            {
                var scope = TermKeys[_phraseTerms[phrase][0]].Scope;
                var terms = Array.ConvertAll(_phraseTerms[phrase], number => _final[number]);
                var rarest = terms.MinBy(term => _shares[term]);
                PhraseEntries[phrase] = new PhraseEntry(terms, StreamsOf(scope));
                _shares.Add(_shares[rarest] * PhraseShare);
                _probing.Add(Math.Min(1, UsualTerms / _phraseUses[phrase]));
                if (Array.TrueForAll(terms, term => Originals[term] is { Shape: TermShape.Whole, Kind: TermKind.Word, Exact: null }))
                {
                    plain[phrase] = Array.ConvertAll(terms, term => Entries[term].Word);
                }
                else
                {
                    late.Add((rarest, new Runs.Entry(phrase, 0)));
                }
            }

            if (late.Count < plain.Length) Phrases = PhraseTrie.Of(Entries.Length, plain);
            if (late.Count > 0) LatePhrases = Runs.Of(Entries.Length + PhraseEntries.Length, late);
        }

        /// <summary>The item of a list of words and phrases in this order; of one alone, that.</summary>
        private int ListOf(List<int> members)
        {
            if (members.Count == 1) return members[0];
            if (_listNumbers.TryGetValue(new MemberList(members), out var number)) return number;
            number = FirstList + _listNumbers.Count;
            _listNumbers.Add(new MemberList([.. members]), number);
            var share = 0.0;
            for (var rank = 0; rank < members.Count; rank++)
            {
                _memberships.Add((members[rank], new Runs.Entry(number, rank)));
                share += _shares[members[rank]];
            }

            _shares.Add(Math.Min(1, share));
            _probing.Add(1);
            return number;
        }

        /// <summary>The number of a list of so few words and phrases that they are looked for one by one.</summary>
        private int ShortListOf(List<int> members)
        {
            if (_shortListNumbers.TryGetValue(new MemberList(members), out var number)) return number;
            number = _shortListNumbers.Count;
            _shortListNumbers.Add(new MemberList([.. members]), number);
            for (var rank = 0; rank < members.Count; rank++) _shortMemberships.Add((number, new Runs.Entry(members[rank], rank)));
            return number;
        }

        private void WriteLists()
        {
            Lists = Runs.Of(FirstList, _memberships);
            ShortLists = Runs.Of(_shortListNumbers.Count, _shortMemberships);
        }

        private readonly struct MemberList(List<int> members) : IEquatable<MemberList>
        {
            private readonly List<int> _members = members;

            public bool Equals(MemberList other) => CollectionsMarshal.AsSpan(_members).SequenceEqual(CollectionsMarshal.AsSpan(other._members));

            public override bool Equals(object? obj) => obj is MemberList other && Equals(other);

            public override int GetHashCode()
            {
                var hash = new HashCode();
                hash.AddBytes(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_members)));
                return hash.ToHashCode();
            }
        }
    }
}
