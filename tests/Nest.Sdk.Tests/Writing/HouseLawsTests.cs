using CsCheck;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Tests.Writing;

/// <summary>
/// For any house and any writes to it and its camera, one after another: client and house give the same verdict, and
/// accepted values are present.
/// </summary>
public class HouseLawsTests
{
    private static readonly string[] Words = ["home", "away", "auto-away", "unknown"];

    private static readonly Gen<FakeHome> House = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool).Select(static (away, thermostats, camera, isStreaming) =>
    {
        var house = FakeHome.Empty.WithStructure("Cabin").WithStructure("Home", Words[away]).WithCamera("Door", isStreaming, edit: door => door["is_online"] = camera == 0 ? null : camera != 1);
        return thermostats switch
        {
            0 => house,
            1 => house.WithThermostat("Loft", structure: "Cabin"),
            _ => house.WithThermostat("Hall"),
        };
    });

    [Fact]
    public async Task Client_and_house_give_the_same_verdict_and_accepted_values_are_present()
    {
        await using var house = await HouseRules.OpenAsync();
        var (taken, refused) = (0, 0);
        await Gen.Select(House, HouseCommand.Any.Array[1, 6]).SampleAsync(
            async (start, commands) =>
            {
                // Trips are not visible in the document. Coming home ends them.
                await house.ValidateAsync(HouseRules.Start, static (client, options) => client.Structures.SetAwayAsync(HouseRules.StructureId, AwayState.Home, options));
                await house.SetAsync(start);
                var state = State(await house.HomeAsync());
                foreach (var command in commands)
                {
                    var verdicts = await house.ValidateAsync(command.Send);
                    Assert.True(verdicts.Agree, $"{verdicts}\n{command.Text}\n{start.ToJson()}");
                    if (verdicts.Refusal is null)
                        command.Take(state);
                    state.AssertIs(await house.HomeAsync());
                    (taken, refused) = verdicts.Refusal is null ? (taken + 1, refused) : (taken, refused + 1);
                }
            },
            iter: 200,
            threads: 1);

        Assert.InRange(Math.Min(taken, refused), 20, int.MaxValue);
    }

    private static HouseState State(DataModel home) => new()
    {
        Away = home.Structures[HouseRules.StructureId].Away,
        Name = home.Structures[HouseRules.StructureId].Name,
        IsStreaming = home.Devices.Cameras[HouseRules.CameraId].IsStreaming,
    };
}
