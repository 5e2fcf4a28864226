namespace Nest.Sdk.Testing.Faults;

/// <summary>Which fault can follow which: found out when a script is written, not when it is played.</summary>
internal static class FaultOrder
{
    public static IReadOnlyList<FaultStep> Join(Fault first, Fault next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (first.Steps[^1].IsEnd)
        {
            throw new ArgumentException($"'{next}' cannot follow '{first}', which ends the call. Put it first.", nameof(next));
        }

        if (first.Steps.Any(step => step.NeedsHeaders) && next.Steps.Any(step => step.IsAnswer))
        {
            throw new ArgumentException($"'{next}' cannot follow '{first}': the headers of the regular answer are out by then. Put it first.", nameof(next));
        }

        return [.. first.Steps, .. next.Steps];
    }
}
