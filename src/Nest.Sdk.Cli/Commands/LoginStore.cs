using Nest.Sdk.Cli.Console;
using Nest.Sdk.Cli.Session;
using Nest.Sdk.Cli.Settings;

namespace Nest.Sdk.Cli.Commands;

/// <summary>The token file of an account that logs in: read before, replaced after.</summary>
internal sealed class LoginStore
{
    private readonly FileTokenStore _store;
    private readonly NestTokenStoreException? _damaged;

    private LoginStore(FileTokenStore store, string account, NestToken? kept, NestTokenStoreException? damaged) =>
        (_store, Account, Kept, _damaged) = (store, account, kept, damaged);

    public string Account { get; }

    /// <summary>The token before. Null when there was none, or its file could not be used.</summary>
    public NestToken? Kept { get; }

    /// <summary>
    /// Reads the stored token first: an invalid name or folder must not use up a PIN or a code. A file that cannot be used
    /// is replaced.
    /// </summary>
    public static async Task<LoginStore> OpenAsync(FileTokenStore store, string account, CancellationToken cancellationToken)
    {
        try
        {
            return new LoginStore(store, account, await store.ReadAsync(account, cancellationToken), null);
        }
        catch (NestTokenStoreException damaged) when (damaged.CanBeReplaced)
        {
            return new LoginStore(store, account, null, damaged);
        }
    }

    /// <summary>
    /// A token that cannot be stored would stay valid for years with no one able to revoke it. Not cancelled: the PIN or
    /// the code is used up.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="revoke">Revokes it.</param>
    /// <param name="session">The session.</param>
    public async Task SaveAsync(NestToken token, Func<Task> revoke, ToolSession session)
    {
        var remedy = token.RefreshToken is null ? "log in with a new PIN." : "log in again.";
        try
        {
            await _store.SaveAsync(Account, token, CancellationToken.None);
        }
        catch (NestTokenStoreException full)
        {
            var rest = $"It was revoked: mend this, then {remedy}";
            try
            {
                await revoke();
            }
            catch (NestException)
            {
                var place = token.RefreshToken is null ? "remove the product in the Nest app" : "remove the access in the Google account";
                rest = $"It could not be revoked either: {place}, mend this, then {remedy}";
            }

            throw new IOException($"The token was granted, but cannot be kept: {full.Message} {rest}", full);
        }

        if (_damaged is not null)
            session.Error.WriteLine(PlainText.OneLine($"nest: The token file {_damaged.Path} was replaced. Before: {KeptToken.FlawOf(_damaged)} The old token was not revoked."));
    }
}
