using System.Text;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Http;
using Nest.Sdk.Testing.Tokens;
using Nest.Sdk.Testing.Waiting;

namespace Nest.Sdk.Testing.Serving;

/// <summary>Every request in the order of arrival, secrets masked.</summary>
internal sealed class RequestJournal
{
    private readonly List<RecordedRequest> _entries = [];
    private readonly TokenNames _names;
    private readonly TokenBook _tokens;
    private readonly SecretBook _secrets;
    private readonly TimeProvider _time;
    private readonly Pulse _pulse;

    public RequestJournal(TokenBook tokens, SecretBook secrets, TimeProvider time, Pulse pulse)
    {
        (_tokens, _secrets, _time, _pulse) = (tokens, secrets, time, pulse);
        _names = new TokenNames(tokens);
    }

    public IReadOnlyList<RecordedRequest> Entries
    {
        get
        {
            lock (_entries)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>A text about a request without the fake's secrets.</summary>
    public string Mask(string text) => _secrets.Mask().Apply(text);

    public RecordedRequest Describe(FakeCall call)
    {
        var mask = _secrets.Mask(call.Token);
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
            IsAuthorized = _tokens.IsValid(call.Token),
            Token = call.Token is null ? null : _names.NameOf(call.Token),
            Authorization = call.AuthorizationHeader is null ? null : Scheme(call.AuthorizationHeader),
            Time = _time.GetUtcNow(),
        };
    }

    /// <summary>What a client with a mistake in it puts in front may be the secret itself, so only known schemes are kept.</summary>
    private static string Scheme(string header) =>
        header.Split(' ') is [var scheme, _, ..] && scheme.ToUpperInvariant() is "BEARER" or "BASIC" ? $"{scheme} ***" : "***";

    /// <summary>A call has done what it does.</summary>
    public void Answered() => _pulse.Beat();

    public void Add(RecordedRequest request)
    {
        lock (_entries)
        {
            _entries.Add(request);
        }

        _pulse.Beat();
    }
}
