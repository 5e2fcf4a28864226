using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Nest.Sdk.Testing.Tests.Contract;

/// <summary>
/// The server that the protocol contract is tested against: a fake, or any other server by environment variables.
/// Another server needs a home that may be changed and a token with all permissions: <c>NEST_CONTRACT_URL</c> and
/// <c>NEST_CONTRACT_TOKEN</c>. The rules of the code exchange also need <c>NEST_CONTRACT_TOKEN_URL</c>,
/// <c>NEST_CONTRACT_CLIENT_ID</c> and <c>NEST_CONTRACT_CLIENT_SECRET</c>, and are skipped without them.
/// </summary>
public sealed class ContractTarget : IAsyncLifetime
{
    private const int MaxRedirects = 3;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private FakeNestServer? _fake;

    public Uri Endpoint { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public Uri? TokenEndpoint { get; private set; }

    public string ClientId { get; private set; } = "";

    public string ClientSecret { get; private set; } = "";

    /// <summary>A home that can show every rule.</summary>
    private static FakeHome Home => TestHomes.House
        .WithThermostat("Cellar", structure: "Home", edit: thermostat => thermostat["can_cool"] = false)
        .WithThermostat("Nursery", structure: "Home", targetC: 21, edit: thermostat => thermostat["is_locked"] = true)
        .WithThermostat("Garage", structure: "Home", edit: thermostat => thermostat["is_online"] = false);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Read("URL") is { } url)
        {
            Endpoint = new Uri(url);
            Token = Read("TOKEN") ?? throw new InvalidOperationException("NEST_CONTRACT_URL needs NEST_CONTRACT_TOKEN beside it.");
            TokenEndpoint = Read("TOKEN_URL") is { } tokenUrl ? new Uri(tokenUrl) : null;
            (ClientId, ClientSecret) = (Read("CLIENT_ID") ?? "", Read("CLIENT_SECRET") ?? "");
            return;
        }

        _fake = await FakeNestServer.StartAsync(Home);
        (Endpoint, Token, TokenEndpoint, ClientId, ClientSecret) = (_fake.Endpoint, _fake.AccessToken, _fake.TokenEndpoint, _fake.ClientId, _fake.ClientSecret);

        static string? Read(string name) => Environment.GetEnvironmentVariable("NEST_CONTRACT_" + name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>Sends one call. A 307 is followed with the same method, headers and body.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string? accept = null)
    {
        var address = new Uri(Endpoint, path);
        for (var hop = 0; ; hop++)
        {
            var response = await SendOnceAsync(method, address, body, accept, "Bearer " + Token);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
                Assert.Skip("The rate limit of the server for this hour is reached.");

            if (response.StatusCode != HttpStatusCode.TemporaryRedirect || hop == MaxRedirects)
                return response;

            address = new Uri(address, response.Headers.Location!);
            response.Dispose();
        }
    }

    /// <summary>Sends one request without following a redirect.</summary>
    public Task<HttpResponseMessage> SendOnceAsync(HttpMethod method, Uri address, string? body = null, string? accept = null, string? authorization = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        request.Headers.Accept.ParseAdd(accept ?? "application/json");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    public Task<HttpResponseMessage> PostFormAsync(Uri address, IReadOnlyDictionary<string, string> form) =>
        _http.PostAsync(address, new FormUrlEncodedContent(form), Cancellation);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_fake is not null)
            await _fake.DisposeAsync();
    }
}
