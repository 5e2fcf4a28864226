using System.Net;
using System.Net.Http.Headers;
using Nest.Sdk.Authorization;
using Nest.Sdk.Diagnostics;
using Nest.Sdk.Http;
using Nest.Sdk.Tests.Tools;
using Nest.Sdk.Wwn;

namespace Nest.Sdk.Tests.Streaming;

/// <summary>The number of attempts at a failing server: from the pump to the request, over a simulated week.</summary>
public class ReconnectLawsTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Cap = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(75);

    /// <summary>Failing servers, and the allowed average seconds between two attempts.</summary>
    public static TheoryData<string, int, int> Servers => new()
    {
        { "refuses", 60, 60 },
        { "accepts and closes", 60, 60 },
        { "closes after a document", 60, 60 },
        { "stalls", 135, 135 },
        // The attempt ends after more than a minute, but showed life only for a moment.
        { "stalls after a document", 135, 135 },
        { "answers 503", 60, 60 },
        { "answers 503 with Retry-After: 10", 60, 60 },
        { "answers 503 with Retry-After: 300", 300, 300 },
        { "answers 429", 60, 60 },
        { "answers 429 with Retry-After: 90", 90, 90 },
        { "answers 503 with a date an hour ahead", 3600, 3600 },
        { "answers with a page", 60, 60 },
        { "redirects elsewhere", 60, 60 },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_failing_server_gets_a_bounded_number_of_attempts_in_a_week(string trouble, int leastGap, int largestGap)
    {
        var server = new TroubledServer(trouble);

        await RunAsync(server, Week);

        var gaps = server.Gaps;
        TestContext.Current.TestOutputHelper!.WriteLine($"{trouble}: {server.Attempts.Count} attempts in a week, largest gap {gaps.Max().TotalSeconds:0.###} s, {server.AttemptsWithin(TimeSpan.FromSeconds(12))} in the first 12 s.");
        Assert.Equal(1, server.MaxConcurrent);
        // Seven delays come before the cap: 1 + 2 + 4 + 8 + 16 + 32 s at most.
        Assert.InRange(server.Attempts.Count, (int)(Week.TotalSeconds / largestGap) - 1, (int)(Week.TotalSeconds / leastGap) + 8);
        Assert.InRange(gaps.Max(), TimeSpan.Zero, TimeSpan.FromSeconds(largestGap) + TimeSpan.FromMilliseconds(1));
        Assert.All(gaps.Skip(8), gap => Assert.InRange(gap, TimeSpan.FromSeconds(leastGap) - TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(largestGap) + TimeSpan.FromMilliseconds(1)));
    }

    [Theory]
    [InlineData("accepts and closes")]
    [InlineData("closes after a document")]
    [InlineData("refuses")]
    public async Task A_server_that_closes_at_once_gets_few_attempts_with_any_jitter(string trouble)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var server = new TroubledServer(trouble);

            await RunAsync(server, TimeSpan.FromMinutes(20), seed);

            Assert.InRange(server.Gaps[0], TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
            Assert.InRange(server.AttemptsWithin(TimeSpan.FromSeconds(12)), 3, 6);
            Assert.All(server.Gaps, gap => Assert.InRange(gap, TimeSpan.Zero, Cap));
            Assert.All(server.Gaps[^8..], gap => Assert.InRange(gap, Cap, Cap));
            Assert.Equal(1, server.MaxConcurrent);
        }
    }

    [Fact]
    public async Task A_block_without_an_end_delays_for_at_least_five_seconds()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var server = new TroubledServer("answers 429");

            await RunAsync(server, TimeSpan.FromMinutes(5), seed);

            Assert.All(server.Gaps, gap => Assert.InRange(gap, TimeSpan.FromSeconds(5), Cap));
        }
    }

    [Fact]
    public async Task A_requested_delay_is_applied_up_to_one_day()
    {
        // A server mistake: 100 days.
        var server = new TroubledServer("answers 503 with Retry-After: 8640000");

        await RunAsync(server, TimeSpan.FromDays(3.5));

        // The fifth can come as the run ends.
        Assert.InRange(server.Attempts.Count, 4, 5);
        Assert.All(server.Gaps, gap => Assert.InRange(gap, TimeSpan.FromDays(1), TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(40)]
    public async Task A_jump_of_the_wall_clock_neither_shortens_nor_extends_a_delay(int days)
    {
        var server = new TroubledServer("refuses");

        await RunAsync(server, TimeSpan.FromMinutes(20), whenWaiting: time => time.JumpWallClock(TimeSpan.FromDays(days)));

        Assert.All(server.Gaps, gap => Assert.InRange(gap, TimeSpan.FromMilliseconds(400), Cap));
        Assert.All(server.Gaps[^8..], gap => Assert.Equal(Cap, gap));
    }

    [Fact]
    public async Task Waking_from_sleep_is_detected_as_silence()
    {
        var server = new TroubledServer("stalls after a document");
        await using var rig = Rig(server);
        var states = new Nest.Sdk.Testing.ObserverRecorder<ConnectionState>();
        rig.Stream.ConnectionChanges.Subscribe(states);
        rig.Subscribe();
        await states.NextWhereAsync(state => state.Status == ConnectionStatus.Connected);
        // The second read: the first one returned the document.
        await rig.Time.NextWaitAsync(wait => wait == IdleTimeout);
        await rig.Time.NextWaitAsync(wait => wait == IdleTimeout);

        rig.Time.Advance(TimeSpan.FromHours(9));

        var lost = await states.NextWhereAsync(state => state.Status == ConnectionStatus.Reconnecting);
        Assert.Equal(DisconnectReason.IdleTimeout, lost.Reason);
        await rig.Time.PassNextWaitAsync(wait => wait <= TimeSpan.FromSeconds(1));
        await server.AttemptedAsync(2);
    }

    [Fact]
    public async Task A_stable_stream_resets_the_delays()
    {
        await using var rig = new StreamRig();
        rig.Subscribe();
        for (var i = 0; i < 8; i++)
        {
            (await rig.Provider.NextAttemptAsync()).End();
            await rig.Time.PassNextWaitAsync();
        }

        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        rig.Time.Advance(Cap);
        connection.SeeByte();
        connection.End();

        Assert.InRange(await rig.Time.NextWaitAsync(), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_long_silence_is_not_a_stable_stream()
    {
        await using var rig = new StreamRig();
        rig.Subscribe();
        (await rig.Provider.NextAttemptAsync()).End();
        await rig.Time.PassNextWaitAsync();
        var connection = await rig.Provider.NextAttemptAsync();
        connection.PutHumidity(40);
        rig.Time.Advance(Cap - TimeSpan.FromMilliseconds(1));
        connection.SeeByte();

        rig.Time.Advance(TimeSpan.FromHours(1));
        connection.End();

        // The second failure in a row.
        Assert.InRange(await rig.Time.NextWaitAsync(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
    }

    /// <summary>Advances the time, wait by wait, until this much has passed.</summary>
    private static async Task RunAsync(TroubledServer server, TimeSpan length, int seed = 1, Action<SignallingTime>? whenWaiting = null)
    {
        await using var rig = Rig(server, seed);
        var start = rig.Time.GetTimestamp();
        rig.Subscribe();
        while (rig.Time.GetElapsedTime(start) < length)
        {
            var wait = await rig.Time.NextWaitAsync(server.IsRealWait);
            whenWaiting?.Invoke(rig.Time);
            rig.Time.Advance(wait);
        }
    }

    private static StreamRig Rig(TroubledServer server, int seed = 1) => new(
        seed: seed,
        time: server.Time,
        provider: time => new WwnProvider(
            new WwnSettings(new Uri("https://developer-api.nest.com/"), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, IdleTimeout, 1 << 20),
            new FixedAccessTokenSource(AccessToken.Parse("c.TESTTOKEN0123456789")),
            new HttpMessageInvoker(server),
            new HttpMessageInvoker(new AllowedRedirectHandler(new RedirectRules(new Uri("https://developer-api.nest.com/"), []), server)),
            new NestMetrics(null),
            time));

    /// <summary>
    /// A server with one kind of failure. It records when it was contacted, and how many requests were concurrent.
    /// </summary>
    private sealed class TroubledServer(string trouble) : HttpMessageHandler
    {
        private readonly SemaphoreSlim _asked = new(0);
        private long? _first;
        private int _open;
        private int _reads;

        public SignallingTime Time { get; } = new(hearsChanges: true);

        public List<TimeSpan> Attempts { get; } = [];

        public int MaxConcurrent { get; private set; }

        public List<TimeSpan> Gaps => [.. Attempts.Zip(Attempts.Skip(1), (one, next) => next - one)];

        private bool IsStalling { get; } = trouble.StartsWith("stalls", StringComparison.Ordinal);

        private bool HasDocument { get; } = trouble.Contains("document", StringComparison.Ordinal);

        /// <summary>
        /// A read that returns something did not wait, although its timeout was set. Only a read without a result
        /// waits.
        /// </summary>
        public bool IsRealWait(TimeSpan wait)
        {
            _reads = wait == IdleTimeout ? _reads + 1 : 0;
            return wait != IdleTimeout || (IsStalling && _reads == (HasDocument ? 2 : 1));
        }

        public int AttemptsWithin(TimeSpan span) => Attempts.Count(attempt => attempt < span);

        public async Task AttemptedAsync(int times)
        {
            while (Attempts.Count < times)
                Assert.True(await _asked.WaitAsync(Patience.Limit));
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _first ??= Time.GetTimestamp();
            Attempts.Add(Time.GetElapsedTime(_first.Value));
            MaxConcurrent = Math.Max(MaxConcurrent, Interlocked.Increment(ref _open));
            _asked.Release();
            return Task.FromResult(Answer());
        }

        private HttpResponseMessage Answer()
        {
            if (trouble == "refuses")
            {
                Interlocked.Decrement(ref _open);
                throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
            }

            if (trouble == "redirects elsewhere")
            {
                Interlocked.Decrement(ref _open);
                return StubHandler.Redirect("https://elsewhere.example/");
            }

            var status = trouble.StartsWith("answers ", StringComparison.Ordinal) && trouble != "answers with a page" ? (HttpStatusCode)int.Parse(trouble.AsSpan(8, 3), null) : HttpStatusCode.OK;
            var body = HasDocument ? $"event: put\ndata: {{\"path\":\"/\",\"data\":{Homes.WithHumidity(40)}}}\n\n" : "";
            var answer = new HttpResponseMessage(status) { Content = new StreamContent(new Body(this, body)) };
            answer.Content.Headers.ContentType = new MediaTypeHeaderValue(trouble == "answers with a page" ? "text/html" : "text/event-stream");
            if (trouble.Split("Retry-After: ") is [_, var seconds])
                answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(int.Parse(seconds, null)));
            if (trouble.EndsWith("an hour ahead", StringComparison.Ordinal))
                answer.Headers.RetryAfter = new RetryConditionHeaderValue(Time.GetUtcNow() + TimeSpan.FromHours(1));
            return answer;
        }

        private sealed class Body(TroubledServer server, string text) : ReadOnlyStream
        {
            private readonly MemoryStream _text = new(System.Text.Encoding.UTF8.GetBytes(text));
            private int _isGone;

            public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            {
                var read = await _text.ReadAsync(buffer, cancellationToken);
                if (read > 0 || !server.IsStalling)
                    return read;
                await EndlessWait.UntilCancelledAsync(cancellationToken);
                return 0;
            }

            protected override void Dispose(bool disposing)
            {
                if (Interlocked.Exchange(ref _isGone, 1) == 0)
                    Interlocked.Decrement(ref server._open);
                base.Dispose(disposing);
            }
        }
    }
}
