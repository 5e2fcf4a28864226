using Nest.Sdk.Testing.Faults.Steps;

namespace Nest.Sdk.Testing.Faults;

/// <summary>Validates which fault can follow which when a script is written, not when it is played.</summary>
internal static class FaultOrder
{
    public static IReadOnlyList<FaultStep> Join(Fault first, Fault next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (first.Steps[^1].IsEnd)
            throw new ArgumentException($"'{next}' cannot follow '{first}', which ends the call. Put it first.", nameof(next));

        if (first.Steps.Any(step => step.NeedsHeaders) && next.Steps.Any(step => step.IsAnswer))
            throw new ArgumentException($"'{next}' cannot follow '{first}': the headers of the regular answer are already sent. Put it first.", nameof(next));

        if (next.Steps.Any(step => step.NeedsWrite) && first.Steps.FirstOrDefault(step => step.NeedsWrite || step is HeadersStep) is { } done)
            throw new ArgumentException($"'{next}' cannot follow '{done.Name}', which does the write: a call does it once.", nameof(next));

        var both = first.Steps.Concat(next.Steps).ToArray();
        if (both.Any(step => step.NeedsWrite) && both.Any(step => step.NeedsStream))
            throw new ArgumentException($"'{next}' cannot follow '{first}': one is for writes and one for streams, and no call is both.", nameof(next));

        return both;
    }
}
