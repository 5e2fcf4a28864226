using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Faults.Steps;

/// <summary>Sends a response in place of the regular one.</summary>
internal sealed class AnswerStep(string name, Func<FaultedCall, FakeAnswer> create) : FaultStep(name)
{
    public override bool IsEnd => true;

    public override bool IsAnswer => true;

    public override Task PlayAsync(FaultedCall call) => call.AnswerAsync(create(call));
}
