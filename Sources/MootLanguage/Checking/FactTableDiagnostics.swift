extension Diagnostic {
  /// A file whose reading was stopped by a watch.
  static func readingStopped(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      code: "reading-stopped", severity: .error,
      message: "a limit on memory or time stopped the reading of this file", span: span,
      help: "allow for more with --limit memory=N or --limit time=N")
  }

  /// A quotation that does not end, or ends too early.
  static func quotation(_ problem: FactTable.Problem, file: UInt32) -> Diagnostic {
    switch problem {
    case .unclosedQuote(let cell):
      tableError(
        "unclosed-quote", "the quotation that begins here never ends",
        span: SourceSpan(file, cell.lower, cell.upper),
        help: "write two double quotes for one inside a quotation")
    case .textAfterQuote(let cell, let quote):
      Diagnostic(
        code: "text-after-quote", severity: .error,
        message: "the cell goes on after its quotation",
        span: SourceSpan(file, cell.lower, cell.upper),
        notes: [
          Note(
            message: "the quotation begins here",
            span: SourceSpan(file, quote.lower, quote.upper))
        ],
        help: "write two double quotes for one inside a quotation")
    }
  }

  /// A file that is named after nothing in the program.
  static func unknownTable(_ key: String, nearest: String?, span: SourceSpan) -> Diagnostic {
    tableError(
      "unknown-key", "no relation has the key \"\(key)\", after which this file is named",
      span: span, help: nearest.map { "did you mean \"\($0)\"?" })
  }

  /// A modal prefix before the key of what is no action.
  static func modalTable(_ prefix: String, of key: String, span: SourceSpan) -> Diagnostic {
    tableError(
      "not-an-action",
      "\"\(prefix.dropLast())\" can stand before an action only, and \"\(key)\" is a relation",
      span: span)
  }

  /// A file that has no first line.
  static func noHeader(columns: [String], span: SourceSpan) -> Diagnostic {
    tableError(
      "no-header", "the file has no header", span: span,
      help: "the columns are \(columns.joined(separator: ", "))")
  }

  /// A column that is named after nothing.
  static func unknownColumn(
    _ name: String, of key: String, nearest: String?, columns: [String], span: SourceSpan
  ) -> Diagnostic {
    tableError(
      "unknown-column", "\"\(name)\" is no column of \"\(key)\"", span: span,
      help: nearest.map { "did you mean \"\($0)\"?" }
        ?? "the columns are \(columns.joined(separator: ", "))")
  }

  /// A column that comes twice.
  static func duplicateColumn(_ name: String, span: SourceSpan) -> Diagnostic {
    tableError("duplicate-column", "the column \"\(name)\" is there already", span: span)
  }

  /// A hole without a column.
  static func missingColumn(_ name: String, of key: String, span: SourceSpan) -> Diagnostic {
    tableError(
      "missing-column", "the column \"\(name)\" of \"\(key)\" is missing", span: span)
  }

  /// A row that is too short or too long.
  static func wrongCellCount(_ count: Int, expected: Int, span: SourceSpan) -> Diagnostic {
    tableError(
      "wrong-cell-count",
      "the row has \(count) \(count == 1 ? "cell" : "cells") instead of \(expected)", span: span)
  }

  /// A hole for which a row has nothing.
  static func emptyCell(of column: String, span: SourceSpan) -> Diagnostic {
    tableError("empty-cell", "there is nothing in the column \"\(column)\"", span: span)
  }

  /// A cell that is not what its hole asks for.
  static func badValue(
    _ text: String, sort: Relation.Sort, column: String, span: SourceSpan
  ) -> Diagnostic {
    switch sort {
    case .date:
      tableError(
        "bad-date", "\"\(text)\" in the column \"\(column)\" is no date", span: span,
        help: "write a date as 2006, 2006-09 or 2006-09-01")
    case .number, .entity, .any:
      tableError(
        "bad-number", "\"\(text)\" in the column \"\(column)\" is no number", span: span,
        help: "write a number as 587000, 75,000 or 12.5")
    }
  }

  /// A source that no file declares.
  static func unknownCitedSource(_ key: String, nearest: String?, span: SourceSpan) -> Diagnostic {
    tableError(
      "unknown-source", "no source has the key \"\(key)\"", span: span,
      help: nearest.map { "did you mean \"\($0)\"?" })
  }

  /// A state that is over before it begins.
  static func periodEndsBeforeItBegins(span: SourceSpan) -> Diagnostic {
    tableError("period-ends-early", "the state ends before it begins", span: span)
  }

  /// Errors beyond those that are shown.
  static func moreErrors(_ count: Int, span: SourceSpan) -> Diagnostic {
    tableError(
      "more-errors", "\(count) more \(count == 1 ? "error" : "errors") in this file", span: span)
  }

  private static func tableError(
    _ code: String, _ message: String, span: SourceSpan, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: message, span: span, help: help)
  }
}
