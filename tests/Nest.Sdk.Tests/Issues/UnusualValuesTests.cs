using System.Text;
using System.Text.Json;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Issues;

public class UnusualValuesTests
{
    [Fact]
    public void A_link_of_the_wrong_type_is_not_preserved_because_it_can_contain_the_token()
    {
        const string token = "c.TESTTOKEN0123456789TESTTOKEN";
        var document = """{"devices":{"cameras":{"c":{"web_url":["https://x.example/?auth=TOKEN"],"snapshot_url":{"u":"auth=TOKEN"}}}},"metadata":{"Access_Token":"TOKEN"}}""".Replace("TOKEN", token, StringComparison.Ordinal);

        var read = DataModelReader.Read(Encoding.UTF8.GetBytes(document));

        Assert.Equal(2, read.Issues.Count);
        Assert.DoesNotContain(token, JsonSerializer.Serialize(read.Model, NestJsonContext.Default.DataModel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    [InlineData(537)]
    public void A_converted_temperature_equals_the_one_that_is_read_back(int degrees)
    {
        foreach (var temperature in new[] { Temperature.FromCelsius(degrees).To(TemperatureScale.Fahrenheit), Temperature.FromFahrenheit(degrees).To(TemperatureScale.Celsius) })
        {
            var record = new Thermostat { TargetTemperature = temperature };
            Assert.Equal(record, JsonSerializer.Deserialize(JsonSerializer.Serialize(record, NestJsonContext.Default.Thermostat), NestJsonContext.Default.Thermostat));
        }
    }

    [Fact]
    public void The_number_zero_cancels_an_estimate_and_is_not_an_issue()
    {
        var read = DataModelReader.Read("""{"structures":{"s":{"eta":{"trip_id":"t","estimated_arrival_window_begin":0}}}}"""u8);

        Assert.Empty(read.Issues);
        Assert.Null(read.Model.Structures["s"].Eta!.EstimatedArrivalWindowBegin);
    }

    [Fact]
    public void The_default_house_is_read_without_an_issue() =>
        Assert.Empty(DataModelReader.Read(Encoding.UTF8.GetBytes(TestHomes.House.ToJson())).Issues);

    [Fact]
    public void Public_share_links_are_compared_with_their_fragment() =>
        Assert.NotEqual(new Camera { PublicShareUrl = "https://x.example/live#1" }, new Camera { PublicShareUrl = "https://x.example/live#2" });

    [Fact]
    public void An_open_enum_can_be_the_key_of_a_dictionary()
    {
        var modes = new Dictionary<HvacMode, int> { [HvacMode.Heat] = 1, [HvacMode.From("odd")] = 2 };

        Assert.Equal(modes, JsonSerializer.Deserialize<Dictionary<HvacMode, int>>(JsonSerializer.Serialize(modes)));
    }
}
