using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest devices</c>: one row for each device and structure.</summary>
internal sealed class DevicesCommand()
    : ToolCommand("devices", "List the structures and devices of the home, with their ids and states.", "nest devices", "nest devices --json", "nest devices --account cabin")
{
    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        await using var home = await HomeConnection.OpenAsync(parse, session, cancellationToken);
        var model = await home.Client.GetAsync(cancellationToken);
        if (session.IsJson)
            session.Out.WriteLine(MaskedJson.Of(DeviceJson.Of(model), session.Mask, JsonText.Compact).Span);
        else
            DeviceTable.Write(model, session, TimeProvider.System);
        return ExitCodes.Done;
    }
}
