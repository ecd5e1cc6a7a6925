/// What a message means, by its code; `nil` for a code that no message has.
func diagnosticHelp(for code: String) -> String? {
  diagnosticTexts[code].map { text in
    "\(code)\n\n\(text)\n" + (diagnosticExample(of: code).map { "\n" + $0 } ?? "")
  }
}

/// The codes of all messages, in order.
var diagnosticCodes: [String] { diagnosticTexts.keys.sorted() }

/// What a message means, without an example; `nil` for a code that no message has.
func diagnosticMeaning(of code: String) -> String? { diagnosticTexts[code] }

/// What each message means and how to mend it.
private let diagnosticTexts: [String: String] = [
  "ambiguous-template": """
  Two templates could read the same sentence, so nobody could say which was meant: they have the
  same length, and in each place equal words, two holes, or a hole that admits the word. Change a
  word of one of them.
  """,
  "assumption": """
  The rule is argued by nobody and cites nothing, so every trace calls it the drafter's own
  assumption. Say who argues it (`argued by`, `held by`) or what it rests on (`cites`); or leave
  it, if that is what it is.
  """,
  "bad-calculation": """
  A calculation is made of variables, numbers and dates; `+`, `-`, `*` and `/` stand between
  spaces.
  """,
  "bad-chance": "A chance is a number from 0 to 1: `chance 0.3`.",
  "bad-date": "A date is written 2006, 2006-09 or 2006-09-01, and must exist in the calendar.",
  "bad-key": """
  `as` gives a relation its short name: one word, `as headed`, or with the order of its columns,
  `as headed(person, company, end)`, which names each hole once.
  """,
  "bad-name": "A name stands here in quotation marks, and no number, list or object.",
  "bad-number": "A number is written 587000, 75,000 or 12.5.",
  "bad-template": "A template is made of words and ?holes; quotations belong into sentences.",
  "bad-variable": "A variable is a question mark with letters, digits, `-` or `_`: `?person`.",
  "calculation-inside": """
  Inside `such that` nothing can be worked out from what is known only there. Work it out in a
  rule.
  """,
  "clause-not-indented": "A clause stands below its statement, indented.",
  "clause-on-same-line": "A clause stands on a line of its own, indented below its statement.",
  "clause-out-of-order": """
  Premises come first (`if`, `and`, `or if`), then exceptions (`unless`, `and`), then the
  conclusion (`then`).
  """,
  "clause-without-statement": "An indented line belongs to a statement, which starts in column 1.",
  "contrary-holes": """
  The sentence after ` / ` is the contrary of the one before it, so it has the same holes:
  `relation ?person was acquitted / ?person was not acquitted`.
  """,
  "control-character": "The file contains a character that cannot be seen. Remove it.",
  "curly-quote": "Quotations stand between straight quotation marks: \"like this\".",
  "duplicate-key": "Two relations have the same short name. Give one its own with `as`.",
  "duplicate-name": """
  Rules, contentions and preferences share one set of names; questions, scenarios, sources and
  speakers have their own. Choose another name.
  """,
  "empty-template": "A template needs a word beside its holes, by which its sentences are known.",
  "file-too-large": "The file is larger than can be read. Split it.",
  "forbidden-beginning": """
  Some words mean something else at the start of a sentence: not, every, at, arguably, on balance,
  beyond dispute, conclusively, presumably, retract, without, prefer and others. Put another word
  first.
  """,
  "hidden-character": """
  A name has a character that cannot be seen, such as a space without width, or one that turns the
  direction of writing. Outputs show it as `\\u{202E}`. Remove it, unless the script needs it.
  """,
  "idle-exception": """
  Nothing can make this exception apply: no fact, rule or `unknown` provides it, or it contradicts
  what the rule needs.
  """,
  "idle-preference": """
  The two rules never conclude sentences that conflict, so ranking them does nothing. Declare what
  they conclude `incompatible`, or remove the preference.
  """,
  "invalid-utf8": "The file is not UTF-8 text. Save it as UTF-8.",
  "json-too-deep": "Facts in JSON are lists in an object; nothing stands much deeper than that.",
  "left-out-of-dfl": """
  This statement has no place in a .dfl file. Nothing that is concluded changes without it.
  """,
  "look-alike": """
  Two names look the same to a reader and are different names: a letter of one is from another
  script (a Cyrillic а for a Latin a), or a digit stands for a letter (0 for O, 1 for l). Write both
  alike, or so that they can be told apart.
  """,
  "may-not": "`may not` can mean `must not` or `need not`. Write the one that is meant.",
  "misplaced-clause": "This clause does not belong to this kind of statement.",
  "misplaced-wildcard": """
  A lone `?` means anyone or anything. It may stand in premises, exceptions, questions and
  retractions; elsewhere name the variable.
  """,
  "misplaced-words": "A sentence of a relation or an action must stand here.",
  "missing-column":
    "A file of facts has a column for each hole of its relation, by the hole's name.",
  "missing-part": "The line ends before it has said all it must.",
  "mixed-script": """
  A word of a name has letters of several scripts, at least one of which looks like a letter of the
  other. Write it in the letters of one script.
  """,
  "more-errors": "Only the first mistakes of a long file are listed.",
  "near-name": """
  A name that is used once differs by a letter from one used more often. Perhaps it is misspelt.
  """,
  "nested-condition": """
  Inside `such that` only sentences and comparisons can stand. Give the inner part a rule of its
  own.
  """,
  "nested-term": "A term of a theory has no arguments of its own: `p(a)`, and not `p(f(a))`.",
  "never-fires": """
  The premises contradict each other, or rest on a circle of rules that nothing else supports.
  """,
  "never-in-force": """
  The rule is in force on no date that a question, a test or `as of` asks for.
  """,
  "no-header": "The first line of a .csv or .tsv file names its columns.",
  "not-an-action": "`may`, `must`, `must not` and `need not` go with actions only.",
  "not-in-conclusion": "`not p` is an exception, and can stand in the body of a rule only.",
  "not-in-dfl": """
  The arrow notation cannot say this; what is left out is listed, so that nothing is lost unseen.
  """,
  "past-of-conclusion": """
  Only facts have a past that `at` can read; what rules conclude is known for the date of the
  answer.
  """,
  "period-ends-early": "`until` is before `from`.",
  "preference-cycle": """
  Preferences that nothing opposes go round in a circle, so each of the rules would prevail over
  itself. Remove one of them, or make it conditional.
  """,
  "preference-of-fact": "Nothing prevails over a fact, and a fact needs no preference.",
  "presumption-preferred": """
  Every rule that is not a presumption prevails over a presumption for the contrary, so a
  presumption cannot be preferred to it. Conclude without `presumably` what is to prevail.
  """,
  "reading-stopped": """
  The limit on memory or time was reached while the file was read, and nothing of it is used. Allow
  for more with `--limit memory=N` or `--limit time=N`, or give the facts in fewer rows.
  """,
  "recursive-aggregate": """
  A number, a sum or an `every` cannot rest on what its own rule decides.
  """,
  "repeated-clause": "This clause may stand once. Go on with `and`, or start `or if`.",
  "repeated-hole": "Each hole of a template has a name of its own.",
  "self-preference": "A rule cannot be preferred to itself.",
  "several-conclusions": "A rule has one conclusion. Write a rule for each.",
  "shall": "A duty is written `must`.",
  "shares-no-variable": """
  In a preference and in `RULE does not apply`, a variable with the name of one of the rule spoken
  of is that variable. Here no name is shared, so all instances of the rule are meant.
  """,
  "sort-clash": "A variable stands for a name, a number or a date, and for the same everywhere.",
  "source-not-cited": "Nothing cites this source.",
  "speaker-cycle": "Speakers who speak for each other go round in a circle.",
  "state-never-holds": """
  The state holds on no date that a question, a test or `as of` asks for.
  """,
  "statement-indented": "A statement starts in column 1.",
  "text-after-quote": "A quoted cell ends with its quotation; double a \" that belongs to it.",
  "too-many-columns":
    "A table of cases has at most 1,000 columns; what cases state may be lists in JSON instead.",
  "too-many-mistakes": "Only the first mistakes of a file are listed.",
  "trailing-words":
    "The line says more than it can. Perhaps a clause belongs on a line of its own.",
  "unclosed-quote": "A quotation ends on the line it begins on (in .csv files, anywhere), with \".",
  "unexpected-token": "Something else must stand here.",
  "unexpected-value": "Something else must stand here in a file of facts in JSON.",
  "unexpected-word": "Something else must stand here.",
  "unknown-clause": "No clause of this statement begins with this word.",
  "unknown-column": "The columns of a file of facts are named after the holes of its relation.",
  "unknown-escape": """
  In a quotation, `\\"` is a quotation mark, `\\\\` a backslash and `\\u{200B}` a character by its number; \
  no other is known.
  """,
  "unknown-grade": """
  A cap is one of arguable, prevailing and clear; a demand may also be established.
  """,
  "unknown-key": """
  A file of facts is named after a relation's short name: `headed.csv`, or `must not operate.csv`
  for an action.
  """,
  "unknown-name": "No rule has this label.",
  "unknown-question": "No question has this name, or asks this sentence.",
  "unknown-rule": "No rule, contention or preference has this name.",
  "unknown-scenario": """
  No `scenario` has this name.
  """,
  "unknown-sentence": """
  Every sentence is read by a template, declared once with `relation` or `action`. This one has
  not the same words in the same places as any template. Names of several words stand in quotation
  marks.
  """,
  "unknown-sort":
    "A hole takes a date (`?end: date`), a number (`?sum: number`) or a name (`?who`).",
  "unknown-source": "No `source` has this key.",
  "unknown-speaker": "No `speaker` has this name.",
  "unknown-statement": "No statement begins with this word. Clauses of a statement are indented.",
  "unknown-verdict": """
  A verdict is one of established, clear, prevailing, refuted, contested, arguable, unsupported,
  circular and inconsistent.
  """,
  "unprovided-premise": """
  No fact states this premise, no rule concludes it and no `unknown` leaves it open, so the rule can
  never fire.
  """,
  "unranked-clash": """
  Both rules can fire at once and conclude opposites, and no preference, force or exception
  decides between them. The help names a case in which they meet. Clashes between speakers are
  left out: they are what the dispute is about.
  """,
  "unread-declaration": """
  The declaration reads no sentence, while those meant for it read otherwise. The slip is in the
  declaration.
  """,
  "unsafe-variable": """
  A variable of the conclusion, of a comparison or of every alternative must occur in a premise,
  which says whom or what it stands for.
  """,
  "unusual-space": "The line contains a space that is not the ordinary one.",
  "use-cycle": "Files that use each other go round in a circle.",
  "use-limit": "Too many files use each other.",
  "use-no-rule-file": "`use` includes .moot files. Facts from other files come with --facts.",
  "use-not-found": "The file is looked for beside the one that uses it.",
  "use-outside": "A file can use files of the folder of the file that was named, and below it.",
  "use-unreadable": "The file is there, and cannot be read.",
  "variable-in-fact": "A fact speaks of somebody in particular. Write a name, or state a rule.",
  "variable-not-inside": """
  What is counted, summed or gone through must occur in a sentence after `such that`.
  """,
  "variable-outside": """
  What is gone through must be known only inside; outside, the variable is one thing.
  """,
  "verb-mark": "An action marks its verb once: `operate(s)`, `pass(es)` or `[be|is]`.",
  "wordless-contrary": """
  The sentence is negated with `not`, and its relation has no words for that, so traces read "it is
  not the case that …". Give it words: `relation ?person pays / ?person does not pay`.
  """,
  "wrong-cell-count": "Every row has a cell for each column.",
  "wrong-sort": "The hole takes a name, a number or a date, and this is another.",
]
