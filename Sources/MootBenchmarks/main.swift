/// Runs one workload and prints its times: `MootBenchmarks w7 [--cases N] [--facts DIR]`.
do {
  let request = try Request(CommandLine.arguments.dropFirst())
  switch request.workload {
  case .w7: try TogglingWorkload(request).run()
  }
} catch {
  print(error)
  fail()
}
