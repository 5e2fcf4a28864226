using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Serving;

/// <summary>Decides whether a call reaches the home. Calls to the OAuth endpoints always do.</summary>
internal sealed class EntryGate(FakePorts ports, bool redirect, TokenRegistry tokens, RateLimiter limiter)
{
    /// <summary>Whether a call would be refused or redirected now. Counts nothing.</summary>
    public bool WouldRefuse(FakeCall call) => Answer(call, counts: false) is not null;

    /// <summary>
    /// The answer to a call without a valid token, over its limit, or on the wrong port; null for any other. Called
    /// once for each call.
    /// </summary>
    public FakeAnswer? Refuse(FakeCall call) => Answer(call, counts: true);

    private FakeAnswer? Answer(FakeCall call, bool counts)
    {
        if (call.IsOAuth)
            return null;

        if (tokens.Find(call.Token) is not { } grant)
            return ErrorBodies.Unauthorized();

        // A redirected call counts where it arrives.
        var isSentOn = redirect && call.IsFront && (call.IsRead || call.IsWrite || call.AddsRoom);
        return limiter.CheckCall(grant, counts && !isSentOn) is { } refusal ? ErrorBodies.Of(refusal)
            : isSentOn ? FakeAnswer.Redirect(ports.Redirect(call.Target))
            : null;
    }
}
