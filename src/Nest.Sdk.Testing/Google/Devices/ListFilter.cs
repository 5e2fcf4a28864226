using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Google.Devices;

/// <summary>
/// The filter of a list: <c>customName=wing</c> keeps the resources whose custom name contains the text. See
/// docs/protocol/smart-device-management.md#rest-calls.
/// </summary>
internal static class ListFilter
{
    private const string Field = "customName=";

    /// <summary>Returns whether the fake knows the filter. An empty one keeps everything.</summary>
    public static bool IsKnown(string filter) => filter.Length == 0 || filter.StartsWith(Field, StringComparison.Ordinal);

    public static bool Keeps(string filter, JsonObject resource) => filter.Length == 0 || CustomNames(resource)
        .Any(name => name.Contains(filter[Field.Length..], StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> CustomNames(JsonObject resource) =>
        resource["traits"].Items().Select(trait => trait.Item["customName"].Text()).OfType<string>();
}
