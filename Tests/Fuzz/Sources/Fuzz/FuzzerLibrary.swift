/// Begins to take what is allocated for something that stays.
///
/// Swift keeps marks in the addresses of some values, so that the search for leaks does not find them again.
@_extern(c, "__lsan_disable") func beginStaying()

/// Ends what `beginStaying` began.
@_extern(c, "__lsan_enable") func endStaying()

/// The entry of the toolchain's fuzzer: takes the command line, and a function that gets each input.
///
/// A program with a `main` of its own, which chooses among several targets, begins there.
@_extern(c, "LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ examine: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
