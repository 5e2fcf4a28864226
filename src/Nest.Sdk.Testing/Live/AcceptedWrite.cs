using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Live;

/// <summary>
/// A write that passed the rules and is not yet published: the states before and after it, and its device or structure.
/// <paramref name="After"/> may still be changed.
/// </summary>
internal sealed record AcceptedWrite(LiveHome Home, HomeState Before, HomeState After, JsonObject Owner);
