namespace Nest.Sdk.Model.Wire;

/// <summary>The result of setting a leaf.</summary>
internal enum EditResult
{
    /// <summary>
    /// The whole document must be read: the model has no property for the leaf, or its value is unusual.
    /// </summary>
    Impossible = 0,

    /// <summary>The model already has the value.</summary>
    Same,

    /// <summary>The leaf was set.</summary>
    Changed,
}
