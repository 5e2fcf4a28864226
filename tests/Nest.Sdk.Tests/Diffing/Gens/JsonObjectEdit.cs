using Nest.Sdk.Tests.Diffing.Reference;

namespace Nest.Sdk.Tests.Diffing.Gens;

/// <summary>The kinds of edits of the members of an object.</summary>
internal static class JsonObjectEdit
{
    public static void Apply(int kind, JsonTree owner, JsonTree[] others, JsonTree fresh, string name, Random random)
    {
        var members = owner.Members;
        if (kind == 0 || members.Count == 0)
        {
            Insert(members, Place(members.Count, random), new JsonTreeMember(name, fresh));
            return;
        }

        var at = random.Next(members.Count);
        switch (kind)
        {
            case 1:
                members.RemoveAt(at);
                break;
            case 2:
                Rename(members, at, name);
                break;
            case 3:
                Move(owner, at, others[random.Next(others.Length)], random);
                break;
            case 4:
                Shuffle(members, random);
                break;
            case 5:
                MoveBrace(members, at, random);
                break;
            case 6:
                members[at].Spelling = JsonSpelling.Escaped(members[at].Name, random, 0.5);
                break;
            default:
                // One out, one in.
                members.RemoveAt(at);
                Insert(members, Place(members.Count, random), new JsonTreeMember(name, fresh));
                break;
        }
    }

    /// <summary>At the start, at the end, or anywhere.</summary>
    public static int Place(int count, Random random) => random.Next(3) switch
    {
        0 => 0,
        1 => count,
        _ => random.Next(count + 1),
    };

    private static void Insert(List<JsonTreeMember> members, int place, JsonTreeMember member)
    {
        if (members.TrueForAll(other => other.Name != member.Name))
            members.Insert(place, member);
    }

    private static void Rename(List<JsonTreeMember> members, int at, string name)
    {
        if (members.TrueForAll(other => other.Name != name))
            members[at] = new JsonTreeMember(name, members[at].Value);
    }

    private static void Move(JsonTree owner, int at, JsonTree target, Random random)
    {
        var member = owner.Members[at];
        // Not into itself.
        if (JsonSlot.Below(JsonTree.Object(member)).Exists(slot => ReferenceEquals(slot.Value, target)))
            return;
        owner.Members.RemoveAt(at);
        Insert(target.Members, Place(target.Members.Count, random), member);
    }

    /// <summary>From <c>{"a":{…},"b":1}</c> to <c>{"a":{…,"b":1}}</c>, or back.</summary>
    private static void MoveBrace(List<JsonTreeMember> members, int at, Random random)
    {
        var inner = members[at].Value;
        if (inner.Kind != JsonTreeKind.Object)
            return;
        if (random.Next(2) == 0 && at + 1 < members.Count && inner.Member(members[at + 1].Name) is null)
        {
            inner.Members.Add(members[at + 1]);
            members.RemoveAt(at + 1);
        }
        else if (inner.Members.Count > 0)
        {
            Insert(members, at + 1, inner.Members[^1]);
            if (at + 1 < members.Count && ReferenceEquals(members[at + 1], inner.Members[^1]))
                inner.Members.RemoveAt(inner.Members.Count - 1);
        }
    }

    private static void Shuffle(List<JsonTreeMember> members, Random random)
    {
        JsonTreeMember[] shuffled = [.. members];
        random.Shuffle(shuffled);
        members.Clear();
        members.AddRange(shuffled);
    }
}
