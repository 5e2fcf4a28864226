using Nest.Sdk.Authorization.Browser;

namespace Nest.Sdk;

/// <summary>How an authorization in the browser meets the user.</summary>
public sealed record NestBrowserOptions
{
    /// <summary>Opens the page, or shows its address to the user. Default: the system's browser. Where that fails the whole flow fails, so a program for machines without one prints the address here. It may take as long as it likes: its end is not waited for.</summary>
    public Func<Uri, CancellationToken, Task> OpenPage { get; init; } = SystemBrowser.OpenAsync;

    /// <summary>How long the user may take. Default: 5 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> waits for ever.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
