using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest set structure</c>.</summary>
internal sealed class SetStructureCommand : WriteCommand
{
    private readonly Option<string?> _away = new Option<string?>("--away") { Description = "Whether someone is home." }.OnlyOf("home", "away");
    private readonly Option<string?> _name = new("--name") { Description = "The name.", HelpName = "TEXT" };
    private readonly Option<(DateTimeOffset Begin, DateTimeOffset? End)?> _eta = ValueOptions.Of<(DateTimeOffset Begin, DateTimeOffset? End)>(
        "--eta", "The estimated arrival: a time, or the earliest and the latest time.", "TIME[/TIME]", ArrivalText.TryParse, ArrivalText.Advice);

    private readonly Option<bool> _cancelEta = new("--cancel-eta") { Description = "Cancel the arrival of a trip." };
    private readonly Option<string?> _trip = new("--trip") { Description = "A name for the trip, of your choice.", HelpName = "ID" };

    public SetStructureCommand()
        : base(
            "structure",
            "Change a structure.",
            "nest set structure Home --away away",
            "nest set structure Home --eta 2026-05-01T18:30:00+02:00 --trip commute",
            "nest set structure Home --cancel-eta --trip commute")
    {
        foreach (var option in (Option[])[_away, _name, _eta, _cancelEta, _trip])
            Add(option);
    }

    protected override void Validate(ParseResult parse)
    {
        var (hasEta, isCancelled, hasTrip) = (parse.GetValue(_eta) is not null, parse.GetValue(_cancelEta), parse.GetValue(_trip) is not null);
        if (hasEta && isCancelled)
            throw new UsageException("Give either --eta or --cancel-eta, not both.");
        if ((hasEta || isCancelled) != hasTrip)
            throw new UsageException(hasTrip ? "--trip needs --eta or --cancel-eta." : "--eta and --cancel-eta need --trip, a name for the trip. The same name updates or cancels it.");
        if (Change(parse) == new StructureSettings())
            throw new UsageException("Nothing to set. Give at least one of --away, --name, --eta and --cancel-eta.");
    }

    protected override WriteTarget Find(DataModel model, string idOrName) =>
        TargetNames.Find("structure", idOrName, model.Structures.AsSpan().ToArray().Select(static pair => (pair.Key, (string?[])[pair.Value.Name])), DeviceNames.OfKinds(model).Structure);

    protected override async Task<int> WriteAsync(ParseResult parse, HomeWriter writer, WriteReport report, CancellationToken cancellationToken) =>
        report.Show(await writer.Client.Structures.SetAsync(writer.Id, Change(parse), writer.Options, cancellationToken));

    private StructureSettings Change(ParseResult parse) => new()
    {
        Away = AwayState.From(parse.GetValue(_away)),
        Name = parse.GetValue(_name),
        Eta = parse.GetValue(_eta) is { } eta ? ArrivalText.ToEta(eta, parse.GetValue(_trip)!) : null,
        CancelEtaOfTrip = parse.GetValue(_cancelEta) ? parse.GetValue(_trip) : null,
    };
}
