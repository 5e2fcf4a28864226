using Nest.Sdk.Testing.Documents;

namespace Nest.Sdk.Testing;

/// <summary>
/// Selects the calls, and the streams that they open, for a fault. Combine conditions to narrow the selection:
/// <c>Calls.Writes.At("/structures")</c>.
/// </summary>
public sealed class Calls
{
    private readonly string _name;
    private readonly Func<RecordedRequest, string?, bool> _fits;

    private Calls(string name, Func<RecordedRequest, string?, bool> fits) => (_name, _fits) = (name, fits);

    /// <summary>Gets a filter for every call but those to OAuth endpoints: reads, writes and streams.</summary>
    public static Calls Any { get; } = new("calls", static (request, _) => !request.IsOAuth);

    /// <summary>Gets a filter for plain reads.</summary>
    public static Calls Reads { get; } = new("reads", static (request, _) => !request.IsOAuth && !request.IsStream && request.Method is "GET" or "HEAD");

    /// <summary>Gets a filter for writes: <c>PUT</c> and <c>PATCH</c>.</summary>
    public static Calls Writes { get; } = new("writes", static (request, _) => !request.IsOAuth && request.Method is "PUT" or "PATCH");

    /// <summary>Gets a filter for calls that request an event stream, and for the streams.</summary>
    public static Calls Streams { get; } = new("streams", static (request, _) => request.IsStream);

    /// <summary>
    /// Gets a filter for calls to the OAuth endpoints. See docs/protocol/works-with-nest.md#authorization.
    /// </summary>
    public static Calls OAuth { get; } = new("OAuth calls", static (request, _) => request.IsOAuth);

    /// <summary>Gets a filter for calls to Pub/Sub of <see cref="FakeGoogle"/>.</summary>
    public static Calls PubSub { get; } = new("Pub/Sub calls", static (request, _) => IsPubSub(request));

    /// <summary>
    /// Gets a filter for pulls of <see cref="FakeGoogle"/>. A fault that sends the regular response waits for it, as
    /// the pull does.
    /// </summary>
    public static Calls Pulls { get; } = new("pulls", static (request, _) => IsPubSub(request) && request.Path.EndsWith(":pull", StringComparison.Ordinal));

    /// <summary>Gets a filter for calls to the SDM API of <see cref="FakeGoogle"/>.</summary>
    public static Calls Sdm { get; } = new("SDM calls", static (request, _) => request.Path.StartsWith("/v1/enterprises/", StringComparison.Ordinal));

    /// <summary>Returns a filter for one open stream: <c>Calls.On(server.Streams[0])</c>.</summary>
    /// <param name="stream">The stream.</param>
    /// <exception cref="ArgumentException">The stream has ended.</exception>
    public static Calls On(StreamHandle stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.IsOpen
            ? new($"stream #{stream.Number}", (request, _) => ReferenceEquals(request, stream.Request))
            : throw new ArgumentException($"The stream has ended. Pass an open one. ({stream})", nameof(stream));
    }

    /// <summary>Narrows the filter to a path and the paths below it.</summary>
    /// <param name="path">
    /// A path of the data model, such as <c>/devices/thermostats</c>. <c>/</c> matches every path. It is compared with
    /// the recorded path, in which secrets are masked.
    /// </param>
    public Calls At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var wanted = DocumentPath.Parse(path).Segments;
        return And($"at {path}", (request, _) => DocumentPath.Parse(request.Path).Segments.Take(wanted.Count).SequenceEqual(wanted, StringComparer.Ordinal));
    }

    /// <summary>Narrows the filter to one token.</summary>
    /// <param name="token">The token.</param>
    public Calls By(string token) => And("by one token", (_, brought) => string.Equals(brought, token, StringComparison.Ordinal));

    /// <summary>Narrows the filter by a condition.</summary>
    /// <param name="condition">The condition. Receives the recorded request, with secrets masked.</param>
    public Calls Where(Func<RecordedRequest, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return And("of a kind", (request, _) => condition(request));
    }

    /// <summary>Returns a description, such as <c>writes at /structures</c>.</summary>
    public override string ToString() => _name;

    internal bool Fits(RecordedRequest request, string? token) => _fits(request, token);

    private static bool IsPubSub(RecordedRequest request) => request.Path.StartsWith("/v1/projects/", StringComparison.Ordinal);

    private Calls And(string name, Func<RecordedRequest, string?, bool> more) =>
        new($"{_name} {name}", (request, token) => _fits(request, token) && more(request, token));
}
