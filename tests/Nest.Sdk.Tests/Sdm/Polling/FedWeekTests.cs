using System.Globalization;
using Nest.Sdk.Tests.Sdm.Polling.Week;

namespace Nest.Sdk.Tests.Sdm.Polling;

/// <summary>
/// A client that follows a troubled subscription: it keeps Google's limits in any minute, loses and doubles no ring,
/// acknowledges nothing that has not arrived, and shows the house as it is in the end. Three hours by default;
/// NEST_WEEK_DAYS=7 simulates a week.
/// </summary>
public class FedWeekTests
{
    private static readonly string? Days = Environment.GetEnvironmentVariable("NEST_WEEK_DAYS");

    private static TimeSpan Length => Days is null ? TimeSpan.FromHours(3) : TimeSpan.FromDays(double.Parse(Days, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Trouble_leads_to_no_lost_or_doubled_ring_and_to_no_false_home(int seed)
    {
        await using var week = new FedWeek(seed);
        try
        {
            // Without the synchronization context of the test, so that continuations run inside the clock's steps.
            await Task.Run(() => week.RunAsync(Length), TestContext.Current.CancellationToken);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Seed {seed}, {week}. {error.Message}", error);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}: {week}.");
    }
}
