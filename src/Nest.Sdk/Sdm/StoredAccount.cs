namespace Nest.Sdk.Sdm;

/// <summary>An account in a store.</summary>
internal sealed record StoredAccount(INestTokenStore Store, string Account);
