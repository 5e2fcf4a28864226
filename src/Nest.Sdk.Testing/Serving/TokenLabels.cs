using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk.Testing.Serving;

/// <summary>
/// Stable labels for tokens. Tokens of the fake are numbered in order of issue, others in order of arrival.
/// </summary>
internal sealed class TokenLabels(Func<IReadOnlyList<string>> tokens)
{
    // Fingerprints, because a foreign token may be a real one.
    private readonly List<string> _foreign = [];

    public string LabelOf(string token)
    {
        var all = tokens();
        for (var i = 0; i < all.Count; i++)
        {
            if (string.Equals(all[i], token, StringComparison.Ordinal))
                return Label("token", i);
        }

        var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        lock (_foreign)
        {
            if (!_foreign.Contains(fingerprint, StringComparer.Ordinal))
                _foreign.Add(fingerprint);

            return Label("foreign token", _foreign.IndexOf(fingerprint));
        }
    }

    private static string Label(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind} #{index + 1}");
}
