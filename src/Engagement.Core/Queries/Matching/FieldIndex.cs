using Engagement.Queries.Syntax;

namespace Engagement.Queries.Matching;

/// <summary>
/// The conditions of a segment, and the queries that hang on one because no word of theirs is required. Handles, platforms and
/// languages are looked up by their value; the others are tried one by one, each distinct one once a mention.
/// </summary>
internal sealed class FieldIndex
{
    private readonly Dictionary<string, int> _handles;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _handlesBySpan;
    private readonly Dictionary<string, int> _languages;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _languagesBySpan;
    private readonly int[] _platforms;

    public FieldIndex(FieldTest[] tests, int[] postingStarts)
    {
        Tests = tests;
        PostingStarts = postingStarts;
        _handles = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        _languages = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        _platforms = new int[Enum.GetValues<Platform>().Length];
        Array.Fill(_platforms, -1);
        var listed = new List<int>();
        for (var test = 0; test < tests.Length; test++)
        {
            if (postingStarts[test] == postingStarts[test + 1]) continue;
            IsEmpty = false;
            switch (tests[test])
            {
                case { Kind: FieldKind.From, Name: null } from:
                    _handles[from.Text] = test;
                    break;
                case { Kind: FieldKind.Language } language:
                    _languages[language.Text] = test;
                    break;
                case { Kind: FieldKind.Platform } platform:
                    _platforms[(int)platform.Platform] = test;
                    break;
                default:
                    listed.Add(test);
                    break;
            }
        }

        ListedTests = [.. listed];
        _handlesBySpan = _handles.GetAlternateLookup<ReadOnlySpan<char>>();
        _languagesBySpan = _languages.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every distinct condition of the segment.</summary>
    public FieldTest[] Tests { get; }

    /// <summary>Where the postings of each condition begin; one more entry than there are conditions.</summary>
    public int[] PostingStarts { get; }

    /// <summary>The conditions that are tried one by one.</summary>
    public int[] ListedTests { get; }

    /// <summary>Whether no query hangs on a condition.</summary>
    public bool IsEmpty { get; } = true;

    /// <summary>The condition on the author's handle that this mention fulfils; -1 for none.</summary>
    public int TestOfHandle(ParsedMention mention)
    {
        if (_handles.Count == 0 || mention.Mention.Author?.Handle is not { } handle) return -1;
        var written = handle.AsSpan();
        if (written.Length > 0 && written[0] == '@') written = written[1..];
        return _handlesBySpan.TryGetValue(written, out var test) ? test : -1;
    }

    /// <summary>The condition on the platform that this mention fulfils; -1 for none.</summary>
    public int TestOfPlatform(ParsedMention mention) =>
        (uint)mention.Mention.Platform < (uint)_platforms.Length ? _platforms[(int)mention.Mention.Platform] : -1;

    /// <summary>The condition on the first <paramref name="length"/> characters of the language tag; -1 for none.</summary>
    public int TestOfLanguage(ReadOnlySpan<char> tag, int length) =>
        _languagesBySpan.TryGetValue(tag[..length], out var test) ? test : -1;

    /// <summary>Whether any condition is on the language.</summary>
    public bool HasLanguages => _languages.Count > 0;
}
