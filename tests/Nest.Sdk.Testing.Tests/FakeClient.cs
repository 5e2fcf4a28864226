using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests;

/// <summary>A client of the fake that uses only HttpClient. It follows no redirect automatically.</summary>
internal sealed class FakeClient : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly string? _token;

    public FakeClient(FakeNestServer server, bool onFrontPort = false, string? token = null)
    {
        _token = token ?? server.AccessToken;
        _http.BaseAddress = onFrontPort ? server.Endpoint : server.DataEndpoint;
    }

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? json = null, bool authorize = true, string? accept = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (authorize)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);

        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);

        if (json is not null)
        {
            // Without a Content-Type, like some clients.
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        }

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public async Task<JsonNode?> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync());
    }

    public async Task<TestStream> OpenStreamAsync(string path = "/", bool authorize = true)
    {
        var response = await SendAsync(HttpMethod.Get, path, authorize: authorize, accept: "text/event-stream");
        response.EnsureSuccessStatusCode();
        return new TestStream(response, await response.Content.ReadAsStreamAsync());
    }

    public void Dispose() => _http.Dispose();
}
