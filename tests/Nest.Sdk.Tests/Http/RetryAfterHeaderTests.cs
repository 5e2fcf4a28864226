using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Http;

namespace Nest.Sdk.Tests.Http;

public class RetryAfterHeaderTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(null, null)]
    [InlineData("17", 17)]
    [InlineData("0", 0)]
    [InlineData("Thu, 01 Jan 2026 12:01:00 GMT", 60)]
    [InlineData("Thu, 01 Jan 2026 11:59:00 GMT", 0)]
    [InlineData("soon", null)]
    public void Reads_seconds_and_dates(string? header, int? seconds)
    {
        using var response = new HttpResponseMessage();
        if (header is not null)
            response.Headers.TryAddWithoutValidation("Retry-After", header);

        Assert.Equal(seconds, RetryAfterHeader.Read(response, _time)?.TotalSeconds);
    }

    [Theory]
    [InlineData("Thu, 01 Jan 2026 12:01:00 GMT", 60)]
    [InlineData("Thu, 01 Jan 2026 11:59:00 GMT", 0)]
    public void A_date_is_relative_to_the_servers_clock(string header, int seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.Date = _time.GetUtcNow();
        response.Headers.TryAddWithoutValidation("Retry-After", header);

        // A small machine that has just booted, and one whose clock is years ahead.
        Assert.Equal(seconds, RetryAfterHeader.Read(response, new FakeTimeProvider(DateTimeOffset.UnixEpoch))?.TotalSeconds);
        Assert.Equal(seconds, RetryAfterHeader.Read(response, new FakeTimeProvider(_time.GetUtcNow().AddYears(10)))?.TotalSeconds);
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("86401")]
    [InlineData("2147483647")]
    [InlineData("Fri, 02 Jan 2026 12:00:01 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public void The_maximum_is_one_day(string header)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", header);

        Assert.Equal(TimeSpan.FromDays(1), RetryAfterHeader.Read(response, _time));
    }
}
