using System.CommandLine;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest set camera</c>.</summary>
internal sealed class SetCameraCommand : WriteCommand
{
    private readonly Option<string> _streaming = new Option<string>("--streaming") { Description = "Whether the camera streams.", Required = true }.OnlyOf("on", "off");

    public SetCameraCommand()
        : base("camera", "Turn the stream of a camera on or off.", "nest set camera Porch --streaming off") => Add(_streaming);

    protected override void Validate(ParseResult parse)
    {
    }

    protected override WriteTarget Find(DataModel model, string idOrName) =>
        TargetNames.Find("camera", idOrName, model.Devices.Cameras.AsSpan().ToArray().Select(static pair => (pair.Key, (string?[])[pair.Value.Name, pair.Value.NameLong])), DeviceNames.OfKinds(model).Camera);

    protected override async Task<int> WriteAsync(ParseResult parse, HomeWriter writer, WriteReport report, CancellationToken cancellationToken) =>
        report.Show(await writer.Client.Cameras.SetStreamingAsync(writer.Id, parse.GetValue(_streaming) == "on", writer.Options, cancellationToken));
}
