using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Serving;

/// <summary>Decides whether a call is handled or refused.</summary>
internal interface ICallGate
{
    /// <summary>Called once for each call on its arrival, before any fault.</summary>
    void Enter(FakeCall call)
    {
    }

    /// <summary>Returns whether a call would be refused now, without counting it.</summary>
    bool WouldRefuse(FakeCall call);

    /// <summary>Returns the response to a refused call. Null for any other call. Called once for each call.</summary>
    FakeAnswer? Refuse(FakeCall call);
}
