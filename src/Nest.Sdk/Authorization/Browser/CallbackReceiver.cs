using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization.OAuth;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>
/// Handles the requests to the redirect address. The first request with the right state is the result; every other
/// request gets an error page and changes nothing.
/// </summary>
/// <remarks>
/// Any web page can make a browser request this address, so a wrong state must not end the wait either.
/// </remarks>
internal sealed class CallbackReceiver(string path, string state, ILogger logger)
{
    private readonly TaskCompletionSource<Callback> _callback = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Callback> Callback => _callback.Task;

    /// <summary>Whether a redirect of another authorization arrived.</summary>
    public bool HasSeenForeignState { get; private set; }

    /// <summary>Ends the wait, and the wait of a browser whose page is not decided yet.</summary>
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
        // A HEAD is rejected too: a preview must not consume the result.
        if (request.Method != "GET")
            return Task.FromResult(CallbackPage.WrongMethod);
        if (request.Query.Single("state") is not { } actual || !SecretValue.AreEqual(state, actual))
        {
            HasSeenForeignState |= request.Query.Has("state");
            if (request.Query.Has("state"))
                AuthorizationLog.ForeignAnswer(logger);
            return Task.FromResult(CallbackPage.Foreign);
        }

        if (CallbackOf(request) is not { } callback)
            return Task.FromResult(CallbackPage.NotUnderstood);
        return _callback.TrySetResult(callback) ? callback.Page : Task.FromResult(CallbackPage.Again);
    }

    private Callback? CallbackOf(CallbackRequest request)
    {
        if (request.Query.Single("error") is { Length: > 0 } error)
            return new Callback { Error = ServerText.Clean(error, state), Description = ServerText.Clean(request.Query.Single("error_description"), state) };
        return AuthorizationCode.TryParse(request.Query.Single("code"), out var code) ? new Callback { Code = code } : null;
    }
}
