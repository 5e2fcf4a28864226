using System.Text.Json;

namespace Nest.Sdk.Sdm.Home;

/// <summary>A structure or a room as Google lists it.</summary>
/// <param name="Name">
/// The full resource name: <c>enterprises/P/structures/S</c>, or <c>enterprises/P/structures/S/rooms/R</c>.
/// </param>
/// <param name="Traits">The traits by their full name. The values are objects and own their memory.</param>
internal sealed record SdmPlace(string Name, IReadOnlyDictionary<string, JsonElement> Traits);
