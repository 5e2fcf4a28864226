namespace Nest.Sdk.Model.Wire;

/// <summary>Gets the table of a record type without reflection.</summary>
internal static partial class WireTypes
{
    public static WireType<T> Of<T>()
        where T : class => Cache<T>.Type ?? throw new NotSupportedException($"{typeof(T)} is not a record of Nest.Sdk.Model.");

    private static class Cache<T>
        where T : class
    {
        public static readonly WireType<T>? Type = All.OfType<WireType<T>>().FirstOrDefault();
    }
}
