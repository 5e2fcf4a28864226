namespace Nest.Sdk.Wwn.Authorization;

/// <summary>
/// Texts about an exchanged code for error messages. See docs/protocol/works-with-nest.md#consent-page.
/// </summary>
/// <param name="Name">The name, at the beginning of a sentence.</param>
/// <param name="Lifetime">How long the code is valid.</param>
/// <param name="Renewal">How to get a new one, as a sentence.</param>
internal sealed record CodeKind(string Name, string Lifetime, string Renewal)
{
    /// <summary>The code of the web flow.</summary>
    public static CodeKind Web { get; } = new("The code", "10 minutes", "Ask the user to authorize again.");

    /// <summary>A PIN, which the consent page shows to the user.</summary>
    public static CodeKind Pin(Uri page) => new("The PIN", "48 hours", $"Open {page.AbsoluteUri} and get a new one.");
}
