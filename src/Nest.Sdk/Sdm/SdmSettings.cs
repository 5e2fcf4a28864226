namespace Nest.Sdk.Sdm;

/// <summary>The settings of the SDM backend, taken from the options.</summary>
/// <param name="Endpoint">The address of the SDM API.</param>
/// <param name="ProjectId">The project id of the Device Access Console.</param>
/// <param name="ConnectTimeout">The timeout for opening a connection.</param>
/// <param name="ResponseTimeout">The timeout for the headers of a response, and again for its body.</param>
/// <param name="MaxDocumentBytes">The largest response, in bytes.</param>
internal sealed record SdmSettings(Uri Endpoint, string ProjectId, TimeSpan ConnectTimeout, TimeSpan ResponseTimeout, int MaxDocumentBytes)
{
    /// <summary>How often the devices are listed without a subscription.</summary>
    public required TimeSpan PollInterval { get; init; }

    /// <summary>How often the structures and rooms are listed again.</summary>
    public required TimeSpan RelistInterval { get; init; }
}
