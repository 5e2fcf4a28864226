namespace Nest.Sdk.Soak.Wwn;

/// <summary>The subscribers: some stay, one is slow, others come and go.</summary>
internal sealed class Crowd(INestClient client, HomeCounter counter, Random random)
{
    private readonly List<Follower> _staying = [new(TimeSpan.Zero), new(TimeSpan.Zero), new(TimeSpan.Zero), new(TimeSpan.FromMilliseconds(1))];
    private readonly List<Follower> _ever = [];

    public int Events => _ever.Sum(follower => follower.Events);

    public int Ever => _ever.Count;

    public void Start()
    {
        foreach (var (follower, index) in _staying.Select((follower, index) => (follower, index)))
            Subscribe(follower, toChanges: index % 2 == 0);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            using var guest = Subscribe(new Follower(TimeSpan.Zero), toChanges: random.Next(2) == 0);
            await Pause.ForAsync(TimeSpan.FromMilliseconds(random.Next(1, 500)), cancellationToken);
            try
            {
                await client.GetAsync(cancellationToken);
            }
            catch (Exception error) when (error is NestException or OperationCanceledException)
            {
                // The server misbehaves, so reads may fail with an error of the library.
            }
        }
    }

    /// <summary>Waits until the staying subscribers have received the last change.</summary>
    public async Task<(int Lost, int Doubled, int CaughtUp, int Unfinished)> SettleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (_staying.Exists(follower => follower.Last != 1000 + counter.Value) && !patience.IsCancellationRequested)
            await Pause.ForAsync(TimeSpan.FromMilliseconds(20), patience.Token);
        return (
            _ever.Sum(follower => follower.Lost),
            _ever.Sum(follower => follower.Doubled),
            _ever.Sum(follower => follower.CaughtUp),
            _staying.Count(follower => follower.Last != 1000 + counter.Value));
    }

    private IDisposable Subscribe(Follower follower, bool toChanges)
    {
        _ever.Add(follower);
        return toChanges ? client.Changes.Subscribe((IObserver<DataModelChange>)follower) : client.Updates.Subscribe((IObserver<Model.DataModel>)follower);
    }
}
