namespace Nest.Sdk.Providers;

/// <summary>What a caller wants to write to one device or structure, independent of the home and the backend.</summary>
internal abstract record WriteIntent
{
    /// <summary>The reach of a step that may change every device and structure.</summary>
    public const string All = "/";

    /// <summary>The device or structure, as a path of the home's document.</summary>
    public abstract string Path { get; }

    /// <summary>The capabilities that the backend needs.</summary>
    public abstract IEnumerable<NestCapability> Needs { get; }
}
