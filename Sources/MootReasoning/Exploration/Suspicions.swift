public import MootLanguage

/// What is legal in a program but suspicious, and shows only when its rules are tried or its dates are looked
/// at; in source order.
///
/// Clashes of rules are sought among the rules alone, whatever the facts: see `ClashSearch`.
public func suspicions(in program: Program) -> [Diagnostic] {
  var search = ClashSearch(program)
  var dormancy = DormancyCheck(program)
  return inSourceOrder(search.diagnostics() + dormancy.diagnostics())
}
