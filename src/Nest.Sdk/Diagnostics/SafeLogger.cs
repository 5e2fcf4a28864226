using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Diagnostics;

/// <summary>
/// Wraps the host's logger. When it throws, only the log line is lost, not the stream or the process.
/// </summary>
internal sealed class SafeLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return inner.BeginScope(state);
        }
        catch (Exception) // Swallowed: a failing logger has no one to report to.
        {
            return null;
        }
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return inner.IsEnabled(logLevel);
        }
        catch (Exception) // Swallowed: loggers that were disposed before the client usually fail here.
        {
            return false;
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception) // Swallowed: a failing logger has no one to report to.
        {
        }
    }
}
