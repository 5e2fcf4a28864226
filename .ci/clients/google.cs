#:project ../../src/Nest.Sdk.Testing/Nest.Sdk.Testing.csproj
#:property PublishAot=false
#:property RunAnalyzers=false

// Runs the fake Google until the process is ended. Its facts are the first line. The air becomes drier and more humid.
using System.Text.Json.Nodes;
using Nest.Sdk.Testing;

await using var google = await FakeGoogle.StartAsync(TestHomes.House);
Console.WriteLine(new JsonObject
{
    ["backend"] = "sdm",
    ["sdmEndpoint"] = google.SdmEndpoint.AbsoluteUri,
    ["pubsubEndpoint"] = google.PubSubEndpoint.AbsoluteUri,
    ["tokenEndpoint"] = google.TokenEndpoint.AbsoluteUri,
    ["authorizationEndpoint"] = google.AuthorizationEndpoint.AbsoluteUri,
    ["project"] = google.ProjectId,
    ["subscription"] = google.Subscription,
    ["topic"] = google.Topic,
    ["clientId"] = google.ClientId,
    ["clientSecret"] = google.ClientSecret,
    ["refreshToken"] = google.RefreshToken,
    ["accessToken"] = google.AccessToken,
}.ToJsonString());
for (var moment = 0; ; moment++)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    await google.SetAsync($"/devices/thermostats/{google.Home.ThermostatId("Hallway")}/humidity", 40 + (moment % 20));
}
