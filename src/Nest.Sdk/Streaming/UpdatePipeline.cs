using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Nest.Sdk.Model;

namespace Nest.Sdk.Streaming;

/// <summary>Turns each document into a model, and tells whether it says anything new.</summary>
internal sealed class UpdatePipeline(UpdateHub<DataModel> updates, TimeProvider time, ILogger logger)
{
    /// <summary>Fields that were reported already. Ids are left out of the names, so there are only as many as the model has fields.</summary>
    private readonly ConcurrentDictionary<string, bool> _reported = new(StringComparer.Ordinal);
    private DataModel? _streamed;
    private volatile LatestModel? _latest;

    /// <summary>The last model from anywhere, and when it came.</summary>
    public LatestModel? Latest => _latest;

    /// <summary>Reads a document of the stream.</summary>
    /// <exception cref="NestProtocolException">It is no home.</exception>
    public DataModel Read(ReadOnlySpan<byte> document)
    {
        var read = DataModelReader.Read(document);
        foreach (var issue in read.Issues)
            Report(issue);
        return read.Model;
    }

    /// <summary>Publishes a model of the stream, if it says anything new.</summary>
    public void Publish(DataModel next)
    {
        var model = ModelSharing.Share(_streamed, next);
        _latest = new LatestModel(model, time.GetUtcNow());
        if (ReferenceEquals(model, _streamed))
        {
            updates.Confirm();
            return;
        }

        _streamed = model;
        updates.Publish(model);
    }

    /// <summary>Takes a document that was read once. An open stream knows better: then the last model stays as it is.</summary>
    public DataModel TakeRead(ReadOnlySpan<byte> document, bool isStreamLive)
    {
        var model = Read(document);
        if (!isStreamLive)
            _latest = new LatestModel(model, time.GetUtcNow());
        return model;
    }

    /// <summary>Notes that the link is lost: the last model may be out of date.</summary>
    public void Suspend() => updates.Suspend();

    private void Report(ReadIssue issue)
    {
        if (!_reported.TryAdd(issue.Field, true))
            return;
        if (issue.IsConverted)
            StreamingLog.FieldConverted(logger, issue.Field, issue.Found, issue.Expected);
        else
            StreamingLog.FieldIgnored(logger, issue.Field, issue.Found, issue.Expected);
    }

    /// <summary>A model and when its document came.</summary>
    internal sealed record LatestModel(DataModel Model, DateTimeOffset ReceivedAt);
}
