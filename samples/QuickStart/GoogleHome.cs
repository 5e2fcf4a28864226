using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Sdm;
using Nest.Sdk.Testing;
using Spectre.Console;

namespace QuickStart;

/// <summary>
/// Google's devices, read-only: of the account that the environment names, or of a fake Google without one.
/// </summary>
internal static class GoogleHome
{
    /// <summary>The shortest that Google's limits allow, so that the program shows changes in its short time.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(15);

    public static Task ShowAsync(TimeSpan runningTime, CancellationToken cancellationToken) => Setting("NEST_SDM_PROJECT") is { } project
        ? ShowAccountAsync(project, runningTime, cancellationToken)
        : ShowFakeAsync(runningTime, cancellationToken);

    private static async Task ShowFakeAsync(TimeSpan runningTime, CancellationToken cancellationToken)
    {
        await using var google = await FakeGoogle.StartAsync(TestHomes.House, cancellationToken: cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"A fake Google at {google.SdmEndpoint}. This takes {runningTime.TotalSeconds} seconds; Ctrl+C ends it sooner.");
        AnsiConsole.MarkupLineInterpolated($"The devices are listed every {PollInterval.TotalSeconds} seconds.");
        var services = new ServiceCollection();
        services.AddNestClient(google);
        services.PostConfigure<NestClientOptions>(static options => options.UseSdm(static sdm => sdm.PollInterval = PollInterval));
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<INestClient>();
        await Task.WhenAll(Follower.RunAsync(client, cancellationToken), HouseLife.RunAsync(google.ChangeAsync, cancellationToken));
    }

    private static async Task ShowAccountAsync(string project, TimeSpan runningTime, CancellationToken cancellationToken)
    {
        await using var factory = new NestClientFactory();
        await using var client = factory.Create(new NestClientOptions().UseSdm(sdm => Set(sdm, project)));
        AnsiConsole.MarkupLineInterpolated($"Following project {project}, read-only, for {runningTime.TotalSeconds} seconds; Ctrl+C ends it sooner.");
        await Follower.RunAsync(client, cancellationToken);
    }

    private static void Set(SdmOptions sdm, string project)
    {
        sdm.ProjectId = project;
        sdm.PollInterval = PollInterval;
        sdm.ClientId = Setting("NEST_CLIENT_ID");
        sdm.ClientSecret = Setting("NEST_CLIENT_SECRET") is { } secret ? ClientSecret.Parse(secret) : null;
        sdm.AccessToken = Setting("NEST_ACCESS_TOKEN") is { } access ? AccessToken.Parse(access) : null;
        // An access token goes before the refresh token, as in the tool.
        sdm.RefreshToken = sdm.AccessToken is null && Setting("NEST_REFRESH_TOKEN") is { } refresh ? RefreshToken.Parse(refresh) : null;
        sdm.Endpoint = Setting("NEST_SDM_ENDPOINT") is { } endpoint ? new Uri(endpoint) : sdm.Endpoint;
        sdm.TokenEndpoint = Setting("NEST_TOKEN_ENDPOINT") is { } tokens ? new Uri(tokens) : sdm.TokenEndpoint;
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
