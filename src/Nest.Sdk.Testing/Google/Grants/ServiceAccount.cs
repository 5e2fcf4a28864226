using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>
/// A service account with a key pair of its own, generated at the first use. See
/// docs/protocol/smart-device-management.md#identity-for-pubsub.
/// </summary>
internal sealed class ServiceAccount(string cloudProjectName) : IDisposable
{
    private readonly Lazy<RSA> _key = new(static () => RSA.Create(2048));

    public string Email => $"fake@{cloudProjectName}.iam.gserviceaccount.com";

    public string KeyId { get; } = RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>Returns the key file, as the Google Cloud console creates it.</summary>
    public string KeyJson(Uri tokenEndpoint) => DocumentText.Render(
        new JsonObject
        {
            ["type"] = "service_account",
            ["project_id"] = cloudProjectName,
            ["private_key_id"] = KeyId,
            ["private_key"] = _key.Value.ExportPkcs8PrivateKeyPem() + "\n",
            ["client_email"] = Email,
            ["client_id"] = "100000000000000000001",
            ["auth_uri"] = "https://accounts.google.com/o/oauth2/auth",
            ["token_uri"] = tokenEndpoint.AbsoluteUri,
            ["universe_domain"] = "googleapis.com",
        },
        indented: true);

    public bool HasSigned(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        _key.Value.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }
}
