using System.Text.Json;
using System.Text.Json.Nodes;
using Nest.Sdk.Model;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Tests.Model;

/// <summary>
/// Tests documents of the public reference, when they are next to the repository. They are not part of it.
/// </summary>
public sealed class ReferenceFixtureTests
{
    [ReferenceFact]
    public void Every_document_of_the_reference_is_read()
    {
        var count = 0;

        foreach (var file in ReferenceFixtures.Files(".json").Where(IsHome))
        {
            var node = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            var result = Read(Path.GetFileName(file), (node["data"] as JsonObject) ?? node);

            Assert.All(result.Issues, issue => Assert.True(issue.IsConverted, $"{Path.GetFileName(file)}: {issue}"));
            Assert.DoesNotContain("c.REDACTED", string.Concat(result.Model, result.Model.Devices.Cameras.Values.FirstOrDefault(), result.Model.Metadata), StringComparison.Ordinal);
            var again = DataModelReader.Read(JsonSerializer.SerializeToUtf8Bytes(result.Model, NestJsonContext.Default.DataModel));
            Assert.Equal(result.Model.Devices.Thermostats, again.Model.Devices.Thermostats);
            Assert.Equal(result.Model.Structures, again.Model.Structures);
            count++;
        }

        Assert.True(count >= 15, $"Only {count} documents were found.");
    }

    [ReferenceFact]
    public void Every_other_file_of_the_reference_is_read_or_rejected_with_a_message()
    {
        foreach (var file in ReferenceFixtures.Files(".json").Where(file => !IsHome(file)))
        {
            if (Xunit.Record.Exception(() => DataModelReader.Read(File.ReadAllBytes(file))) is { } error)
                Assert.IsType<NestProtocolException>(error);
        }
    }

    private static bool IsHome(string file) => !Path.GetFileName(file).StartsWith("error-", StringComparison.Ordinal)
        && !Path.GetFileName(file).StartsWith("oauth-", StringComparison.Ordinal)
        && !Path.GetFileName(file).StartsWith("write-", StringComparison.Ordinal);

    // Single objects are inserted at their path in a whole document.
    private static DataModelReadResult Read(string file, JsonObject node)
    {
        var json = node.ToJsonString();
        if (file.Contains("thermostat", StringComparison.Ordinal))
            json = "{\"devices\":{\"thermostats\":{\"x\":" + json + "}}}";
        else if (file.Contains("smoke", StringComparison.Ordinal))
            json = "{\"devices\":{\"smoke_co_alarms\":{\"x\":" + json + "}}}";
        else if (file.Contains("camera", StringComparison.Ordinal))
            json = "{\"devices\":{\"cameras\":{\"x\":" + json + "}}}";
        else if (file.EndsWith("structure.json", StringComparison.Ordinal))
            json = "{\"structures\":{\"x\":" + json + "}}";
        return Document.Read(json);
    }
}
