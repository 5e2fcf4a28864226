using System.Text;
using Nest.Sdk.Benchmarks.Homes;

namespace Nest.Sdk.Scale;

/// <summary>A house of 15.5 KB as an event of the stream. Each home has its own ids, token and humidity.</summary>
/// <remarks>
/// One copy serves all homes: the differing parts are written into it just before it is sent. This keeps the server
/// small, and clients cannot profit from equal homes.
/// </remarks>
internal sealed class HomeTemplate
{
    /// <summary>The number of id characters that distinguish the homes.</summary>
    private const int Digits = 6;

    private readonly byte[] _event;
    private readonly List<int> _ids;
    private readonly int _humidity;

    public HomeTemplate()
    {
        var document = Encoding.UTF8.GetString(HomeDocument.Make(HomeSize.M));
        using var json = System.Text.Json.JsonDocument.Parse(document);
        // All occurrences of the ids and the token: names, values, list items and URLs.
        var root = json.RootElement;
        var ids = root.GetProperty("devices").EnumerateObject().SelectMany(static kind => kind.Value.EnumerateObject().Select(static device => device.Name))
            .Concat(root.GetProperty("structures").EnumerateObject().SelectMany(static structure => structure.Value.GetProperty("wheres").EnumerateObject().Select(static where => where.Name).Append(structure.Name)))
            .Append(root.GetProperty("metadata").GetProperty("access_token").GetString()!)
            .ToList();
        var text = $"event: put\ndata: {{\"path\":\"/\",\"data\":{document}}}\n\n";
        _event = Encoding.UTF8.GetBytes(text);
        // From the third character on, because the token begins with "c.".
        _ids = [.. ids.SelectMany(id => Places(text, id)).Select(static place => place + 2)];
        _humidity = text.IndexOf("\"humidity\":", StringComparison.Ordinal) + "\"humidity\":".Length;
    }

    /// <summary>The event for this home. Valid until the next call.</summary>
    /// <param name="home">The number of the home.</param>
    /// <param name="version">The version. Consecutive versions differ in the humidity.</param>
    public ReadOnlyMemory<byte> For(int home, int version)
    {
        Span<byte> digits = stackalloc byte[Digits];
        home.TryFormat(digits, out _, "D" + Digits, null);
        foreach (var place in _ids)
            digits.CopyTo(_event.AsSpan(place));
        (20 + (version % 10 * 5)).TryFormat(_event.AsSpan(_humidity), out _);
        return _event;
    }

    private static IEnumerable<int> Places(string text, string id)
    {
        for (var at = text.IndexOf(id, StringComparison.Ordinal); at >= 0; at = text.IndexOf(id, at + id.Length, StringComparison.Ordinal))
            yield return at;
    }
}
