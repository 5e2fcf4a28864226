using Nest.Sdk.Cli.Session;

namespace Nest.Sdk.Cli.Commands;

/// <summary>Opens a consent page in the browser, and shows its address.</summary>
internal static class BrowserPage
{
    /// <summary>Where no browser can be opened, the user can open the page in another one on this machine.</summary>
    /// <param name="page">The page.</param>
    /// <param name="advice">Said before the address, after a space. Empty for nothing.</param>
    /// <param name="session">The session.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task OpenAsync(Uri page, string advice, ToolSession session, CancellationToken cancellationToken)
    {
        session.Error.WriteLine($"Answer on the page that opens in the browser, within five minutes.{advice} If no page opens: {page.AbsoluteUri}");
        try
        {
            await new NestBrowserOptions().OpenPage(page, cancellationToken);
        }
        catch (NestAuthorizationException)
        {
            session.Error.WriteLine("No browser can be opened here. Open the page yourself.");
        }
    }
}
