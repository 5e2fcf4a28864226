namespace Nest.Sdk.Model.Wire;

/// <summary>The way to the backing field of one property.</summary>
internal delegate ref TValue Slot<in TRecord, TValue>(TRecord record);
