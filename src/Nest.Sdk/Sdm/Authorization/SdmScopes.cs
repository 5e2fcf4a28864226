namespace Nest.Sdk.Sdm;

/// <summary>Defines the scopes that a user can grant. See docs/protocol/smart-device-management.md#scopes.</summary>
public static class SdmScopes
{
    /// <summary>Reads devices and sends commands. Needed for every call of the SDM API.</summary>
    public const string Service = "https://www.googleapis.com/auth/sdm.service";

    /// <summary>
    /// Reads events with the user's token. The user needs a right on the Google Cloud project of the subscription. Not
    /// needed with a service account.
    /// </summary>
    public const string PubSub = "https://www.googleapis.com/auth/pubsub";
}
