namespace Nest.Sdk.Cli.Tests.Google;

/// <summary>A test of the tool against a fake Google.</summary>
public abstract class FakeGoogleTest : IAsyncLifetime
{
    /// <summary>How every token of a fake Google begins.</summary>
    private protected static readonly string[] AnyToken = ["ya29.FAKE", "1//0FAKE", "4/0FAKE", "GOCSPX-FAKE"];

    private protected FakeGoogle Google { get; private set; } = null!;

    private protected Tool Tool { get; private set; } = null!;

    private protected string Hallway => Google.Home.ThermostatId("Hallway");

    private protected IEnumerable<RecordedRequest> Lists => Google.Requests.Where(static request => request.Path.EndsWith("/devices", StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        var home = TestHomes.House.WithCamera("Gate", model: FakeCameraModel.Doorbell).WithCamera("Counter", model: FakeCameraModel.Display);
        // Tests make more calls in a minute than a person.
        Google = await FakeGoogle.StartAsync(home, new FakeGoogleOptions { Quotas = null });
        Tool = new Tool();
        Tool.Set("NEST_SDM_PROJECT", Google.ProjectId).Set("NEST_SDM_ENDPOINT", $"{Google.SdmEndpoint}");
        Tool.Set("NEST_TOKEN_ENDPOINT", $"{Google.TokenEndpoint}").Set("NEST_AUTHORIZATION_ENDPOINT", $"{Google.AuthorizationEndpoint}");
        Tool.Set("NEST_CLIENT_ID", Google.ClientId).Set("NEST_CLIENT_SECRET", Google.ClientSecret).Set("NEST_REFRESH_TOKEN", Google.RefreshToken);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Tool.Dispose();
        await Google.DisposeAsync();
    }

    /// <summary>Authorizes an account by the environment, and takes the rest out of it.</summary>
    private protected async Task LogInAsync(params string[] options)
    {
        (await Tool.Set("NEST_REFRESH_TOKEN", null).RunAsync(["auth", "login", "--code", Google.CreateCode(), .. options])).Exits(0);
        Tool.Set("NEST_SDM_PROJECT", null).Set("NEST_SDM_ENDPOINT", null).Set("NEST_TOKEN_ENDPOINT", null);
    }

    private protected static void AssertNoToken(ToolResult result) =>
        Assert.All(AnyToken, token => Assert.DoesNotContain(token, result.Output + result.Error, StringComparison.Ordinal));
}
