using Nest.Sdk.Testing.Live;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Changes an accepted write.</summary>
internal interface IWriteAlteration
{
    /// <summary>
    /// Called while the home is locked, before the write is published; <paramref name="later"/> takes a change for
    /// afterwards.
    /// </summary>
    void Alter(AcceptedWrite write, Action<TimeSpan, Action<HomeState>> later);
}
