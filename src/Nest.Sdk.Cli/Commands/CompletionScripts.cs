namespace Nest.Sdk.Cli.Commands;

/// <summary>
/// The scripts of <c>nest completion</c>. Each asks the tool for the matching words. The exit code
/// <see cref="FilesFit"/> makes the shell complete files.
/// </summary>
internal static class CompletionScripts
{
    /// <summary>The first argument of the question: words and answers are quoted for bash.</summary>
    public const string Bash = "[complete:bash]";

    /// <summary>The first argument of the question: words and answers are plain.</summary>
    public const string Plain = "[complete:plain]";

    /// <summary>The exit code where a file can stand.</summary>
    public const int FilesFit = 3;

    public static string Of(string shell) => shell switch
    {
        "bash" => """
            # Completion of nest for bash.
            _nest() {
                local words word
                words=$(nest '[complete:bash]' "$COMP_CWORD" "${COMP_WORDS[@]}" 2>/dev/null) || compopt -o default 2>/dev/null
                COMPREPLY=()
                while IFS= read -r word; do
                    [ -n "$word" ] && COMPREPLY+=("$word")
                done <<< "$words"
            }
            complete -F _nest nest

            """,
        "zsh" => """
            #compdef nest
            # Completion of nest for zsh.
            _nest() {
                local found
                if found=$(nest '[complete:plain]' $((CURRENT - 1)) "${(@Q)words}" 2>/dev/null); then
                    [[ -n $found ]] && compadd -- "${(@f)found}"
                else
                    _files
                fi
            }
            compdef _nest nest

            """,
        "fish" => """
            # Completion of nest for fish.
            function __nest_complete
                set -l words (commandline -opc)
                set -l current (commandline -ct)
                nest '[complete:plain]' (count $words) $words "$current" 2>/dev/null
                or __fish_complete_path "$current"
            end
            complete -c nest -f -a '(__nest_complete)'

            """,
        _ => """
            # Completion of nest for PowerShell.
            Register-ArgumentCompleter -Native -CommandName nest -ScriptBlock {
                param($word, $ast, $cursor)
                $words = @($ast.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { if ($_.Value -is [string]) { $_.Value } else { $_.Extent.Text } })
                $index = if ($word) { $words.Count - 1 } else { $words.Count }
                nest '[complete:plain]' $index @words 2>$null | ForEach-Object {
                    $text = if ($_ -match '^[\w./+-]+$') { $_ } else { "'" + $_.Replace("'", "''") + "'" }
                    [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
                }
            }

            """,
    };
}
