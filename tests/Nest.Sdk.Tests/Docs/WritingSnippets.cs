using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>The code of docs/guide/writing.md and its output.</summary>
public sealed class WritingSnippets : IAsyncLifetime
{
    private readonly NestClientFactory _factory = new();
    private FakeNestServer _server = null!;
    private INestClient _nest = null!;
    private string _hallway = "";

    public async ValueTask InitializeAsync()
    {
        _server = await FakeNestServer.StartAsync(TestHomes.House);
        _nest = _factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = _server.Endpoint; wwn.AccessToken = _server.AccessToken; }));
        _hallway = _server.Home.ThermostatId("Hallway");
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public Task First() => PrintsAsync("first", async () =>
    {
        var (nest, hallway) = (_nest, _hallway);

        // <first>
        var result = await nest.Thermostats.SetTargetTemperatureAsync(hallway, Temperature.FromCelsius(21.3));
        Console.WriteLine($"{result.Outcome}: {result.Steps[0].Request.Body}");
        // </first>
    });

    [Fact]
    public Task Several() => PrintsAsync("several", async () =>
    {
        var (nest, hallway) = (_nest, _hallway);

        // <several>
        var result = await nest.Thermostats.SetAsync(hallway, new ThermostatSettings
        {
            TargetTemperature = Temperature.FromFahrenheit(70),
            Label = "by the stairs",
        });
        Console.WriteLine($"{result.Outcome}: {result.Steps[0].Request.Body}");
        // </several>
    });

    [Fact]
    public async Task Record()
    {
        var nest = _nest;

        // <record>
        var home = await nest.GetAsync();
        if (home.FindThermostat("Hallway") is { } thermostat)
            await nest.Thermostats.SetLabelAsync(thermostat, "by the stairs");
        // </record>

        Assert.Equal("\"by the stairs\"", _server.Home.Get($"/devices/thermostats/{_hallway}/label")!.ToJsonString());
    }

    [Fact]
    public Task Capabilities() => PrintsAsync("capabilities", async () =>
    {
        var (nest, hallway) = (_nest, _hallway);

        // <capabilities>
        await nest.GetAsync();
        bool hasFans = nest.Capabilities.Supports(NestCapability.FanTimer);
        bool? hasFan = nest.Capabilities.Supports(hallway, NestCapability.FanTimer);
        Console.WriteLine($"{nest.Backend}: fans {hasFans}, this one {hasFan?.ToString() ?? "not known"}");
        // </capabilities>
    });

    [Fact]
    public async Task Rule()
    {
        await _server.ChangeAsync(home => home
            .Set($"/devices/thermostats/{_hallway}/is_locked", true)
            .Set($"/devices/thermostats/{_hallway}/locked_temp_min_c", 18.5)
            .Set($"/devices/thermostats/{_hallway}/locked_temp_max_c", 22));
        await PrintsAsync("rule", async () =>
        {
            var (nest, hallway) = (_nest, _hallway);

            // <rule>
            try
            {
                await nest.Thermostats.SetTargetTemperatureAsync(hallway, Temperature.FromCelsius(23));
            }
            catch (NestRuleException broken)
            {
                Console.WriteLine($"{broken.Rule}: {broken.Message}");
                Console.WriteLine($"Allowed: {broken.Allowed}");
            }
            // </rule>
        });
    }

    [Fact]
    public Task Dry() => PrintsAsync("dry", async () =>
    {
        var (nest, hallway) = (_nest, _hallway);

        // <dry>
        var result = await nest.Thermostats.SetHvacModeAsync(hallway, HvacMode.Cool, new() { DryRun = true });
        Console.WriteLine($"{result.Outcome}: {result.Steps[0].Request.Method} {result.Steps[0].Request.Body}");
        foreach (var check in result.Checks)
            Console.WriteLine($"{check.Verdict}: {check.Text}");
        // </dry>
    });

    [Fact]
    public Task Confirm() => PrintsAsync("confirm", async () =>
    {
        var nest = _nest;

        // <confirm>
        var result = await nest.Structures.SetAwayAsync(
            _server.Home.StructureId("Home"),
            AwayState.Away,
            new() { Confirm = TimeSpan.FromSeconds(20) });
        var text = result.Outcome switch
        {
            NestWriteOutcome.Confirmed => "It is so.",
            NestWriteOutcome.Adjusted => $"Nest took another value: {result.Fields[0].Seen}.",
            NestWriteOutcome.Reversed => "It was so, and went back.",
            _ => "Nothing was seen of it; it may still come.",
        };
        Console.WriteLine(text);
        // </confirm>
    });

    [Fact]
    public async Task Errors()
    {
        var target = Temperature.FromCelsius(21);
        await PrintsAsync("errors", async () =>
        {
            _server.Faults.Next(Fault.Status(500), Calls.Writes);

            var (nest, hallway) = (_nest, _hallway);

            // <errors>
            try
            {
                await nest.Thermostats.SetTargetTemperatureAsync(hallway, target);
            }
            catch (NestRuleException broken)
            {
                Console.WriteLine($"Not sent. {broken.Message}");
            }
            catch (NestRateLimitException blocked)
            {
                Console.WriteLine($"Too many writes. Wait {blocked.RetryAfter?.ToString() ?? "an hour or so"}.");
            }
            catch (NestRequestException refused)
            {
                Console.WriteLine($"{refused.Failure}: {refused.Message}");
            }
            catch (NestWriteOutcomeUnknownException)
            {
                Console.WriteLine("It may have happened: read the thermostat before you send it again.");
            }
            // </errors>
        });
    }

    /// <summary>Compares the output in the guide with the output of the code.</summary>
    private static async Task PrintsAsync(string name, Func<Task> code)
    {
        Console.Lines.Value = [];
        await code();
        var guide = await File.ReadAllTextAsync(Path.Combine(Nest.Sdk.Tests.Repository.Root, "docs/guide/writing.md"));
        var block = guide[guide.IndexOf($"<!-- snippet: WritingSnippets#{name} -->", StringComparison.Ordinal)..];
        var output = block[(block.IndexOf("```text\n", StringComparison.Ordinal) + 8)..];

        Assert.Equal(output[..output.IndexOf("\n```", StringComparison.Ordinal)], Shorten(string.Join('\n', Console.Lines.Value!)));
    }

    /// <summary>Replaces the real console, which all tests share.</summary>
    private static class Console
    {
        public static readonly AsyncLocal<List<string>?> Lines = new();

        public static void WriteLine(string line) => Lines.Value!.Add(line);
    }

    /// <summary>The instance id of an error is different each time.</summary>
    private static string Shorten(string text) => System.Text.RegularExpressions.Regex.Replace(text, "instance [0-9a-f-]+", "instance …");
}
