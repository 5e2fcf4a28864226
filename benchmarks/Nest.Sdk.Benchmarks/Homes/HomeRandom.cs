using System.Globalization;

namespace Nest.Sdk.Benchmarks.Homes;

/// <summary>Values in the format of the protocol. The same seed gives the same values.</summary>
internal sealed class HomeRandom(int seed)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private readonly Random _random = new(seed);

    public string Id(int length) => new(_random.GetItems<char>(Letters, length));

    public bool Flag() => _random.Next(2) == 0;

    /// <summary>Half degrees in the wire format: <c>9</c>, <c>21.5</c>.</summary>
    public decimal Celsius() => _random.Next(18, 64) / 2m;

    public int Fahrenheit() => _random.Next(50, 90);

    /// <summary>A percentage of two digits, rounded to 5.</summary>
    public int Humidity() => _random.Next(4, 16) * 5;

    public string Time() =>
        DateTimeOffset.UnixEpoch.AddMilliseconds(_random.NextInt64(1_500_000_000_000, 1_650_000_000_000)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public T OneOf<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
