using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>The home that a write is judged by.</summary>
/// <param name="Model">The home.</param>
/// <param name="Age">How old it is when no open stream keeps it current; null when it is current.</param>
internal sealed record KnownHome(DataModel Model, TimeSpan? Age);
