using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Nest.Sdk.Testing.Serving;
using Nest.Sdk.Testing.Streams;

namespace Nest.Sdk.Testing;

/// <content>What a test tells the fake to do.</content>
public sealed partial class FakeNestServer
{
    /// <summary>Changes the home and sends a <c>put</c> to every stream: at the root always, deeper only when that value changed. Asks no rule.</summary>
    /// <param name="change">Gets the present home and gives the next one; runs while the home is locked.</param>
    public Task ChangeAsync(Func<FakeHome, FakeHome> change) => User.ChangeAsync(change);

    /// <summary>Sets one value as <see cref="FakeHome.Set"/> does and sends it to the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    /// <param name="value">The value.</param>
    public Task SetAsync(string path, JsonNode? value) => ChangeAsync(home => home.Set(path, value));

    /// <summary>Removes one value as <see cref="FakeHome.Remove"/> does and tells the streams.</summary>
    /// <param name="path">A path of the data model.</param>
    public Task RemoveAsync(string path) => ChangeAsync(home => home.Remove(path));

    /// <summary>Sends one event to every stream, whatever it says; the home stays as it is.</summary>
    /// <param name="eventName">Such as <c>error</c>.</param>
    /// <param name="data">The one data line.</param>
    public Task PushAsync(string eventName, string data) => PushRawAsync(Encoding.UTF8.GetString(StreamFrames.Event(eventName, data)));

    /// <summary>Sends text to every stream as it is, for frames that are not what they should be.</summary>
    /// <param name="text">What goes over the wire, line ends included.</param>
    public Task PushRawAsync(string text)
    {
        _hub.Broadcast(Encoding.UTF8.GetBytes(text));
        return Task.CompletedTask;
    }

    /// <summary>Sends a <c>keep-alive</c> to every stream now.</summary>
    public Task KeepAliveAsync()
    {
        _hub.Broadcast(StreamFrames.KeepAlive);
        return Task.CompletedTask;
    }

    /// <summary>Breaks the connection of every open stream; ends when they are gone. New streams may open at once.</summary>
    public Task CutStreamsAsync() => _hub.CutAsync();

    /// <summary>Ends the answer of every open stream properly after what is queued; ends when they are gone. New streams may open at once.</summary>
    public Task CloseStreamsAsync() => _hub.CloseAsync();

    /// <summary>Revokes <see cref="AccessToken"/>: streams get <c>auth_revoked</c> and end, later calls get 401. A PIN gives a new token.</summary>
    public Task RevokeTokenAsync() => User.RevokeTokenAsync();

    /// <summary>Makes another PIN, which is <see cref="Pin"/> from now on; older ones stay good.</summary>
    public string IssuePin() => User.IssuePin();

    /// <summary>Answers the next data call, on either port, a stream too, with a status of your choice; once. Several wait in their order.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="body">The JSON body; by default the one that belongs to the status (section 12).</param>
    /// <param name="retryAfter">Sent as <c>Retry-After</c> in whole seconds; not sent by default.</param>
    /// <param name="method">Waits for a call with this method; any by default.</param>
    public void AnswerNext(int status, string? body = null, TimeSpan? retryAfter = null, HttpMethod? method = null)
    {
        var answer = body is null ? ErrorBodies.ForStatus(status) : new FakeAnswer(status, Encoding.UTF8.GetBytes(body));
        if (retryAfter is { } delay)
        {
            var seconds = ((long)delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            answer = answer with { Headers = [.. answer.Headers, ("Retry-After", seconds)] };
        }

        _script.Add(method?.Method, answer);
    }

    /// <summary>Answers the next data call, on either port, with a 307 to an address of your choice; once.</summary>
    /// <param name="location">Sent as <c>Location</c>, as it is.</param>
    /// <param name="method">Waits for a call with this method; any by default.</param>
    public void AnswerNextRedirect(Uri location, HttpMethod? method = null)
    {
        ArgumentNullException.ThrowIfNull(location);
        _script.Add(method?.Method, FakeAnswer.Redirect(location.OriginalString));
    }

    /// <summary>From now on data calls are recorded but wait for their answer until the result is disposed. Streams that are open go on.</summary>
    public IDisposable HoldAnswers() => _answers.Hold();

    /// <summary>From now on nothing leaves the streams, though they stay open; what they miss comes when the result is disposed.</summary>
    public IDisposable HoldStreams() => _hub.Flow.Hold();

    /// <summary>From now on no <c>keep-alive</c> is sent by itself until the result is disposed.</summary>
    public IDisposable PauseKeepAlives() => _hub.KeepAlives.Hold();
}
