using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Authorization;
using Nest.Sdk.Testing.RateLimiting;
using Nest.Sdk.Testing.Script;

namespace Nest.Sdk.Testing.Serving;

/// <summary>First to see a call: reads and records it, then what holds for every data call, whoever answers it in the end.</summary>
internal sealed class IntakeMiddleware(
    FakePorts ports,
    bool redirect,
    TokenBook tokens,
    RateLimiter limiter,
    RequestJournal journal,
    Gate answers,
    ScriptedAnswers script,
    CancellationToken stopping)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            var call = await FakeCall.ReadAsync(context, ports.IsFront(context.Connection.LocalPort)).ConfigureAwait(false);
            context.Features.Set(call);
            journal.Add(call);
            if (call.IsOAuth)
            {
                await next(context).ConfigureAwait(false);
                return;
            }

            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await answers.WhenOpen.WaitAsync(ending.Token).ConfigureAwait(false);
            if (Decide(call) is { } answer)
            {
                await WriteAsync(context.Response, answer).ConfigureAwait(false);
                return;
            }

            await next(context).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client left or the fake is closing: there is nobody to answer.
            context.Abort();
        }
    }

    private FakeAnswer? Decide(FakeCall call)
    {
        if (script.Take(call.Method) is { } scripted)
        {
            return scripted;
        }

        if (tokens.Find(call.Token) is not { } grant)
        {
            return ErrorBodies.Unauthorized();
        }

        // A call that is sent on counts where it arrives.
        var isSentOn = redirect && call.IsFront && (call.IsRead || call.IsWrite);
        return limiter.CheckCall(grant, counts: !isSentOn) ?? (isSentOn ? FakeAnswer.Redirect(ports.Redirect(call.Target)) : null);
    }

    private static async Task WriteAsync(HttpResponse response, FakeAnswer answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Body.IsEmpty)
        {
            // 204 is the one status here that HTTP lets have no length.
            response.ContentLength = answer.Status == StatusCodes.Status204NoContent ? null : 0;
            return;
        }

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, response.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}
