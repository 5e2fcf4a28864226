using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Faults;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Serving;

/// <summary>First to see a call: reads and records it, then what holds for every call, whoever answers it in the end.</summary>
internal sealed class IntakeMiddleware(RequestJournal journal, FaultScript faults, FrontDoor door, FaultServices services)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, services.Stopping);
            var call = await FakeCall.ReadAsync(context, services.Ports.IsFront(context.Connection.LocalPort), ending.Token).ConfigureAwait(false);
            var request = journal.Describe(call);
            if (call.BrokenBy is { } status)
            {
                journal.Add(request);
                context.Response.Headers.Connection = "close";
                await AnswerWriter.WriteAsync(context.Response, ErrorBodies.ForStatus(status)).ConfigureAwait(false);
                return;
            }

            CrossOrigin.Allow(context, call);
            context.Features.Set(call);
            context.Features.Set(request);
            var isTurnedAway = door.WouldTurnAway(call);
            var fault = faults.Take(call, request, isTurnedAway, isAccepted: !faults.IsEmpty && !isTurnedAway && services.WouldAccept(call)) is { } rule
                ? new FaultedCall(context, call, services, rule, ending.Token)
                : null;
            // Whoever sees the request here may let the time of its fault pass: that runs already.
            journal.Add(request);
            await (fault is null ? GoOnAsync() : fault.RunAsync(GoOnAsync)).ConfigureAwait(false);
            await ClientConnection.LingerAsync(context, ending.Token).ConfigureAwait(false);

            // A plain call meets the mappings of the test before the door.
            Task GoOnAsync() => call.IsStream && door.TurnAway(call) is { } answer ? AnswerWriter.WriteAsync(context.Response, answer) : next(context);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client left or the fake is closing: there is nobody to answer.
            context.Abort();
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            // A condition of the test has thrown, or the fake has a fault: WireMock would answer with the stack.
            context.Response.Clear();
            await AnswerWriter.WriteAsync(context.Response, ErrorBodies.Failed(journal.Mask(error.Message))).ConfigureAwait(false);
        }
        finally
        {
            journal.Answered();
        }
    }
}
