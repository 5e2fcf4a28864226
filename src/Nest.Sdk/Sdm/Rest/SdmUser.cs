namespace Nest.Sdk.Sdm.Rest;

/// <summary>A user of the API, as far as a process can tell.</summary>
/// <param name="Endpoint">The address of the API.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="Credential">
/// What the access comes from: a token, which compares by value and prints nothing, an account in a store, or a source.
/// </param>
/// <param name="Time">The clock: what tests simulate has no limits in common.</param>
internal sealed record SdmUser(Uri Endpoint, string ProjectId, object Credential, TimeProvider Time);
