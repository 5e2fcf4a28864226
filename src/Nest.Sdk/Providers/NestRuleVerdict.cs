using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>The result of checking a rule.</summary>
[JsonConverter(typeof(EnumWordConverter<NestRuleVerdict>))]
public enum NestRuleVerdict
{
    /// <summary>Not enough data; left to the server.</summary>
    LeftToServer = 0,

    /// <summary>The rule passed.</summary>
    Passed,

    /// <summary>The rule failed: Nest would refuse the write.</summary>
    Failed,
}
