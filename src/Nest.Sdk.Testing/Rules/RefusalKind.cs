namespace Nest.Sdk.Testing.Rules;

/// <summary>The kind of a refusal. Each protocol maps it to a response.</summary>
internal enum RefusalKind
{
    /// <summary>The values or the state do not allow the write.</summary>
    Invalid,

    /// <summary>A temperature is not a number.</summary>
    WrongFormat,

    /// <summary>The path does not exist.</summary>
    NotFound,

    /// <summary>There were too many calls or writes, or writes are blocked.</summary>
    Blocked,
}
