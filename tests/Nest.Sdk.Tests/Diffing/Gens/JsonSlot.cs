using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>The position of a value in a document.</summary>
internal sealed class JsonSlot(Func<JsonTree> get, Action<JsonTree> set)
{
    public JsonTree Value
    {
        get => get();
        set => set(value);
    }

    /// <summary>All positions in a container, in document order.</summary>
    public static List<JsonSlot> Below(JsonTree owner)
    {
        var slots = new List<JsonSlot>();
        Collect(owner, slots);
        return slots;
    }

    private static void Collect(JsonTree owner, List<JsonSlot> slots)
    {
        for (var i = 0; i < owner.Items.Count; i++)
        {
            var index = i;
            slots.Add(new JsonSlot(() => owner.Items[index], value => owner.Items[index] = value));
            Collect(owner.Items[i], slots);
        }

        foreach (var member in owner.Members)
        {
            slots.Add(new JsonSlot(() => member.Value, value => member.Value = value));
            Collect(member.Value, slots);
        }
    }
}
