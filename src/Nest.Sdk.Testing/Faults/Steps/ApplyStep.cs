namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Applies the write, possibly altered. The response is sent later.</summary>
internal sealed class ApplyStep(string name, IWriteAlteration? alteration) : FaultStep(name)
{
    public override bool NeedsWrite => true;

    public override Task PlayAsync(FaultedCall call) => call.ApplyAsync(alteration);
}
