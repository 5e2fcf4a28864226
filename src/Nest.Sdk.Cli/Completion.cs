using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Nest.Sdk.Cli.Commands;
using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Settings;
using Nest.Sdk.Cli.Values;

namespace Nest.Sdk.Cli;

/// <summary>
/// Answers the scripts of <c>nest completion</c>: the words that fit, a line each. Reads local files only.
/// </summary>
internal sealed class Completion
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private Command _command;
    private Option? _pending;
    private string? _account;
    private int _place;
    private bool _hasOnlyNames;

    private Completion(Command root, IEnumerable<string> words)
    {
        _command = root;
        foreach (var word in words)
            Take(word);
    }

    /// <param name="args">
    /// The question: its kind, the place of the word in question, and the words, the name of the tool first.
    /// </param>
    /// <param name="root">The root of the commands.</param>
    /// <param name="output">Where to write.</param>
    /// <returns>The exit code.</returns>
    public static int Answer(string[] args, Command root, StandardOutput output)
    {
        var isBash = args[0] == CompletionScripts.Bash;
        var typed = args[2..];
        if (!int.TryParse(args[1], CultureInfo.InvariantCulture, out var place) || place < 1 || place > typed.Length)
            return ExitCodes.Done;
        var raw = place < typed.Length ? typed[place] : "";
        var words = isBash ? Array.ConvertAll(typed, BashWord.Read) : typed;
        // bash cuts --mode=heat into three words.
        var current = place == typed.Length || (isBash && raw == "=") ? "" : words[place];
        var completion = new Completion(root, words.Take(1..place).Where(word => !isBash || word != "="));
        var fitting = completion.Fitting(current);
        foreach (var word in fitting)
            output.WriteLine(isBash ? BashWord.Write(word, raw) : word);
        return fitting.Count == 0 && completion.TakesFiles ? CompletionScripts.FilesFit : ExitCodes.Done;
    }

    private bool TakesFiles => _pending is { HelpName: "FILE" } || (_pending is null && _command is DiffCommand);

    private IEnumerable<Option> Options => _command.Options
        .Concat(Above().SelectMany(static parent => parent.Options.Where(static option => option.Recursive)))
        .Where(option => !option.Hidden && !ToolCommand.HiddenOf(_command).Contains(option));

    private List<string> Fitting(string current)
    {
        if (_hasOnlyNames)
            return Matching(Words(), current);
        var equals = current.StartsWith("--", StringComparison.Ordinal) ? current.IndexOf('=', StringComparison.Ordinal) : -1;
        if (_pending is null && equals > 0)
            return Named(current[..equals]) is { } option ? Matching(ValuesOf(option).Select(value => $"{option.Name}={value}"), current) : [];
        return Matching(_pending is { } pending ? ValuesOf(pending) : current.StartsWith('-') ? Options.Select(static option => option.Name).Where(name => !_used.Contains(name)) : Words(), current);
    }

    private static List<string> Matching(IEnumerable<string> words, string current)
    {
        var all = words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var exact = all.FindAll(word => word.StartsWith(current, StringComparison.Ordinal));
        return exact.Count > 0 ? exact : all.FindAll(word => word.StartsWith(current, StringComparison.OrdinalIgnoreCase));
    }

    private void Take(string word)
    {
        if (_hasOnlyNames)
        {
            _place++;
        }
        else if (word == "--")
        {
            _hasOnlyNames = true;
            _pending = null;
        }
        else if (_pending is not null)
        {
            _account = _pending == GlobalOptions.Account ? word : _account;
            _pending = null;
        }
        else if (word.StartsWith('-'))
        {
            var parts = word.Split('=', 2);
            var option = Named(parts[0]);
            _used.Add(parts[0]);
            _pending = parts.Length == 1 && option is { Arity.MaximumNumberOfValues: > 0 } && option.ValueType != typeof(bool) ? option : null;
            _account = parts.Length == 2 && option == GlobalOptions.Account ? parts[1] : _account;
        }
        else if (_command.Subcommands.FirstOrDefault(part => part.Name == word) is { } part)
        {
            _command = part;
        }
        else
        {
            _place++;
        }
    }

    private Option? Named(string name) => _command.Options.Concat(Above().SelectMany(static parent => parent.Options)).FirstOrDefault(option => option.Name == name);

    private IEnumerable<string> Words()
    {
        if (_command.Subcommands.Count > 0)
            return _place == 0 ? _command.Subcommands.Where(static part => !part.Hidden).Select(static part => part.Name) : [];
        if (_place >= _command.Arguments.Count)
            return [];
        return _command is WriteCommand ? HomeNames.Read(Account(), _command.Name) : Labels(_command.Arguments[_place].GetCompletions(CompletionContext.Empty));
    }

    private static IEnumerable<string> ValuesOf(Option option) => option == GlobalOptions.Account
        ? Accounts()
        : [.. Labels(option.GetCompletions(CompletionContext.Empty)), .. OneOf.WordsOf(option.HelpName)];

    private static IEnumerable<string> Labels(IEnumerable<CompletionItem> items) => items.Select(static item => item.InsertText ?? item.Label);

    /// <summary>As commands choose it; null for the token of the environment.</summary>
    private string? Account() => _account ?? (HasToken ? null : NestAccounts.Default);

    private static bool HasToken =>
        ToolSettings.Variable(ToolSettings.TokenVariable) is not null || (ToolSettings.Variable(ToolSettings.RefreshTokenVariable) is not null && ToolSettings.Variable(GoogleSettings.ProjectVariable) is not null);

    private static IReadOnlyList<string> Accounts()
    {
        try
        {
            // The store answers at once: it lists a folder.
            return new FileTokenStore().GetAccountsAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (NestTokenStoreException)
        {
            return [];
        }
    }

    private IEnumerable<Command> Above()
    {
        for (var at = _command.Parents.OfType<Command>().FirstOrDefault(); at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
            yield return at;
    }
}
