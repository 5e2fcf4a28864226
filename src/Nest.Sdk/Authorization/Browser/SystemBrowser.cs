using System.ComponentModel;
using System.Diagnostics;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>Opens a page in the system's default browser.</summary>
internal static class SystemBrowser
{
    public static Task OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Starts the page's handler: ShellExecute, open or xdg-open.
            using var process = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            throw new NestAuthorizationException($"No browser is available on this machine. Show the page to the user with {nameof(NestBrowserOptions)}.{nameof(NestBrowserOptions.OpenPage)}.", error) { Failure = NestAuthorizationFailure.BrowserUnavailable };
        }
    }
}
