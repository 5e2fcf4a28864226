using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Tests.Sdm.Home;

public sealed class SdmNamesTests
{
    private const string Lodge = SdmSample.Project + "/structures/lodge";

    [Fact]
    public void A_name_of_one_device_stays() => Assert.Equal(["Hall", "Porch"], Names(("t1", "Hall", false, SdmSample.Hall), ("c1", "Porch", true, SdmSample.Porch)));

    [Fact]
    public void Two_devices_of_one_name_get_their_kind() =>
        Assert.Equal(["Hall Thermostat", "Hall Camera", "Porch"], Names(("t1", "Hall", false, SdmSample.Hall), ("c1", "Hall", true, SdmSample.Hall), ("c2", "Porch", true, SdmSample.Porch)));

    /// <summary>Another client had two "Garage Camera".</summary>
    [Fact]
    public void Two_of_one_kind_get_the_end_of_their_ids_too()
    {
        Assert.Equal(["Garage Camera (0aX4)", "Garage Camera (0bX4)", "Garage Thermostat"], Names(("cam-0aX4", "Garage", true, SdmSample.Hall), ("cam-0bX4", "Garage", true, SdmSample.Hall), ("t1", "Garage", false, SdmSample.Hall)));
        Assert.Equal(["Garage Camera (1-aaaa)", "Garage Camera (2-aaaa)"], Names(("1-aaaa", "Garage", true, SdmSample.Hall), ("2-aaaa", "Garage", true, SdmSample.Hall)));
    }

    [Fact]
    public void A_third_one_does_not_rename_the_two_before()
    {
        (string, string, bool, string)[] two = [("cam-bbbb", "Garage", true, SdmSample.Hall), ("cam-cccc", "Garage", true, SdmSample.Hall)];

        Assert.Equal(Names(two), Names([.. two, ("cam-aaaa", "Garage", true, SdmSample.Hall)])[..2]);
    }

    [Fact]
    public void A_name_that_the_user_chose_stays_when_only_a_made_one_equals_it() => Assert.Equal(
        ["Hall Camera", "Hall Camera (cccc)", "Hall Thermostat"],
        Names(("c-aaaa", "Hall Camera", true, SdmSample.Hall), ("c-cccc", "Hall", true, SdmSample.Hall), ("t1", "Hall", false, SdmSample.Hall)));

    [Fact]
    public void Names_that_look_the_same_count_as_one() =>
        Assert.Equal(["hall Thermostat", "Hall Camera"], Names(("t1", "hall", false, SdmSample.Hall), ("c1", "Hall", true, SdmSample.Hall)));

    [Fact]
    public void Another_home_may_have_the_same_name() =>
        Assert.Equal(["Hall", "Hall"], Names(("t1", "Hall", false, SdmSample.Hall), ("t2", "Hall", false, Lodge)));

    [Fact]
    public void Devices_without_a_home_are_told_apart_too() => Assert.Equal(["Hall Thermostat", "Hall Camera"], Names(("t1", "Hall", false, ""), ("c1", "Hall", true, "")));

    private static string[] Names(params (string Id, string Name, bool IsCamera, string Parent)[] devices)
    {
        var places = new SdmPlaces(SdmSample.Home([.. devices.Select(device => SdmSample.Device(
            device.Id,
            $$$"""{"Info":{"customName":"{{{device.Name}}}"},"{{{(device.IsCamera ? "CameraMotion" : "ThermostatMode")}}}":{}}""",
            null,
            (device.Parent.Length == 0 ? null : device.Parent, null)))]));
        var names = SdmNames.Of(places.Devices);
        return [.. devices.Select(device => names[device.Id])];
    }
}
