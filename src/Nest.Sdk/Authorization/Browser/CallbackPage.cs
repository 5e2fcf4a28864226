using System.Globalization;
using System.Text;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>A page that the redirect address serves to the browser. It contains nothing of the request.</summary>
internal sealed class CallbackPage
{
    private readonly string _reason;
    private readonly string _title;
    private readonly string _text;

    private CallbackPage(int status, string reason, string title, string text) => (Status, _reason, _title, _text) = (status, reason, title, text);

    public static CallbackPage Done { get; } = new(200, "OK", "Connected", "Your Nest account is connected. You can close this page and go back to the program.");

    public static CallbackPage Declined { get; } = new(200, "OK", "Not connected", "You declined, so nothing was connected. You can close this page.");

    public static CallbackPage Failed { get; } = new(200, "OK", "Not connected", "Nest did not confirm the connection. The program shows what to do. You can close this page.");

    public static CallbackPage Foreign { get; } = new(400, "Bad Request", "Wrong page", "This page does not belong to the current authorization. Close it, and continue in the page that opened last.");

    public static CallbackPage Again { get; } = new(409, "Conflict", "Already completed", "The program already has a result. You can close this page.");

    public static CallbackPage NotUnderstood { get; } = new(400, "Bad Request", "Bad request", "The program could not read this request.");

    public static CallbackPage NotFound { get; } = new(404, "Not Found", "Not found", "There is no page at this address.");

    public static CallbackPage WrongMethod { get; } = new(405, "Method Not Allowed", "Method not allowed", "This address accepts only GET.");

    public int Status { get; }

    /// <summary>
    /// Gets the whole response. Its address contains the code, so it must not be cached or sent as a referrer.
    /// </summary>
    public byte[] ToBytes()
    {
        var body = Encoding.UTF8.GetBytes($$"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{_title}}</title>
            <style>body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 32rem; padding: 0 1rem }</style></head>
            <body><h1>{{_title}}</h1><p>{{_text}}</p></body>
            </html>
            """);
        var allow = Status == 405 ? "Allow: GET\r\n" : "";
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {_reason}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {body.Length}\r\n{allow}Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
