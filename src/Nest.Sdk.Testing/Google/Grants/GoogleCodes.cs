using System.Security.Cryptography;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>
/// The authorization codes. Each works once and for 10 minutes. Used ones are kept, so that the journal still masks
/// them. See docs/protocol/smart-device-management.md#token-calls.
/// </summary>
internal sealed class GoogleCodes(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (GoogleConsent? Consent, DateTimeOffset Expires)> _codes = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ever
    {
        get
        {
            lock (_lock)
                return [.. _codes.Keys];
        }
    }

    public string Issue(GoogleConsent consent)
    {
        var code = "4/0FAKE-" + RandomNumberGenerator.GetHexString(62);
        lock (_lock)
            _codes[code] = (consent, time.GetUtcNow() + Lifetime);

        return code;
    }

    /// <summary>Uses a code up. Null when it is unknown, used or expired.</summary>
    public GoogleConsent? Spend(string code)
    {
        lock (_lock)
        {
            if (!_codes.TryGetValue(code, out var found))
                return null;

            _codes[code] = (null, found.Expires);
            return time.GetUtcNow() < found.Expires ? found.Consent : null;
        }
    }
}
