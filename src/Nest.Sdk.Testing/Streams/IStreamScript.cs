namespace Nest.Sdk.Testing.Streams;

/// <summary>Steps, the streams that they are for, and when they are over.</summary>
internal interface IStreamScript
{
    Calls Calls { get; }

    IReadOnlyList<IStreamStep> Steps { get; }

    /// <summary>Completes when the script is over.</summary>
    Task Lifted { get; }
}
