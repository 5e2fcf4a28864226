using System.Text;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Script;

/// <summary>Every request in the order of arrival, secrets masked.</summary>
internal sealed class RequestJournal(TokenBook tokens, SecretBook secrets, TimeProvider time, Pulse pulse)
{
    private readonly List<RecordedRequest> _entries = [];

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

    public void Add(FakeCall call)
    {
        var mask = new SecretMask([.. secrets.All, call.Token ?? ""]);
        var question = call.RawPath.Length;
        var entry = new RecordedRequest
        {
            Method = call.Method,
            Path = mask.Apply(SecretMask.RevocationPath(call)),
            Query = mask.Apply(call.Target.Length > question ? call.Target[question..] : ""),
            Body = mask.Apply(Encoding.UTF8.GetString(call.Body.Span)),
            IsOnDataPort = !call.IsFront,
            IsStream = call.IsStream,
            IsAuthorized = tokens.IsValid(call.Token),
            Authorization = call.AuthorizationHeader is null ? null : SecretMask.Authorization(call.AuthorizationHeader),
            Time = time.GetUtcNow(),
        };
        lock (_entries)
        {
            _entries.Add(entry);
        }

        pulse.Beat();
    }
}
