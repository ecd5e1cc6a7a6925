public import MootLanguage

/// What is legal in a program but suspicious, and shows only when its rules are tried or its dates are looked
/// at; in source order.
///
/// Clashes of rules are sought among the rules alone, whatever the facts: see `ClashSearch`. Where a watch stops
/// it, some are missing.
public func suspicions(in program: Program, watch: Watch = Watch()) -> [Diagnostic] {
  var search = ClashSearch(program, watch)
  var dormancy = DormancyCheck(program, watch)
  return inSourceOrder(search.diagnostics() + dormancy.diagnostics())
}
