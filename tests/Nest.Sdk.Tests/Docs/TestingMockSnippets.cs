using System.Reflection;
using Nest.Sdk;
using Nest.Sdk.Model;

namespace Documentation;

// <stub>
/// <summary>Answers the members that a test names, like any mocking library, with the base class library only.</summary>
public class Stub : DispatchProxy
{
    private Dictionary<string, Func<object?[], object?>> _answers = [];

    public static T Of<T>(params (string Member, Func<object?[], object?> Answer)[] answers)
        where T : class
    {
        var stub = Create<T, Stub>();
        ((Stub)(object)stub)._answers = answers.ToDictionary(each => each.Member, each => each.Answer);
        return stub;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _answers.TryGetValue(targetMethod!.Name.Replace("get_", ""), out var answer)
            ? answer(args ?? [])
            : throw new NotSupportedException($"The test has no answer for {targetMethod.Name}.");
}
// </stub>

// <night>
public sealed class NightSetback(INestClient nest)
{
    public async Task<string> RunAsync()
    {
        var home = await nest.GetAsync();
        if (home.FindThermostat("Hallway") is not { DeviceId: { } id, HvacMode: var mode } || mode != HvacMode.Heat)
            return "nothing to do";
        var result = await nest.Thermostats.SetTargetTemperatureAsync(id, Temperature.FromCelsius(17));
        return result.Outcome == NestWriteOutcome.Accepted ? "17 °C tonight" : $"{result.Outcome}";
    }
}
// </night>

/// <summary>The blocks of docs/guide/testing.md about mocks and invented records.</summary>
public class TestingMockSnippets
{
    // <mock>
    [Fact]
    public async Task Lowers_a_hallway_that_heats()
    {
        var home = new DataModel
        {
            Devices = new Devices
            {
                Thermostats = [new("t1", new Thermostat { DeviceId = "t1", Name = "Hallway", HvacMode = HvacMode.Heat, TargetTemperature = Temperature.FromCelsius(21) })],
            },
        };
        var sent = new List<Temperature>();
        var thermostats = Stub.Of<IThermostatCommands>((nameof(IThermostatCommands.SetTargetTemperatureAsync), Accept));
        var nest = Stub.Of<INestClient>(
            (nameof(INestClient.GetAsync), _ => Task.FromResult(home)),
            (nameof(INestClient.Thermostats), _ => thermostats));

        Assert.Equal("17 °C tonight", await new NightSetback(nest).RunAsync());
        Assert.Equal([Temperature.FromCelsius(17)], sent);

        Task<NestWriteResult> Accept(object?[] arguments)
        {
            sent.Add((Temperature)arguments[1]!);
            return Task.FromResult(new NestWriteResult { Outcome = NestWriteOutcome.Accepted });
        }
    }
    // </mock>

    [Fact]
    public void Results_and_errors_of_a_test()
    {
        // <results>
        var adjusted = new NestWriteResult
        {
            Outcome = NestWriteOutcome.Adjusted,
            Steps =
            [
                new NestWriteStep
                {
                    Request = new NestWriteRequest { Method = "PUT", Path = "/devices/thermostats/t1", Body = RawJson.Parse("""{"target_temperature_c":17}""") },
                    Outcome = NestWriteOutcome.Adjusted,
                    Fields = [new NestFieldResult { Name = "target_temperature_c", Sent = RawJson.Parse("17"), Seen = RawJson.Parse("18"), Outcome = NestWriteOutcome.Adjusted }],
                },
            ],
        };
        var blocked = new NestRateLimitException("blocked") { RetryAfter = TimeSpan.FromMinutes(5) };
        var first = new DataModelChange { Current = DataModel.Empty, ReceivedAt = DateTimeOffset.UnixEpoch };
        // </results>

        Assert.Equal("18", adjusted.Fields.Single().Seen.ToString());
        Assert.True(blocked.IsTransient);
        Assert.Same(DataModel.Empty, first.Current);
    }
}
