using System.CommandLine;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest set</c>: the writes.</summary>
internal sealed class SetCommand : Command
{
    public SetCommand()
        : base("set", "Change a thermostat, a structure or a camera. Nest's rules are checked first; a refused write sends nothing.")
    {
        Add(new SetThermostatCommand());
        Add(new SetStructureCommand());
        Add(new SetCameraCommand());
    }
}
