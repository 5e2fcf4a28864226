using Nest.Sdk.Testing.Serving;

namespace Nest.Sdk.Testing.Script;

/// <summary>Answers prepared by the test, each given once, the oldest that fits first.</summary>
internal sealed class ScriptedAnswers
{
    private readonly List<(string? Method, FakeAnswer Answer)> _prepared = [];

    public void Add(string? method, FakeAnswer answer)
    {
        lock (_prepared)
        {
            _prepared.Add((method, answer));
        }
    }

    public FakeAnswer? Take(string method)
    {
        lock (_prepared)
        {
            var index = _prepared.FindIndex(each => each.Method is null || string.Equals(each.Method, method, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                return null;
            }

            var answer = _prepared[index].Answer;
            _prepared.RemoveAt(index);
            return answer;
        }
    }
}
