namespace Nest.Sdk.Authorization.Browser;

/// <summary>What the browser brought back for this authorization: a code, or an error.</summary>
internal sealed class Callback
{
    private readonly TaskCompletionSource<CallbackPage> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The code; null when the consent page reports an error.</summary>
    public AuthorizationCode? Code { get; init; }

    public string? Error { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether the user said no.</summary>
    public bool IsDeclined => string.Equals(Error, "access_denied", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the browser gets to see, once it is known how the exchange went.</summary>
    public Task<CallbackPage> Page => _page.Task;

    public void Show(CallbackPage page) => _page.TrySetResult(page);
}
