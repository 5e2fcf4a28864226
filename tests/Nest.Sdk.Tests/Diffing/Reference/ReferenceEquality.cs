using System.Globalization;
using System.Numerics;

namespace Nest.Sdk.Tests.Diffing.Reference;

/// <summary>Compares two values by meaning.</summary>
internal static class ReferenceEquality
{
    public static bool IsSame(JsonTree one, JsonTree other) => one.Kind == other.Kind && one.Kind switch
    {
        JsonTreeKind.Object => one.Members.Count == other.Members.Count && one.Members.All(member => other.Member(member.Name) is { } same && IsSame(member.Value, same)),
        JsonTreeKind.List => one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(pair => IsSame(pair.First, pair.Second)),
        JsonTreeKind.Number => one.Text == other.Text || Decimal(one.Text) == Decimal(other.Text),
        _ => one.Text == other.Text,
    };

    /// <summary>The mantissa, without trailing zeros, and the exponent.</summary>
    private static (BigInteger Mantissa, BigInteger Exponent) Decimal(string number)
    {
        var parts = number.Split('e', 'E');
        var exponent = parts.Length == 1 ? 0 : BigInteger.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
            exponent -= parts[0].Length - point - 1;
        var mantissa = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (mantissa.IsZero)
            return (0, 0);
        while (mantissa % 10 == 0)
        {
            mantissa /= 10;
            exponent++;
        }

        return (mantissa, exponent);
    }
}
