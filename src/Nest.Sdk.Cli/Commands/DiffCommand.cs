using System.Buffers;
using System.CommandLine;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Cli.Commands;

/// <summary><c>nest diff</c>: the patch between two JSON documents.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string> _old = WordArgument.Of("OLD", "A JSON file, or - for standard input.");
    private readonly Argument<string> _new = WordArgument.Of("NEW", "A JSON file, or - for standard input.");

    public DiffCommand()
        : base(
            "diff",
            "Print the patch (RFC 6902) that turns one JSON file into another: [] and exit code 0 when they are equal, exit code 1 when they differ.",
            "nest diff yesterday.json today.json",
            "nest get --json | nest diff yesterday.json -")
    {
        Add(_old);
        Add(_new);
    }

    public override IEnumerable<Option> OptionsWithoutMeaning => GlobalOptions.OfHomes;

    public override async Task<int> RunAsync(ParseResult parse, ToolSession session, CancellationToken cancellationToken)
    {
        var (old, next) = (parse.GetValue(_old)!, parse.GetValue(_new)!);
        if (old == StandardInput && next == StandardInput)
            throw new UsageException("Only one document can come from standard input. Name a file for the other.");
        var oldJson = await ReadAsync(old, cancellationToken);
        var nextJson = await ReadAsync(next, cancellationToken);
        // The error does not say which document is invalid, so each is validated first.
        Check(oldJson, old);
        Check(nextJson, next);
        var changes = Utf8JsonDiff.Compare(oldJson.Span, nextJson.Span);
        if (session.IsJson || changes.IsEmpty)
            WriteWhole(changes, session);
        else
            WriteLines(changes, session);
        return changes.IsEmpty ? ExitCodes.Done : ExitCodes.Different;
    }

    private static void WriteWhole(JsonChanges changes, ToolSession session)
    {
        var patch = new ArrayBufferWriter<byte>();
        changes.WritePatch(patch);
        session.Out.WriteLine(patch.WrittenSpan);
    }

    /// <summary>Writes the patch with one operation on each line, for people and line tools.</summary>
    private static void WriteLines(JsonChanges changes, ToolSession session)
    {
        var lines = new ArrayBufferWriter<byte>();
        lines.Write("[\n"u8);
        var operation = new ArrayBufferWriter<byte>();
        for (var i = 0; i < changes.Count; i++)
        {
            operation.ResetWrittenCount();
            JsonPatch.Write([changes[i].ToOperation()], operation);
            lines.Write("  "u8);
            lines.Write(operation.WrittenSpan[1..^1]);
            lines.Write(i + 1 < changes.Count ? ",\n"u8 : "\n"u8);
        }

        lines.Write("]"u8);
        session.Out.WriteLine(lines.WrittenSpan);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (file != StandardInput)
                return WithoutMark(await File.ReadAllBytesAsync(file, cancellationToken));
            var input = new MemoryStream();
            // The read cannot be canceled, only abandoned.
            await Task.Run(() => System.Console.OpenStandardInput().CopyTo(input), CancellationToken.None).WaitAsync(cancellationToken);
            return WithoutMark(input.GetBuffer().AsMemory(0, (int)input.Length));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{Shown(file)} cannot be read: {error.Message}", error);
        }
    }

    private static void Check(ReadOnlyMemory<byte> json, string file)
    {
        try
        {
            // Passed as the new document, because errors about the old one start with a prefix.
            _ = Utf8JsonDiff.Compare("null"u8, json.Span);
        }
        catch (JsonInputException error)
        {
            throw new UsageException($"{Shown(file)} is not valid JSON: {error.Message}", error);
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) => utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static string Shown(string file) => file == StandardInput ? "Standard input" : $"'{file}'";
}
