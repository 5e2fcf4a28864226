using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest get</c>: the JSON value at a path.</summary>
internal sealed class GetCommand : ToolCommand
{
    private readonly Argument<string> _path = WordArgument.Of("PATH", "The path in the data model, such as /devices/thermostats/ID/humidity.");

    public GetCommand()
        : base("get", "Print the JSON value at a path of the home, by default the whole home. Tokens are masked.", "nest get", "nest get /structures --json", "nest get /devices/thermostats/ID/humidity")
    {
        _path.DefaultValueFactory = static _ => "/";
        Add(_path);
    }

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var path = parse.GetValue(_path)!;
        await using var home = await HomeConnection.OpenAsync(parse, session, cancellationToken);
        var value = await home.Client.GetRawAsync(path, cancellationToken);
        if (path.Trim('/').Length == 0)
            home.Remember(DataModelReader.Read(JsonMarshal.GetRawUtf8Value(value)).Model);
        var isToken = SecretMask.IsSecretName(path.TrimEnd('/').Split('/')[^1]);
        var json = isToken ? "\"***\""u8 : JsonMarshal.GetRawUtf8Value(value);
        if (session.IsJson)
            session.Out.WriteLine(MaskedJson.Of(json, session.Mask, JsonText.Compact).Span);
        else
            session.Out.WriteLine(PlainText.OfJson(Encoding.UTF8.GetString(MaskedJson.Of(json, session.Mask, JsonText.Indented).Span)));
        return ExitCodes.Done;
    }
}
