using Nest.Sdk.Testing.Faults.Steps;

namespace Nest.Sdk.Testing.Faults;

/// <summary>Validates the order of combined faults when they are created, not when they are played.</summary>
internal static class FaultOrder
{
    public static IReadOnlyList<FaultStep> Join(Fault first, Fault next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (first.Steps[^1].IsEnd)
            throw new ArgumentException($"'{next}' cannot follow '{first}', which ends the call. Put it first.", nameof(next));

        if (first.Steps.Any(step => step.NeedsHeaders) && next.Steps.Any(step => step.IsAnswer))
            throw new ArgumentException($"'{next}' cannot follow '{first}', which sends the headers of the regular response. Put it first.", nameof(next));

        if (next.Steps.Any(step => step.NeedsWrite) && first.Steps.FirstOrDefault(step => step.NeedsWrite || step is HeadersStep) is { } done)
            throw new ArgumentException($"'{next}' cannot follow '{done.Name}', which applies the write. A write is applied only once.", nameof(next));

        var both = first.Steps.Concat(next.Steps).ToArray();
        if (both.Any(step => step.NeedsWrite) && both.Any(step => step.NeedsStream))
            throw new ArgumentException($"'{next}' cannot follow '{first}': one is for writes and the other for streams, and no call is both.", nameof(next));

        return both;
    }
}
