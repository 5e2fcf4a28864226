using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;

#if WITH_FAKE
using System.Text.Json;
using Nest.Sdk.Testing;
#endif

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest fake</c>: runs a fake Nest home until it is stopped.</summary>
internal sealed class FakeCommand : ToolCommand
{
    private readonly Option<int> _port = new("--port") { Description = "The front port; 0 picks a free one.", HelpName = "N" };
    private readonly Option<string?> _home = new("--home") { Description = "Begin with the home in this file: a whole home, a snapshot line of 'nest watch --json', or the answer of GET /devices. By default a ready-made one.", HelpName = "FILE" };
    private readonly Option<string?> _save = new("--save") { Description = "Keep the home in this file: as it begins, and as it is when the fake stops.", HelpName = "FILE" };
    private readonly Option<bool> _noRedirect = new("--no-redirect") { Description = "Answer data calls directly; by default they are sent to a second port (307), as Nest does." };
    private readonly Option<string[]> _redirectUri = new("--redirect-uri") { Description = "Register where codes of the consent page go: https, or http://localhost. Without one it shows a PIN.", HelpName = "URL" };

    public FakeCommand()
        : base("fake", "Run a fake Nest home on this machine: stateful, streaming, with Nest's rules.", "nest fake", "nest fake --port 8080 --json", "nest fake --home home.json --save home.json")
    {
        foreach (var option in (Option[])[_port, _home, _save, _noRedirect, _redirectUri])
            Add(option);
    }

    public override IEnumerable<Option> OptionsWithoutMeaning => [GlobalOptions.Endpoint, GlobalOptions.TokenEndpoint, GlobalOptions.Account];

    public override int CodeWhenInterrupted => ExitCodes.Done;

#if WITH_FAKE
    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var save = parse.GetValue(_save);
        var options = new FakeNestServerOptions { Port = parse.GetValue(_port), Redirect = !parse.GetValue(_noRedirect), RedirectUris = parse.GetValue(_redirectUri) ?? [] };
        var home = Load(parse.GetValue(_home));
        FakeNestServer server;
        try
        {
            server = await FakeNestServer.StartAsync(home, options, cancellationToken);
        }
        catch (IOException error)
        {
            throw new UsageException(error.Message, error);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Done;
        }

        await using (server)
        {
            // Saved at the start too, so that a file that cannot be written is reported before any work is done.
            if (save is not null)
                SaveFirst(home, save);
            Tell(server, session);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (save is not null)
                Save(server.Home, save);
        }

        return ExitCodes.Done;
    }

    private static FakeHome Load(string? file)
    {
        try
        {
            return file is null ? TestHomes.House : HomeFile.Load(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or JsonException or ArgumentException)
        {
            throw new UsageException($"--home: {error.Message}", error);
        }
    }

    private static void SaveFirst(FakeHome home, string file)
    {
        try
        {
            Save(home, file);
        }
        catch (IOException error)
        {
            throw new UsageException($"--save: {error.Message}", error);
        }
    }

    private static void Save(FakeHome home, string file)
    {
        try
        {
            home.SaveFile(file);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException($"The home cannot be saved: {error.Message}", error);
        }
    }

    /// <summary>Its secrets open a fake home only, so they are printed.</summary>
    private static void Tell(FakeNestServer server, ToolSession session)
    {
        if (!session.IsJson)
        {
            session.Out.WriteLine($"A fake Nest home listens at {server.Endpoint} until Ctrl+C. For other commands:");
            session.Out.WriteLine($"  export NEST_ENDPOINT={server.Endpoint} NEST_TOKEN_ENDPOINT={server.TokenEndpoint} NEST_AUTHORIZATION_ENDPOINT={server.AuthorizationEndpoint}");
            session.Out.WriteLine($"  export NEST_ACCESS_TOKEN={server.AccessToken}");
            session.Out.WriteLine($"  export NEST_CLIENT_ID={server.ClientId} NEST_CLIENT_SECRET={server.ClientSecret}");
            session.Out.WriteLine($"PIN: {server.Pin}   ('nest auth url' has the consent page, which gives others)");
            return;
        }

        session.Out.WriteLine(JsonText.Line(json =>
        {
            json.WriteStartObject();
            json.WriteString("url", server.Endpoint.ToString());
            json.WriteString("tokenEndpoint", server.TokenEndpoint.ToString());
            json.WriteString("accessToken", server.AccessToken);
            json.WriteString("clientId", server.ClientId);
            json.WriteString("clientSecret", server.ClientSecret);
            json.WriteString("pin", server.Pin);
            json.WriteEndObject();
        }));
    }
#else
    public override Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken) =>
        throw new UsageException("This native build has no fake home. Install the dotnet tool for it: dotnet tool install -g Nest.Sdk.Cli");
#endif
}
