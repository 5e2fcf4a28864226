using System.Security.Cryptography;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>Who may call: the registered client, the PINs given out and the one token that counts.</summary>
internal sealed class TokenBook
{
    // Section 2.1: a PIN lives 48 hours.
    private static readonly TimeSpan PinLifetime = TimeSpan.FromHours(48);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _pins = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _time;
    private string _token = NewToken();
    private bool _isRevoked;
    private string _pin;

    public TokenBook(TimeProvider time)
    {
        _time = time;
        _pin = IssuePin();
    }

    public string ClientId { get; } = Guid.NewGuid().ToString();

    public string ClientSecret { get; } = "FAKE" + RandomNumberGenerator.GetHexString(21);

    public string Token => Volatile.Read(ref _token);

    public string Pin => Volatile.Read(ref _pin);

    public IReadOnlyList<string> Secrets => [Token, ClientSecret, Pin];

    public bool IsValid(string? token)
    {
        lock (_lock)
        {
            return !_isRevoked && string.Equals(token, _token, StringComparison.Ordinal);
        }
    }

    public bool Revoke(string token)
    {
        lock (_lock)
        {
            var isKnown = !_isRevoked && string.Equals(token, _token, StringComparison.Ordinal);
            _isRevoked |= isKnown;
            return isKnown;
        }
    }

    public string IssuePin()
    {
        var pin = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 8);
        lock (_lock)
        {
            _pins[pin] = _time.GetUtcNow();
            _pin = pin;
        }

        return pin;
    }

    /// <summary>Uses a PIN up. Gives the token, a new one when the old was revoked, or what is wrong with the PIN.</summary>
    public (string? Token, string? Problem) Exchange(string pin)
    {
        lock (_lock)
        {
            if (!_pins.Remove(pin, out var issued))
            {
                return (null, "authorization code not found");
            }

            if (_time.GetUtcNow() - issued > PinLifetime)
            {
                return (null, "authorization code expired");
            }

            if (_isRevoked)
            {
                (_token, _isRevoked) = (NewToken(), false);
            }

            return (_token, null);
        }
    }

    // About as long as a real one (section 2.2), and nobody takes it for one.
    private static string NewToken() => "c.FAKE-" + RandomNumberGenerator.GetHexString(140);
}
