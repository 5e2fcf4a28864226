using System.Security.Cryptography;
using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>A user's Google account with the live home of its devices.</summary>
internal sealed class GoogleAccount(LiveHome home)
{
    public LiveHome Home => home;

    /// <summary>
    /// The obfuscated id of the user, in the header <c>user-id</c>. See
    /// docs/protocol/smart-device-management.md#hosts-headers-formats.
    /// </summary>
    public string Id { get; } = "AVPH-FAKE" + RandomNumberGenerator.GetHexString(32);

    /// <summary>Called at each list of the user's devices, while the home is locked.</summary>
    public Action<GoogleGrant> Listed { get; set; } = static _ => { };
}
