using System.Text;
using Nest.Sdk.Model;

namespace Nest.Sdk.Tests.Model;

/// <summary>Tests that equal parts of the next model are the same objects as in the previous model.</summary>
public class ModelSharingTests
{
    private const string Home = """
        {"devices":{"cameras":{"C":{"name":"Door","activity_zones":[{"id":1},{"id":2},{"id":3}],"last_event":{"has_motion":true}}}},
        "structures":{"S":{"name":"Home","eta":{"trip_id":"t"},"wheres":{"W":{"name":"Hall"},"X":{"name":"Attic"}}}}}
        """;

    [Fact]
    public void The_same_home_is_the_same_object()
    {
        var before = Read(Home);

        Assert.Same(before, ModelSharing.Share(before, Read(Home)));
    }

    [Fact]
    public void A_structure_that_changed_keeps_its_rooms_and_its_eta()
    {
        var (before, after) = Change("Attic", "Loft", "\"name\":\"Home\"", "\"name\":\"House\"");

        var (old, now) = (before.Structures["S"], after.Structures["S"]);
        Assert.NotEqual(old, now);
        Assert.Same(old.Eta, now.Eta);
        Assert.Same(old.Rooms["W"], now.Rooms["W"]);
        Assert.Equal("Loft", now.Rooms["X"].Name);
        Assert.Same(before.Devices, after.Devices);
    }

    [Theory]
    [InlineData("{\"id\":2}", "{\"id\":4}", "0:0 2:2")]
    [InlineData("{\"id\":2},", "", "0:0 2:1")]
    [InlineData("{\"id\":1},", "", "1:0 2:1")]
    [InlineData("{\"id\":2}", "{\"id\":4},{\"id\":2}", "0:0 1:2 2:3")]
    [InlineData("{\"id\":1},{\"id\":2},{\"id\":3}", "", "")]
    public void A_camera_that_changed_keeps_its_event_and_its_zones(string zones, string next, string expected)
    {
        var (before, after) = Change(zones, next, "Door", "Gate");

        var (old, now) = (before.Devices.Cameras["C"], after.Devices.Cameras["C"]);
        Assert.Same(old.LastEvent, now.LastEvent);
        var shared = from one in old.ActivityZones.Index()
                     from other in now.ActivityZones.Index()
                     where ReferenceEquals(one.Item, other.Item)
                     select $"{one.Index}:{other.Index}";
        Assert.Equal(expected, string.Join(' ', shared));
        Assert.Same(before.Structures["S"], after.Structures["S"]);
    }

    [Fact]
    public void A_removed_eta_and_a_removed_event_are_absent()
    {
        var (_, after) = Change("\"trip_id\"", "\"x\"", ",\"last_event\":{\"has_motion\":true}", "");

        Assert.Null(after.Structures["S"].Eta!.TripId);
        Assert.Null(after.Devices.Cameras["C"].LastEvent);
    }

    private static (DataModel Before, DataModel After) Change(string first, string firstNext, string second, string secondNext)
    {
        var text = Home.Replace(first, firstNext, StringComparison.Ordinal).Replace(second, secondNext, StringComparison.Ordinal);
        var (before, next) = (Read(Home), Read(text));
        var after = ModelSharing.Share(before, next);
        Assert.Equal(Read(text), after);
        Assert.Equal(Read(Home), before);
        return (before, after);
    }

    private static DataModel Read(string document) => DataModelReader.Read(Encoding.UTF8.GetBytes(document)).Model;
}
