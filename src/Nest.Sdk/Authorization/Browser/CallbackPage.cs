using System.Globalization;
using System.Text;

namespace Nest.Sdk.Authorization.Browser;

/// <summary>What the browser gets to see at the redirect address. Nothing of the request stands in it.</summary>
internal sealed class CallbackPage
{
    private readonly string _reason;
    private readonly string _title;
    private readonly string _text;

    private CallbackPage(int status, string reason, string title, string text) => (Status, _reason, _title, _text) = (status, reason, title, text);

    public static CallbackPage Done { get; } = new(200, "OK", "Connected", "Your Nest account is connected. You can close this page and go back to the program.");

    public static CallbackPage Declined { get; } = new(200, "OK", "Not connected", "You declined, so nothing was connected. You can close this page.");

    public static CallbackPage Failed { get; } = new(200, "OK", "Not connected", "Nest did not confirm the connection. The program says what to do. You can close this page.");

    public static CallbackPage Foreign { get; } = new(400, "Bad Request", "Not this one", "This page does not belong to the authorization that the program waits for. Close it, and go on in the page that opened last.");

    public static CallbackPage Again { get; } = new(409, "Conflict", "Answered already", "The program has its answer already. You can close this page.");

    public static CallbackPage NotUnderstood { get; } = new(400, "Bad Request", "Not understood", "The program could not make sense of this request.");

    public static CallbackPage NotFound { get; } = new(404, "Not Found", "Nothing here", "Nothing is at this address.");

    public static CallbackPage WrongMethod { get; } = new(405, "Method Not Allowed", "Nothing here", "Only a browser's GET is answered here.");

    public int Status { get; }

    /// <summary>The whole answer. The address holds the code, so it goes into no cache and to no other page.</summary>
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
