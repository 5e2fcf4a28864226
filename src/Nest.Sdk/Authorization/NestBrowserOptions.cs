using Nest.Sdk.Authorization.Browser;

namespace Nest.Sdk;

/// <summary>Settings of an authorization in the browser.</summary>
public sealed record NestBrowserOptions
{
    /// <summary>
    /// Opens the page, or shows its address to the user. Default: opens the system's browser. When the browser cannot
    /// be opened, the whole flow fails, so a program for machines without one should print the address here. The flow
    /// does not wait for this function to complete.
    /// </summary>
    public Func<Uri, CancellationToken, Task> OpenPage { get; init; } = SystemBrowser.OpenAsync;

    /// <summary>
    /// The time the user has to finish. Default: 5 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// waits indefinitely.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
