/// Reads and checks the given files and the files they use.
///
/// Files are read by `read` alone, by the paths that `use` resolves to. `title` and `as of` count in the
/// first root. Without a program there is at least one error; that a watch stopped the reading is one.
public func loadProgram(
  roots: [SourceFile], watch: Watch = Watch(), including read: (_ path: String) -> Inclusion
) -> LoadedProgram {
  var loader = Loader(watch: watch)
  for root in roots where !watch.isStopped { loader.load(root: root, including: read) }
  let last = UInt32(max(1, loader.sources.count) - 1)
  let isRead = !watch.isStopped
  let checked = check(
    loader.trees, with: loader.lexicon, sources: loader.sources, watch: watch)
  var log = loader.log
  if watch.isStopped {
    // What was left is not known to be right, nor what was checked by it to be wrong.
    let place = SourceSpan(isRead ? 0 : last, 0, 0)
    return LoadedProgram(
      program: nil, diagnostics: log.closed(with: .readingStopped(at: place)).inSourceOrder,
      sources: loader.sources)
  }
  let hadError = log.hasError
  // What an unread file would have declared is not unknown.
  log.report(checked.diagnostics.filter { loader.isComplete || !$0.concernsUnknownName })
  return LoadedProgram(
    program: hadError ? nil : checked.program, diagnostics: log.inSourceOrder,
    sources: loader.sources)
}

/// How many files may use each other in a row.
private let maximumDepth = 16

/// How many files may be read.
private let maximumFileCount = 256

/// The state of a load: the files read so far.
private struct Loader {
  /// Tells when to stop.
  let watch: Watch
  /// The words of all files.
  var lexicon = Lexicon()
  /// The files.
  var sources: [SourceFile] = []
  /// Their statements.
  var trees: [SyntaxTree] = []
  /// What was wrong.
  var log = DiagnosticLog()
  /// Whether every file could be read.
  var isComplete = true
  /// The indices of the files, by path.
  var files: [String: UInt32] = [:]

  /// Where a file is used from.
  struct Place {
    /// The folder of the root, in which all files must be.
    let root: [Substring]
    /// The paths of the files that use each other, down to the present one.
    var chain: [String]
  }

  /// Reads a file named by the user, and the files it uses.
  mutating func load(root: SourceFile, including read: (String) -> Inclusion) {
    let path = FilePath(root.name)
    guard files[path.text] == nil else { return }
    let place = Place(root: path.components.dropLast(), chain: [])
    load(root, path: path, at: place, including: read)
  }

  /// Reads a file, and then the files it uses.
  private mutating func load(
    _ source: SourceFile, path: FilePath, at place: Place, including read: (String) -> Inclusion
  ) {
    let index = UInt32(sources.count)
    files[path.text] = index
    sources.append(source)
    let tokens = tokenize(source, file: index, into: &lexicon, watch: watch)
    log.report(tokens.diagnostics)
    if tokens.lines.isEmpty, !tokens.diagnostics.isEmpty { isComplete = false }
    let parsed = parse(tokens, with: lexicon, watch: watch)
    log.report(parsed.diagnostics)
    trees.append(parsed.tree)
    var inner = place
    inner.chain.append(path.text)
    for statement in parsed.tree.statements where !watch.isStopped {
      guard case .use(let token) = statement.form else { continue }
      do throws(Diagnostic) {
        try use(token, in: parsed.tree, from: path, at: inner, including: read)
      } catch {
        log.report(error)
        isComplete = false
      }
    }
  }

  /// Reads a file that another one uses, unless it was read already.
  private mutating func use(
    _ token: TokenIndex, in tree: SyntaxTree, from path: FilePath, at place: Place,
    including read: (String) -> Inclusion
  ) throws(Diagnostic) {
    let name = lexicon.text(of: tree[token].symbol)
    let span = tree.span(of: token)
    guard !name.isEmpty, !name.beginsWithBytes(of: "/"),
      let target = path.sibling(name, within: place.root)
    else {
      throw .usedOutside(name, at: span)
    }
    guard name.hasSuffix(".moot") else { throw .usedNoRuleFile(name, at: span) }
    if let start = place.chain.firstIndex(of: target.text) {
      throw .useCycle(place.chain[start...] + [target.text], at: span)
    }
    guard files[target.text] == nil else { return }
    guard place.chain.count < maximumDepth else { throw .useTooDeep(maximumDepth, at: span) }
    guard sources.count < maximumFileCount else {
      throw .tooManyFiles(maximumFileCount, at: span)
    }
    switch read(target.text) {
    case .file(let source):
      load(source, path: target, at: place, including: read)
    case .notFound: throw .fileNotFound(target.text, at: span)
    case .unreadable(let reason): throw .fileUnreadable(target.text, reason, at: span)
    }
  }
}
