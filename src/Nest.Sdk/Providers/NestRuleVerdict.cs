using System.Text.Json.Serialization;
using Nest.Sdk.Json;

namespace Nest.Sdk;

/// <summary>What a check of a rule came to.</summary>
[JsonConverter(typeof(EnumWordConverter<NestRuleVerdict>))]
public enum NestRuleVerdict
{
    /// <summary>What has to be known for it is not: the server decides.</summary>
    LeftToServer = 0,

    /// <summary>The rule is kept.</summary>
    Passed,

    /// <summary>The rule is broken: Nest would refuse the write.</summary>
    Failed,
}
