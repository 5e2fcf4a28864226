using System.Text;

namespace Nest.Sdk.Sdm.Events;

/// <summary>
/// Finds the clients that a message belongs to: by its device, and by the id of its user. What each client knows is asked
/// when it is needed and remembered. Thread-safe.
/// </summary>
internal sealed class FeedRoutes
{
    private readonly Lock _gate = new();
    private readonly Dictionary<FeedMember, Known> _members = [];
    private readonly Dictionary<string, FeedMember[]> _byDevice = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeedMember[]> _byUser = new(StringComparer.Ordinal);

    /// <summary>All clients, in no order.</summary>
    public IReadOnlyList<FeedMember> All
    {
        get
        {
            lock (_gate)
                return [.. _members.Keys];
        }
    }

    /// <summary>Any client. Null without one.</summary>
    public FeedMember? Any
    {
        get
        {
            lock (_gate)
            {
                foreach (var (member, _) in _members)
                    return member;
                return null;
            }
        }
    }

    public bool Contains(FeedMember member)
    {
        lock (_gate)
            return _members.ContainsKey(member);
    }

    public void Add(FeedMember member)
    {
        lock (_gate)
        {
            _members.Add(member, new Known());
            // It may have devices that others have too.
            _byDevice.Clear();
        }
    }

    /// <summary>Notes that a client has listed its home: its user is known now, and it may have devices that others have too.</summary>
    public void Listed()
    {
        lock (_gate)
            _byDevice.Clear();
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(FeedMember member)
    {
        lock (_gate)
        {
            if (!_members.Remove(member, out var known))
                return false;
            _byDevice.Clear();
            foreach (var user in known.Users)
            {
                if (_byUser[user].Length == 1)
                    _byUser.Remove(user);
                else
                    _byUser[user] = Array.FindAll(_byUser[user], other => other != member);
            }

            return true;
        }
    }

    /// <summary>The clients whose home has the device of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="device">The resource name of the device.</param>
    public FeedMember[] Owners(in SdmMessage message, out string device) => Owners(message.Device, message.UserId, out device);

    /// <summary>The clients whose home has a device.</summary>
    /// <param name="text">Its resource name, as in a message.</param>
    /// <param name="user">The id of the user of the message.</param>
    /// <param name="device">The resource name of the device.</param>
    public FeedMember[] Owners(ReadOnlyMemory<byte> text, ReadOnlyMemory<byte> user, out string device)
    {
        lock (_gate)
        {
            if (Find(_byDevice, text, out device) is { } cached && AllHave(cached, device) && !IsAnotherOwner(cached, device, user))
                return cached;
            var owners = OwnersOf(device, user);
            if (owners.Length > 0)
                _byDevice[device] = owners;
            foreach (var owner in user.IsEmpty ? [] : owners)
                Learn(owner, SdmText.Of(user), isConfirmed: true);
            return owners;
        }
    }

    private FeedMember[] OwnersOf(string device, ReadOnlyMemory<byte> user)
    {
        var owners = Array.FindAll(CandidatesOf(user), member => member.Home.Has(device));
        return owners.Length == 0
            ? [.. _members.Where(one => !one.Value.IsConfirmed && one.Key.Home.Has(device)).Select(static one => one.Key)]
            : [.. owners, .. _members.Where(one => !owners.Contains(one.Key) && IsOfUser(one.Key, owners) && one.Key.Home.Has(device)).Select(static one => one.Key)];
    }

    /// <summary>Whether the header of a response has named the same user to a client and to one of the others.</summary>
    private static bool IsOfUser(FeedMember member, FeedMember[] others) => member.Home.UserId is { } user && Array.Exists(others, other => other.Home.UserId == user);

    /// <summary>
    /// Whether a client has the device that did not have it when the owners were found: it has listed its home since.
    /// </summary>
    private bool IsAnotherOwner(FeedMember[] owners, string device, ReadOnlyMemory<byte> user)
    {
        if (_members.Count == owners.Length)
            return false;
        if (user.IsEmpty || Find(_byUser, user, out _) is not { } ofUser)
            return true;
        if (ofUser.Length == owners.Length)
            return false;
        foreach (var member in ofUser)
        {
            if (!owners.Contains(member) && member.Home.Has(device))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The clients to which a message may belong whose device is in no home: those of its user, else those whose user is
    /// not known yet, and the only client in any case.
    /// </summary>
    public IReadOnlyList<FeedMember> Candidates(ReadOnlyMemory<byte> user)
    {
        lock (_gate)
            return CandidatesOf(user);
    }

    private static bool AllHave(FeedMember[] members, string device)
    {
        foreach (var member in members)
        {
            if (!member.Home.Has(device))
                return false;
        }

        return true;
    }

    private FeedMember[] CandidatesOf(ReadOnlyMemory<byte> user)
    {
        foreach (var (member, known) in _members)
        {
            // The header of a response has it too.
            if (known.Users.Length == 0 && member.Home.UserId is { } id)
                Learn(member, id, isConfirmed: false);
        }

        return !user.IsEmpty && Find(_byUser, user, out _) is { } ofUser
            ? ofUser
            : [.. _members.Where(one => _members.Count == 1 || user.IsEmpty || one.Value.Users.Length == 0).Select(static one => one.Key)];
    }

    private static FeedMember[]? Find(Dictionary<string, FeedMember[]> index, ReadOnlyMemory<byte> text, out string key)
    {
        Span<char> buffer = stackalloc char[512];
        if (text.Length <= buffer.Length && !text.Span.Contains((byte)'\\') && Encoding.UTF8.TryGetChars(text.Span, buffer, out var length)
            && index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(buffer[..length], out key!, out var found))
        {
            return found;
        }

        key = SdmText.Of(text);
        return index.GetValueOrDefault(key);
    }

    private void Learn(FeedMember member, string user, bool isConfirmed)
    {
        var known = _members[member];
        known.IsConfirmed |= isConfirmed;
        if (known.Users.Contains(user, StringComparer.Ordinal))
            return;
        known.Users = [.. known.Users, user];
        _byUser[user] = _byUser.TryGetValue(user, out var others) ? [.. others, member] : [member];
    }

    private sealed class Known
    {
        /// <summary>The ids of the client's user. Google's header and messages may have different ones.</summary>
        public string[] Users { get; set; } = [];

        /// <summary>Whether a message had one of the ids.</summary>
        public bool IsConfirmed { get; set; }
    }
}
