using System.ComponentModel;
using System.Diagnostics;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>Opens a page in the browser of the user's system.</summary>
internal static class SystemBrowser
{
    public static Task OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // The shell of the system: start, open, xdg-open.
            using var process = Process.Start(new ProcessStartInfo(page.AbsoluteUri) { UseShellExecute = true });
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            throw new NestAuthorizationException($"No browser can be opened here. Show the page to the user with {nameof(NestBrowserOptions)}.{nameof(NestBrowserOptions.OpenPage)}.", error) { Failure = NestAuthorizationFailure.BrowserUnavailable };
        }
    }
}
