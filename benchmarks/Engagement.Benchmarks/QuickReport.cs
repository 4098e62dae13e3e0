using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Engagement.Benchmarks;

/// <summary>The table and the JSON line of <see cref="Quick"/>.</summary>
internal sealed class QuickReport
{
    private readonly List<Row> _rows = [];
    private readonly List<string> _faults = [];

    public bool AllChecksHold => _faults.Count == 0;

    public void Check(bool holds, string otherwise)
    {
        if (!holds) _faults.Add(otherwise);
    }

    public void Add(string stage, (Measurement WithResult, Measurement Reused) figures, params (string Name, double Value)[] more) =>
        _rows.Add(new Row(stage, figures.Reused, figures.WithResult, null, more));

    public void Add(string stage, Measurement figure) => _rows.Add(new Row(stage, figure, null, null, []));

    public void AddFigure(string name, double value) => _rows.Add(new Row(name, null, null, value, []));

    public void Print()
    {
        Console.WriteLine($"{"",-28}{"posts/s",12}{"bytes/post",12}   with its result: {"posts/s",10}{"bytes/post",12}");
        foreach (var row in _rows)
        {
            if (row.Figure is { } figure)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name,-28}{figure,12:#,0.###}"));
                continue;
            }

            var line = string.Create(CultureInfo.InvariantCulture, $"{row.Name,-28}{row.Reused!.Value.PostsPerSecond,12:N0}{row.Reused.Value.BytesPerPost,12:N0}");
            if (row.WithResult is { } result) line += string.Create(CultureInfo.InvariantCulture, $"{result.PostsPerSecond,30:N0}{result.BytesPerPost,12:N0}");
            Console.WriteLine(line);
        }

        foreach (var fault in _faults) Console.Error.WriteLine("CHECK FAILED: " + fault);
        Console.WriteLine(ToJson());
    }

    private string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var row in _rows)
            {
                if (row.Figure is { } figure)
                {
                    json.WriteNumber(row.Name, Math.Round(figure, 3));
                    continue;
                }

                json.WriteStartObject(row.Name);
                WriteFigures(json, row.Reused!.Value);
                foreach (var (name, value) in row.More) json.WriteNumber(name, value);
                if (row.WithResult is { } result)
                {
                    json.WriteStartObject("withResult");
                    WriteFigures(json, result);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteFigures(Utf8JsonWriter json, Measurement figures)
    {
        json.WriteNumber("postsPerSecond", Math.Round(figures.PostsPerSecond));
        json.WriteNumber("bytesPerPost", Math.Round(figures.BytesPerPost, 1));
    }

    private sealed record Row(string Name, Measurement? Reused, Measurement? WithResult, double? Figure, (string Name, double Value)[] More);
}
