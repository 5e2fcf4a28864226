using System.Globalization;
using System.Text;
using Nest.Sdk.Testing.Faults.Steps;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing;

/// <content>
/// Faults that replace the regular response. They are sent before the token is checked, on either port.
/// </content>
public partial class Fault
{
    private const string LoginPage = "<!DOCTYPE html><html><head><title>Welcome</title></head><body><h1>Accept the terms of this network to go on.</h1></body></html>";

    /// <summary>
    /// Responds with a 307 to the same path on the other port. A client that follows it is redirected in a loop while
    /// the fault lasts.
    /// </summary>
    public static Fault RedirectLoop { get; } =
        new(new AnswerStep("redirect to the other port", call => FakeAnswer.Redirect(call.Ports.Other(call.Call))));

    /// <summary>Responds with a status and its body, such as 401, 500, 503 or, for a rate limit, 429.</summary>
    /// <param name="status">The HTTP status, 200 to 599.</param>
    /// <param name="body">
    /// The JSON body. Default: the usual body of the status, in the format of the service. See
    /// docs/protocol/works-with-nest.md#errors and docs/protocol/smart-device-management.md#errors.
    /// </param>
    /// <param name="retryAfter">
    /// The value of the <c>Retry-After</c> header, in whole seconds. Default: no header; Nest did not always send it.
    /// See docs/protocol/works-with-nest.md#rate-limits.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The status is outside 200 to 599, or the time is negative.
    /// </exception>
    /// <exception cref="ArgumentException">A body was passed for a status that has no body.</exception>
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
            $"answer {status}", call => (body is null ? call.ForStatus(status) : new FakeAnswer(status, Encoding.UTF8.GetBytes(body))) with { Headers = headers }));
    }

    /// <summary>
    /// Responds with an HTML page instead of JSON or events, like the login page of a hotel network: 200,
    /// <c>text/html</c>.
    /// </summary>
    /// <param name="page">The page. Default: a short login page.</param>
    /// <param name="status">The HTTP status, 200 to 599. Default: 200.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is outside 200 to 599.</exception>
    public static Fault Html(string page = LoginPage, int status = 200)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return new(new AnswerStep("an HTML page", _ => new FakeAnswer(status, Encoding.UTF8.GetBytes(page)) { ContentType = "text/html; charset=UTF-8" }));
    }

    /// <summary>
    /// Responds with the HTML error page of Google's front end, as when the service behind it is down. See
    /// docs/protocol/smart-device-management.md#error-body.
    /// </summary>
    /// <param name="status">The HTTP status, 500 to 599. Default: 503.</param>
    /// <exception cref="ArgumentOutOfRangeException">The status is outside 500 to 599.</exception>
    public static Fault FrontEndPage(int status = 503)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 500);
        return Html(
            $"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Error {status} (Server Error)!!1</title><p><b>{status}.</b> <ins>That’s an error.</ins><p>The server encountered a temporary error. Please try again in 30 seconds.",
            status);
    }

    /// <summary>Responds with a 307 to the specified address. The fake does not connect to it.</summary>
    /// <param name="location">The value of the <c>Location</c> header, sent unchanged.</param>
    /// <exception cref="ArgumentException">The address contains characters that a header cannot have.</exception>
    public static Fault Redirect(Uri location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (location.OriginalString.Any(letter => letter is < ' ' or > '~'))
            throw new ArgumentException("The address contains characters that a header cannot have. Percent-encode all characters that are not ASCII.", nameof(location));

        return new(new AnswerStep("redirect elsewhere", _ => FakeAnswer.Redirect(location.OriginalString)));
    }
}
