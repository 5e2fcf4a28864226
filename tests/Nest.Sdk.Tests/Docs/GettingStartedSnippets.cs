using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

namespace Documentation;

/// <summary>
/// The code of docs/guide/getting-started.md. Outside Nest.Sdk, so that it needs the same usings as a reader.
/// </summary>
public class GettingStartedSnippets
{
    [Fact]
    public async Task From_registration_to_the_first_write()
    {
        // <register>
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);

        var services = new ServiceCollection();
        services.AddNestClient(options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = server.Endpoint;
            wwn.AccessToken = server.AccessToken;
        }));
        await using var provider = services.BuildServiceProvider();
        var nest = provider.GetRequiredService<INestClient>();
        // </register>

        // <first-read>
        var home = await nest.GetAsync();
        foreach (var thermostat in home.Devices.Thermostats.Values)
            Console.WriteLine($"{thermostat.Name}: {thermostat.AmbientTemperature}, {thermostat.HvacMode}");
        // </first-read>

        var lines = home.Devices.Thermostats.Values.Select(thermostat => $"{thermostat.Name}: {thermostat.AmbientTemperature}, {thermostat.HvacMode}");
        Assert.Equal(["Den: 14 °C, eco", "Hallway: 19.5 °C, heat", "Living Room: 21.5 °C, heat-cool"], lines);

        // <first-subscription>
        if (home.FindThermostat("Hallway") is not { DeviceId: { } hallway })
            throw new InvalidOperationException("There is no thermostat in the hallway.");
        using var subscription = nest.Updates
            .Thermostat(hallway)
            .WhenChanged(thermostat => thermostat.TargetTemperature)
            .Subscribe(
                target => Console.WriteLine($"The hallway is set to {target}."),
                error => Console.WriteLine($"The stream ended: {error.Message}"));
        // </first-subscription>

        var targets = new ObserverRecorder<Temperature?>();
        using var proof = nest.Updates.Thermostat(hallway).WhenChanged(thermostat => thermostat.TargetTemperature).Subscribe(targets);
        Assert.Equal("21 °C", $"{await targets.NextAsync()}");

        // <first-write>
        await nest.Thermostats.SetTargetTemperatureAsync(hallway, Temperature.FromCelsius(22.5));
        // </first-write>

        Assert.Equal("22.5 °C", $"{await targets.NextAsync()}");
        Assert.Single(server.Streams);
    }

    [Fact]
    public async Task Accounts_side_by_side()
    {
        await using var homeServer = await FakeNestServer.StartAsync(TestHomes.House);
        await using var cabinServer = await FakeNestServer.StartAsync(FakeHome.Empty.WithStructure("Cabin"));
        var services = new ServiceCollection();

        // <named-clients>
        services.AddNestClient("home", options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = homeServer.Endpoint;
            wwn.AccessToken = homeServer.AccessToken;
        }));
        services.AddNestClient("cabin", options => options.UseWwn(wwn =>
        {
            wwn.Endpoint = cabinServer.Endpoint;
            wwn.AccessToken = cabinServer.AccessToken;
        }));
        await using var provider = services.BuildServiceProvider();
        var cabin = provider.GetRequiredKeyedService<INestClient>("cabin");
        // </named-clients>

        Assert.Equal(["Cabin"], (await cabin.GetAsync()).Structures.Values.Select(structure => structure.Name));
        Assert.Null(provider.GetService<INestClient>());
        services.AddSingleton<CabinReport>();
        await using var second = services.BuildServiceProvider();
        Assert.Equal(1, await second.GetRequiredService<CabinReport>().CountStructuresAsync());
    }

    [Fact]
    public async Task Options_come_from_a_section()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Nest:Wwn:Endpoint"] = server.Endpoint.ToString(),
            ["Nest:Wwn:AccessToken"] = server.AccessToken,
            ["Nest:Wwn:IdleTimeout"] = "00:01:15",
            ["Nest:Wwn:AllowedHosts:0"] = "*.example.com",
        });

        // <configuration>
        builder.Services.AddNestClient(builder.Configuration.GetSection("Nest"));
        // </configuration>

        using var host = builder.Build();
        await host.StartAsync();
        Assert.Equal(2, (await host.Services.GetRequiredService<INestClient>().GetAsync()).Structures.Count);
        await host.StopAsync();
    }

    [Fact]
    public async Task Named_accounts_come_from_sections()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Nest:home:Wwn:Endpoint"] = server.Endpoint.ToString(),
            ["Nest:home:Wwn:AccessToken"] = server.AccessToken,
            ["Nest:cabin:Wwn:Endpoint"] = server.Endpoint.ToString(),
            ["Nest:cabin:Wwn:AccessToken"] = server.AccessToken,
        });

        // <named-configuration>
        foreach (var account in builder.Configuration.GetSection("Nest").GetChildren())
            builder.Services.AddNestClient(account.Key, account);
        // </named-configuration>

        using var host = builder.Build();
        Assert.Equal("cabin", host.Services.GetRequiredKeyedService<INestClient>("cabin").Name);
        Assert.Equal(2, (await host.Services.GetRequiredKeyedService<INestClient>("home").GetAsync()).Structures.Count);
    }

    [Theory]
    [InlineData("heat", "heating to 21 °C")]
    [InlineData("off", "off")]
    [InlineData("turbo", "in the mode 'turbo'")]
    [InlineData("", "not known")]
    public void An_open_set_in_a_switch(string word, string expected)
    {
        var thermostat = new Thermostat { HvacMode = HvacMode.From(word), TargetTemperature = Temperature.FromCelsius(21) };

        // <open-set>
        var text = thermostat.HvacMode switch
        {
            var mode when mode == HvacMode.Heat => $"heating to {thermostat.TargetTemperature}",
            var mode when mode == HvacMode.Off => "off",
            { IsAbsent: true } => "not known",
            var other => $"in the mode '{other}'",
        };
        // </open-set>

        Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("Nest:IdleTimeOut2", "00:01:15", "Nest:IdleTimeOut2 is not a setting")]
    [InlineData("Nest:Wwn:IdleTimeout", "75", "Nest:Wwn:IdleTimeout is '75', which is not a duration")]
    [InlineData("Nest:Wwn:Endpoint", "http://nest.example.com/", "which would send the token in plain text")]
    public async Task A_wrong_setting_stops_the_host_and_says_why(string key, string value, string message)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Nest:Wwn:AccessToken"] = "c.FAKE", [key] = value });
        builder.Services.AddNestClient(builder.Configuration.GetSection("Nest"));
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_without_a_container()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);

        // <factory>
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));
        var home = await nest.GetAsync();
        // </factory>

        Assert.Equal(2, home.Structures.Count);
    }

    [Fact]
    public async Task Errors_carry_facts()
    {
        await using var server = await FakeNestServer.StartAsync(TestHomes.House);
        await using var factory = new NestClientFactory();
        await using var nest = factory.Create(new NestClientOptions().UseWwn(wwn => { wwn.Endpoint = server.Endpoint; wwn.AccessToken = server.AccessToken; }));
        var deviceId = server.Home.ThermostatId("Hallway");
        var target = Temperature.FromCelsius(40);
        await Assert.ThrowsAsync<NestRuleException>(() => nest.Thermostats.SetTargetTemperatureAsync(deviceId, target));

        // <errors>
        try
        {
            await nest.Thermostats.SetTargetTemperatureAsync(deviceId, target);
        }
        catch (NestRuleException broken)
        {
            Console.WriteLine($"Not sent: {broken.Message} Allowed: {broken.Allowed}");
        }
        catch (NestRequestException refused)
        {
            Console.WriteLine($"Nest refuses it ({refused.Failure}): {refused.Message}");
        }
        catch (NestWriteOutcomeUnknownException unknown)
        {
            Console.WriteLine($"It may have happened: {unknown.Message}");
        }
        catch (NestAuthorizationException)
        {
            Console.WriteLine("The token is no longer good. Ask the user to authorize again.");
        }
        catch (NestException error) when (error.IsTransient)
        {
            Console.WriteLine($"Not now: {error.Message}");
        }
        // </errors>
    }

    // <keyed-parameter>
    public class CabinReport([FromKeyedServices("cabin")] INestClient nest)
    {
        public async Task<int> CountStructuresAsync() => (await nest.GetAsync()).Structures.Count;
    }
    // </keyed-parameter>
}
