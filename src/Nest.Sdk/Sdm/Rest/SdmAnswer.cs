using Nest.Sdk.Sdm.Home;

namespace Nest.Sdk.Sdm.Rest;

/// <summary>A successful response of the API.</summary>
/// <param name="Body">The body, as UTF-8.</param>
/// <param name="At">The start of the request: the values in the body are at least that new.</param>
/// <param name="UserId">The obfuscated id of the user: the header <c>user-id</c>. Null when it is missing.</param>
internal sealed record SdmAnswer(byte[] Body, SdmMoment At, string? UserId);
