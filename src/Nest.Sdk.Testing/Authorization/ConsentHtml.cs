using System.Net;

namespace Nest.Sdk.Testing.Authorization;

/// <summary>
/// The HTML pages for users. The form field <c>decision</c> is <c>accept</c> or <c>deny</c>. The element with the id
/// <c>pin</c> contains the PIN.
/// </summary>
internal static class ConsentHtml
{
    public static string Question(FakePermissions permissions, IReadOnlyList<IHomeUser> users) => Document(
        $"""
        <p>A client asks for: {Encode($"{permissions}")}.</p>
        <form method="post">
        {Choice(users)}
        <button name="decision" value="accept">Accept</button>
        <button name="decision" value="deny">Deny</button>
        </form>
        """);

    public static string Pin(string pin) => Document($"<p>Type this PIN into your product:</p>\n<p><strong id=\"pin\">{Encode(pin)}</strong></p>");

    public static string Message(string text) => Document($"<p id=\"message\">{Encode(text)}</p>");

    private static string Choice(IReadOnlyList<IHomeUser> users)
    {
        var options = users.Select((user, index) => $"<option value=\"{index + 1}\">{Encode(Name(user, index + 1))}</option>");
        return $"<p><label>As <select name=\"user\">{string.Concat(options)}</select></label></p>";
    }

    private static string Name(IHomeUser user, int number) => $"user {number}: {string.Join(", ", user.Home.StructureNames)}";

    private static string Document(string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>A fake Nest home</title></head>
        <body>
        <h1>A fake Nest home</h1>
        {body}
        </body>
        </html>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
