/// The C library's count and list of arguments, which the fuzzer takes over.
var (count, words) = (CommandLine.argc, CommandLine.unsafeArgv)

guard let target = Target(named: CommandLine.arguments.dropFirst().first ?? "") else {
  fatalError("the first word names a target: \(Target.names)")
}

// The fuzzer sees the words behind the target's name, and the program's name in front of them.
words[1] = words[0]
words += 1
count -= 1
Target.chosen = target
_ = runFuzzer(&count, &words) { bytes, length in
  Target.chosen.examine(Array(UnsafeBufferPointer(start: bytes, count: length)))
  return 0
}
