namespace Nest.Sdk.Wwn;

/// <summary>Adds a note to the error of a failed call to one of Nest's own servers, which were switched off.</summary>
internal static class NestShutdown
{
    private const string Domain = "nest.com";

    private const string Note = "Nest switched its own servers off on 2023-09-29. Set the endpoint to your own server, or run 'nest fake' for a fake one.";

    /// <returns>The error, with the note when the address is one of Nest's.</returns>
    public static NestConnectionException Explain(NestConnectionException error, Uri address) => !IsOfNest(address)
        ? error
        : new NestConnectionException($"{error.Message} {Note}", error.InnerException) { Reason = error.Reason, NothingWasSent = error.NothingWasSent };

    private static bool IsOfNest(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.');
        return host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase);
    }
}
