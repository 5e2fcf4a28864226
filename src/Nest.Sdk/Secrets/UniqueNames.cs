namespace Nest.Sdk.Secrets;

/// <summary>Numbers masked names, so that two different secret names of one object do not become equal.</summary>
internal struct UniqueNames
{
    /// <summary>The names by depth. Null until the first masked name.</summary>
    private Dictionary<int, Dictionary<string, int>>? _seen;
    private int _depth;

    public void Enter() => _depth++;

    public void Leave()
    {
        _seen?.Remove(_depth);
        _depth--;
    }

    public string Of(string name)
    {
        _seen ??= [];
        if (!_seen.TryGetValue(_depth, out var names))
            _seen[_depth] = names = new(StringComparer.Ordinal);
        names[name] = names.GetValueOrDefault(name) + 1;
        return names[name] == 1 ? name : $"{name}{names[name]}";
    }
}
