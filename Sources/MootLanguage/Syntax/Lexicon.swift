/// The words of all the texts of a program, each once; the keywords come first.
public struct Lexicon: Sendable {
  /// The spellings, one after the other.
  private var spellings: [UInt8]
  /// Where each spelling ends; the next begins there.
  private var ends: [Int]
  /// An open table of symbols: the hash in the upper half, the index and one in the lower; 0 for a free
  /// place.
  private var slots: [UInt64]

  /// Creates a lexicon that knows the keywords.
  public init() { self = Self.ofKeywords }

  /// Creates a lexicon of some words.
  private init(_ words: [String]) {
    spellings = []
    ends = [0]
    slots = Array(repeating: 0, count: 512)
    for word in words { _ = intern(word) }
  }

  /// The lexicon that all begin with, made once.
  private static let ofKeywords = Lexicon(Keyword.allCases.map(\.rawValue))

  /// The number of words.
  public var count: Int { ends.count - 1 }

  /// The spelling of a word.
  public func bytes(of symbol: Symbol) -> ArraySlice<UInt8> {
    spellings[ends[Int(symbol.raw)]..<ends[Int(symbol.raw) + 1]]
  }

  /// The spelling of a word as text.
  public func text(of symbol: Symbol) -> String {
    String(decoding: bytes(of: symbol), as: UTF8.self)
  }

  /// The keyword that a word is, if it is one.
  public func keyword(of symbol: Symbol) -> Keyword? {
    symbol.raw < Keyword.ordered.count ? Keyword.ordered[Int(symbol.raw)] : nil
  }

  /// The symbol of a text.
  public mutating func intern(_ text: String) -> Symbol {
    intern(Array(text.utf8)[...])
  }

  /// The symbol of a word, which is added if it is new; words that differ only in how accents are encoded
  /// are one word.
  public mutating func intern(_ word: ArraySlice<UInt8>) -> Symbol {
    let word = Self.needsNormalisation(word) ? Self.normalised(word) : word
    let hash = Self.hash(of: word)
    switch find(word, hash: hash) {
    case .known(let symbol): return symbol
    case .free(let slot):
      spellings.append(contentsOf: word)
      ends.append(spellings.count)
      slots[slot] = UInt64(hash) << 32 | UInt64(count)
      if count * 2 > slots.count { grow() }
      return Symbol(raw: UInt32(count - 1))
    }
  }

  /// What a search for a word comes to.
  private enum Finding {
    case known(Symbol)
    case free(Int)
  }

  /// Searches for a word.
  private func find(_ word: ArraySlice<UInt8>, hash: UInt32) -> Finding {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) {
        let symbol = Symbol(raw: UInt32(truncatingIfNeeded: slots[slot]) - 1)
        if bytes(of: symbol).elementsEqual(word) { return .known(symbol) }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .free(slot)
  }

  /// The hash of a word.
  private static func hash(of word: ArraySlice<UInt8>) -> UInt32 {
    word.withUnsafeBufferPointer { word in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash ^= hash >> 29
      hash = hash &* 0xbf58_476d_1ce4_e5b9
      return UInt32(truncatingIfNeeded: hash >> 32)
    }
  }

  /// Doubles the table.
  private mutating func grow() {
    var larger: [UInt64] = Array(repeating: 0, count: slots.count * 2)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }

  /// Whether a word has characters that can be encoded in more than one way: those from U+0300.
  private static func needsNormalisation(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { $0.contains { $0 >= 0xcc } }
  }

  /// The word in normalisation form C.
  private static func normalised(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    Array(String(decoding: word, as: UTF8.self).inNormalisationFormC.utf8)[...]
  }
}
