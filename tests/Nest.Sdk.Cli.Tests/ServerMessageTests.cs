namespace Nest.Sdk.Cli.Tests;

/// <summary>Nest's own message is part of every refusal that the tool prints.</summary>
public sealed class ServerMessageTests : FakeHomeTest
{
    private const string Words = "Temperature F value is too high: 200.0, said at length so that nothing of it may be cut";

    private static string Body => $$"""{"error":"{{Words}}","type":"https://developers.nest.com/reference/error-messages","message":"{{Words}}","instance":"31441a94-ed26"}""";

    [Theory]
    [InlineData(400, 4)]
    [InlineData(401, 3)]
    [InlineData(403, 3)]
    [InlineData(404, 4)]
    [InlineData(429, 4)]
    [InlineData(500, 5)]
    [InlineData(503, 5)]
    public async Task Reads_and_writes_show_it(int status, int code)
    {
        // The tool does not wait that long; the user decides.
        var answer = Fault.Status(status, Body, TimeSpan.FromHours(1));
        using (Server.Faults.While(answer, Calls.Reads))
            (await Tool.RunAsync("get")).Fails(code, $"\"{Words}\" (instance 31441a94-ed26).");
        using (Server.Faults.While(answer, Calls.Writes))
            (await Tool.RunAsync("set", "thermostat", "Hallway", "--target", "21C")).Fails(code, $"\"{Words}\" (instance 31441a94-ed26).");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Authorization_shows_it(int status)
    {
        using var answer = Server.Faults.While(Fault.Status(status, $$"""{"error":"oauth2_error","error_description":"{{Words}}","instance_id":"31441a94-ed26"}"""), Calls.OAuth);

        var login = await Tool.RunAsync("auth", "login", "--pin", Server.Pin);

        Assert.Contains($"The server says: \"{Words}\" (instance 31441a94-ed26).", login.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_stream_that_does_not_open_shows_it(int status)
    {
        using var answer = Server.Faults.While(Fault.Status(status, Body), Calls.Streams);

        var watch = (await Tool.RunAsync("watch", "--duration", "6s")).Exits(5);

        Assert.Contains($"\"{Words}\" (instance 31441a94-ed26)", watch.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_reports_an_error_shows_it()
    {
        Server.Faults.Next(Fault.Event("error", Body), Calls.Streams);

        var watch = await Tool.RunAsync("watch", "--duration", "6s");

        Assert.Contains($"\"{Words}\" (instance 31441a94-ed26)", watch.Output + watch.Error, StringComparison.Ordinal);
    }
}
