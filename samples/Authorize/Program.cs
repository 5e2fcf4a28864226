using Authorize;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

// A fake Nest in this process, and a folder of our own: nothing of yours is touched.
await using var nest = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: stop.Token);
var folder = Directory.CreateTempSubdirectory("nest-authorize-");
try
{
    await using var services = Register(nest, folder.FullName);
    var authorization = services.GetRequiredService<NestAuthorization>();
    var store = services.GetRequiredService<INestTokenStore>();
    var client = services.GetRequiredService<INestClient>();

    Console.WriteLine("1. Nobody has authorized yet.");
    await Tell(() => client.GetAsync(stop.Token));

    Console.WriteLine("2. The user opens this page, consents, and gets a PIN:");
    Console.WriteLine($"   {authorization.CreateAuthorizationUri(NestAuthorization.CreateState())}");
    var pin = User.AskForPin(nest.Pin);

    Console.WriteLine("3. The PIN becomes a token, which is kept for the next start.");
    var token = await authorization.ExchangePinAsync(pin, stop.Token);
    await store.SaveAsync(NestAccounts.Default, token, stop.Token);
    Console.WriteLine($"   {token.AccessToken}, good until {token.ExpiresAt:yyyy}, is in {store}.");

    Console.WriteLine("4. The client finds it there by itself.");
    var home = await client.GetAsync(stop.Token);
    foreach (var thermostat in home.Devices.Thermostats.Values)
        Console.WriteLine($"   {thermostat.Name}: {thermostat.AmbientTemperature}");
    ShowPermissions(home);

    Console.WriteLine("5. The same PIN again is refused, with what to do:");
    await Tell(() => authorization.ExchangePinAsync(pin, stop.Token));

    Console.WriteLine("6. Logging out: the token is revoked first, then forgotten.");
    var ended = StreamEnd.Of(client);
    await ended.Open.WaitAsync(stop.Token);
    await authorization.RevokeAsync(token.AccessToken, stop.Token);
    await store.RemoveAsync(NestAccounts.Default, stop.Token);
    Console.WriteLine($"   The stream has ended: {(await ended.Error.WaitAsync(stop.Token)).Message}");
    Console.WriteLine("Done.");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
catch (Exception error) when (error is NestException or ArgumentException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
finally
{
    folder.Delete(recursive: true);
}

static ServiceProvider Register(FakeNestServer nest, string folder)
{
    var services = new ServiceCollection();
    services.AddNestAuthorization(options =>
    {
        options.ClientId = nest.ClientId;
        options.ClientSecret = nest.ClientSecret;
        options.TokenEndpoint = nest.TokenEndpoint;
    });
    services.AddSingleton<INestTokenStore>(new FileTokenStore(Path.Combine(folder, "nest")));
    services.AddNestClient(options => options.Endpoint = nest.Endpoint);
    return services.BuildServiceProvider();
}

static async Task Tell(Func<Task> refused)
{
    try
    {
        await refused();
    }
    catch (NestAuthorizationException error)
    {
        Console.WriteLine($"   {error.Failure}: {error.Message}");
    }
}

static void ShowPermissions(DataModel home)
{
    var status = new NestPermissionCheck { Required = [NestPermission.Thermostat, NestPermission.Away], ClientVersion = 1 }.Of(home);
    Console.WriteLine(status.Remedy == NestPermissionRemedy.None ? "   It may see all that it needs." : $"   {status.Advice}");
}
