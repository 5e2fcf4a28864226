using System.Text;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing.Serving;

/// <summary>Every request in order of arrival, with secrets masked.</summary>
internal sealed class RequestJournal
{
    private readonly List<RecordedRequest> _entries = [];
    private readonly TokenLabels _labels;
    private readonly JournalSources _sources;
    private readonly TimeProvider _time;
    private readonly ChangeSignal _signal;

    public RequestJournal(JournalSources sources, TimeProvider time, ChangeSignal signal)
    {
        (_sources, _time, _signal) = (sources, time, signal);
        _labels = new TokenLabels(sources.Tokens);
    }

    public IReadOnlyList<RecordedRequest> Entries
    {
        get
        {
            lock (_entries)
                return [.. _entries];
        }
    }

    /// <summary>Masks the secrets of the fake in a text.</summary>
    public string Mask(string text) => _sources.Mask(null).Apply(text);

    public RecordedRequest Describe(FakeCall call)
    {
        var mask = _sources.Mask(call);
        var question = call.RawPath.Length;
        return new RecordedRequest
        {
            Method = mask.Apply(call.Method),
            Path = mask.Apply(call.RawPath),
            Query = mask.Apply(call.Target.Length > question ? call.Target[question..] : ""),
            Body = mask.Apply(Encoding.UTF8.GetString(call.Body.Span)),
            Host = mask.Apply(call.Host),
            IsOnDataPort = !call.IsFront,
            IsOAuth = call.IsOAuth,
            IsStream = call.IsStream,
            IsAuthorized = _sources.IsValid(call.Token),
            Token = call.Token is null ? null : _labels.LabelOf(call.Token),
            Authorization = call.AuthorizationHeader is null ? null : Scheme(call.AuthorizationHeader),
            Time = _time.GetUtcNow(),
        };
    }

    /// <summary>
    /// Masks an <c>Authorization</c> header. Only known schemes are shown, because a faulty client may send the secret
    /// in their place.
    /// </summary>
    private static string Scheme(string header) =>
        header.Split(' ') is [var scheme, _, ..] && scheme.ToUpperInvariant() is "BEARER" or "BASIC" ? $"{scheme} ***" : "***";

    /// <summary>Signals that a call has ended.</summary>
    public void Answered() => _signal.Notify();

    public void Add(RecordedRequest request)
    {
        lock (_entries)
            _entries.Add(request);

        _signal.Notify();
    }
}
