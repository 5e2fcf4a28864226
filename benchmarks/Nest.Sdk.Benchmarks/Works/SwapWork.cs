using Nest.Sdk.Benchmarks.Homes;
using Nest.Sdk.Benchmarks.Measuring;
using Nest.Sdk.Diffing;

namespace Nest.Sdk.Benchmarks.Works;

/// <summary>Like <see cref="DiffWork"/>, but gives the engine the array instead of a copy.</summary>
/// <remarks>
/// For versions of different lengths. The engine returns its previous array, which holds the version that comes next,
/// so nothing has to be filled.
/// </remarks>
internal sealed class SwapWork : Work
{
    private readonly Utf8JsonDiff _engine;
    private readonly HomePair _pair;
    private byte[] _buffer;
    private int _comingLength;
    private int _committedLength;

    public SwapWork(HomePair pair)
    {
        _pair = pair;
        _engine = Versions.Start(pair);
        // Until now the engine has copied. With two arrays of this class, the returned array is known.
        _buffer = [.. pair.Old];
        _engine.Compare(_buffer).Commit(ref _buffer);
        _buffer = [.. pair.Next];
        (_comingLength, _committedLength) = (pair.Next.Length, pair.Old.Length);
        for (var i = 0; i < 4; i++)
        {
            CheckComing(i % 2 == 0 ? pair.Next : pair.Old);
            Do(1);
        }
    }

    public override TimeSpan Time(int operations)
    {
        var time = base.Time(operations);
        CheckComing(_comingLength == _pair.Next.Length ? _pair.Next : _pair.Old);
        return time;
    }

    protected override void Do(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            _engine.Compare(_buffer.AsSpan(0, _comingLength)).Commit(ref _buffer);
            (_comingLength, _committedLength) = (_committedLength, _comingLength);
        }
    }

    private void CheckComing(byte[] version)
    {
        if (!_buffer.AsSpan(0, _comingLength).SequenceEqual(version))
            throw new InvalidOperationException("The returned array does not hold the previous version.");
    }
}
