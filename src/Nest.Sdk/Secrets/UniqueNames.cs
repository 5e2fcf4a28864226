namespace Nest.Sdk.Secrets;

/// <summary>Numbers masked names: two names of one object that were different secrets must not become one.</summary>
internal struct UniqueNames
{
    /// <summary>By depth, and only from the first masked name on.</summary>
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
