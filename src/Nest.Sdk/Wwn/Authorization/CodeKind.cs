namespace Nest.Sdk.Wwn.Authorization;

/// <summary>How errors speak of what was exchanged. See docs/protocol/works-with-nest.md#consent-page.</summary>
/// <param name="Name">What it is called, at the beginning of a sentence.</param>
/// <param name="Lifetime">How long it is good.</param>
/// <param name="Renewal">How to get a new one.</param>
internal sealed record CodeKind(string Name, string Lifetime, string Renewal)
{
    /// <summary>The code of the web flow.</summary>
    public static CodeKind Web { get; } = new("The code", "10 minutes", "Let the user authorize again.");

    /// <summary>A PIN, which the user gets on a page.</summary>
    public static CodeKind Pin(Uri page) => new("The PIN", "48 hours", $"Open {page.AbsoluteUri} and get a new one.");
}
