namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>The write is applied, perhaps not as it was asked for; the answer comes later.</summary>
internal sealed class ApplyStep(string name, IWriteTwist? twist) : FaultStep(name)
{
    public override bool NeedsWrite => true;

    public override Task PlayAsync(FaultedCall call)
    {
        call.Apply(twist);
        return Task.CompletedTask;
    }
}
