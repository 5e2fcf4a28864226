using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Tests.Scenarios.Labs;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>
/// Two hours of trouble over HTTP. The fake enforces Google's quotas, and the lab fails when one was exceeded. The longer
/// simulation is <see cref="Sdm.Polling.SdmWeekTests"/>.
/// </summary>
public class PolledGoogleTroubleTests
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(2);

    /// <summary>Longer than the largest error of a clock, by which values may be dated too late.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Trouble_exceeds_no_quota_and_leads_to_no_false_home(int seed)
    {
        var random = new Random(seed);
        await using var lab = new PolledGoogleLab();
        await lab.StartAsync(null);
        var (changes, _) = await lab.FollowAsync();
        var hallway = lab.Home.ThermostatId("Hallway");
        var humidity = 0;

        for (var elapsed = TimeSpan.Zero; elapsed < Length; elapsed += await lab.PassPauseAsync())
        {
            if (random.Next(3) == 0)
                await lab.SetAsync(lab.PathOf("Hallway", "humidity"), humidity = (humidity + 1) % 100);
            // One trouble at a time, so that no false state lasts for five minutes and has to be believed.
            if (random.Next(3) == 0 && lab.Google.Faults.Waiting.Count + lab.Google.Script.Waiting.Count == 0)
                await BeginAsync(lab, random, hallway);
        }

        lab.Google.Faults.Clear();
        lab.Google.Script.Clear();
        lab.Google.DateOffset = TimeSpan.Zero;
        await lab.SetAsync(lab.PathOf("Hallway", "humidity"), 77);
        for (var elapsed = TimeSpan.Zero; elapsed < Quiet; elapsed += await lab.PassPauseAsync())
        {
            // The clock moves with each pause.
        }

        var last = await lab.UntilAsync(Task.Run(async () =>
        {
            var change = await changes.NextAsync();
            while (change.Current.Devices.Thermostats[hallway].Humidity != 77)
                change = await changes.NextAsync();
            return change.Current;
        }, TestContext.Current.CancellationToken));
        Assert.Equal(await lab.UntilAsync(lab.Client.GetAsync()), last);
        Assert.Equal((ConnectionStatus.Connected, false), (lab.Client.ConnectionState.Status, lab.Client.ConnectionState.IsDegraded));
        Assert.All(changes.Values, change => AssertTrue(change.Current, hallway));
    }

    private static async Task BeginAsync(PolledGoogleLab lab, Random random, string hallway)
    {
        var times = random.Next(1, 5);
        switch (random.Next(12))
        {
            case 0:
                lab.Google.Faults.Next(Fault.Status(503), times: times);
                break;
            case 1:
                lab.Google.Faults.Next(Fault.FrontEndPage(), times: times);
                break;
            case 2:
                lab.Google.Faults.Next(Fault.Reset, times: times);
                break;
            case 3:
                lab.Google.Faults.Next(Fault.Close, times: times);
                break;
            case 4:
                lab.Google.Faults.Next(Fault.Html(), times: times);
                break;
            case 5:
                lab.Google.Faults.Next(Fault.Status(429, retryAfter: random.Next(2) == 0 ? null : TimeSpan.FromSeconds(random.Next(31, 75))), times: times);
                break;
            case 6:
                lab.Google.Faults.Next(Fault.Status(404), times: times);
                break;
            case 7:
                lab.Google.ExpireAccessTokens();
                lab.Google.Faults.Next(random.Next(2) == 0 ? Fault.Reset : Fault.Status(500), Calls.OAuth, times);
                break;
            case 8:
                lab.Google.Script.Next(BogusState.OffOnly(hallway), BogusReads.Lists, times);
                break;
            case 9:
                lab.Google.Script.Next(random.Next(2) == 0 ? BogusState.EmptyList : BogusState.WithoutTraits(), BogusReads.Lists, times);
                break;
            case 10:
                lab.Google.DateOffset = TimeSpan.FromMinutes(random.Next(-10, 11));
                break;
            default:
                Assert.Equal(3, (await lab.UntilAsync(lab.Client.GetAsync())).Devices.Thermostats.Count);
                break;
        }
    }

    private static void AssertTrue(DataModel home, string hallway)
    {
        Assert.Equal(3, home.Devices.Thermostats.Count);
        Assert.Equal((HvacMode.Heat, 21m), (home.Devices.Thermostats[hallway].HvacMode, home.Devices.Thermostats[hallway].TargetTemperature?.Celsius));
        Assert.All(home.Devices.Thermostats.Values, thermostat => Assert.NotNull(thermostat.AmbientTemperature));
        Assert.All(home.Devices.Thermostats.Values, thermostat => Assert.NotEqual(0, thermostat.EcoTemperatureLow?.Celsius));
    }
}
