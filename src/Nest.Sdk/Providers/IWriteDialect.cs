using Nest.Sdk.Model;

namespace Nest.Sdk.Providers;

/// <summary>How one backend takes writes: its rules, its encoding, its requests.</summary>
internal interface IWriteDialect
{
    /// <summary>Refuses arguments that this backend can never take, before any I/O and with checks skipped too.</summary>
    /// <exception cref="ArgumentException">An argument is wrong.</exception>
    void Validate(WriteIntent intent)
    {
    }

    /// <summary>Turns a wish into the requests of this backend. No I/O.</summary>
    /// <param name="intent">The wish.</param>
    /// <param name="home">The home that the rules are checked against; null when it is not known.</param>
    /// <param name="check">Whether to check the rules; needs a home.</param>
    WritePlan Plan(WriteIntent intent, DataModel? home, bool check);

    /// <summary>Sends one step, once.</summary>
    /// <exception cref="NestException">It was refused, or its outcome is not known.</exception>
    Task SendAsync(WriteStep step, CancellationToken cancellationToken);
}
