public import MootLanguage

/// The answer to one question on every day of a range (section 4 of the semantics).
public struct Timeline: Sendable {
  /// What is asked.
  public let literal: Literal
  /// The first date that was asked for; `nil` for all the time before the first change.
  public let from: CalendarDate?
  /// The last date that was asked for; `nil` for all the time after the last change.
  public let to: CalendarDate?
  /// The stretches of days with one answer for the same reasons, without gaps.
  public let stretches: [Stretch]
  /// The same as a person tells it: a state of which only the month or year is known makes one entry.
  public let entries: [Entry]
  /// The limit that cut it off, if one did; `stretches` then end too early.
  public let reachedLimit: Limits.Kind?
  /// The last outcome: where it was cut off, or where preferences go round in a circle.
  public let lastOutcome: Outcome

  /// Days with one answer for the same reasons.
  public struct Stretch: Sendable {
    /// The first day, as days since 1 January of the year 1.
    public let firstDay: Int32
    /// The last day.
    public let lastDay: Int32
    /// The answer on each of them.
    public let answer: Answer
  }

  /// The answer from a date on, and why it or its reasons changed.
  public struct Entry: Sendable {
    /// Since when: a day, or the month or year in which it changes; `nil` for the time before the first change.
    public let from: CalendarDate?
    /// Until when: the last day, or the month or year in which the next change falls; `nil` for no end.
    public let to: CalendarDate?
    /// The answer; where `from` is no day, the one once that span is over.
    public let answer: Answer
    /// The answer as of the span itself, where `from` is no day: what is not known inside it does not count.
    public let during: Answer?
    /// What began or ended and matters; nothing for the first entry.
    public let causes: [Cause]
    /// The arguments that apply from then on, in the order of the trace.
    public let begun: [Reason]
    /// The arguments that apply no more.
    public let ended: [Reason]
    /// What may or may not be so when the entry begins, by the precision of its dates.
    public let open: [Cause]
    /// The program that the ids of the entry belong to.
    public let program: Program

    /// Whether several causes fall in a span inside which their order is not known.
    public var isOrderUnknown: Bool {
      guard let from, from.day == nil else { return false }
      return causes.count > 1
    }
  }

  /// Something that changes the answer or the arguments.
  public enum Cause: Sendable, Hashable {
    /// A fact, contention or rule begins to hold or to be in force.
    case begins(Argument.Source, CalendarDate)
    /// A fact, contention or rule holds or is in force until that date, and no longer.
    case ends(Argument.Source, CalendarDate)
    /// A date that rules compare with the date of the answer is reached.
    case reached(CalendarDate)
    /// A date that rules compare with the date of the answer is over.
    case passed(CalendarDate)
    /// What rules count up to the date of the answer comes to another number.
    case counted

    /// The date it names.
    var date: CalendarDate? {
      switch self {
      case .begins(_, let date), .ends(_, let date), .reached(let date), .passed(let date): date
      case .counted: nil
      }
    }
  }

  /// An argument that applies: an instance of it fires.
  public struct Reason: Sendable, Hashable {
    /// What argues.
    public let source: Argument.Source
    /// What it concludes, as it is written in files; `?` for dates where rules conclude something about the date
    /// of the answer, and for all dates and numbers where they count days from it, or to it.
    public let conclusion: String
    /// Where it stands.
    public let side: Side

    /// Where an argument stands towards what is asked.
    public enum Side: String, Sendable, CaseIterable {
      case supporting = "for"
      case opposing = "against"
      /// In a dispute that the answer rests on.
      case beneath
    }
  }
}
