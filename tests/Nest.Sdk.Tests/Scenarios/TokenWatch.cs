using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>A token that no other test uses, and a record of everything that must not contain it.</summary>
internal sealed class TokenWatch : IDisposable
{
    private readonly LeakRecorder _leaks = new();
    private readonly FakeLogCollector _logs = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public string Token { get; } = $"c.{Guid.NewGuid():N}";

    /// <summary>Collects all further log entries.</summary>
    public void AddTo(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(_logs));

    /// <summary>
    /// The end of each test: the token and other secrets are in no log, exception, activity, metric or network event.
    /// </summary>
    public void AssertUnseen(params IEnumerable<string> secrets) => _leaks.AssertUnseen([Token, .. secrets], _logs);

    /// <summary>Whether anything was recorded.</summary>
    public bool HasSeen(string text) => _leaks.HasSeen(text);

    public void Dispose() => _leaks.Dispose();
}
