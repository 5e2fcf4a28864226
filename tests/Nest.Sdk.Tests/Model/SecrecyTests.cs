using System.Text.Json;
using Nest.Sdk.Model;
using static Nest.Sdk.Tests.Model.Document;

namespace Nest.Sdk.Tests.Model;

/// <summary>Tests that no printed text shows the token of the account, which is in the metadata and in URLs.</summary>
public sealed class SecrecyTests
{
    private static readonly DataModel Model = DataModelReader.Read(FullHome).Model;

    [Fact]
    public void The_document_contains_the_token() => Assert.Equal(8, Count(System.Text.Encoding.UTF8.GetString(FullHome)));

    [Fact]
    public void No_text_of_any_record_holds_the_token()
    {
        object[] all =
        [
            Model, Model.Metadata, Model.Devices, .. Model.Structures.Values, .. Model.Devices.Thermostats.Values, .. Model.Devices.SmokeCoAlarms.Values,
            .. Model.Devices.Cameras.Values, .. Model.Devices.Cameras.Values.Select(camera => camera.LastEvent!), .. Model.Devices.ExtensionData.Values.Cast<object>(),
        ];

        Assert.All(all, one => Assert.Equal(0, Count(one.ToString()!)));
        Assert.Contains("https://home.example.test/***", Model.Devices.Cameras["camera-porch-0001"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_of_the_model_does_not_contain_the_token()
    {
        Assert.Equal(0, Count(JsonSerializer.Serialize(Model, NestJsonContext.Default.DataModel)));
        Assert.Equal(0, Count(JsonSerializer.Serialize(Model.Devices.Cameras["camera-porch-0001"], NestJsonContext.Default.Camera)));
    }

    [Fact]
    public void A_token_is_dropped_wherever_a_record_has_it()
    {
        var result = Read("""{"access_token":"c.x","metadata":{"access_token":"c.x"},"devices":{"cameras":{"c1":{"access_token":"c.x"}}}}""");

        Assert.Equal(new() { Devices = new() { Cameras = [new("c1", new())] } }, result.Model);
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void Unknown_urls_are_masked_but_preserved()
    {
        var (camera, _) = Camera($"\"clip_url\":\"https://a.example.test/?auth={Token}\"");

        var raw = camera.ExtensionData["clip_url"];
        Assert.Equal(0, Count(raw.ToString()));
        Assert.EndsWith(Token, raw.ToElement().GetString()!, StringComparison.Ordinal);
        Assert.Equal(0, Count(JsonSerializer.Serialize(camera, NestJsonContext.Default.Camera)));
        Assert.Equal("\"https://a.example.test/?auth=***\"", JsonSerializer.Serialize(raw, NestJsonContext.Default.RawJson));
    }

    [Theory]
    [InlineData("""{"metadata":[{"access_token":"TOKEN"}]}""", """{"metadata":[{"access_token":"***"}]}""")]
    [InlineData("""{"branch":{"access_token":["TOKEN"]}}""", """{"branch":{"access_token":"***"}}""")]
    [InlineData("""{"devices":{"TOKEN":[{"TOKEN":1.50}]}}""", """{"devices":{"c.***":[{"c.***":1.50}]}}""")]
    public void A_token_in_an_unexpected_place_is_masked_in_json_too(string document, string written) => Assert.Equal(
        written, JsonSerializer.Serialize(Read(document.Replace("TOKEN", Token, StringComparison.Ordinal)).Model, NestJsonContext.Default.DataModel));

    private static int Count(string text) => text.Split("Invented0Token").Length - 1;
}
