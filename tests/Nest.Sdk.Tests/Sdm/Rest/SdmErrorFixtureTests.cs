using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Sdm.Rest;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Tests.Sdm.Rest;

/// <summary>
/// Tests errors of the public reference, when they are next to the repository. They are not part of it.
/// </summary>
public class SdmErrorFixtureTests
{
    private static readonly AccessToken Token = AccessToken.Parse("ya29.TESTTOKEN0123456789");

    [ReferenceFact]
    public void Every_error_of_the_reference_is_typed_by_its_status_and_has_Googles_whole_message()
    {
        var files = Files("error-").Concat(Files("pubsub-error-")).ToList();

        Assert.All(files, file =>
        {
            var body = File.ReadAllBytes(file);
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement.GetProperty("error");
            var status = error.GetProperty("code").GetInt32();

            var exception = Read(status, body, "application/json");

            Assert.Equal(TypeOf(status, exception), exception.GetType());
            Assert.Equal((status, error.GetProperty("status").GetString()), (exception.ServerError!.Status, exception.ServerError.Reason));
            Assert.Equal(error.GetProperty("message").GetString(), exception.ServerError.Message);
            Assert.Contains(exception.ServerError.Message!, exception.Message, StringComparison.Ordinal);
        });
        Assert.True(files.Count >= 25, $"Only {files.Count} errors were found.");
    }

    [ReferenceFact]
    public void A_limit_without_a_waiting_time_and_a_page_of_the_front_end_are_read()
    {
        using var limit = JsonDocument.Parse(File.ReadAllBytes(Files("http-429-answer-headers").Single()));
        using var page = JsonDocument.Parse(File.ReadAllBytes(Files("http-503-html-front-end").Single()));

        var busy = Assert.IsType<NestRateLimitException>(Read(429, Encoding.UTF8.GetBytes(limit.RootElement.GetProperty("body").GetRawText()), "application/json"));
        var failed = Assert.IsType<NestRequestException>(Read(503, Encoding.UTF8.GetBytes(page.RootElement.GetProperty("bodyText").GetString()!), "text/html"));

        Assert.Equal(TimeSpan.FromMinutes(1), busy.RetryAfter);
        Assert.Equal((NestRequestFailure.ServerFailure, true), (failed.Failure, failed.IsTransient));
    }

    private static Type TypeOf(int status, NestException exception) => status switch
    {
        401 => typeof(NestAuthorizationException),
        403 when exception is NestAuthorizationException { Failure: NestAuthorizationFailure.MissingScope } => typeof(NestAuthorizationException),
        429 => typeof(NestRateLimitException),
        _ => typeof(NestRequestException),
    };

    private static IEnumerable<string> Files(string start) =>
        ReferenceFixtures.Files(".json", "sdm-fixtures").Where(file => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal));

    private static NestException Read(int status, byte[] body, string type)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return SdmErrors.FromResponse(response, body, Token, "32c4c2bc-0001-4000-8000-00000000c0de", new FakeTimeProvider());
    }
}
