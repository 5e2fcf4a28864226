using System.Globalization;
using Nest.Sdk.Tests.Sdm.Polling.Week;

namespace Nest.Sdk.Tests.Sdm.Polling;

/// <summary>
/// A client that polls a troubled Google: it keeps Google's limits in any minute, believes nothing false, and shows the
/// house as it is in the end. Eight hours by default; NEST_WEEK_DAYS=7 simulates a week.
/// </summary>
public class SdmWeekTests
{
    private static readonly string? Days = Environment.GetEnvironmentVariable("NEST_WEEK_DAYS");

    private static TimeSpan Length => Days is null ? TimeSpan.FromHours(8) : TimeSpan.FromDays(double.Parse(Days, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(3, 15)]
    [InlineData(4, 15)]
    public async Task Trouble_leads_neither_to_too_many_calls_nor_to_a_false_home(int seed, int pollSeconds)
    {
        await using var week = new SimulatedWeek(seed, TimeSpan.FromSeconds(pollSeconds));
        try
        {
            // Without the synchronization context of the test, so that continuations run inside the clock's steps.
            await Task.Run(() => week.RunAsync(Length), TestContext.Current.CancellationToken);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"Seed {seed}, poll {pollSeconds} s, {week}. {error.Message}", error);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}: {week}.");
    }
}
