#:project ../../src/Nest.Sdk.Testing
#:property PublishAot=false

// Two fakes for clients of other languages, one of them without redirects. Tells where they are, one fact a line, and ends with its input.
using Nest.Sdk.Testing;

await using var redirecting = await FakeNestServer.StartAsync(TestHomes.House);
await using var plain = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { Redirect = false });

Console.WriteLine($"""
    REDIRECTING_URL={redirecting.Endpoint}
    REDIRECTING_TOKEN={redirecting.AccessToken}
    REDIRECTING_TOKEN_TO_REVOKE={redirecting.User.IssueToken()}
    PLAIN_URL={plain.Endpoint}
    PLAIN_PIN={plain.Pin}
    CLIENT_ID={plain.ClientId}
    CLIENT_SECRET={plain.ClientSecret}
    HALLWAY={redirecting.Home.ThermostatId("Hallway")}
    DEN={redirecting.Home.ThermostatId("Den")}
    READY=1
    """);
await Console.In.ReadToEndAsync();
