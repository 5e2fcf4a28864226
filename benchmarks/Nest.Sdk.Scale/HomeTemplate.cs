using System.Text;
using Nest.Sdk.Benchmarks.Homes;

namespace Nest.Sdk.Scale;

/// <summary>A house of 15.5 KB as an event of the stream; each home's has ids, token and humidity of its own.</summary>
/// <remarks>One copy serves all: what differs is written into it just before it is sent. So the server stays small, and no client can profit from homes that are alike.</remarks>
internal sealed class HomeTemplate
{
    /// <summary>How many characters of an id tell the homes apart.</summary>
    private const int Digits = 6;

    private readonly byte[] _event;
    private readonly List<int> _ids;
    private readonly int _humidity;

    public HomeTemplate()
    {
        var document = Encoding.UTF8.GetString(HomeDocument.Make(HomeSize.M));
        using var json = System.Text.Json.JsonDocument.Parse(document);
        // All ids and the token, wherever they stand: as names, as values, in lists and in addresses.
        var root = json.RootElement;
        var ids = root.GetProperty("devices").EnumerateObject().SelectMany(static kind => kind.Value.EnumerateObject().Select(static device => device.Name))
            .Concat(root.GetProperty("structures").EnumerateObject().SelectMany(static structure => structure.Value.GetProperty("wheres").EnumerateObject().Select(static where => where.Name).Append(structure.Name)))
            .Append(root.GetProperty("metadata").GetProperty("access_token").GetString()!)
            .ToList();
        var text = $"event: put\ndata: {{\"path\":\"/\",\"data\":{document}}}\n\n";
        _event = Encoding.UTF8.GetBytes(text);
        // From the third character on: the token begins with "c.".
        _ids = [.. ids.SelectMany(id => Places(text, id)).Select(static place => place + 2)];
        _humidity = text.IndexOf("\"humidity\":", StringComparison.Ordinal) + "\"humidity\":".Length;
    }

    /// <summary>The event as this home gets it, until the next call.</summary>
    /// <param name="home">Which home.</param>
    /// <param name="version">Which version of it: two that follow each other differ in the humidity.</param>
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
