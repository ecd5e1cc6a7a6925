import FoundationEssentials
import Glibc
import MootCommand

/// Measures the workloads that the command line names.
func run(_ request: Request) throws(Failure) {
  if let folder = request.measured {
    for workload in request.workloads.prefix(1) { try measure(workload, folder, request.size) }
    return
  }
  let earlier = try request.compared.map { (path) throws(Failure) in try Record(reading: path) }
  var measurements: [Measurement] = []
  var failure: Failure?
  for workload in request.workloads {
    let benchmark = Benchmark(workload: workload)
    let size = request.size ?? workload.size
    if let folder = request.written {
      try benchmark.write(below: folder, size: size)
      continue
    }
    do throws(Failure) {
      if let folder = request.facts {
        measurements += try benchmark.run(folder: folder)
      } else {
        measurements += try benchmark.run(upTo: size)
      }
    } catch {
      printError(error)
      failure = failure ?? error
    }
  }
  if let path = request.saved { try Record(measurements).write(to: path) }
  if let earlier, request.written == nil {
    let lines = earlier.comparison(with: measurements)
    print("\nBeside \(request.compared ?? ""):")
    for line in lines { print("  \(line.line)") }
    if lines.contains(where: \.isSlower) {
      throw .tooMuch("more than \(fixed(Record.tolerance, 2)) times as much as before")
    }
  }
  if let failure { exit(failure.exitCode) }
}

/// Measures one run in this process and prints the measurement for the process that asked for it.
private func measure(
  _ workload: any Workload, _ folder: String, _ size: Int?
) throws(Failure) {
  if try names(inFolder: folder).contains(where: { $0.hasSuffix(".facts") }) {
    ProcessMemory.preferLargePages()
  }
  var measurement = Measurement(of: workload.name, size: size)
  measurement.stages = [Measurement.Stage(name: "start", cpu: Stopwatch.cpu, wall: 0)]
  try workload.measure(folder: folder, &measurement)
  if measurement.peakMemory == 0 { measurement.peakMemory = Memory.peak }
  guard let data = try? JSONEncoder().encode(measurement) else {
    throw .process("the measurement cannot be written")
  }
  print(String(decoding: data, as: UTF8.self))
}

/// Prints a message on standard error.
private func printError(_ failure: Failure) {
  fflush(nil)
  let bytes = Array("MootBenchmarks: \(failure)\n".utf8)
  _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
}

ProcessMemory.keepFreed()
do throws(Failure) {
  let request = try Request(CommandLine.arguments.dropFirst())
  if request.isHelp {
    print(Request.help)
  } else {
    try run(request)
  }
} catch {
  printError(error)
  exit(error.exitCode)
}
