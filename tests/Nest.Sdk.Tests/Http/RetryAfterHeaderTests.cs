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
}
