namespace Nest.Sdk.Model.Wire;

/// <summary>Gets a reference to the backing field of a property.</summary>
internal delegate ref TValue Slot<in TRecord, TValue>(TRecord record);
