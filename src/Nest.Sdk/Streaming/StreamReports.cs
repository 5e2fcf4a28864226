using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Logs and counts what becomes of the stream. Called where no lock is held: log and metrics are the host's code, which may use the client.</summary>
internal sealed class StreamReports(NestMetrics metrics, ILogger logger)
{
    /// <summary>Fields that were reported already. Ids are not part of the names, so there are only as many as the model has fields.</summary>
    private readonly ConcurrentDictionary<string, bool> _fields = new(StringComparer.Ordinal);

    /// <summary>Reports a document that was taken.</summary>
    public void Taken(in TakenHome taken)
    {
        if (taken.Arrival == LinkArrival.Connected)
            StreamingLog.Connected(logger);
        else if (taken.Arrival == LinkArrival.HandedOver)
            StreamingLog.HandedOver(logger);
        Unread(taken.Result);
        if (taken.IsNew)
            metrics.Update();
    }

    /// <summary>Reports what could not be read of a document, once a field.</summary>
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

    /// <summary>Counts an event that could not be read, and logs it unless it ends the stream: that is logged where it ends.</summary>
    public void Skipped(NestProtocolException error, bool endsStream)
    {
        metrics.EventSkipped();
        if (!endsStream)
            StreamingLog.EventSkipped(logger, error.Message);
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
