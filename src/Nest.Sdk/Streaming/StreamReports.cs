using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>
/// Logs and counts what happens to the stream. Called outside any lock: logger and metrics are the host's code, which
/// may call the client.
/// </summary>
internal sealed class StreamReports(NestMetrics metrics, ILogger logger)
{
    /// <summary>
    /// The fields that were reported already. Ids are not part of the names, so there are at most as many as the model
    /// has fields.
    /// </summary>
    private readonly ConcurrentDictionary<string, bool> _fields = new(StringComparer.Ordinal);

    /// <summary>Reports an accepted document.</summary>
    public void Taken(in DocumentOutcome taken)
    {
        if (taken.Arrival == LinkArrival.Connected)
            StreamingLog.Connected(logger);
        else if (taken.Arrival == LinkArrival.HandedOver)
            StreamingLog.HandedOver(logger);
        if (taken.Degraded is { } isDegraded)
            Degraded(isDegraded);
        Unread(taken.Result);
        if (taken.IsNew)
            metrics.Update();
    }

    /// <summary>Reports the parts of a document that could not be read, once per field.</summary>
    public void Unread(DataModelReadResult? read)
    {
        if (read is null)
            return;
        foreach (var issue in read.Issues)
        {
            if (!_fields.TryAdd(issue.Field, true))
                continue;
            if (issue.IsConverted)
                StreamingLog.FieldConverted(logger, issue.Field, issue.Found, issue.Expected);
            else
                StreamingLog.FieldIgnored(logger, issue.Field, issue.Found, issue.Expected);
        }
    }

    /// <summary>
    /// Counts an event that could not be read. Logs it unless it ends the stream, which is logged there.
    /// </summary>
    public void Skipped(NestProtocolException error, bool endsStream)
    {
        metrics.EventSkipped();
        if (!endsStream)
            StreamingLog.EventSkipped(logger, error.Message);
    }

    private void Degraded(bool isDegraded)
    {
        if (isDegraded)
            StreamingLog.ServiceDegraded(logger);
        else
            StreamingLog.ServiceRecovered(logger);
    }

    public void NotHandedOver(NestException error) => StreamingLog.NotHandedOver(logger, error.Message);

    public void Lost(NestException error, int attempt, TimeSpan wait)
    {
        var reason = DisconnectReasons.Of(error);
        metrics.Reconnect(reason);
        StreamingLog.StreamLost(logger, reason, attempt, wait, error.Message);
    }

    public void Ended(NestException error) => StreamingLog.StreamEnded(logger, error.Message);

    public void Unexpected(Exception error) => StreamingLog.UnexpectedFailure(logger, error);
}
