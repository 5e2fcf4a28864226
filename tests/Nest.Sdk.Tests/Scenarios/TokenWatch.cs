using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Nest.Sdk.Tests.Scenarios;

/// <summary>A token that no other test has, and an eye on everything that it must not be seen in.</summary>
internal sealed class TokenWatch : IDisposable
{
    private readonly Leaks _leaks = new();
    private readonly FakeLogCollector _logs = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public string Token { get; } = $"c.{Guid.NewGuid():N}";

    /// <summary>Collects what is logged from here on.</summary>
    public void AddTo(ILoggingBuilder logging) => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(_logs));

    /// <summary>The end of each test: the token, and what else is secret, is in no log, exception, activity, metric or event of the network.</summary>
    public void AssertUnseen(params IEnumerable<string> secrets) => _leaks.AssertUnseen([Token, .. secrets], _logs);

    /// <summary>Whether there was anything to look through.</summary>
    public bool HasSeen(string text) => _leaks.HasSeen(text);

    public void Dispose() => _leaks.Dispose();
}
