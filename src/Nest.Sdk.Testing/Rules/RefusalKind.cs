namespace Nest.Sdk.Testing.Rules;

/// <summary>The kinds of refusals, which a protocol may answer in different ways.</summary>
internal enum RefusalKind
{
    /// <summary>The values or the state do not allow it.</summary>
    Invalid,

    /// <summary>A temperature is no number.</summary>
    WrongFormat,

    /// <summary>Nothing is there.</summary>
    NotFound,

    /// <summary>Too often, or blocked.</summary>
    Blocked,
}
