using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization.OAuth;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>Decides about each request to the redirect address: the first that brings the right state is the answer, whatever else comes gets a page of its own and changes nothing.</summary>
/// <remarks>Any page of the web can make a browser ask this address, so a wrong state must not end the wait either.</remarks>
internal sealed class CallbackDesk(string path, string state, ILogger logger)
{
    private readonly TaskCompletionSource<Callback> _callback = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Callback> Callback => _callback.Task;

    /// <summary>Whether an answer came that belongs to another authorization.</summary>
    public bool HasSeenForeignState { get; private set; }

    /// <summary>Ends the wait, also that of a browser whose page nobody has decided on.</summary>
    public void Close()
    {
        if (!_callback.TrySetCanceled() && _callback.Task.IsCompletedSuccessfully)
            _callback.Task.Result.Show(CallbackPage.Failed);
    }

    public async Task<CallbackPage> AnswerAsync(CallbackRequest? request)
    {
        var page = await DecideAsync(request).ConfigureAwait(false);
        AuthorizationLog.OtherRequest(logger, page.Status);
        return page;
    }

    private Task<CallbackPage> DecideAsync(CallbackRequest? request)
    {
        if (request is null)
            return Task.FromResult(CallbackPage.NotUnderstood);
        if (!string.Equals(request.Path, path, StringComparison.Ordinal))
            return Task.FromResult(CallbackPage.NotFound);
        // A HEAD too: whoever looks ahead must not use the answer up.
        if (request.Method != "GET")
            return Task.FromResult(CallbackPage.WrongMethod);
        if (request.Single("state") is not { } actual || !SecretValue.AreEqual(state, actual))
        {
            HasSeenForeignState |= request.Has("state");
            if (request.Has("state"))
                AuthorizationLog.ForeignAnswer(logger);
            return Task.FromResult(CallbackPage.Foreign);
        }

        if (CallbackOf(request) is not { } callback)
            return Task.FromResult(CallbackPage.NotUnderstood);
        return _callback.TrySetResult(callback) ? callback.Page : Task.FromResult(CallbackPage.Again);
    }

    private Callback? CallbackOf(CallbackRequest request)
    {
        if (request.Single("error") is { Length: > 0 } error)
            return new Callback { Error = ServerWords.Clean(error, state), Description = ServerWords.Clean(request.Single("error_description"), state) };
        return AuthorizationCode.TryParse(request.Single("code"), out var code) ? new Callback { Code = code } : null;
    }
}
