using System.Text.Json;

namespace Nest.Sdk.Cli.Reports;

/// <summary>What a user granted of Google's devices.</summary>
/// <param name="DeviceCount">The number of devices.</param>
/// <param name="Homes">The homes, by id and name. A home without a name is called by its id.</param>
internal sealed record GoogleHomes(int DeviceCount, IReadOnlyList<(string Id, string Name)> Homes)
{
    /// <summary>
    /// Lists the devices, then the homes: two calls, without the rooms of each home, whose lists Google limits to five a
    /// minute.
    /// </summary>
    /// <exception cref="NestException">They could not be listed.</exception>
    public static async Task<GoogleHomes> ReadAsync(INestClient client, string project, CancellationToken cancellationToken)
    {
        var devices = await client.GetRawAsync($"enterprises/{project}/devices", cancellationToken);
        var structures = await client.GetRawAsync($"enterprises/{project}/structures", cancellationToken);
        return new GoogleHomes(Items(devices, "devices").Count(), [.. Items(structures, "structures").Select(Home)]);
    }

    /// <summary>Google omits an empty list.</summary>
    private static IEnumerable<JsonElement> Items(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static (string Id, string Name) Home(JsonElement structure)
    {
        var id = (Text(structure, "name") ?? "").Split('/')[^1];
        var name = Member(Member(structure, "traits"), "sdm.structures.traits.Info") is { } info ? Text(info, "customName") : null;
        return (id, string.IsNullOrWhiteSpace(name) ? id : name);
    }

    private static JsonElement? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement owner, string name) => Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
