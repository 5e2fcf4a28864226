namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>The regular answer begins.</summary>
internal sealed class HeadersStep() : FaultStep("send the headers")
{
    public override bool NeedsHeaders => true;

    public override Task PlayAsync(FaultedCall call) => call.BeginAsync();
}
