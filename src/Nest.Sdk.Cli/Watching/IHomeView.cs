namespace Nest.Sdk.Cli.Watching;

/// <summary>Shows what a watch sees.</summary>
internal interface IHomeView : IAsyncDisposable
{
    void Show(WatchEvent happened);
}
