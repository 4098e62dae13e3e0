namespace Engagement.Training;

/// <summary>Limited-memory BFGS with a backtracking line search, for smooth convex functions. Single-threaded: the same steps every time.</summary>
internal static class LimitedMemoryOptimizer
{
    private const int Memory = 8;
    private const double SufficientDecrease = 1e-4;

    /// <summary>Value of the function at a point; writes its gradient.</summary>
    public delegate double Objective(double[] point, double[] gradient);

    /// <summary>Moves <paramref name="point"/> to (about) the minimum.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="point">Where to begin; holds the answer.</param>
    /// <param name="iterations">At most so many steps.</param>
    /// <param name="tolerance">Stops when a step lowers the value by a smaller share than this.</param>
    /// <param name="progress">Told the number of each step and the value; null for nobody.</param>
    /// <returns>The value reached.</returns>
    public static double Minimize(Objective objective, double[] point, int iterations, double tolerance, Action<int, double>? progress = null)
    {
        var size = point.Length;
        var gradient = new double[size];
        var (next, nextGradient, direction) = (new double[size], new double[size], new double[size]);
        var steps = new List<(double[] S, double[] Y, double Rho)>();
        var value = objective(point, gradient);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            Direct(gradient, steps, direction);
            var slope = Dot(direction, gradient);
            if (slope >= 0) break;
            var length = iteration == 0 ? 1 / Math.Sqrt(Dot(gradient, gradient)) : 1.0;
            double nextValue;
            for (var tries = 0; ; tries++)
            {
                for (var i = 0; i < size; i++) next[i] = point[i] + (length * direction[i]);
                nextValue = objective(next, nextGradient);
                if (nextValue <= value + (SufficientDecrease * length * slope)) break;
                if (tries == 30) return value;
                length /= 2;
            }

            var (s, y) = steps.Count == Memory ? (steps[0].S, steps[0].Y) : (new double[size], new double[size]);
            if (steps.Count == Memory) steps.RemoveAt(0);
            for (var i = 0; i < size; i++)
            {
                s[i] = next[i] - point[i];
                y[i] = nextGradient[i] - gradient[i];
            }

            var curvature = Dot(s, y);
            if (curvature > 1e-12) steps.Add((s, y, 1 / curvature));
            Array.Copy(next, point, size);
            Array.Copy(nextGradient, gradient, size);
            progress?.Invoke(iteration + 1, nextValue);
            var gain = (value - nextValue) / Math.Max(1e-12, Math.Abs(nextValue));
            value = nextValue;
            if (gain < tolerance) break;
        }

        return value;
    }

    private static void Direct(double[] gradient, List<(double[] S, double[] Y, double Rho)> steps, double[] direction)
    {
        for (var i = 0; i < gradient.Length; i++) direction[i] = -gradient[i];
        Span<double> alphas = stackalloc double[Memory];
        for (var k = steps.Count - 1; k >= 0; k--)
        {
            alphas[k] = steps[k].Rho * Dot(steps[k].S, direction);
            AddScaled(direction, -alphas[k], steps[k].Y);
        }

        if (steps.Count > 0)
        {
            var scale = 1 / (steps[^1].Rho * Dot(steps[^1].Y, steps[^1].Y));
            for (var i = 0; i < direction.Length; i++) direction[i] *= scale;
        }

        for (var k = 0; k < steps.Count; k++) AddScaled(direction, alphas[k] - (steps[k].Rho * Dot(steps[k].Y, direction)), steps[k].S);
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void AddScaled(double[] to, double factor, double[] what)
    {
        for (var i = 0; i < to.Length; i++) to[i] += factor * what[i];
    }
}
