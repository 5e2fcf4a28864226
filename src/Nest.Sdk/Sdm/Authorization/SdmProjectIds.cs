namespace Nest.Sdk.Sdm.Authorization;

/// <summary>Validates ids of Device Access projects.</summary>
internal static class SdmProjectIds
{
    /// <summary>Gets the flaw of an id that cannot be one.</summary>
    /// <returns>The flaw and the remedy, as the rest of a sentence. Null when the id has no flaw.</returns>
    public static string? FlawOf(string id)
    {
        if (string.IsNullOrWhiteSpace(id))
            return $"is blank. {Remedy}";
        if (id.Contains('/', StringComparison.Ordinal))
            return $"is '{id}', which contains a slash. Set it to the id alone, without enterprises/ or projects/.";
        if (id.Any(static letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
            return $"contains white space or control characters. {Remedy}";
        return id.Equals("project-id", StringComparison.OrdinalIgnoreCase) || id.AsSpan().IndexOfAny("<>{}") >= 0
            ? $"is '{id}', which is a placeholder. {Remedy}"
            : null;
    }

    /// <summary>
    /// Gets a hint for errors that an id of the wrong kind causes. The most common mistake is the id of the Google
    /// Cloud project. See docs/protocol/smart-device-management.md#set-up-steps.
    /// </summary>
    /// <returns>A sentence after a space. Empty when the id has the right form, a UUID.</returns>
    public static string Hint(string id) => Guid.TryParseExact(id, "D", out _)
        ? ""
        : $" The project id '{id}' is not a UUID, so it may be the id of the Google Cloud project. {Remedy}";

    private const string Remedy = "Copy the project id from the Device Access Console (https://console.nest.google.com/device-access); it is a UUID.";
}
