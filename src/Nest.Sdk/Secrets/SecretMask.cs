using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Secrets;

namespace Nest.Sdk;

/// <summary>
/// Removes secrets from text and JSON for display and logs: the known values, in any URL or JSON encoding, and
/// everything that looks like a secret of a Nest service.
/// Thread-safe.
/// </summary>
/// <remarks>
/// Without known values it finds tokens of Works with Nest and of Google, client secrets, authorization codes, private
/// keys, links with a token in their query, and JSON members with the name of a secret.
/// The mask is a safety net and does not replace careful code: a secret that looks like ordinary text is found only
/// when its value is known.
/// </remarks>
public sealed class SecretMask
{
    private readonly Lock _gate = new();
    private volatile TokenMask[] _known = [];

    /// <summary>Creates a mask without known values.</summary>
    public SecretMask()
    {
    }

    /// <summary>Creates a mask with known values.</summary>
    /// <param name="secrets">The values. Blank ones are ignored.</param>
    public SecretMask(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _known = [.. secrets.Where(IsSecret).Distinct(StringComparer.Ordinal).Select(static secret => new TokenMask(secret))];
    }

    /// <summary>The mask without known values.</summary>
    internal static SecretMask Shapes { get; } = new();

    /// <summary>The text that replaces a secret. Default: <c>***</c>.</summary>
    public string Replacement { get; init; } = TokenMask.Mask;

    /// <summary>
    /// Whether an unknown token keeps the prefix that identifies its kind: <c>c.***</c>. Default: true.
    /// </summary>
    public bool KeepsPrefix { get; init; } = true;

    /// <summary>
    /// Whether a JSON member with this name contains a secret, such as <c>access_token</c>. Case-insensitive.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <returns>True when its value is always masked.</returns>
    public static bool IsSecretName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return SecretMembers.IsName(name);
    }

    /// <summary>Adds a known value. Can be called at any time.</summary>
    /// <param name="secret">
    /// The value. Null, blank text, and text of asterisks only are ignored. A value of fewer than eight characters is
    /// masked only as a whole word.
    /// </param>
    public void Add(string? secret)
    {
        if (!IsSecret(secret))
            return;
        lock (_gate)
        {
            if (!Array.Exists(_known, known => known.Secret == secret))
                _known = [.. _known, new TokenMask(secret)];
        }
    }

    /// <summary>Adds a known secret. Can be called at any time.</summary>
    /// <param name="secret">The secret. Null is ignored.</param>
    public void Add(SecretValue? secret) => Add(secret?.Reveal());

    /// <summary>Masks a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without secrets. The same object when the text has no secrets.</returns>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var known = _known;
        if (!MayBeIn(text, known))
            return text;
        var found = new List<FoundSecret>();
        Find(text, found, known);
        if (UnescapedText.IsEscaped(text))
            UnescapedText.Find(text, (inner, secrets) => Find(inner, secrets, known), found);
        var masked = MaskedText.Of(text, found, Replacement, KeepsPrefix);
        return Array.Exists(known, secret => secret.IsHostOf(masked)) ? Replacement : masked;
    }

    /// <summary>
    /// Writes JSON without secrets. Masks strings, names, and every value of a member with the name of a secret, which
    /// is a known value from then on.
    /// </summary>
    /// <param name="utf8Json">One JSON value. Numbers keep their digits.</param>
    /// <param name="writer">The writer. Its options determine white space and escapes.</param>
    /// <exception cref="JsonException">The text is not JSON, or is nested deeper than 1,000 levels.</exception>
    public void WriteJson(ReadOnlySpan<byte> utf8Json, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        // Two passes: a secret may occur before the member that identifies it.
        MaskedJson.Learn(utf8Json, this);
        MaskedJson.Write(utf8Json, writer, this);
    }

    /// <summary>Whether a text contains a secret.</summary>
    internal bool IsIn(string text) => !ReferenceEquals(Apply(text), text);

    /// <summary>
    /// Whether a text may contain a secret. Cheap and free of allocations; can return true for a text without secrets.
    /// </summary>
    internal bool MayBeIn(ReadOnlySpan<char> text) => MayBeIn(text, _known);

    private static bool IsSecret([NotNullWhen(true)] string? secret) => !string.IsNullOrWhiteSpace(secret) && secret.AsSpan().ContainsAnyExcept('*');

    private static bool MayBeIn(ReadOnlySpan<char> text, TokenMask[] known)
    {
        if (SecretFinder.MayBeIn(text))
            return true;
        foreach (var secret in known)
        {
            if (secret.MayBeIn(text))
                return true;
        }

        return known.Length > 0 && !Ascii.IsValid(text);
    }

    private static void Find(string text, List<FoundSecret> found, TokenMask[] known)
    {
        SecretFinder.Find(text, found);
        foreach (var secret in known)
            secret.Find(text, found);
    }
}
