using System.Net;

namespace Nest.Sdk.Testing.Tests.Google;

public sealed class QuotaTests : FakeGoogleTest
{
    [Theory]
    [InlineData("/devices", 5, "ListDevices")]
    [InlineData("/devices/DEVICE", 10, "GetDevice")]
    [InlineData("/structures", 5, "ListStructures")]
    [InlineData("/structures/STRUCTURE", 5, "GetStructure")]
    [InlineData("/structures/STRUCTURE/rooms", 5, "ListRooms")]
    [InlineData("/structures/STRUCTURE/rooms/ROOM", 5, "GetRoom")]
    public async Task Method_has_its_quota_of_calls_a_minute(string resource, int quota, string method)
    {
        var structure = Google.Home.StructureId("Home");
        resource = resource.Replace("DEVICE", Google.Home.ThermostatId("Hallway"), StringComparison.Ordinal)
            .Replace("STRUCTURE", structure, StringComparison.Ordinal)
            .Replace("ROOM", Google.Home.Get($"{ThermostatPath("Hallway")}/where_id")!.ToString(), StringComparison.Ordinal);
        for (var call = 0; call < quota; call++)
            await Client.GetAsync(resource);

        Assert.Empty(Google.QuotaViolations);
        using var refused = await Client.ReadAsync(resource);

        Assert.Equal($"Rate limited for the {method} API for the user.", await GoogleClient.ErrorAsync(refused, 429, "RESOURCE_EXHAUSTED"));
        Assert.Null(refused.Headers.RetryAfter);
        Assert.Equal(Google.User.Id, Assert.Single(refused.Headers.GetValues("user-id")));
        Assert.StartsWith($"{method} at 2026-12-01 08:00:00.000 exceeds {quota} a minute: 60 s too early", Assert.Single(Google.QuotaViolations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minute_is_the_last_one_and_refused_calls_do_not_count()
    {
        for (var call = 0; call < 5; call++)
        {
            await Client.ListedAsync();
            Time.Advance(TimeSpan.FromSeconds(10));
        }

        using (var early = await Client.ReadAsync("/devices"))
            Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);

        Time.Advance(TimeSpan.FromSeconds(10));
        await Client.ListedAsync();
        using var second = await Client.ReadAsync("/devices");
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
    }

    [Fact]
    public async Task Users_have_quotas_of_their_own()
    {
        var guest = Google.AddUser(TestHomes.House);
        for (var call = 0; call < 5; call++)
            await Client.ListedAsync();

        using var response = await Client.ReadAsync("/devices", guest.AccessToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Call_that_a_fault_answers_counts_too()
    {
        Google.Faults.Next(Fault.Status(503), times: 5);
        for (var call = 0; call < 5; call++)
        {
            using var failed = await Client.ReadAsync("/devices");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        }

        using var refused = await Client.ReadAsync("/devices");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task Call_without_a_valid_token_does_not_count()
    {
        for (var call = 0; call < 6; call++)
        {
            using var refused = await Client.ReadAsync("/devices", "ya29.foreign");
        }

        Assert.NotEmpty(await Client.ListedAsync());
        Assert.Empty(Google.QuotaViolations);
    }

    [Fact]
    public async Task Quotas_can_be_changed_and_switched_off()
    {
        await using var one = await FakeGoogle.StartAsync(TestHomes.House, new() { TimeProvider = Time, Quotas = new() { ListDevices = 1, ListStructures = null } }, Cancellation);
        await using var none = await FakeGoogle.StartAsync(TestHomes.House, new() { TimeProvider = Time, Quotas = null }, Cancellation);
        using var clientOfOne = new GoogleClient(one);
        using var clientOfNone = new GoogleClient(none);

        await clientOfOne.ListedAsync();
        using var refused = await clientOfOne.ReadAsync("/devices");
        for (var call = 0; call < 12; call++)
        {
            await clientOfOne.GetAsync("/structures");
            await clientOfNone.ListedAsync();
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Single(one.QuotaViolations);
        Assert.Empty(none.QuotaViolations);
    }
}
