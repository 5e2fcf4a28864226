using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>What becomes of a write that was accepted.</summary>
internal interface IWriteTwist
{
    /// <summary>Called while the home is locked, before anybody sees the write; <paramref name="later"/> takes a change for afterwards.</summary>
    void Twist(AcceptedWrite write, Action<TimeSpan, Action<HomeState>> later);
}
