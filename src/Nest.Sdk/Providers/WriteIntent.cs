namespace Nest.Sdk.Providers;

/// <summary>What a caller wishes of one device or structure; knows nothing of the home or the backend.</summary>
internal abstract record WriteIntent
{
    /// <summary>The reach of a step that may change every device and structure.</summary>
    public const string All = "/";

    /// <summary>The device or structure, as a path of the home's document.</summary>
    public abstract string Path { get; }

    /// <summary>What the backend has to support for it.</summary>
    public abstract IEnumerable<NestCapability> Needs { get; }
}
