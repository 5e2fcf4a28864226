using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Live;

/// <summary>
/// A write that no rule refused, before it is published: the states before and after it, and the device or structure it
/// was for. What is <paramref name="After"/> may still be changed.
/// </summary>
internal sealed record AcceptedWrite(LiveHome Home, HomeState Before, HomeState After, JsonObject Owner);
