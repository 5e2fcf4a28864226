using System.Text;
using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Home;

public sealed class SdmResourcesTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"devices":[]}""")]
    [InlineData("""{"devices":null}""")]
    [InlineData("""{"devices":{"a":1},"other":7}""")]
    [InlineData("""{"devices":[null,7,"x",[],{},{"name":7},{"name":""},{"name":"enterprises/p/devices/"}]}""")]
    public void A_list_without_devices_is_empty(string json) => Assert.Empty(SdmResources.Devices(Utf8(json)));

    [Fact]
    public void Lists_of_structures_and_rooms_may_be_missing_too()
    {
        Assert.Empty(SdmResources.Structures(Utf8("{}")));
        Assert.Empty(SdmResources.Rooms(Utf8("""{"rooms":[{}]}""")));
    }

    [Fact]
    public void Unknown_members_types_and_traits_are_kept_or_skipped()
    {
        var device = Assert.Single(SdmResources.Devices(Utf8("""
            {"devices":[{"traits":{"sdm.devices.traits.Tomorrow":{"a":[1.50]},"sdm.devices.traits.Info":{}},"new":{"x":1},"name":"enterprises/p/devices/d","type":"sdm.devices.types.TOASTER"}],"next":1}
            """)));

        Assert.Equal(("enterprises/p/devices/d", "sdm.devices.types.TOASTER"), (device.Name, device.Type));
        Assert.Equal(["sdm.devices.traits.Info", "sdm.devices.traits.Tomorrow"], device.Traits.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("""{"a":[1.50]}""", device.Traits["sdm.devices.traits.Tomorrow"].GetRawText());
        Assert.Empty(device.Parents);
    }

    [Fact]
    public void Traits_that_are_no_objects_are_dropped()
    {
        var device = SdmResources.Device(Utf8("""{"name":"enterprises/p/devices/d","traits":{"a":null,"b":7,"c":"x","d":[{}],"e":{}}}"""));

        Assert.Equal(["e"], device.Traits.Keys);
        Assert.Empty(SdmResources.Device(Utf8("""{"name":"enterprises/p/devices/d","traits":[1]}""")).Traits);
    }

    /// <summary>See docs/protocol/smart-device-management.md#structures-and-rooms: another client fails on these.</summary>
    [Fact]
    public void Relations_without_parent_or_name_survive()
    {
        var device = SdmResources.Device(Utf8("""{"name":"enterprises/p/devices/d","parentRelations":[{"displayName":"Hall"},{"parent":"enterprises/p/structures/s"},{},null,7,{"parent":7,"displayName":"  "}]}"""));

        Assert.Equal([new SdmRelation(null, "Hall"), new SdmRelation("enterprises/p/structures/s", null)], device.Parents);
    }

    [Theory]
    [InlineData("\"enterprises/p/structures/s/rooms/r\"", "enterprises/p/structures/s/rooms/r")]
    [InlineData("\"enterprises/p\"", null)]
    [InlineData("7", null)]
    public void An_assignee_is_used_only_where_no_relation_names_a_place(string assignee, string? place)
    {
        var alone = SdmResources.Device(Utf8($$"""{"name":"enterprises/p/devices/d","assignee":{{assignee}}}"""));
        var beside = SdmResources.Device(Utf8($$"""{"name":"enterprises/p/devices/d","assignee":{{assignee}},"parentRelations":[{"parent":"enterprises/p/structures/t"}]}"""));

        Assert.Equal(place, alone.Parents.SingleOrDefault()?.Parent);
        Assert.Equal("enterprises/p/structures/t", Assert.Single(beside.Parents).Parent);
    }

    [Fact]
    public void A_byte_order_mark_is_accepted() =>
        Assert.Single(SdmResources.Devices((byte[])[0xEF, 0xBB, 0xBF, .. Utf8("""{"devices":[{"name":"enterprises/p/devices/d"}]}""")]));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<html>private words</html>")]
    [InlineData("[\"private words\"]")]
    [InlineData("\"private words\"")]
    [InlineData("null")]
    [InlineData("{\"devices\":[{\"name\":\"private words\"}")]
    [InlineData("{} private words")]
    public void What_is_no_object_is_an_error_that_does_not_quote_it(string body)
    {
        var error = Assert.Throws<NestProtocolException>(() => SdmResources.Devices(Utf8(body)));

        Assert.DoesNotContain("private", error.ToString(), StringComparison.Ordinal);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void Invalid_utf8_is_an_error() =>
        Assert.Throws<NestProtocolException>(() => SdmResources.Devices((byte[])[.. "{\"devices\":[{\"name\":\"a"u8, 0xFF, .. "\"}]}"u8]));

    [Fact]
    public void A_device_without_a_name_is_an_error() => Assert.Throws<NestProtocolException>(() => SdmResources.Device(Utf8("""{"traits":{}}""")));

    [Fact]
    public void Half_a_surrogate_pair_does_not_lose_the_rest_of_the_home()
    {
        var devices = SdmResources.Devices(Utf8("""
            {"\ud83d":1,"devices":[
            {"name":"enterprises/p/devices/a","\udc00x":[],"type":"\ud83d","parentRelations":[{"\ud83d":1,"parent":"enterprises/p/structures/s","displayName":"Hall \ud83d"}],
             "traits":{"\ud83d":{"x":1},"sdm.devices.traits.Info":{"\ud83d":1,"customName":"Cut \ud83d","later":"\udc00"}}},
            {"name":"enterprises/p/devices/b"}]}
            """));

        Assert.Equal(["enterprises/p/devices/a", "enterprises/p/devices/b"], devices.Select(device => device.Name));
        Assert.Equal(("\uFFFD", "Hall \uFFFD"), (devices[0].Type, devices[0].Parents[0].DisplayName));
        Assert.Equal(["sdm.devices.traits.Info", "\uFFFD"], devices[0].Traits.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("\"Cut \\ud83d\"", devices[0].Traits[SdmTraits.Info].GetRawText(), StringComparison.Ordinal);
        var model = SdmSample.Model(new([devices[0] with { Type = "sdm.devices.types.THERMOSTAT" }], [], [], null));
        Assert.Equal("Cut \uFFFD", model.Devices.Thermostats["a"].Name);
    }

    [Fact]
    public void Of_duplicate_members_the_last_one_counts() =>
        Assert.Equal("enterprises/p/devices/b", SdmResources.Device(Utf8("""{"name":"enterprises/p/devices/a","n\u0061me":"enterprises/p/devices/b"}""")).Name);

    [Fact]
    public void Traits_own_their_memory()
    {
        var bytes = Utf8("""{"name":"enterprises/p/devices/d","traits":{"sdm.devices.traits.Info":{"customName":"Hall"}}}""");
        var device = SdmResources.Device(bytes);

        Array.Fill(bytes, (byte)'x');

        Assert.Equal("""{"customName":"Hall"}""", device.Traits[SdmTraits.Info].GetRawText());
    }

    private static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);
}
