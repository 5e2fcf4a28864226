using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;
using Nest.Sdk.Testing.Google.Devices;
using Nest.Sdk.Testing.Google.Grants;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Google;

/// <summary>
/// Serves the lists and reads of the SDM API. Unknown query parameters are ignored. See
/// docs/protocol/smart-device-management.md#rest-calls.
/// </summary>
internal sealed class SdmEndpoint(GoogleClient client, GoogleTokens tokens, FakeGoogleScript script)
{
    public FakeAnswer Answer(FakeCall call)
    {
        if (SdmRoute.Of(call) is not { } route)
            return GoogleErrors.UnknownAddress();

        // Revoked since the call arrived.
        if (tokens.Find(call.Token) is not { Account: { } account } grant)
            return GoogleErrors.BadToken();

        return GoogleAnswers.Of(account, account.Home.ReadUpToDate(root =>
        {
            if (route.Method == SdmMethod.ListDevices)
                account.Listed(grant);

            return Answer(call, route, new SdmHome(root, client.ProjectId, grant.Picks));
        }));
    }

    private FakeAnswer Answer(FakeCall call, SdmRoute route, SdmHome home)
    {
        var filter = call.Query["filter"].ToString();
        if (!ListFilter.IsKnown(filter))
            return GoogleErrors.InvalidArgument();

        return route.Method switch
        {
            SdmMethod.ListDevices => List("devices", script.OfList(home.Devices()), filter),
            SdmMethod.GetDevice => script.OfGet(home.Devices().Where(IsNamed)) is { } device ? GoogleAnswers.Json(device) : GoogleErrors.NoDevice(route.Name),
            SdmMethod.ListStructures => List("structures", home.Structures(), filter),
            SdmMethod.GetStructure => One(home.Structures(), GoogleErrors.NoStructure),
            SdmMethod.ListRooms => home.Rooms(route.Parent!) is { } rooms ? List("rooms", rooms, "") : GoogleErrors.NoStructure(route.Name),
            SdmMethod.GetRoom => One(home.Rooms(route.Parent!) ?? [], GoogleErrors.NoRoom),
            _ => GoogleErrors.NoCommands(),
        };

        bool IsNamed(JsonObject resource) => resource["name"].Text() == route.Name;

        FakeAnswer One(IEnumerable<JsonObject> resources, Func<string, FakeAnswer> missing) =>
            resources.FirstOrDefault(IsNamed) is { } found ? GoogleAnswers.Json(found) : missing(route.Name);
    }

    /// <summary>Creates the answer to a list. That of an empty list is <c>{}</c>.</summary>
    private static FakeAnswer List(string member, IEnumerable<JsonObject> resources, string filter)
    {
        var items = resources.Where(resource => ListFilter.Keeps(filter, resource)).ToArray<JsonNode>();
        return GoogleAnswers.Json(items.Length == 0 ? [] : new JsonObject { [member] = new JsonArray(items) });
    }
}
