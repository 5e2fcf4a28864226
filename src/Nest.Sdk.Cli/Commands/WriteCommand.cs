using System.CommandLine;
using Nest.Sdk.Cli.Output;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Commands;

/// <summary>A command that writes: finds the device, checks, sends, and perhaps watches.</summary>
internal abstract class WriteCommand : ToolCommand
{
    private readonly Argument<string> _id = WordArgument.Of("ID", "The id, or a name that only one has.");
    private readonly Option<TimeSpan?> _confirm = ValueOptions.Duration("--confirm", "Watch the stream for this long for what became of the write.");
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Send nothing; print the request and the rule checks." };

    protected WriteCommand(string name, string description, params string[] examples)
        : base(name, description, examples)
    {
        Add(_id);
        Add(_confirm);
        Add(_dryRun);
    }

    public sealed override async Task<int> RunAsync(ParseResult parse, Session session, CancellationToken cancellationToken)
    {
        Validate(parse);
        if (parse.GetValue(_confirm) == TimeSpan.Zero)
            throw new UsageException("--confirm needs more than no time. Write it like 10s, or leave it out.");
        await using var home = await HomeConnection.OpenAsync(parse, session, cancellationToken);
        var model = await home.Client.GetAsync(cancellationToken);
        var target = Find(model, parse.GetValue(_id)!);
        var report = new WriteReport(session, target.Name);
        var options = new NestWriteOptions { Confirm = parse.GetValue(_confirm), DryRun = parse.GetValue(_dryRun) };
        return await WriteAsync(parse, new HomeWriter(home.Client, model, target.Id, options), report, cancellationToken);
    }

    /// <exception cref="UsageException">What was typed does not go together.</exception>
    protected abstract void Validate(ParseResult parse);

    protected abstract (string Id, string Name) Find(DataModel model, string idOrName);

    /// <returns>The exit code.</returns>
    protected abstract Task<int> WriteAsync(ParseResult parse, HomeWriter writer, WriteReport report, CancellationToken cancellationToken);

    /// <summary>What a write goes to, and how.</summary>
    protected sealed record HomeWriter(INestClient Client, DataModel Home, string Id, NestWriteOptions Options);
}
