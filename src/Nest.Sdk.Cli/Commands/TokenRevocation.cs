using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Sdm;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Cli.Commands;

/// <summary>Revokes a stored token at the server that granted it.</summary>
internal sealed class TokenRevocation
{
    private readonly ToolSettings _settings;
    private readonly NestToken _kept;
    private readonly ToolSession _session;
    private readonly GoogleSettings? _google;

    public TokenRevocation(ParseResult parse, ToolSettings settings, NestToken kept, ToolSession session)
    {
        (_settings, _kept, _session) = (settings, kept, session);
        _google = KeptToken.BackendOf(kept) == NestBackend.Sdm ? GoogleSettings.Read(parse, settings, kept, session) : null;
        session.Mask.Add(kept.AccessToken);
        session.Mask.Add(kept.RefreshToken);
    }

    public bool IsOfGoogle => _google is not null;

    /// <summary>What the user can do when the token could not be revoked.</summary>
    public string Remedy => IsOfGoogle ? "remove the access of the program in the Google account (https://myaccount.google.com/connections)" : "remove the product in the Nest app";

    /// <exception cref="NestAuthorizationException">The settings name another origin than the token's.</exception>
    public void ThrowIfElsewhere()
    {
        if (_google is not null)
        {
            KeptToken.ThrowIfElsewhere(_google, _kept);
            return;
        }

        KeptToken.ThrowIfElsewhere(_settings, KeptToken.EndpointOf(_kept), _settings.Endpoint);
        KeptToken.ThrowIfElsewhere(_settings, KeptToken.TokenEndpointOf(_kept), _settings.TokenEndpoint);
    }

    /// <returns>That the settings name another origin than the token's. Null when they do not.</returns>
    public string? Elsewhere() => _google is { } google
        ? KeptToken.Elsewhere(_settings, KeptToken.GoogleEndpointOf(_kept), google.Endpoint) ?? KeptToken.Elsewhere(_settings, KeptToken.GoogleTokenEndpointOf(_kept), _settings.TokenEndpoint)
        : KeptToken.Elsewhere(_settings, KeptToken.EndpointOf(_kept), _settings.Endpoint) ?? KeptToken.Elsewhere(_settings, KeptToken.TokenEndpointOf(_kept), _settings.TokenEndpoint);

    /// <exception cref="NestException">The token was not revoked.</exception>
    /// <exception cref="UsageException">The stored token endpoint is invalid.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var log = _session.IsVerbose ? new ErrorOutputLog(_session.Error) : null;
        if (_google is { } google)
        {
            using var partner = new SdmAuthorization(new SdmAuthorizationOptions { TokenEndpoint = google.TokenEndpointInUse().Uri }, loggerFactory: log);
            await partner.RevokeAsync(_kept.RefreshToken!, cancellationToken);
            return;
        }

        var options = ProductOptions.Of(_settings, _kept);
        _session.Advice = NestServers.Advice(options.TokenEndpoint);
        using var authorization = new WwnAuthorization(options, loggerFactory: log);
        await authorization.RevokeAsync(_kept.AccessToken!, cancellationToken);
    }
}
