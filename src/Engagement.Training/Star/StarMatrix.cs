namespace Engagement.Training.Star;

/// <summary>The features of all texts of a training, row after row.</summary>
internal sealed class StarMatrix
{
    private readonly int[] _starts;
    private readonly int[] _ids;
    private readonly float[] _values;
    private readonly double[] _weights;

    public StarMatrix(IReadOnlyList<StarRow> rows, Dictionary<ulong, (int Id, float Size)> ids, StarTrainingOptions options)
    {
        _starts = new int[rows.Count + 1];
        var (columns, values) = (new List<int>(), new List<float>());
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var (id, value) in StarWeights.Vector(rows[i], ids, options))
            {
                columns.Add(id);
                values.Add(value);
            }

            _starts[i + 1] = columns.Count;
        }

        _weights = rows.Select(row => options.Fit * (row.Example.Writer == StarComments.Writer ? options.CommentWeight : 1)).ToArray();
        _ids = [.. columns];
        _values = [.. values];
    }

    /// <summary>Loss of one label at a point (weights, then the baseline), and its gradient.</summary>
    public double Loss(bool[] targets, double[] point, double[] gradient)
    {
        var bias = point.Length - 1;
        var loss = 0.0;
        for (var id = 0; id < bias; id++)
        {
            loss += point[id] * point[id] / 2;
            gradient[id] = point[id];
        }

        gradient[bias] = 0;
        for (var i = 0; i < targets.Length; i++)
        {
            var fit = _weights[i];
            var margin = point[bias];
            for (var at = _starts[i]; at < _starts[i + 1]; at++) margin += point[_ids[at]] * _values[at];
            var signed = targets[i] ? margin : -margin;
            loss += fit * (signed > 0 ? Math.Log(1 + Math.Exp(-signed)) : Math.Log(1 + Math.Exp(signed)) - signed);
            var slope = fit * ((1 / (1 + Math.Exp(-margin))) - (targets[i] ? 1 : 0));
            gradient[bias] += slope;
            for (var at = _starts[i]; at < _starts[i + 1]; at++) gradient[_ids[at]] += slope * _values[at];
        }

        return loss;
    }
}
