#:project ../../src/Nest.Sdk/Nest.Sdk.csproj
#:property PublishAot=true
#:property RunAnalyzers=false
#:property TrimmerSingleWarn=false
#:property TreatWarningsAsErrors=true

// A program that is compiled ahead of time follows Google's devices, and ends with the first change.
using Nest.Sdk;

await using var factory = new NestClientFactory();
await using var nest = factory.Create(new NestClientOptions().UseSdm(sdm =>
{
    sdm.Endpoint = new Uri(Setting("NEST_SDM_ENDPOINT"));
    sdm.TokenEndpoint = new Uri(Setting("NEST_TOKEN_ENDPOINT"));
    sdm.ProjectId = Setting("NEST_SDM_PROJECT");
    sdm.ClientId = Setting("NEST_CLIENT_ID");
    sdm.ClientSecret = ClientSecret.Parse(Setting("NEST_CLIENT_SECRET"));
    sdm.RefreshToken = RefreshToken.Parse(Setting("NEST_REFRESH_TOKEN"));
    sdm.PollInterval = TimeSpan.FromSeconds(15);
}));
var homes = 0;
await foreach (var change in nest.ReadChangesAsync())
{
    Console.WriteLine($"{change.Current.Devices.Thermostats.Count} thermostats, {change.Json.Count} differences ({change.Source}).");
    if (++homes == 2)
        break;
}

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
