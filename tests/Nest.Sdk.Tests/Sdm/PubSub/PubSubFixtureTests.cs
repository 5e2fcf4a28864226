using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Nest.Sdk.Sdm.Events;
using Nest.Sdk.Sdm.PubSub;
using Nest.Sdk.Tests.Reference;

namespace Nest.Sdk.Tests.Sdm.PubSub;

/// <summary>
/// Tests payloads of Pub/Sub in the public reference, when they are next to the repository. They are not part of it.
/// </summary>
public sealed class PubSubFixtureTests
{
    private static readonly AccessToken Token = AccessToken.Parse("ya29.TESTTOKEN0123456789");

    [ReferenceFact]
    public void Every_pull_response_of_the_reference_is_read()
    {
        var counts = Files("pubsub-pull-response").ToDictionary(static file => Path.GetFileNameWithoutExtension(file), static file => PullResponse.Read(File.ReadAllBytes(file)));

        Assert.Empty(counts["pubsub-pull-response-empty"]);
        var plain = counts["pubsub-pull-response"];
        Assert.Equal(["ACK-ID-1", "ACK-ID-2", "ACK-ID-3"], plain.Select(static message => Encoding.UTF8.GetString(message.AckId.Span)));
        Assert.All(plain, static message => Assert.Null(message.Flaw));
        Assert.Equal([false, false, true], plain.Select(static message => Read(message).IsRelation));
        Assert.Equal(new DateTimeOffset(2019, 1, 1, 0, 0, 2, 123, TimeSpan.Zero), plain[0].PublishedAt);
    }

    [ReferenceFact]
    public void Disorder_a_repetition_and_poison_are_told_apart()
    {
        var messages = PullResponse.Read(File.ReadAllBytes(Files("pubsub-pull-response-disordered").Single()));

        Assert.Equal(5, messages.Length);
        var first = Read(messages[0]);
        Assert.True(Read(messages[1]).Timestamp < first.Timestamp);
        Assert.True(Read(messages[2]).EventId.Span.SequenceEqual(first.EventId.Span));
        Assert.Equal("The data is not a JSON object.", SdmMessageReader.TryRead(messages[3].Data, out _));
        Assert.Equal("The message has no data.", messages[4].Flaw);
    }

    [ReferenceFact]
    public void Each_error_of_the_reference_has_a_type_and_a_remedy()
    {
        Assert.Equal(("Write Sdm.Subscription like projects/", NestRequestFailure.Refused, false), Check("pubsub-error-400-invalid-resource-name"));
        Assert.Equal(("has the id of the Google Cloud project", NestRequestFailure.NotFound, false), Check("pubsub-error-404-project-not-found"));
        Assert.Equal(("Resource already exists", NestRequestFailure.Refused, false), Check("pubsub-error-409-subscription-exists"));
        Assert.Equal(("Try again later.", NestRequestFailure.ServerFailure, true), Check("pubsub-error-503-unavailable"));
        Assert.Equal(("Try again later.", NestRequestFailure.ServerFailure, true), Check("pubsub-error-504-deadline"));
        Assert.Equal(("Grant it the role Pub/Sub Subscriber", NestRequestFailure.Refused, false), Check("error-403-pubsub-permission-denied"));
        Assert.Equal(("Create a subscription that never expires", NestRequestFailure.NotFound, false), Check("error-404-pubsub-subscription-not-found"));
        Assert.Equal(7, Files("pubsub-error-").Concat(Files("error-403-pubsub-")).Concat(Files("error-404-pubsub-")).Count());
    }

    [ReferenceFact]
    public void The_message_in_an_envelope_of_a_push_is_read()
    {
        foreach (var file in Files("pubsub-push-envelope"))
        {
            using var envelope = JsonDocument.Parse(File.ReadAllBytes(file));
            var message = envelope.RootElement.GetProperty("message");

            var pulled = Assert.Single(PullResponse.Read(Encoding.UTF8.GetBytes($$"""{"receivedMessages":[{"ackId":"a","message":{{message.GetRawText()}} }]}""")));

            Assert.Equal(message.GetProperty("publishTime").GetDateTimeOffset(), pulled.PublishedAt);
            Assert.Equal(message.GetProperty("messageId").GetString(), Encoding.UTF8.GetString(pulled.MessageId.Span));
            Assert.NotEqual(0, Read(pulled).Device.Length);
            if (file.Contains("11-min-old", StringComparison.Ordinal))
                Assert.Equal(10, (int)(pulled.PublishedAt - Read(pulled).Timestamp)!.Value.TotalMinutes);
        }
    }

    private static (string Remedy, NestRequestFailure Failure, bool IsTransient) Check(string name)
    {
        var body = File.ReadAllBytes(Files(name).Single());
        using var json = JsonDocument.Parse(body);
        var error = json.RootElement.GetProperty("error");
        using var response = new HttpResponseMessage((HttpStatusCode)error.GetProperty("code").GetInt32()) { Content = new ByteArrayContent(body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=UTF-8");

        var failure = Assert.IsType<NestRequestException>(PubSubErrors.FromResponse(response, body, Token, "projects/cloud-1/subscriptions/nest", new FakeTimeProvider()));

        Assert.Equal((error.GetProperty("status").GetString(), error.GetProperty("message").GetString()), (failure.ServerError!.Reason, failure.ServerError.Message));
        string[] remedies = ["Write Sdm.Subscription like projects/", "Grant it the role Pub/Sub Subscriber", "Try again later.", name.Contains("project-not-found", StringComparison.Ordinal) ? "has the id of the Google Cloud project" : "Create a subscription that never expires", "Resource already exists"];
        return (remedies.First(remedy => failure.Message.Contains(remedy, StringComparison.Ordinal)), failure.Failure, failure.IsTransient);
    }

    private static SdmMessage Read(PulledMessage pulled)
    {
        Assert.Null(SdmMessageReader.TryRead(pulled.Data, out var message));
        return message;
    }

    private static IEnumerable<string> Files(string start) =>
        ReferenceFixtures.Files(".json", "sdm-fixtures").Where(file => Path.GetFileName(file).StartsWith(start, StringComparison.Ordinal));
}
