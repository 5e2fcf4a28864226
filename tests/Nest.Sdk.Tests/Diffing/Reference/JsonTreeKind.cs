namespace Nest.Sdk.Tests.Diffing.Reference;

internal enum JsonTreeKind
{
    Word,
    Number,
    String,
    List,
    Object,
}
