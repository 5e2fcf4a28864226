using System.Security.Cryptography;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>The OAuth client and the Device Access project that it belongs to.</summary>
internal sealed class GoogleClient(string projectId, IReadOnlyList<string> redirectUris)
{
    private readonly Lock _lock = new();
    private readonly List<(string Id, string Secret)> _ever = [Create()];

    public string ProjectId => projectId;

    /// <summary>The number of the Google Cloud project, as its errors show it.</summary>
    public string CloudProject { get; } = "100000000001";

    public string Id => Current.Id;

    public string Secret => Current.Secret;

    /// <summary>Whether the API is enabled in the Google Cloud project.</summary>
    public bool IsApiEnabled { get; set; } = true;

    /// <summary>Whether the Device Access project is active.</summary>
    public bool IsProjectActive { get; set; } = true;

    public IReadOnlyList<string> Secrets
    {
        get
        {
            lock (_lock)
                return [.. _ever.Select(client => client.Secret)];
        }
    }

    private (string Id, string Secret) Current
    {
        get
        {
            lock (_lock)
                return _ever[^1];
        }
    }

    /// <summary>Deletes the client and creates another in its place.</summary>
    public void Replace()
    {
        lock (_lock)
            _ever.Add(Create());
    }

    public bool WasDeleted(string id)
    {
        lock (_lock)
            return _ever.SkipLast(1).Any(client => client.Id == id);
    }

    /// <summary>
    /// Returns whether a redirect URI is registered, byte by byte. When none is, the address of Google's quick start
    /// and every loopback address are, as with a desktop client. See
    /// docs/protocol/smart-device-management.md#redirects.
    /// </summary>
    public bool IsRegistered(string uri) => redirectUris.Count > 0 ? redirectUris.Contains(uri, StringComparer.Ordinal) : uri is "https://www.google.com" || IsLoopback(uri);

    private static bool IsLoopback(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && uri.Fragment.Length == 0;

    private static (string Id, string Secret) Create() =>
        ($"1000{RandomNumberGenerator.GetInt32(10_000_000, 100_000_000)}-fake{RandomNumberGenerator.GetHexString(28, lowercase: true)}.apps.googleusercontent.com",
        "GOCSPX-FAKE" + RandomNumberGenerator.GetHexString(24));
}
