using Nest.Sdk.Testing.Authorization;

namespace Nest.Sdk.Testing.Serving;

/// <summary>Whether a data call gets as far as the home.</summary>
internal sealed class FrontDoor(FakePorts ports, bool redirect, TokenBook tokens)
{
    /// <summary>The answer to a call without a good token, or on the wrong port; null for one that may go on.</summary>
    public FakeAnswer? TurnAway(FakeCall call)
    {
        if (call.IsOAuth)
        {
            return null;
        }

        if (!tokens.IsValid(call.Token))
        {
            return ErrorBodies.Unauthorized();
        }

        return redirect && call.IsFront && (call.IsRead || call.IsWrite) ? FakeAnswer.Redirect(ports.Redirect(call.Target)) : null;
    }
}
