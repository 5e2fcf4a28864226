using System.Net;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>What Google reports although the home is different.</summary>
public sealed class BogusStateTests : FakeGoogleTest
{
    protected override FakeGoogleOptions Options => new() { Quotas = null };

    private string Hallway => Google.Home.ThermostatId("Hallway");

    [Fact]
    public async Task Thermostat_that_is_off_only_shows_in_the_next_read_alone()
    {
        Google.Script.Next(BogusState.OffOnly(Hallway));
        Assert.Equal($"1 x only OFF ({Hallway}) (All)", Assert.Single(Google.Script.Waiting));
        await Client.DeviceAsync(Google.Home.ThermostatId("Den"));

        var bogus = (await Client.DeviceAsync(Hallway))["traits"]!;
        var right = await Client.TraitAsync(Hallway, "ThermostatMode");

        Assert.Equal("""{"mode":"OFF","availableModes":["OFF"]}""", bogus["sdm.devices.traits.ThermostatMode"]!.ToJsonString());
        Assert.Equal(0, bogus["sdm.devices.traits.ThermostatEco"]!["heatCelsius"]!.GetValue<decimal>());
        Assert.Empty(bogus["sdm.devices.traits.ThermostatTemperatureSetpoint"]!.AsObject());
        Assert.Equal("HEAT", right!["mode"]!.ToString());
        Assert.Empty(Google.Script.Waiting);
    }

    [Fact]
    public async Task Devices_have_no_traits_until_it_ends()
    {
        using (Google.Script.While(BogusState.WithoutTraits()))
        {
            Assert.All((await Client.GetAsync("/devices"))["devices"]!.AsArray(), device => Assert.Empty(device!["traits"]!.AsObject()));
            Assert.Empty((await Client.DeviceAsync(Hallway))["traits"]!.AsObject());
        }

        Assert.NotEmpty((await Client.DeviceAsync(Hallway))["traits"]!.AsObject());
    }

    [Fact]
    public async Task State_of_lists_leaves_reads_of_the_device_right()
    {
        using var lasting = Google.Script.While(BogusState.Missing(Hallway), BogusReads.Lists);

        Assert.DoesNotContain(Hallway, await Client.ListedAsync());
        Assert.Equal("HEAT", (await Client.TraitAsync(Hallway, "ThermostatMode"))!["mode"]!.ToString());
    }

    [Fact]
    public async Task State_of_reads_leaves_lists_right()
    {
        Google.Script.Next(BogusState.Missing(Hallway), BogusReads.Gets);

        Assert.Contains(Hallway, await Client.ListedAsync());
        using var missing = await Client.ReadAsync("/devices/" + Hallway);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task List_is_empty_as_often_as_scripted()
    {
        Google.Script.Next(BogusState.EmptyList, times: 2);

        Assert.NotEmpty(await Client.DeviceAsync(Hallway));
        Assert.Empty(await Client.GetAsync("/devices"));
        Assert.Empty(await Client.GetAsync("/devices"));
        Assert.NotEmpty(await Client.ListedAsync());
    }

    [Fact]
    public async Task States_add_up_and_can_be_cleared()
    {
        Google.Script.While(BogusState.Edited(Hallway, device => device["type"] = "sdm.devices.types.TOASTER"));
        Google.Script.While(BogusState.WithoutTraits(Hallway));

        var device = await Client.DeviceAsync(Hallway);
        Google.Script.Clear();

        Assert.Equal("sdm.devices.types.TOASTER", device["type"]!.ToString());
        Assert.Empty(device["traits"]!.AsObject());
        Assert.Equal("sdm.devices.types.THERMOSTAT", (await Client.DeviceAsync(Hallway))["type"]!.ToString());
    }

    [Fact]
    public void State_that_no_read_can_show_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Google.Script.Next(BogusState.EmptyList, BogusReads.Gets));
        Assert.Throws<ArgumentException>(() => Google.Script.While(BogusState.WithoutTraits(), BogusReads.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => Google.Script.Next(BogusState.EmptyList, times: 0));
        Assert.Throws<ArgumentException>(() => BogusState.OffOnly(""));
    }
}
