namespace Nest.Sdk.Testing.Rules;

/// <summary>The kinds of refusals, which a protocol may answer in different ways.</summary>
internal enum RefusalKind
{
    /// <summary>The values or the state do not allow it.</summary>
    Invalid,

    /// <summary>A temperature is not a number.</summary>
    WrongFormat,

    /// <summary>The path does not exist.</summary>
    NotFound,

    /// <summary>Too often, or blocked.</summary>
    Blocked,
}
