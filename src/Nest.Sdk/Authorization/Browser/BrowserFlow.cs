using Microsoft.Extensions.Logging;
using Nest.Sdk.Http;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>One authorization by browser, from the page to the token.</summary>
/// <param name="redirect">Where the browser brings the code: plain http to this machine.</param>
/// <param name="page">The consent page, the state in it.</param>
/// <param name="state">What the redirect must bring back.</param>
/// <param name="options">How to open the page and how long to wait.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Never hears of state, code or page.</param>
internal sealed class BrowserFlow(Uri redirect, Uri page, string state, NestBrowserOptions options, TimeProvider time, ILogger logger)
{
    /// <param name="exchange">Makes a token of the code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<NestToken> RunAsync(Func<AuthorizationCode, Task<NestToken>> exchange, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var desk = new CallbackDesk(redirect.AbsolutePath, state, logger);
        // Before the page opens: a browser that is quick must find it.
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

    private async Task<Callback> CallbackAsync(CallbackDesk desk, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimerLimit.Of(options.Timeout), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        // Elsewhere: it may block until the browser ends.
        var opening = Task.Run(() => OpenAsync(either.Token), CancellationToken.None);
        try
        {
            // Opening may take as long as the user's whole visit; it counts only when it fails.
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
            // Whatever still opens the page has nothing to wait for any more, and nobody to tell.
            _ = opening.ContinueWith(static opened => opened.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            await either.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The user's code: it may throw anything, at once or later.</summary>
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await options.OpenPage(page, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not NestException && !cancellationToken.IsCancellationRequested)
        {
            throw new NestAuthorizationException($"The page could not be opened: {error.GetType().Name}. Open it by hand.", error) { Failure = NestAuthorizationFailure.BrowserUnavailable };
        }
    }

    private static NestAuthorizationException Refused(Callback callback)
    {
        var words = $" The page says: \"{callback.Description ?? callback.Error}\".";
        return callback.IsDeclined
            ? new($"The user declined on the consent page. Nothing was connected. Ask again if that was a mistake.{words}") { Failure = NestAuthorizationFailure.ConsentDenied }
            : new($"The consent page reports an error. Check ClientId and RedirectUri, and let the user authorize again.{words}");
    }

    private NestAuthorizationException TimedOut(bool hasSeenForeignState) => hasSeenForeignState
        ? new($"The user did not finish within {TimeText.Seconds(options.Timeout)}. An answer came that belongs to another authorization, and was refused: close the pages of earlier attempts, and start again.") { Failure = NestAuthorizationFailure.StateMismatch }
        : new($"The user did not finish within {TimeText.Seconds(options.Timeout)}. Start again, or allow more time with {nameof(NestBrowserOptions)}.{nameof(NestBrowserOptions.Timeout)}.") { Failure = NestAuthorizationFailure.TimedOut };
}
