using Microsoft.Extensions.Logging;
using Nest.Sdk.Authorization.OAuth;
using Nest.Sdk.Http;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>Runs one authorization in the browser, from the consent page to the token.</summary>
/// <param name="redirect">
/// The address that receives the code: plain HTTP on this machine. With an IP address and port 0 a free port is used.
/// </param>
/// <param name="page">Creates the consent page, including the state, for the redirect address in use.</param>
/// <param name="state">The state that the redirect must return.</param>
/// <param name="options">How to open the page and how long to wait.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The logger. It never gets the state, the code or the page.</param>
internal sealed class BrowserFlow(Uri redirect, Func<Uri, Uri> page, string state, NestBrowserOptions options, TimeProvider time, ILogger logger)
{
    /// <param name="exchange">Exchanges the code for a token, with the redirect address in use.</param>
    /// <param name="cancellationToken">Cancels the flow.</param>
    public async Task<NestToken> RunAsync(Func<AuthorizationCode, Uri, Task<NestToken>> exchange, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var desk = new CallbackReceiver(redirect.AbsolutePath, state, logger);
        // Before the page opens, so that a fast browser finds the listener.
        var listener = LoopbackListener.Start(redirect, desk.AnswerAsync, time);
        await using (listener.ConfigureAwait(false))
        {
            try
            {
                var address = redirect.Port == 0 ? new Uri($"{redirect.Scheme}://{redirect.Host}:{listener.Port}{redirect.AbsolutePath}") : redirect;
                AuthorizationLog.WaitingForBrowser(logger, address.GetLeftPart(UriPartial.Path), options.Timeout);
                var callback = await CallbackAsync(desk, page(address), cancellationToken).ConfigureAwait(false);
                if (callback.Code is not { } code)
                {
                    callback.Show(callback.IsDeclined ? CallbackPage.Declined : CallbackPage.Failed);
                    throw ConsentErrors.Of(callback.Error, callback.Description);
                }

                var token = await exchange(code, address).ConfigureAwait(false);
                callback.Show(CallbackPage.Done);
                return token;
            }
            finally
            {
                desk.Close();
            }
        }
    }

    private async Task<Callback> CallbackAsync(CallbackReceiver desk, Uri address, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(TimerLimit.Of(options.Timeout), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        // On another thread: opening may block until the browser exits.
        var opening = Task.Run(() => OpenAsync(address, either.Token), CancellationToken.None);
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
    private async Task OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await options.OpenPage(address, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not NestException && !cancellationToken.IsCancellationRequested)
        {
            throw new NestAuthorizationException($"The consent page could not be opened: {error.GetType().Name}. Open the page manually.", error) { Failure = NestAuthorizationFailure.BrowserUnavailable };
        }
    }

    private NestAuthorizationException TimedOut(bool hasSeenForeignState) => hasSeenForeignState
        ? new($"The user did not finish within {TimeText.Seconds(options.Timeout)}. A redirect of another authorization was refused. Close the pages of earlier attempts, and start again.") { Failure = NestAuthorizationFailure.StateMismatch }
        : new($"The user did not finish within {TimeText.Seconds(options.Timeout)}. Start again, or allow more time with {nameof(NestBrowserOptions)}.{nameof(NestBrowserOptions.Timeout)}.") { Failure = NestAuthorizationFailure.TimedOut };
}
