/// The words of all the texts of a program, each once; the keywords come first.
public struct Lexicon: Sendable {
  /// The spellings, one after the other.
  private var spellings: [UInt8] = []
  /// Where each spelling ends; the next begins there.
  private var ends: [Int] = [0]
  /// An open table of symbols, each as its index and one; 0 for a free place.
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)

  /// Creates a lexicon that knows the keywords.
  public init() {
    for keyword in Keyword.allCases {
      _ = intern(Array(keyword.rawValue.utf8)[...])
    }
  }

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
    var slot = firstSlot(of: word)
    while slots[slot] != 0 {
      let symbol = Symbol(raw: slots[slot] - 1)
      if bytes(of: symbol).elementsEqual(word) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    spellings.append(contentsOf: word)
    ends.append(spellings.count)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return Symbol(raw: UInt32(count - 1))
  }

  /// The symbol of a word, if it is in the lexicon.
  public func symbol(of text: String) -> Symbol? {
    var word = Array(text.utf8)[...]
    if Self.needsNormalisation(word) { word = Self.normalised(word) }
    var slot = firstSlot(of: word)
    while slots[slot] != 0 {
      let symbol = Symbol(raw: slots[slot] - 1)
      if bytes(of: symbol).elementsEqual(word) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Where the search for a word begins.
  private func firstSlot(of word: ArraySlice<UInt8>) -> Int {
    word.withUnsafeBufferPointer { word in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in word { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash ^= hash >> 29
      hash = hash &* 0xbf58_476d_1ce4_e5b9
      return Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    }
  }

  /// Doubles the table.
  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for index in 0..<count {
      var slot = firstSlot(of: bytes(of: Symbol(raw: UInt32(index))))
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index) + 1
    }
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
