namespace Nest.Sdk.Diffing;

/// <summary>What happened at a place of a JSON document; the three operations of RFC 6902 that a comparison needs.</summary>
public enum JsonPatchKind
{
    /// <summary>A value is there that was not. The default.</summary>
    Add = 0,

    /// <summary>A value is gone.</summary>
    Remove,

    /// <summary>A value is another one.</summary>
    Replace,
}
