using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Reports;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Model;

namespace Nest.Sdk.Cli.Commands;

/// <summary>A command that writes: finds the target, validates, sends, and confirms on request.</summary>
internal abstract class WriteCommand : ToolCommand
{
    /// <summary>How long to wait for the stream before writing without it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly Argument<string> _id = WordArgument.Of("ID", "The id or a unique name.");
    private readonly Option<TimeSpan?> _confirm = ValueOptions.Duration("--confirm", "Wait this long for the stream to show the outcome of the write.");
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Send nothing. Print the request and the rule checks." };

    protected WriteCommand(string name, string description, params string[] examples)
        : base(name, description, examples)
    {
        Add(_id);
        Add(_confirm);
        Add(_dryRun);
    }

    public sealed override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        Validate(parse);
        if (parse.GetValue(_confirm) == TimeSpan.Zero)
            throw new UsageException("--confirm must be positive. Write it like 10s, or omit it.");
        var report = new WriteReport(session, parse.GetValue(_id)!);
        try
        {
            return await RunAsync(parse, session, report, cancellationToken);
        }
        catch (Exception error) when (report.Note(error))
        {
            throw;
        }
        finally
        {
            report.Finish();
        }
    }

    private async Task<int> RunAsync(ParseResult parse, ToolSession session, WriteReport report, CancellationToken cancellationToken)
    {
        await using var home = await HomeConnection.OpenAsync(parse, session, cancellationToken);
        if (home.Google is not null && home.Client.Capabilities.Supported.IsEmpty)
        {
            report.Begin(parse.GetValue(_id)!, parse.GetValue(_id)!, null);
            throw new NestNotSupportedException("This version only reads Google's devices and cannot change them. Nothing was sent.") { Backend = home.Client.Backend };
        }

        var confirm = parse.GetValue(_confirm);
        await using var held = confirm is null ? null : home.Client.KeepConnected();
        var model = await ReadAsync(home.Client, confirm, cancellationToken);
        var target = Find(model, parse.GetValue(_id)!);
        var unknown = target.Hint is not null && !IsOfAnotherKind(model, target.Id) ? $"The home has no {Name} '{target.Name}'." : null;
        report.Begin(target.Name, target.Label ?? target.Name, unknown);
        var options = new NestWriteOptions { Confirm = confirm, DryRun = parse.GetValue(_dryRun) };
        try
        {
            var code = await WriteAsync(parse, new HomeWriter(home.Client, model, target.Id, options), report, cancellationToken);
            // Only a dry run gets here with an unknown target.
            if (target.Hint is { } hint)
                session.Error.WriteLine($"nest: {hint}");
            return code;
        }
        catch (NestRuleException error) when (error.Rule == NestRule.KnownId && unknown is not null)
        {
            throw new NestRuleException($"{unknown} Nothing was sent. {target.Hint}", error) { Rule = error.Rule, Value = error.Value, Allowed = error.Allowed, Steps = error.Steps };
        }
    }

    /// <summary>For such an id the rule check names the kind.</summary>
    private static bool IsOfAnotherKind(DataModel home, string id) =>
        home.Structures.ContainsKey(id) || home.Devices.Thermostats.ContainsKey(id) || home.Devices.SmokeCoAlarms.ContainsKey(id) || home.Devices.Cameras.ContainsKey(id);

    /// <exception cref="UsageException">The options do not fit together.</exception>
    protected abstract void Validate(ParseResult parse);

    protected abstract WriteTarget Find(DataModel model, string idOrName);

    /// <returns>The exit code.</returns>
    protected abstract Task<int> WriteAsync(ParseResult parse, HomeWriter writer, WriteReport report, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the home. With --confirm it comes from the stream, since only an open stream distinguishes a new value
    /// from an old one.
    /// </summary>
    private static async Task<DataModel> ReadAsync(INestClient client, TimeSpan? confirm, CancellationToken cancellationToken)
    {
        if (confirm is { } patience)
        {
            using var limit = new CancellationTokenSource(patience < LongestWait ? patience : LongestWait, TimeProvider.System);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                await foreach (var home in client.ReadUpdatesAsync(either.Token))
                    return home;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // Without a stream the write is still sent, but is unlikely to be confirmed.
            }
        }

        return await client.GetAsync(cancellationToken);
    }

    /// <summary>The target of a write and its options.</summary>
    protected sealed record HomeWriter(INestClient Client, DataModel Home, string Id, NestWriteOptions Options);
}
