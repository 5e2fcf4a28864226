using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Nest.Sdk.Secrets;

namespace Nest.Sdk;

/// <summary>
/// Removes secrets from text and JSON that people or logs will see: the values that it knows, in any spelling of an address or of JSON, and whatever looks like a secret of a Nest service.
/// Safe for use by many threads.
/// </summary>
/// <remarks>
/// Without known values it finds tokens of Works with Nest and of Google, client secrets, authorization codes, private keys, links with a token in their query, and members of JSON with the name of a secret.
/// A mask is a net below careful code: what looks like ordinary text is found only when it is known.
/// </remarks>
public sealed class SecretMask
{
    private readonly Lock _gate = new();
    private volatile TokenMask[] _known = [];

    /// <summary>Creates a mask that knows no values.</summary>
    public SecretMask()
    {
    }

    /// <summary>Creates a mask that knows some values.</summary>
    /// <param name="secrets">The values. Blank ones are ignored.</param>
    public SecretMask(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _known = [.. secrets.Where(IsSecret).Distinct(StringComparer.Ordinal).Select(static secret => new TokenMask(secret))];
    }

    /// <summary>The mask that knows no values.</summary>
    internal static SecretMask Shapes { get; } = new();

    /// <summary>What stands in the place of a secret. Default: <c>***</c>.</summary>
    public string Replacement { get; init; } = TokenMask.Mask;

    /// <summary>Whether an unknown token keeps the prefix that says its kind: <c>c.***</c>. Default: true.</summary>
    public bool KeepsPrefix { get; init; } = true;

    /// <summary>Whether a member of JSON with this name holds a secret, such as <c>access_token</c>. Case does not count.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when its value is masked whatever it is.</returns>
    public static bool IsSecretName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return SecretMembers.IsName(name);
    }

    /// <summary>Adds a value, which may come at any time.</summary>
    /// <param name="secret">The value. Blank text, text of asterisks alone and null are ignored. A value of fewer than eight characters is masked only where it stands as a whole word.</param>
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

    /// <summary>Adds a secret, which may come at any time.</summary>
    /// <param name="secret">The secret; null is ignored.</param>
    public void Add(SecretValue? secret) => Add(secret?.Reveal());

    /// <summary>Masks a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text without secrets; the same object when it has none.</returns>
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

    /// <summary>Writes JSON without secrets: in texts, in names, and whatever a member with the name of a secret holds. A secret that such a member has is known from then on.</summary>
    /// <param name="utf8Json">One JSON value. Numbers keep their digits.</param>
    /// <param name="writer">Where to write it. It decides on white space and escapes.</param>
    /// <exception cref="JsonException">The text is not JSON, or is nested deeper than 1000.</exception>
    public void WriteJson(ReadOnlySpan<byte> utf8Json, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        // Two passes: a secret may stand in front of the member that says it is one.
        MaskedJson.Learn(utf8Json, this);
        MaskedJson.Write(utf8Json, writer, this);
    }

    /// <summary>Whether there is a secret in a text.</summary>
    internal bool IsIn(string text) => !ReferenceEquals(Apply(text), text);

    /// <summary>Whether a text has to be masked. Cheap, and without an allocation; may be wrong about a text that has none.</summary>
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
