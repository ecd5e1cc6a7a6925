/// The variables of one rule of a `.dfl` file.
struct DFLVariables {
  /// The variables in the order of their appearance; each `?` is one of its own.
  private(set) var declared: [Variable] = []
  private var tokens: [DFLToken] = []
  private var isBound: [Bool] = []
  private var demands: [Demand] = []

  /// Where a variable occurs.
  enum Use {
    case premise
    case exception
    case comparison
    case conclusion
  }

  private struct Demand {
    let variable: Int
    let token: DFLToken
  }

  /// Forgets the variables of the rule before.
  mutating func clear() {
    guard !tokens.isEmpty else { return }
    declared = []
    tokens.removeAll(keepingCapacity: true)
    isBound.removeAll(keepingCapacity: true)
    demands.removeAll(keepingCapacity: true)
  }

  /// The id of the variable a token names, or a new one.
  mutating func id(of token: DFLToken, in bytes: [UInt8], use: Use) -> VariableID {
    let index = self.index(of: token, in: bytes)
    switch use {
    case .premise: isBound[index] = true
    case .exception: break
    case .comparison, .conclusion: demands.append(Demand(variable: index, token: token))
    }
    return VariableID(raw: UInt32(index))
  }

  /// For each variable that no premise gives a value, its first use that needs one.
  var unsafeUses: [DFLToken] {
    var reported: [Int] = []
    var uses: [DFLToken] = []
    for demand in demands where !isBound[demand.variable] {
      guard !reported.contains(demand.variable) else { continue }
      reported.append(demand.variable)
      uses.append(demand.token)
    }
    return uses
  }

  private mutating func index(of token: DFLToken, in bytes: [UInt8]) -> Int {
    let name = bytes[token.name(in: bytes)]
    if token.kind == .variable,
      let known = tokens.firstIndex(where: {
        $0.kind == .variable && bytes[$0.name(in: bytes)] == name
      })
    {
      return known
    }
    tokens.append(token)
    isBound.append(false)
    let text = token.kind == .variable ? String(decoding: name, as: UTF8.self) : ""
    declared.append(Variable(name: text, sort: .any))
    return declared.count - 1
  }
}
