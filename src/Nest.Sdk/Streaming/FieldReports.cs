using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Logs what could not be read of a document, once a field.</summary>
internal sealed class FieldReports(ILogger logger)
{
    /// <summary>Fields that were reported already. Ids are left out of the names, so there are only as many as the model has fields.</summary>
    private readonly ConcurrentDictionary<string, bool> _reported = new(StringComparer.Ordinal);

    public void Report(DataModelReadResult? read)
    {
        if (read is null)
            return;
        foreach (var issue in read.Issues)
        {
            if (!_reported.TryAdd(issue.Field, true))
                continue;
            if (issue.IsConverted)
                StreamingLog.FieldConverted(logger, issue.Field, issue.Found, issue.Expected);
            else
                StreamingLog.FieldIgnored(logger, issue.Field, issue.Found, issue.Expected);
        }
    }
}
