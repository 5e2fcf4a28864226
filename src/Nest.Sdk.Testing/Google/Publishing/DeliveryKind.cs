namespace Nest.Sdk.Testing;

/// <summary>The ways in which a message can be delivered.</summary>
internal enum DeliveryKind
{
    Regular,
    Late,
    HeldBack,
    Twice,
    Reordered,
    Poison,
    SameTime,
    Lost,
}
