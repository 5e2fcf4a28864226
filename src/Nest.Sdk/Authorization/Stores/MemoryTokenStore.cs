using Nest.Sdk.Authorization;

namespace Nest.Sdk;

/// <summary>Stores tokens in memory, for tests and for programs that get new tokens at each start.</summary>
public sealed class MemoryTokenStore : INestTokenStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, NestToken> _tokens = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc />
    public ValueTask<NestToken?> ReadAsync(string account, CancellationToken cancellationToken = default)
    {
        AccountName.Check(account);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return ValueTask.FromResult(_tokens.GetValueOrDefault(account));
    }

    /// <inheritdoc />
    public ValueTask SaveAsync(string account, NestToken token, CancellationToken cancellationToken = default)
    {
        AccountName.Check(account);
        ArgumentNullException.ThrowIfNull(token);
        NestToken.ThrowIfEmpty(token);
        cancellationToken.ThrowIfCancellationRequested();
        Change(() => _tokens[account] = token);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<bool> RemoveAsync(string account, CancellationToken cancellationToken = default)
    {
        AccountName.Check(account);
        cancellationToken.ThrowIfCancellationRequested();
        var isRemoved = false;
        Change(() => isRemoved = _tokens.Remove(account));
        return ValueTask.FromResult(isRemoved);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<string>> GetAccountsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return ValueTask.FromResult<IReadOnlyList<string>>([.. _tokens.Keys]);
    }

    /// <inheritdoc />
    public async Task WaitForChangeAsync(string account, NestToken? known, CancellationToken cancellationToken = default)
    {
        AccountName.Check(account);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (!Equals(_tokens.GetValueOrDefault(account), known))
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gets the name of the store for error messages.</summary>
    /// <returns>A name without a secret.</returns>
    public override string ToString() => "memory";

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
    }
}
