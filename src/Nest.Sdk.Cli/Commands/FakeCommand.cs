using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;

#if WITH_FAKE
using System.Text.Json;
using Nest.Sdk.Testing;
#endif

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest fake</c>: runs a fake Nest home until it is stopped.</summary>
internal sealed class FakeCommand : ToolCommand
{
    private readonly Option<string?> _backend = new Option<string?>("--backend") { Description = "The service: wwn (Works with Nest), sdm (Google), or both over one house. [default: wwn]", HelpName = "wwn|sdm|both" }.OnlyOf("wwn", "sdm", "both");
    private readonly Option<int> _port = new("--port") { Description = "The front port; 0 picks a free one. With both, that of wwn.", HelpName = "N" };
    private readonly Option<string?> _home = new("--home") { Description = "Begin with the home in this file: a whole home, a snapshot line of 'nest watch --json', or the answer of GET /devices. By default a ready-made one.", HelpName = "FILE" };
    private readonly Option<string?> _save = new("--save") { Description = "Keep the home in this file: as it begins, and as it is when the fake stops.", HelpName = "FILE" };
    private readonly Option<bool> _noRedirect = new("--no-redirect") { Description = "wwn: answer data calls directly; by default they are sent to a second port (307), as Nest does." };
    private readonly Option<string[]> _redirectUri = new("--redirect-uri") { Description = "Register where codes of the consent page go. wwn: https, or http://localhost; without one it shows a PIN. sdm: any address; without one https://www.google.com and this machine.", HelpName = "URL" };

    public FakeCommand()
        : base("fake", "Run a fake Nest home on this machine: stateful, with the rules of its service. Works with Nest streams; of Google's API it has the authorization, the lists and the events.", "nest fake", "nest fake --backend sdm --json", "nest fake --home home.json --save home.json")
    {
        foreach (var option in (Option[])[_backend, _port, _home, _save, _noRedirect, _redirectUri])
            Add(option);
    }

    public override IEnumerable<Option> OptionsWithoutMeaning => GlobalOptions.OfHomes;

    public override int CodeWhenInterrupted => ExitCodes.Done;

#if WITH_FAKE
    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var save = parse.GetValue(_save);
        var home = Load(parse.GetValue(_home));
        var options = new FakeHouseOptions(parse.GetValue(_backend) ?? "wwn", parse.GetValue(_port), !parse.GetValue(_noRedirect), parse.GetValue(_redirectUri) ?? []);
        FakeHouse house;
        try
        {
            house = await FakeHouse.StartAsync(home, options, cancellationToken);
        }
        catch (IOException error)
        {
            throw new UsageException(error.Message, error);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Done;
        }

        await using (house)
        {
            // Saved at the start too, so that a file that cannot be written is reported before any work is done.
            if (save is not null)
                SaveFirst(home, save);
            FakeReport.Write(house, session);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (save is not null)
                Save(house.Home, save);
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
#else
    public override Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken) =>
        throw new UsageException("This native build has no fake home. Install the dotnet tool for it: dotnet tool install -g Nest.Sdk.Cli");
#endif
}
