using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Cli.Console;

/// <summary>The log of the library on standard error, for <c>--verbose</c>.</summary>
internal sealed class ErrorOutputLog(TextWriter error) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    // Trace holds the payload.
    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Debug and not LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            error.WriteLine($"{logLevel.ToString().ToLowerInvariant()}: {PlainText.OneLine(formatter(state, exception))}{(exception is null ? "" : $" {PlainText.OneLine(exception.Message)}")}");
    }
}
