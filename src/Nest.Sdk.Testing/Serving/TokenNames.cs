using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Serving;

/// <summary>A name for each token, the same every time: those of the fake by the order of issue, others by the order in which they came.</summary>
internal sealed class TokenNames(TokenBook tokens)
{
    // Fingerprints: what somebody sends here may be a real token.
    private readonly List<string> _foreign = [];

    public string NameOf(string token)
    {
        var all = tokens.All;
        for (var i = 0; i < all.Count; i++)
        {
            if (string.Equals(all[i], token, StringComparison.Ordinal))
            {
                return Name("token", i);
            }
        }

        var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        lock (_foreign)
        {
            if (!_foreign.Contains(fingerprint, StringComparer.Ordinal))
            {
                _foreign.Add(fingerprint);
            }

            return Name("foreign token", _foreign.IndexOf(fingerprint));
        }
    }

    private static string Name(string kind, int index) => string.Create(CultureInfo.InvariantCulture, $"{kind} #{index + 1}");
}
