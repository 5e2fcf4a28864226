namespace Nest.Sdk.Sdm.Authorization;

/// <summary>Validates scopes to ask for.</summary>
internal static class SdmScopeRules
{
    public static IEnumerable<string> Failures(IReadOnlyList<string>? scopes)
    {
        if (scopes is not { Count: > 0 })
            yield return "Scopes is empty. Set it to SdmScopes.Service, and SdmScopes.PubSub if the user's token reads the events.";
        else if (scopes.FirstOrDefault(static scope => string.IsNullOrWhiteSpace(scope) || scope.Any(char.IsWhiteSpace)) is { } wrong)
            yield return $"Scopes contains '{wrong}', which is not a scope. Use one entry for each scope, such as SdmScopes.Service.";
    }
}
