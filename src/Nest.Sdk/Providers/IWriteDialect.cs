using Nest.Sdk.Model;

namespace Nest.Sdk.Providers;

/// <summary>The write format of one backend: its rules, its encoding and its requests.</summary>
internal interface IWriteDialect
{
    /// <summary>
    /// Rejects arguments that this backend can never accept, before any I/O, and with checks skipped too.
    /// </summary>
    /// <exception cref="ArgumentException">An argument is invalid.</exception>
    void Validate(WriteIntent intent)
    {
    }

    /// <summary>Converts an intent into the requests of this backend. No I/O.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="home">The home that the rules are checked against. Null when it is not known.</param>
    /// <param name="check">Whether to check the rules. Requires a home.</param>
    WritePlan Plan(WriteIntent intent, DataModel? home, bool check);

    /// <summary>Sends one step, once.</summary>
    /// <exception cref="NestException">The write was refused, or its outcome is unknown.</exception>
    Task SendAsync(WriteStep step, CancellationToken cancellationToken);
}
