using Nest.Sdk.Tests.Tools;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>Which failures of authorization end a stream.</summary>
public class EndingFailureTests
{
    [Theory]
    [InlineData(NestAuthorizationFailure.MissingScope)]
    [InlineData(NestAuthorizationFailure.ServiceAccountRefused)]
    public async Task A_failure_that_the_user_can_mend_is_tried_again(NestAuthorizationFailure failure)
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException { Failure = failure });
        var state = await rig.StateAsync(ConnectionStatus.Reconnecting);
        Assert.Equal((DisconnectReason.Unauthorized, failure), (state.Reason, ((NestAuthorizationException)state.Error!).Failure));

        await rig.Time.PassNextWaitAsync();
        (await rig.Provider.NextAttemptAsync()).PutHumidity(40);

        Assert.NotNull(await recorder.NextAsync());
    }

    [Theory]
    [InlineData(NestAuthorizationFailure.Denied)]
    [InlineData(NestAuthorizationFailure.Revoked)]
    [InlineData(NestAuthorizationFailure.Missing)]
    [InlineData(NestAuthorizationFailure.InvalidClient)]
    [InlineData(NestAuthorizationFailure.UnauthorizedClient)]
    [InlineData(NestAuthorizationFailure.DeletedClient)]
    [InlineData(NestAuthorizationFailure.UnregisteredRedirect)]
    public async Task Any_other_ends_the_stream(NestAuthorizationFailure failure)
    {
        await using var rig = new StreamRig();
        var (recorder, _) = rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).Fail(new NestAuthorizationException { Failure = failure });

        Assert.Equal(failure, Assert.IsType<NestAuthorizationException>(await recorder.EndAsync()).Failure);
        Assert.Equal(1, rig.Provider.Attempts);
    }
}
