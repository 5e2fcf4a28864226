using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

public sealed class DataModelFindingTests
{
    private static readonly DataModel Home = new()
    {
        Devices = new()
        {
            Thermostats =
            [
                new("t1", new() { Name = "Hallway", NameLong = "Hallway Thermostat", RoomName = "Hallway", StructureId = "s1" }),
                new("t2", new() { Name = "Attic", NameLong = "Attic Thermostat" }),
                new("t3", new() { Name = "attic" }),
                new("t4", new() { Name = "Den", StructureId = "s1", RoomId = "w1" }),
                new("t5", new() { Name = "Den", StructureId = "s2" }),
                new("t6", new() { NameLong = "Den" }),
                new("Porch", new() { Name = "Cellar" }),
                new("t7", new() { Name = "Porch" }),
                new("t8", new() { Name = "Mum’s Büro" }),
                new("t9", new() { Name = "Nook" }),
                new("t10", new() { Name = "Nook " }),
                new("t11", new() { Name = "" }),
            ],
            SmokeCoAlarms = [new("p1", new() { Name = "Kitchen" }), new("p2", new() { Name = "Loft", StructureId = "s1" }), new("p3", new() { Name = "Loft", StructureId = "s2" })],
            Cameras = [new("c1", new() { Name = "Gate" }), new("c2", new() { Name = "Yard" }), new("c3", new() { Name = "Yard" })],
        },
        Structures =
        [
            new("s1", new() { StructureId = "s1", Name = "Lake house", Rooms = [new("w1", new() { Name = "Study" })] }),
            new("s2", new() { StructureId = "s2", Name = "Cabin" }),
            new("s3", new() { StructureId = "s3", Name = "Cabin" }),
        ],
    };

    [Theory]
    [InlineData("t1", "t1")]
    [InlineData("Hallway", "t1")]
    [InlineData("Hallway Thermostat", "t1")]
    [InlineData("hallway", "t1")]
    [InlineData("HALLWAY THERMOSTAT", "t1")]
    [InlineData("Attic", "t2")]
    [InlineData("attic", "t3")]
    [InlineData("Porch", "Porch")]
    [InlineData("mum's  bu\u0308ro ", "t8")]
    [InlineData("Nook", "t9")]
    [InlineData("Nook ", "t10")]
    public void A_thermostat_is_found_by_its_id_or_one_of_its_names(string text, string id) =>
        Assert.Same(Home.Devices.Thermostats[id], Home.FindThermostat(text));

    [Theory]
    [InlineData("T1")]
    [InlineData("Hall")]
    [InlineData("p1")]
    [InlineData("Kitchen")]
    [InlineData(" ")]
    public void A_device_that_the_home_does_not_have_is_null(string text)
    {
        Assert.Null(Home.FindThermostat(text));
        Assert.Null(((DataModel?)null).FindThermostat(text));
        Assert.Null(DataModel.Empty.FindStructure(text));
    }

    [Fact]
    public void The_other_kinds_are_found_the_same_way()
    {
        Assert.Same(Home.Devices.SmokeCoAlarms["p1"], Home.FindSmokeCoAlarm("kitchen"));
        Assert.Same(Home.Devices.Cameras["c1"], Home.FindCamera("Gate"));
        Assert.Same(Home.Structures["s1"], Home.FindStructure("Lake house"));
        Assert.Same(Home.Structures["s2"], Home.FindStructure("s2"));
    }

    [Fact]
    public void An_ambiguous_name_is_an_error_that_lists_the_candidates()
    {
        Assert.Equal("3 thermostats have the name 'Den'. Use an id: t4 (Study, Lake house), t5 (Cabin), t6.", Refused(() => Home.FindThermostat("Den")));
        Assert.Equal("2 thermostats have the name 'ATTIC'. Use an id: t2, t3.", Refused(() => Home.FindThermostat("ATTIC")));
        Assert.Equal("2 thermostats have the name 'No\u200Bok'. Use an id: t10, t9.", Refused(() => Home.FindThermostat("No\u200Bok")));
        Assert.Equal("2 Protects have the name 'Loft'. Use an id: p2 (Lake house), p3 (Cabin).", Refused(() => Home.FindSmokeCoAlarm("Loft")));
        Assert.Equal("2 cameras have the name 'Yard'. Use an id: c2, c3.", Refused(() => Home.FindCamera("Yard")));
        Assert.Equal("2 structures have the name 'Cabin'. Use an id: s2, s3.", Refused(() => Home.FindStructure("Cabin")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_name_is_required(string? text)
    {
        Assert.ThrowsAny<ArgumentException>(() => Home.FindThermostat(text!));
        Assert.ThrowsAny<ArgumentException>(() => DataModel.Empty.FindStructure(text!));
    }

    private static string Refused(Func<object?> find)
    {
        var error = Assert.Throws<ArgumentException>("idOrName", find);

        return error.Message[..error.Message.IndexOf(" (Parameter", StringComparison.Ordinal)];
    }
}
