namespace Nest.Sdk.Testing.Streams;

/// <summary>Steps for selected streams, and the end of their effect.</summary>
internal interface IStreamScript
{
    Calls Calls { get; }

    IReadOnlyList<IStreamStep> Steps { get; }

    /// <summary>Completes when the effect of the script ends.</summary>
    Task Lifted { get; }
}
