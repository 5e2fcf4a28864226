using System.Globalization;
using System.Text;
using Nest.Sdk.Testing.Faults.Steps;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing;

/// <content>Answers in place of the regular one. They are sent before the token is checked, on either port.</content>
public partial class Fault
{
    private const string LoginPage = "<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>Accept the terms of this network to go on.</h1></body></html>";

    /// <summary>
    /// 307 to the same place on the other port, so that a client that follows is redirected in a loop while the fault
    /// lasts.
    /// </summary>
    public static Fault RedirectLoop { get; } =
        new(new AnswerStep("redirect to the other port", call => FakeAnswer.Redirect(call.Ports.Other(call.Call))));

    /// <summary>A status with its body, such as 401, 500, 503 or, for a rate limit, 429.</summary>
    /// <param name="status">The HTTP status, 200 to 599.</param>
    /// <param name="body">
    /// The JSON body; by default the one that belongs to the status (see docs/protocol/works-with-nest.md#errors).
    /// </param>
    /// <param name="retryAfter">
    /// Sent as <c>Retry-After</c> in whole seconds; not sent by default (see
    /// docs/protocol/works-with-nest.md#rate-limits: Nest did not always send it).
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The status is not a final one, or the time is negative.
    /// </exception>
    /// <exception cref="ArgumentException">A body is given for a status that has no body.</exception>
    public static Fault Status(int status, string? body = null, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        if (body is not null && (status is 204 or 205 or 304))
            throw new ArgumentException($"A response with status {status} has no body in HTTP. Omit the body.", nameof(body));

        IReadOnlyList<(string, string)> headers = [];
        if (retryAfter is { } delay)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero, nameof(retryAfter));
            headers = [("Retry-After", ((long)delay.TotalSeconds).ToString(CultureInfo.InvariantCulture))];
        }

        return new(new AnswerStep(
            $"answer {status}", _ => (body is null ? ErrorBodies.ForStatus(status) : new FakeAnswer(status, Encoding.UTF8.GetBytes(body))) with { Headers = headers }));
    }

    /// <summary>
    /// A page for people where JSON or events should be, like the login page of a hotel network: 200, <c>text/html</c>.
    /// </summary>
    /// <param name="page">The page; a short one by default.</param>
    public static Fault Html(string page = LoginPage) =>
        new(new AnswerStep("an HTML page", _ => new FakeAnswer(200, Encoding.UTF8.GetBytes(page)) { ContentType = "text/html" }));

    /// <summary>307 to an address of your choice. The fake itself makes no connection.</summary>
    /// <param name="location">Sent as <c>Location</c>, as it is.</param>
    /// <exception cref="ArgumentException">It contains characters that a header cannot have.</exception>
    public static Fault Redirect(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (location.OriginalString.Any(letter => letter is < ' ' or > '~'))
            throw new ArgumentException("A header is ASCII only. Percent-encode the other characters of the address.", nameof(location));

        return new(new AnswerStep("redirect elsewhere", _ => FakeAnswer.Redirect(location.OriginalString)));
    }
}
