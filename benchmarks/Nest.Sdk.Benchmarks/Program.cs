using BenchmarkDotNet.Running;
using Nest.Sdk.Benchmarks.Goals;

if (args is ["ratios", .. var rest])
    return RatiosCommand.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
