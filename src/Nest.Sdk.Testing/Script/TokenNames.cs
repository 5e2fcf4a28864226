using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Nest.Sdk.Testing.Script;

/// <summary>A name for each token, the same every time: <c>token #1</c> for the first one seen. Keeps no token.</summary>
internal sealed class TokenNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public string NameOf(string token)
    {
        var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        lock (_names)
        {
            return _names.TryGetValue(fingerprint, out var name)
                ? name
                : _names[fingerprint] = string.Create(CultureInfo.InvariantCulture, $"token #{_names.Count + 1}");
        }
    }
}
