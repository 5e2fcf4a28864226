using System.Diagnostics;

namespace Nest.Sdk.Cli.Tests.Tools;

/// <summary>Starts the tool with its own environment, so that no file of the user is touched.</summary>
internal sealed class Tool : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    public Tool()
    {
        ConfigFolder = _home.File("config");
        Set("XDG_CONFIG_HOME", ConfigFolder);
        Set("HOME", _home.Path);
    }

    /// <summary>The tool of a user who is authorized at a fake home.</summary>
    public Tool(FakeNestServer server)
        : this()
    {
        Set("NEST_ENDPOINT", server.Endpoint.ToString());
        Set("NEST_TOKEN_ENDPOINT", server.TokenEndpoint.ToString());
        Set("NEST_ACCESS_TOKEN", server.AccessToken);
        Set("NEST_CLIENT_ID", server.ClientId);
        Set("NEST_CLIENT_SECRET", server.ClientSecret);
    }

    public string ConfigFolder { get; }

    /// <summary>A file path for the test. The folder is deleted with the tool.</summary>
    public string File(string name, string? content = null) => _home.File(name, content);

    public Tool Set(string name, string? value)
    {
        if (value is null)
            _environment.Remove(name);
        else
            _environment[name] = value;
        return this;
    }

    /// <summary>Runs the tool to its end.</summary>
    public async Task<ToolResult> RunAsync(params string[] args)
    {
        await using var run = Start(args);
        return await run.EndAsync();
    }

    /// <summary>Runs the tool with this standard input.</summary>
    public async Task<ToolResult> RunWithInputAsync(string input, params string[] args)
    {
        await using var run = Start(args);
        await run.TypeAsync(input);
        return await run.EndAsync();
    }

    public ToolRun Start(params string[] args) => new(Info("dotnet", [Repository.Tool, .. args]));

    /// <summary>Runs a shell command in which <c>$NEST</c> is the tool.</summary>
    public async Task<ToolResult> ShellAsync(string line)
    {
        await using var run = StartShell(line);
        return await run.EndAsync();
    }

    public ToolRun StartShell(string line) => new(Info("bash", ["-c", line]));

    public void Dispose() => _home.Dispose();

    private ProcessStartInfo Info(string program, IEnumerable<string> args)
    {
        var info = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = _home.Path };
        foreach (var name in info.Environment.Keys.Where(name => name.StartsWith("NEST_", StringComparison.Ordinal)).ToList())
            info.Environment.Remove(name);
        info.Environment["NEST"] = $"dotnet {Repository.Tool}";
        foreach (var (name, value) in _environment)
            info.Environment[name] = value;
        return info;
    }
}
