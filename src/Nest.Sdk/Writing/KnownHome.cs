using Nest.Sdk.Model;

namespace Nest.Sdk.Writing;

/// <summary>The home that a write is checked against.</summary>
/// <param name="Model">The home.</param>
/// <param name="Age">The age of the home when no open stream keeps it current. Null when it is current.</param>
internal sealed record KnownHome(DataModel Model, TimeSpan? Age);
