import Foundation

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "certificates" {
  for (number, input) in CertifiedPrograms.inputs.enumerated() {
    try Data(input).write(to: URL(filePath: "\(CommandLine.arguments[2])/seed-\(number)"))
  }
  exit(0)
}

/// The C library's count and list of arguments, which the fuzzer takes over.
var (count, words) = (CommandLine.argc, CommandLine.unsafeArgv)

// The fuzzer sees the words behind the target's name, and the program's name in front of them. Where it starts
// itself once more, to merge inputs, the name is in the environment.
let variable = "MOOT_FUZZ_TARGET"
if let target = CommandLine.arguments.dropFirst().first.flatMap(Target.init(named:)) {
  setenv(variable, target.rawValue, 1)
  words[1] = words[0]
  words += 1
  count -= 1
}
guard let target = getenv(variable).flatMap({ Target(named: String(cString: $0)) }) else {
  fatalError("the first word names a target: \(Target.names)")
}
Target.chosen = target
_ = runFuzzer(&count, &words) { bytes, length in
  Target.chosen.examine(Array(UnsafeBufferPointer(start: bytes, count: length)))
  return 0
}
