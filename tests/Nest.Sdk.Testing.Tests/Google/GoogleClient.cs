using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Nest.Sdk.Testing.Tests.Google;

/// <summary>A client of the fake Google made of nothing but HttpClient; it follows no redirect by itself.</summary>
internal sealed class GoogleClient(FakeGoogle google) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = google.SdmEndpoint, Timeout = TimeSpan.FromSeconds(60) };

    public string Token { get; set; } = google.AccessToken;

    /// <summary>The address of a resource below the project.</summary>
    public string Address(string resource) => $"/v1/enterprises/{google.ProjectId}{resource}";

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string? token = null, HttpContent? content = null, bool authorize = true)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        if (authorize)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token);

        return _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads a resource below the project, whatever the status.</summary>
    public Task<HttpResponseMessage> ReadAsync(string resource, string? token = null) => SendAsync(HttpMethod.Get, Address(resource), token);

    public async Task<JsonObject> GetAsync(string resource)
    {
        using var response = await ReadAsync(resource);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await Json.ReadAsync(response);
    }

    public async Task<JsonObject> DeviceAsync(string id) => await GetAsync("/devices/" + id);

    /// <summary>A trait of a device; null where it has none.</summary>
    public async Task<JsonObject?> TraitAsync(string id, string trait) => (await DeviceAsync(id))["traits"]!["sdm.devices.traits." + trait] as JsonObject;

    /// <summary>The ids of the devices in the list.</summary>
    public async Task<IReadOnlyList<string>> ListedAsync() =>
        [.. ((await GetAsync("/devices"))["devices"] as JsonArray ?? []).Select(device => device!["name"]!.ToString().Split('/')[^1])];

    /// <summary>Posts JSON and returns the answer, whatever the status.</summary>
    public Task<HttpResponseMessage> PostJsonAsync(string address, JsonNode body, string? token = null) =>
        SendAsync(HttpMethod.Post, address, token, new StringContent(body.ToJsonString(), null, "application/json"));

    public Task<HttpResponseMessage> PostAsync(Uri address, params (string Name, string Value)[] form) => _http.PostAsync(
        address, new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> RefreshAsync(string? refreshToken = null) => PostAsync(
        google.TokenEndpoint,
        ("grant_type", "refresh_token"),
        ("refresh_token", refreshToken ?? google.RefreshToken),
        ("client_id", google.ClientId),
        ("client_secret", google.ClientSecret));

    public Task<HttpResponseMessage> ExchangeAsync(string code, string redirectUri = "https://www.google.com", params (string Name, string Value)[] more) => PostAsync(
        google.TokenEndpoint,
        [("grant_type", "authorization_code"), ("code", code), ("client_id", google.ClientId), ("client_secret", google.ClientSecret), ("redirect_uri", redirectUri), .. more]);

    public void Dispose() => _http.Dispose();

    /// <summary>Checks an error of the API and returns its message.</summary>
    public static async Task<string> ErrorAsync(HttpResponseMessage response, int status, string name)
    {
        var error = (await Json.ReadAsync(response))["error"]!;
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status, error["code"]!.GetValue<int>());
        Assert.Equal(name, error["status"]!.ToString());
        return error["message"]!.ToString();
    }

    /// <summary>Checks an error of the token endpoint and returns its description.</summary>
    public static async Task<string> OAuthErrorAsync(HttpResponseMessage response, int status, string error)
    {
        var body = await Json.ReadAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(error, body["error"]!.ToString());
        return body["error_description"]!.ToString();
    }
}
