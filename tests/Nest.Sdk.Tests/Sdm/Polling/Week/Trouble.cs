namespace Nest.Sdk.Tests.Sdm.Polling.Week;

/// <summary>What is wrong with Google for some minutes.</summary>
internal enum Trouble
{
    None = 0,
    ServerErrors,
    RateLimits,
    Resets,
    SlowAnswers,
    WebPages,
    Refusals,
    DeviceWithoutTraits,
    DevicesWithoutTraits,
    EmptyLists,
    FalseModes,
    MissingTraits,
    Tokens,
    NoDates,
}
