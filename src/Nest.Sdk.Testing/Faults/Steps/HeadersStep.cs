namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Sends the headers of the regular response.</summary>
internal sealed class HeadersStep() : FaultStep("send the headers")
{
    public override bool NeedsHeaders => true;

    public override Task PlayAsync(FaultedCall call) => call.BeginAsync();
}
