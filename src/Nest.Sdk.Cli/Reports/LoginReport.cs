using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;

namespace Nest.Sdk.Cli.Reports;

/// <summary>Reports a login for Google's devices, for people or as one JSON object.</summary>
/// <param name="session">The session.</param>
/// <param name="account">The account.</param>
/// <param name="folder">Where the token is kept.</param>
internal sealed class LoginReport(ToolSession session, string account, string folder)
{
    /// <param name="token">The kept token.</param>
    /// <param name="homes">The homes. Null when they could not be listed.</param>
    public void Show(NestToken token, GoogleHomes? homes)
    {
        if (session.IsJson)
            session.Out.WriteLine(MaskedJson.Of(Json(token, homes), session.Mask, JsonText.Compact).Span);
        else
            Lines(homes);
        if (homes is { DeviceCount: 0, Homes: [] })
            session.Error.WriteLine("nest: Google lists no devices: the user granted none. Log in again, and choose the home and its devices on Google's page.");
    }

    private void Lines(GoogleHomes? homes)
    {
        Line($"The refresh token of the account '{account}' is kept in {folder}.");
        if (homes is null)
            return;
        Line($"devices: {homes.DeviceCount}");
        foreach (var (_, name) in homes.Homes)
            Line($"home: {name}");

        void Line(string text) => session.Out.WriteLine(session.Mask.Apply(PlainText.OneLine(text)));
    }

    private ReadOnlySpan<byte> Json(NestToken token, GoogleHomes? homes) => JsonText.Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("account", account);
        json.WriteString("folder", folder);
        json.WriteString("backend", $"{NestBackend.Sdm}");
        json.WriteString("project", token.ProjectId);
        if (token.Subscription is { } subscription)
            json.WriteString("subscription", subscription);
        json.WriteStartArray("scopes");
        foreach (var scope in token.Scopes)
            json.WriteStringValue(scope);
        json.WriteEndArray();
        if (homes is not null)
        {
            json.WriteNumber("devices", homes.DeviceCount);
            json.WriteStartArray("homes");
            foreach (var (id, name) in homes.Homes)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteString("name", name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });
}
