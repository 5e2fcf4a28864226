namespace Nest.Sdk.Testing.Http;

/// <summary>
/// The body of a response, which can be slowed down or cut. Bytes are on the wire when a write completes.
/// </summary>
internal sealed class ThrottledBody(Stream body, TimeProvider time)
{
    private (int Bytes, TimeSpan Period, Task Lifted)? _drip;
    private (int Left, Task Lifted)? _cut;

    public void CutAfter(int bytes, Task lifted) => _cut = (bytes, lifted);

    public void Slow(int bytes, TimeSpan period, Task lifted) => _drip = (bytes, period, lifted);

    /// <summary>
    /// Writes bytes. Returns false when the body must be cut now. <paramref name="hurry"/> ends the pauses,
    /// <paramref name="waiting"/> cancels the wait, and <paramref name="writing"/> cancels the write itself.
    /// </summary>
    public async Task<bool> WriteAsync(ReadOnlyMemory<byte> bytes, Task hurry, CancellationToken waiting, CancellationToken writing)
    {
        var isCut = false;
        if (_cut is { Lifted.IsCompleted: false } cut)
        {
            isCut = cut.Left <= bytes.Length;
            bytes = bytes[..Math.Min(cut.Left, bytes.Length)];
            _cut = cut with { Left = cut.Left - bytes.Length };
        }

        while (_drip is { Lifted.IsCompleted: false } drip && !hurry.IsCompleted && bytes.Length > 0)
        {
            var drop = bytes[..Math.Min(drip.Bytes, bytes.Length)];
            bytes = bytes[drop.Length..];
            // Started before the bytes are visible, so that a test that receives them can advance the clock.
            var pause = Task.Delay(drip.Period, time, waiting);
            await body.WriteAsync(drop, writing).ConfigureAwait(false);
            await body.FlushAsync(writing).ConfigureAwait(false);
            await Task.WhenAny(pause, drip.Lifted, hurry).WaitAsync(waiting).ConfigureAwait(false);
        }

        await body.WriteAsync(bytes, writing).ConfigureAwait(false);
        return !isCut;
    }

    public Task FlushAsync(CancellationToken cancellationToken) => body.FlushAsync(cancellationToken);
}
