namespace Nest.Sdk.Cli.Watching;

/// <summary>Shows the items of a watch.</summary>
internal interface IHomeView : IAsyncDisposable
{
    void Show(WatchEvent happened);
}
