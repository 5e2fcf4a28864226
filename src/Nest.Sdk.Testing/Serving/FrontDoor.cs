using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Tokens;

namespace Nest.Sdk.Testing.Serving;

/// <summary>Whether a call gets as far as the home. Calls to the OAuth endpoints always go on.</summary>
internal sealed class FrontDoor(FakePorts ports, bool redirect, TokenBook tokens, RateLimiter limiter)
{
    /// <summary>Whether a call will be turned away, as things are; counts nothing.</summary>
    public bool WouldTurnAway(FakeCall call) => Answer(call, counts: false) is not null;

    /// <summary>The answer to a call without a good token, beyond its budget, or on the wrong port; null for one that may go on. Asked once a call.</summary>
    public FakeAnswer? TurnAway(FakeCall call) => Answer(call, counts: true);

    private FakeAnswer? Answer(FakeCall call, bool counts)
    {
        if (call.IsOAuth)
        {
            return null;
        }

        if (tokens.Find(call.Token) is not { } grant)
        {
            return ErrorBodies.Unauthorized();
        }

        // A call that is sent on counts where it arrives.
        var isSentOn = redirect && call.IsFront && (call.IsRead || call.IsWrite || call.AddsRoom);
        return limiter.CheckCall(grant, counts && !isSentOn) is { } refusal ? ErrorBodies.Of(refusal)
            : isSentOn ? FakeAnswer.Redirect(ports.Redirect(call.Target))
            : null;
    }
}
