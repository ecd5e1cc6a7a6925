public import MootLanguage

/// What is legal in a program but suspicious, and shows only when its rules are tried or its dates are looked
/// at; in source order.
///
/// Clashes of rules are sought among the rules alone, whatever the facts: see `ClashSearch`; where a limit is
/// reached, no more of them are.
public func suspicions(in program: Program, limits: Limits = Limits()) -> [Diagnostic] {
  let watch = Watch { limits.reached == nil }
  var search = ClashSearch(program, watch)
  var dormancy = DormancyCheck(program, watch)
  return inSourceOrder(search.diagnostics() + dormancy.diagnostics())
}
