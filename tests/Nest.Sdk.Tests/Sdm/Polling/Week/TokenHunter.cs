using Microsoft.Extensions.Logging;

namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>A logger that looks for secrets in each entry and keeps no other.</summary>
internal sealed class TokenHunter(params string[] secrets) : ILogger
{
    private readonly Lock _lock = new();
    private readonly List<string> _found = [];

    /// <summary>The number of entries.</summary>
    public int Count { get; private set; }

    public void AssertNone()
    {
        lock (_lock)
            Assert.Empty(_found);
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = $"{formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")}";
        lock (_lock)
        {
            Count++;
            if (Array.Exists(secrets, secret => line.Contains(secret, StringComparison.Ordinal)))
                _found.Add(eventId.ToString());
        }
    }
}
