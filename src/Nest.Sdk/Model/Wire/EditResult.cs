namespace Nest.Sdk.Model.Wire;

/// <summary>What became of setting a leaf.</summary>
internal enum EditResult
{
    /// <summary>The whole document has to be read: the leaf is nothing the model has a property for, or unusual.</summary>
    Impossible = 0,

    /// <summary>The model says so already.</summary>
    Same,

    /// <summary>It is set.</summary>
    Changed,
}
