using System.Net;

namespace Nest.Sdk.Testing.Google.Grants;

/// <summary>
/// The HTML of the partner page. The form field <c>decision</c> is <c>accept</c> or <c>deny</c>, <c>user</c> is the
/// number of a user. With the hidden field <c>picked</c>, the fields <c>scope</c> and, for user 1, <c>device-1</c> name
/// all that is granted.
/// </summary>
internal static class PartnerHtml
{
    public static string Question(string project, IReadOnlyList<IReadOnlyList<(string Id, string Name)>> homes, IReadOnlyList<string> scopes) => Document(
        $"""
        <p>The project {Encode(project)} wants to access your homes and devices.</p>
        <form method="post">
        <input type="hidden" name="picked" value="1">
        <p><label>As <select name="user">{string.Concat(homes.Select((_, index) => $"<option value=\"{index + 1}\">user {index + 1}</option>"))}</select></label></p>
        {string.Concat(homes.Select(Home))}<p>It will be able to use:</p>
        {string.Concat(scopes.Select(scope => Box("scope", scope, scope)))}<button name="decision" value="accept">Allow</button>
        <button name="decision" value="deny">Cancel</button>
        </form>
        """);

    public static string Message(string text) => Document($"<p id=\"message\">{Encode(text)}</p>");

    private static string Home(IReadOnlyList<(string Id, string Name)> items, int index) =>
        $"<fieldset><legend>User {index + 1}</legend>\n{string.Concat(items.Select(item => Box($"device-{index + 1}", item.Id, item.Name)))}</fieldset>\n";

    private static string Box(string field, string value, string text) =>
        $"<label><input type=\"checkbox\" name=\"{field}\" value=\"{Encode(value)}\" checked> {Encode(text)}</label><br>\n";

    private static string Document(string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>A fake Google account</title></head>
        <body>
        <h1>A fake Google account</h1>
        {body}
        </body>
        </html>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
