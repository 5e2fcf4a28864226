using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Serving;

/// <summary>
/// Decides whether a call is handled, redirected or refused. Calls to the OAuth endpoints always pass.
/// </summary>
internal sealed class EntryGate(FakePorts ports, bool redirect, TokenRegistry tokens, RateLimiter limiter) : ICallGate
{
    /// <inheritdoc/>
    /// <remarks>A redirected call counts as refused.</remarks>
    public bool WouldRefuse(FakeCall call) => Answer(call, counts: false) is not null;

    /// <summary>
    /// Returns the response to a call without a valid token, over its limit, or on the wrong port. Null for any other
    /// call. Called once for each call.
    /// </summary>
    public FakeAnswer? Refuse(FakeCall call) => Answer(call, counts: true);

    private FakeAnswer? Answer(FakeCall call, bool counts)
    {
        if (call.IsOAuth)
            return null;

        if (tokens.Find(call.Token) is not { } grant)
            return ErrorBodies.Unauthorized();

        // A redirected call counts on the data port.
        var isSentOn = redirect && call.IsFront && (call.IsRead || call.IsWrite || call.AddsRoom);
        return limiter.CheckCall(grant, counts && !isSentOn) is { } refusal ? ErrorBodies.Of(refusal)
            : isSentOn ? FakeAnswer.Redirect(ports.Redirect(call.Target))
            : null;
    }
}
