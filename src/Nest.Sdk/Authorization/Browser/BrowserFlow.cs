using Microsoft.Extensions.Logging;
using Nest.Sdk.Http;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>Runs one authorization in the browser, from the consent page to the token.</summary>
/// <param name="redirect">The address that receives the code: plain HTTP on this machine.</param>
/// <param name="page">The consent page, including the state.</param>
/// <param name="state">The state that the redirect must return.</param>
/// <param name="options">How to open the page and how long to wait.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The logger. It never gets the state, the code or the page.</param>
internal sealed class BrowserFlow(Uri redirect, Uri page, string state, NestBrowserOptions options, TimeProvider time, ILogger logger)
{
    /// <param name="exchange">Exchanges the code for a token.</param>
    /// <param name="cancellationToken">Cancels the flow.</param>
    public async Task<NestToken> RunAsync(Func<AuthorizationCode, Task<NestToken>> exchange, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var desk = new CallbackReceiver(redirect.AbsolutePath, state, logger);
        // Before the page opens, so that a fast browser finds the listener.
        var listener = LoopbackListener.Start(redirect, desk.AnswerAsync, time);
        await using (listener.ConfigureAwait(false))
        {
            try
            {
                AuthorizationLog.WaitingForBrowser(logger, redirect.GetLeftPart(UriPartial.Path), options.Timeout);
                var callback = await CallbackAsync(desk, cancellationToken).ConfigureAwait(false);
                if (callback.Code is not { } code)
                {
                    callback.Show(callback.IsDeclined ? CallbackPage.Declined : CallbackPage.Failed);
                    throw Refused(callback);
                }

                var token = await exchange(code).ConfigureAwait(false);
                callback.Show(CallbackPage.Done);
                return token;
            }
            finally
            {
                desk.Close();
            }
        }
    }

    private async Task<Callback> CallbackAsync(CallbackReceiver desk, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimerLimit.Of(options.Timeout), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        // On another thread: opening may block until the browser exits.
        var opening = Task.Run(() => OpenAsync(either.Token), CancellationToken.None);
        try
        {
            // Opening may take as long as the user's whole visit; only its failure matters.
            if (await Task.WhenAny(opening, desk.Callback).WaitAsync(either.Token).ConfigureAwait(false) == opening)
                await opening.ConfigureAwait(false);
            return await desk.Callback.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            throw TimedOut(desk.HasSeenForeignState);
        }
        finally
        {
            // Nothing waits for the page anymore, so its error is observed and dropped.
            _ = opening.ContinueWith(static opened => opened.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            await either.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Calls the user's function, which may throw anything, synchronously or later.</summary>
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await options.OpenPage(page, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not NestException && !cancellationToken.IsCancellationRequested)
        {
            throw new NestAuthorizationException($"The consent page could not be opened: {error.GetType().Name}. Open the page manually.", error) { Failure = NestAuthorizationFailure.BrowserUnavailable };
        }
    }

    private static NestAuthorizationException Refused(Callback callback)
    {
        var words = $" The page says: \"{callback.Description ?? callback.Error}\".";
        return callback.IsDeclined
            ? new($"The user declined on the consent page. Nothing was connected. Ask again if that was a mistake.{words}") { Failure = NestAuthorizationFailure.ConsentDenied }
            : new($"The consent page reports an error. Check ClientId and RedirectUri, and ask the user to authorize again.{words}");
    }

    private NestAuthorizationException TimedOut(bool hasSeenForeignState) => hasSeenForeignState
        ? new($"The user did not finish within {TimeText.Seconds(options.Timeout)}. A redirect of another authorization was refused. Close the pages of earlier attempts, and start again.") { Failure = NestAuthorizationFailure.StateMismatch }
        : new($"The user did not finish within {TimeText.Seconds(options.Timeout)}. Start again, or allow more time with {nameof(NestBrowserOptions)}.{nameof(NestBrowserOptions.Timeout)}.") { Failure = NestAuthorizationFailure.TimedOut };
}
