using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;
using Nest.Sdk.Testing;

namespace Nest.Sdk.Soak.Google;

/// <summary>
/// Changes the home and rings its bells, and now and then deletes the subscription and creates it again. Its messages are
/// late, doubled, disordered, poisoned or lost at random.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class Life(FakeGoogle google, QuickTime time, Random random)
{
    private const string PubSubScope = "https://www.googleapis.com/auth/pubsub";

    private readonly HttpClient _http = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly string[] _bells = [google.Home.CameraId("Porch"), google.Home.CameraId("Gate")];
    private readonly string _path = $"/devices/thermostats/{google.Home.ThermostatId("Hallway")}/humidity";
    private int _number = 1000;
    private bool _isReordered;

    public int Number => Volatile.Read(ref _number);

    public int Rings { get; private set; }

    public string Summary => string.Join(", ", _counts.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} {entry.Value}"));

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await time.PauseAsync(TimeSpan.FromMilliseconds(random.Next(200, 3_000)), stop);
            var choice = random.Next(200);
            if (choice == 0)
                await RecreateAsync(stop);
            else if (choice < 50)
                await RingAsync();
            else if (choice < 55)
                await ChangeSilentlyAsync();
            else
                await ChangeAsync();
        }

        google.Messages.Clear();
        await ChangeAsync(isPlain: true);
        _http.Dispose();
    }

    private async Task ChangeAsync(bool isPlain = false)
    {
        if (!isPlain)
            Deliver(random.Next(14));
        await google.SetAsync(_path, Interlocked.Increment(ref _number));
    }

    private async Task ChangeSilentlyAsync()
    {
        Count("change without an event");
        using (google.WithoutEvents())
            await google.SetAsync(_path, Interlocked.Increment(ref _number));
    }

    private async Task RingAsync()
    {
        // None is lost or held back: the subscription may be gone when that ends.
        Deliver(random.Next(10));
        await google.RingAsync(_bells[random.Next(_bells.Length)]);
        Rings++;
    }

    private void Deliver(int choice)
    {
        var (name, delivery) = choice switch
        {
            0 => ("doubled", Delivery.Twice),
            1 => ("late", Delivery.Late(TimeSpan.FromSeconds(random.Next(1, 600)))),
            2 => ("disordered", Delivery.Reordered),
            3 => ("poisoned", Delivery.Poison),
            // With the time of a message that is still to come, even Google would not know which one is newer.
            4 when !_isReordered => ("equal time", Delivery.SameTime),
            10 => ("held back", Delivery.HeldBack(TimeSpan.FromSeconds(random.Next(1, 60)))),
            11 => ("lost by Google", Delivery.Lost),
            _ => ("", (Delivery?)null),
        };
        _isReordered = delivery == Delivery.Reordered;
        if (delivery is null)
            return;
        Count(name);
        google.Messages.Next(delivery);
    }

    /// <summary>A deleted subscription loses what it has, so no ring may be under way.</summary>
    private async Task RecreateAsync(CancellationToken stop)
    {
        google.Messages.Clear();
        for (var waits = 0; google.Unacknowledged.Count > 0; waits++)
        {
            if (waits == 900 || stop.IsCancellationRequested)
                return;
            await time.PauseAsync(TimeSpan.FromSeconds(1), stop);
        }

        Count("deleted subscription");
        await CallAsync(HttpMethod.Delete, null);
        await time.PauseAsync(TimeSpan.FromSeconds(random.Next(1, 120)), stop);
        await ChangeAsync(isPlain: true);
        await CallAsync(HttpMethod.Put, $$"""{"topic":"{{google.Topic}}"}""");
        // Google publishes to it after the next list of devices.
        while (!stop.IsCancellationRequested && IsEmpty())
        {
            await time.PauseAsync(TimeSpan.FromSeconds(2), stop);
            await ChangeAsync(isPlain: true);
        }
    }

    private bool IsEmpty() => google.Subscriptions.All(subscription => subscription.Deliveries == 0 && subscription.Waiting.Count == 0);

    private async Task CallAsync(HttpMethod method, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(google.PubSubEndpoint, $"v1/{google.Subscription}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", google.User.IssueAccessToken(PubSubScope));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private void Count(string name) => _counts[name] = _counts.GetValueOrDefault(name) + 1;
}
