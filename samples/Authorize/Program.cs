using System.Net;
using System.Net.Sockets;
using Authorize;
using Microsoft.Extensions.DependencyInjection;
using Nest.Sdk;
using Nest.Sdk.Model;
using Nest.Sdk.Testing;
using Nest.Sdk.Wwn;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

// Two fake homes in this process and a temporary folder. Your files and accounts are not touched.
var redirect = new Uri($"http://localhost:{FreePort()}/nest");
await using var town = await FakeNestServer.StartAsync(TestHomes.House, cancellationToken: stop.Token);
await using var cabin = await FakeNestServer.StartAsync(TestHomes.House, new FakeNestServerOptions { RedirectUris = [redirect.OriginalString] }, stop.Token);
var folder = Directory.CreateTempSubdirectory("nest-authorize-");
try
{
    await using var services = Register(town, cabin, Path.Combine(folder.FullName, "nest"));
    var authorization = services.GetRequiredService<WwnAuthorization>();
    var store = services.GetRequiredService<INestTokenStore>();
    var client = services.GetRequiredService<INestClient>();

    Console.WriteLine("1. No account is authorized yet.");
    await Print(() => client.GetAsync(stop.Token));

    Console.WriteLine("2. By PIN. The user opens this page, consents, and gets the PIN:");
    var page = authorization.CreateAuthorizationUri(WwnAuthorization.CreateState());
    Console.WriteLine($"   {page}");
    var pin = await User.GetPinAsync(page, stop.Token);
    var token = await authorization.ExchangePinAsync(pin, stop.Token);
    await store.SaveAsync(NestAccounts.Default, token, stop.Token);
    Console.WriteLine($"   {token.AccessToken}, valid until {token.ExpiresAt:yyyy}, is in {store}.");

    Console.WriteLine("3. The client finds it there automatically.");
    var home = await client.GetAsync(stop.Token);
    Show(home);
    ShowPermissions(home);

    Console.WriteLine("4. The same PIN again is refused, with what to do:");
    await Print(() => authorization.ExchangePinAsync(pin, stop.Token));

    Console.WriteLine("5. By browser, for a second account.");
    using var inBrowser = new WwnAuthorization(new WwnAuthorizationOptions
    {
        ClientId = cabin.ClientId,
        ClientSecret = cabin.ClientSecret,
        RedirectUri = redirect,
        AuthorizationEndpoint = cabin.AuthorizationEndpoint,
        TokenEndpoint = cabin.TokenEndpoint,
    });
    await store.SaveAsync("cabin", await inBrowser.AuthorizeInBrowserAsync(User.Options(), stop.Token), stop.Token);
    Console.WriteLine($"   The store has {string.Join(" and ", await store.GetAccountsAsync(stop.Token))} now.");
    Show(await services.GetRequiredKeyedService<INestClient>("cabin").GetAsync(stop.Token));

    Console.WriteLine("6. Logging out: the token is revoked first, then forgotten.");
    var ended = StreamEnd.Of(client);
    await ended.Open.WaitAsync(stop.Token);
    await authorization.RevokeAsync(token.AccessToken!, stop.Token);
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

static ServiceProvider Register(FakeNestServer town, FakeNestServer cabin, string folder)
{
    var services = new ServiceCollection();
    services.AddWwnAuthorization(options =>
    {
        options.ClientId = town.ClientId;
        options.ClientSecret = town.ClientSecret;
        options.AuthorizationEndpoint = town.AuthorizationEndpoint;
        options.TokenEndpoint = town.TokenEndpoint;
    });
    services.AddSingleton<INestTokenStore>(new FileTokenStore(folder));
    services.AddNestClient(options => options.UseWwn(wwn => wwn.Endpoint = town.Endpoint));
    services.AddNestClient("cabin", options => options.UseWwn(wwn => wwn.Endpoint = cabin.Endpoint));
    return services.BuildServiceProvider();
}

static async Task Print(Func<Task> refused)
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

static void Show(DataModel home)
{
    foreach (var thermostat in home.Devices.Thermostats.Values)
        Console.WriteLine($"   {thermostat.Name}: {thermostat.AmbientTemperature}");
}

static void ShowPermissions(DataModel home)
{
    var status = new WwnPermissionCheck { Required = [WwnPermission.Thermostat, WwnPermission.Away], ClientVersion = 1 }.Of(home);
    Console.WriteLine(status.Remedy == WwnPermissionRemedy.None ? "   It has all permissions that it needs." : $"   {status.Advice}");
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}
