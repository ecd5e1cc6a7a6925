/// The fuzzer's own changes to an input, in place; returns its new length.
@_extern(c, "LLVMFuzzerMutate")
func mutateBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ length: Int, _ room: Int) -> Int

/// Changes an input: its bytes, or whole words and lines, so that more of what is tried can be read.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(
  _ bytes: UnsafeMutablePointer<UInt8>, _ length: Int, _ room: Int, _ seed: UInt32
) -> Int {
  var draws = Draws(seed: UInt64(seed))
  guard length > 0, draws.below(Target.chosen.changesPerByteChange) > 0 else {
    return mutateBytes(bytes, length, room)
  }
  var text = LinedText(Array(UnsafeBufferPointer(start: bytes, count: length)))
  for _ in 0...draws.below(2) { text.change(&draws) }
  return store(text.bytes, in: bytes, room)
}

/// Puts lines of one input between those of another; returns the length of what comes of it.
@_cdecl("LLVMFuzzerCustomCrossOver")
func cross(
  _ first: UnsafePointer<UInt8>, _ firstLength: Int, _ second: UnsafePointer<UInt8>,
  _ secondLength: Int, _ result: UnsafeMutablePointer<UInt8>, _ room: Int, _ seed: UInt32
) -> Int {
  var draws = Draws(seed: UInt64(seed))
  var text = LinedText(Array(UnsafeBufferPointer(start: first, count: firstLength)))
  text.insert(
    from: LinedText(Array(UnsafeBufferPointer(start: second, count: secondLength))), &draws)
  return store(text.bytes, in: result, room)
}

private func store(_ text: [UInt8], in bytes: UnsafeMutablePointer<UInt8>, _ room: Int) -> Int {
  let length = min(text.count, room)
  for place in 0..<length { bytes[place] = text[place] }
  return length
}
