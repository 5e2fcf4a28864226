using System.Text;
using Nest.Sdk.Model;
using static Nest.Sdk.Tests.Model.Document;

namespace Nest.Sdk.Tests.Model;

public sealed class HostileDocumentTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData("  ", "ends too early at byte 2")]
    [InlineData("null", "is null at byte 0")]
    [InlineData(" []", "is an array at byte 1")]
    [InlineData("\uFEFF\"text\"", "is a string at byte 3")]
    [InlineData("5", "is a number at byte 0")]
    [InlineData("true", "is a boolean at byte 0")]
    [InlineData("{} {}", "unexpected character at byte 3")]
    [InlineData("{\"a\":1,}", "unexpected character at byte 7")]
    [InlineData("{\"a\":", "ends too early at byte 5")]
    [InlineData("{\n\"a\":\n nulx}", "character at byte 11")]
    [InlineData("{\"a\":\"\u0001\"}", "at byte 6")]
    [InlineData("{\"devices\":{\"thermostats\":{\"t\":{\"humidity\":0x1}}}}", "unexpected character at byte 44")]
    public void Input_that_is_not_an_object_is_rejected_with_the_position(string json, string expected)
    {
        var error = Assert.Throws<NestProtocolException>(() => Read(json));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void Errors_quote_nothing_of_the_document()
    {
        foreach (var json in (string[])[$"{{\"metadata\":{Token}}}", $"{{\"metadata\":\"{Token}", $"{{\"metadata\":null{Token}}}", $"\"{Token}\"", $"{{}}{Token}"])
            Assert.DoesNotContain("Invented", Assert.Throws<NestProtocolException>(() => Read(json)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Invalid_utf8_is_rejected_with_its_position()
    {
        byte[] bytes = [.. "{\"ü\":\""u8, 0xC3, .. "\"}"u8];

        var error = Assert.Throws<NestProtocolException>(() => DataModelReader.Read(bytes));

        Assert.Contains("not UTF-8 at byte 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_four_levels_are_read_and_one_more_is_refused()
    {
        Assert.Single(Read($"{{\"a\":{Nested(63)}}}").Model.ExtensionData);

        var error = Assert.Throws<NestProtocolException>(() => Read($"{{\"a\":{Nested(64)}}}"));
        Assert.Contains("deeper than 64 levels at byte 68", error.Message, StringComparison.Ordinal);
        Assert.Throws<NestProtocolException>(() => Read($"{{\"a\":{Nested(100_000)}}}"));

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Fact]
    public void An_empty_object_is_an_empty_model()
    {
        var result = Read("{}");

        Assert.Equal(DataModel.Empty, result.Model);
        Assert.Same(Devices.Empty, result.Model.Devices);
        Assert.Empty(result.Issues);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal(Read("{\"x\":1}").Model, Read("\uFEFF{\"x\":1}").Model);

    [Fact]
    public void The_last_of_duplicate_members_wins()
    {
        var (thermostat, issues) = Thermostat("""
            "humidity":1,"humidity":45,"name":5,"name":"b","label":"x","label":5,"has_fan":true,"has_fan":null,
            "ambient_temperature_c":20,"ambient_temperature_c":21,"extra":1,"extra":2,"hvac_mode":1,"hvac_mode":2
            """);

        Assert.Equal(
            new()
            {
                Humidity = 45,
                Name = "b",
                AmbientTemperature = Temperature.FromCelsius(21),
                ExtensionData = [new("label", RawJson.Parse("5")), new("extra", RawJson.Parse("2")), new("hvac_mode", RawJson.Parse("2"))],
            },
            thermostat);
        Assert.Equal(4, issues.Length);
    }

    [Fact]
    public void The_last_of_duplicate_devices_wins()
    {
        var thermostats = Read("""{"devices":{"thermostats":{"a":{"name":"1"},"b":{},"c":null,"a":{"name":"2"},"b":null,"c":{}}}}""").Model.Devices.Thermostats;

        Assert.Equal(["a", "c"], thermostats.Keys);
        Assert.Equal("2", thermostats["a"].Name);
    }

    [Fact]
    public void Escaped_names_are_the_same_names()
    {
        var (thermostat, issues) = Thermostat("\"hum\\u0069dity\":45,\"hvac_mode\":\"he\\u0061t\"");

        Assert.Equal(new() { Humidity = 45, HvacMode = HvacMode.Heat }, thermostat);
        Assert.Empty(issues);
    }

    [Fact]
    public void An_unpaired_surrogate_becomes_a_replacement_character_in_typed_text_and_stays_in_unknown_members()
    {
        var (thermostat, issues) = Thermostat("""
            "name":"Den \uD83D","hvac_mode":"\uDE00","last_connection":"\uD83D","unknown":["\uD83D"],"\uD83D":1,"label":"\uD83D\uDE00"
            """);

        Assert.Equal(("Den \ufffd", "\ufffd", (DateTimeOffset?)null, "😀"), (thermostat.Name, thermostat.HvacMode.ToString(), thermostat.LastConnection, thermostat.Label));
        Assert.Equal("""["\uD83D"]""", thermostat.ExtensionData["unknown"].ToString());
        Assert.Equal("1", thermostat.ExtensionData["\ufffd"].ToString());
        Assert.Equal("\"\\uD83D\"", thermostat.ExtensionData["last_connection"].ToString());
        Assert.Equal(
            [("/devices/thermostats/t1", true), ("/devices/thermostats/t1/name", true), ("/devices/thermostats/t1/hvac_mode", true), ("/devices/thermostats/t1/last_connection", false)],
            issues.Select(issue => (issue.Path, issue.IsConverted)));
        Assert.Contains("valid Unicode text", issues[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_whose_id_has_an_unpaired_surrogate_is_read()
    {
        var result = Read("""{"devices":{"thermostats":{"\uD83D":{"name":7},"t":{}}}}""");

        Assert.Equal(["t", "\ufffd"], result.Model.Devices.Thermostats.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["/devices/thermostats", "/devices/thermostats/\ufffd/name"], result.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Nul_characters_are_characters()
    {
        Assert.Equal("a\0b", Thermostat("\"name\":\"a\\u0000b\"").Thermostat.Name);
        Assert.Throws<NestProtocolException>(() => Read("{\"a\":\"\0\"}"));
    }

    [Fact]
    public void A_hundred_thousand_unusual_members_are_read_quickly()
    {
        var json = new StringBuilder("{\"devices\":{\"thermostats\":{");
        for (var i = 0; i < 100_000; i++)
            json.Append("\"t").Append(i % 50_000).Append("\":").Append(i % 3 == 0 ? "null" : "{\"humidity\":\"x\"}").Append(',');
        json.Append("\"z\":{}}}}");

        var result = Read(json.ToString());

        Assert.Equal(new Thermostat(), result.Model.Devices.Thermostats["z"]);
        Assert.Equal(66_666, result.Issues.Count);
    }

    [Fact]
    public void A_login_page_is_distinguished_from_malformed_json()
    {
        Assert.Contains("a login page of the network", Assert.Throws<NestProtocolException>(() => Document.Read("\n<!DOCTYPE html>")).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("page", Assert.Throws<NestProtocolException>(() => Document.Read("{<")).Message, StringComparison.Ordinal);
    }
}
