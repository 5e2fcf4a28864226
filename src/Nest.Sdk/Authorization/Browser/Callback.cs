using Nest.Sdk.Authorization.OAuth;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>The result that the browser delivered for this authorization: a code or an error.</summary>
internal sealed class Callback
{
    private readonly TaskCompletionSource<CallbackPage> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The code; null when the consent page reports an error.</summary>
    public AuthorizationCode? Code { get; init; }

    public string? Error { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether the user declined.</summary>
    public bool IsDeclined => ConsentErrors.IsDeclined(Error);

    /// <summary>The page for the browser. Completes when the result of the exchange is known.</summary>
    public Task<CallbackPage> Page => _page.Task;

    public void Show(CallbackPage page) => _page.TrySetResult(page);
}
