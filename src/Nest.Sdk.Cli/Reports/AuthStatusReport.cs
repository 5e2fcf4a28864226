using System.Text.Json;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Reports;

/// <summary>The status of the token, for people or as one JSON object.</summary>
internal static class AuthStatusReport
{
    public static void Write(AuthStatus status, ToolSession session)
    {
        if (session.IsJson)
            session.Out.WriteLine(MaskedJson.Of(Json(status), session.Mask, JsonText.Compact).Span);
        else
            WriteLines(status, session);
    }

    private static void WriteLines(AuthStatus status, ToolSession session)
    {
        Line("account", status.Account ?? "– (the token comes from the environment)");
        if (status.Backend == NestBackend.Sdm)
            Line("backend", "sdm (Google's devices)");
        Line("token", status.HasToken ? $"kept in {status.Source}" : "none");
        Line("project", status.Project);
        Line("subscription", status.Subscription);
        Line("authorized at", TimeOf(status.Granted?.GrantedAt));
        Line("last used at", TimeOf(status.Granted?.RefreshedAt));
        Line("scopes", status.Granted is { Scopes.IsEmpty: false } granted ? string.Join(", ", granted.Scopes.Select(static scope => scope.Split('/')[^1])) : null);
        if (status.ExpiresAt is { } end)
            Line("valid until", JsonText.Time(end));
        Line("server", status switch
        {
            { HasToken: false } => "not asked",
            { IsAccepted: true } => "accepts the token",
            { IsAccepted: false } => "refuses the token",
            _ => $"unknown: {status.Trouble}",
        });
        if (status.Permissions?.AcceptedVersion is { } version)
            Line("permissions", $"version {version} of the product is accepted");
        if (status.Permissions?.Advice is { Length: > 0 } advice)
            Line("missing", advice);
        if (status.Accounts.Count > 0)
            Line("kept accounts", string.Join(", ", status.Accounts));

        void Line(string name, string? value)
        {
            if (value is not null)
                session.Out.WriteLine(session.Mask.Apply(PlainText.OneLine($"{name + ":",-15}{value}")));
        }
    }

    private static string? TimeOf(DateTimeOffset? time) => time is { } known ? JsonText.Time(known) : null;

    private static ReadOnlySpan<byte> Json(AuthStatus status) => JsonText.Line(json =>
    {
        json.WriteStartObject();
        json.WriteString("account", status.Account);
        json.WriteString("backend", $"{status.Backend}");
        json.WriteString("source", status.Source);
        json.WriteBoolean("hasToken", status.HasToken);
        if (status.ExpiresAt is { } end)
            json.WriteString("expiresAt", JsonText.Time(end));
        if (status.Backend == NestBackend.Sdm)
            WriteGoogle(json, status);
        if (status.IsAccepted is { } isAccepted)
            json.WriteBoolean("accepted", isAccepted);
        if (status.Trouble is { } trouble)
            json.WriteString("trouble", trouble);
        if (status.Permissions is { } permissions)
            Write(json, permissions);
        json.WriteStartArray("accounts");
        foreach (var account in status.Accounts)
            json.WriteStringValue(account);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteGoogle(Utf8JsonWriter json, AuthStatus status)
    {
        json.WriteString("project", status.Project);
        json.WriteString("subscription", status.Subscription);
        if (status.Granted is not { } granted)
            return;
        json.WriteString("grantedAt", TimeOf(granted.GrantedAt));
        json.WriteString("refreshedAt", TimeOf(granted.RefreshedAt));
        json.WriteStartArray("scopes");
        foreach (var scope in granted.Scopes)
            json.WriteStringValue(scope);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, WwnPermissionStatus permissions)
    {
        if (permissions.AcceptedVersion is { } version)
            json.WriteNumber("clientVersion", version);
        json.WriteStartArray("missing");
        foreach (var gap in permissions.Missing)
        {
            json.WriteStartObject();
            json.WriteString("permission", JsonNamingPolicy.CamelCase.ConvertName(gap.Permission.ToString()));
            json.WriteStartArray("paths");
            foreach (var path in gap.Paths)
                json.WriteStringValue(path);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (permissions.Advice.Length > 0)
            json.WriteString("advice", permissions.Advice);
    }
}
