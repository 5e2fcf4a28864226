using CsCheck;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>A kind of damage to bytes. The result can still be valid JSON.</summary>
internal sealed record JsonDamage(int Kind, double Where, int Seed)
{
    public static readonly Gen<JsonDamage[]> Some = Gen.Select(Gen.Int[0, 9], Gen.Double.Unit, Gen.Int, (kind, where, seed) => new JsonDamage(kind, where, seed)).Array[1, 3];

    private static readonly byte[] Structural = [.. "{}[],:\"\\ \n0-.eEtfnu/x\0"u8];

    private static readonly byte[][] NoCharacters = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xEF, 0xBB, 0xBF]];

    public static byte[] Apply(byte[] json, IEnumerable<JsonDamage> damages) => damages.Aggregate(json, (current, damage) => damage.Apply(current));

    private byte[] Apply(byte[] json)
    {
        if (json.Length == 0)
            return json;
        var random = new Random(Seed);
        var at = Math.Min((int)(Where * json.Length), json.Length - 1);
        switch (Kind)
        {
            case 0:
                return json[..at];
            case 1:
                return With(json, at, (byte)(json[at] ^ (1 << random.Next(8))));
            case 2:
                return Insert(json, at, [Structural[random.Next(Structural.Length)]]);
            case 3:
                return [.. json[..at], .. json[Math.Min(json.Length, at + random.Next(1, 4))..]];
            case 4:
                return Insert(json, at, NoCharacters[random.Next(NoCharacters.Length)]);
            case 5:
                return DuplicateMember(json, at);
            case 6:
                return SwapBracket(json, at, random);
            case 7:
                // Repeats a piece.
                var start = random.Next(json.Length);
                return Insert(json, at, json[start..Math.Min(json.Length, start + random.Next(1, 20))]);
            case 8:
                return With(json, at, Structural[random.Next(Structural.Length)]);
            default:
                return Nest(json, random.Next(60, 67));
        }
    }

    private static byte[] With(byte[] json, int at, byte value)
    {
        byte[] changed = [.. json];
        changed[at] = value;
        return changed;
    }

    private static byte[] Insert(byte[] json, int at, byte[] bytes) => [.. json[..at], .. bytes, .. json[at..]];

    /// <summary>Writes the member after the next brace twice, when it is short.</summary>
    private static byte[] DuplicateMember(byte[] json, int at)
    {
        var brace = json.AsSpan(at).IndexOf((byte)'{');
        if (brace < 0)
            return json;
        var start = at + brace + 1;
        var comma = json.AsSpan(start).IndexOf((byte)',');
        return comma < 0 ? json : Insert(json, start, json[start..(start + comma + 1)]);
    }

    private static byte[] SwapBracket(byte[] json, int at, Random random)
    {
        var bracket = json.AsSpan(at).IndexOfAny("{}[]"u8);
        return bracket < 0 ? json : With(json, at + bracket, "{}[]"u8[random.Next(4)]);
    }

    private static byte[] Nest(byte[] json, int levels) => [.. Enumerable.Repeat((byte)'[', levels), .. json, .. Enumerable.Repeat((byte)']', levels)];
}
