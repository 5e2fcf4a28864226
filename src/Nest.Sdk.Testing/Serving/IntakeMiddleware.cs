using Microsoft.AspNetCore.Http;
using Nest.Sdk.Testing.Faults;
using Nest.Sdk.Testing.Http;

namespace Nest.Sdk.Testing.Serving;

/// <summary>
/// The first middleware. Reads and records each call, and applies the checks and faults common to all calls.
/// </summary>
internal sealed class IntakeMiddleware(RequestJournal journal, FaultScript faults, ICallGate gate, FaultServices services)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, services.Stopping);
            var call = await FakeCall.ReadAsync(context, services.Ports.IsFront(context.Connection.LocalPort), services.Dialect, ending.Token).ConfigureAwait(false);
            var request = journal.Describe(call);
            if (call.BrokenBy is { } status)
            {
                journal.Add(request);
                context.Response.Headers.Connection = "close";
                await AnswerWriter.WriteAsync(context.Response, services.Dialect.ForStatus(call, status)).ConfigureAwait(false);
                return;
            }

            CrossOrigin.Allow(context, call);
            context.Features.Set(call);
            context.Features.Set(request);
            gate.Enter(call);
            var isRefused = gate.WouldRefuse(call);
            var fault = faults.Take(call, request, isRefused, isAccepted: !faults.IsEmpty && !isRefused && services.WouldAccept(call)) is { } rule
                ? new FaultedCall(context, call, services, rule, ending.Token)
                : null;
            // The fault has already started: a test that sees the request may advance its clock.
            journal.Add(request);
            await (fault is null ? GoOnAsync() : fault.RunAsync(GoOnAsync)).ConfigureAwait(false);
            await ClientConnection.LingerAsync(context, ending.Token).ConfigureAwait(false);

            // For a plain call, the mappings of the test come before the gate.
            Task GoOnAsync() => call.IsStream && gate.Refuse(call) is { } answer ? AnswerWriter.WriteAsync(context.Response, answer) : next(context);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client disconnected or the fake is closing. No response can be sent.
            context.Abort();
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            // A test's condition threw, or the fake has a bug. WireMock would respond with the stack trace.
            context.Response.Clear();
            await AnswerWriter.WriteAsync(context.Response, services.Dialect.Failed(journal.Mask(error.Message))).ConfigureAwait(false);
        }
        finally
        {
            journal.Answered();
        }
    }
}
