using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Diagnostics;

/// <summary>A logger of the host that can do no harm: when it throws, the line is lost, and neither the stream nor the process.</summary>
internal sealed class SafeLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return inner.BeginScope(state);
        }
        catch (Exception) // There is nowhere to tell of it.
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
        catch (Exception) // Loggers that were disposed before the client mostly fail here already.
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
        catch (Exception) // There is nowhere to tell of it.
        {
        }
    }
}
