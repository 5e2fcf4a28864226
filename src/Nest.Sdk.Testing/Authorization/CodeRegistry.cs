using System.Security.Cryptography;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// The issued PINs and codes. Each can be used once. Used ones are kept, so that the journal still masks them. See
/// docs/protocol/works-with-nest.md#consent-page.
/// </summary>
internal sealed class CodeRegistry(TimeProvider time)
{
    // Without easily confused characters, because users type PINs.
    private const string PinLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const string CodeLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly Lock _lock = new();
    private readonly List<Code> _codes = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
                return [.. _codes.Select(code => code.Text)];
        }
    }

    /// <summary>Issues a PIN of 8 characters. It is valid for 48 hours. Case is ignored.</summary>
    public string IssuePin(IHomeUser user) =>
        Add(new Code(RandomNumberGenerator.GetString(PinLetters, 8), StringComparison.OrdinalIgnoreCase, user, time.GetUtcNow() + TimeSpan.FromHours(48)));

    /// <summary>Issues a code of 16 characters. It is valid for 10 minutes.</summary>
    public string IssueCode(IHomeUser user) =>
        Add(new Code(RandomNumberGenerator.GetString(CodeLetters, 16), StringComparison.Ordinal, user, time.GetUtcNow() + TimeSpan.FromMinutes(10)));

    /// <summary>Marks a PIN or code as used and returns its user, or returns the reason why it is invalid.</summary>
    public (IHomeUser? User, string? Problem) Spend(string text)
    {
        lock (_lock)
        {
            if (_codes.Find(code => string.Equals(code.Text, text, code.Comparison)) is not { IsSpent: false } found)
                return (null, "authorization code not found");

            if (time.GetUtcNow() > found.Expires)
            {
                // The heading is known, the text is not.
                return (null, "authorization code expired");
            }

            found.IsSpent = true;
            return (found.User, null);
        }
    }

    private string Add(Code code)
    {
        lock (_lock)
            _codes.Add(code);

        return code.Text;
    }

    private sealed record Code(string Text, StringComparison Comparison, IHomeUser User, DateTimeOffset Expires)
    {
        public bool IsSpent { get; set; }
    }
}
