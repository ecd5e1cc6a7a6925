/// A mistake that a message is about, and the cure, as lines; `nil` for a code that no message has.
func diagnosticExample(of code: String) -> String? {
  diagnosticExamples[code].map { mistake, cure in
    "wrong\n\(indented(mistake))right\n\(indented(cure))"
  }
}

/// The lines of a text, each two spaces further in.
private func indented(_ text: String) -> String {
  text.split(separator: "\n").map { "  \($0)\n" }.joined()
}

/// For each message a mistake that it is about, and the cure.
let diagnosticExamples: [String: (mistake: String, cure: String)] = [
  "ambiguous-template": (
    "relation ?x likes ?y, after relation ?who likes music", "relation ?who likes the music"
  ),
  "assumption": ("rule owner, with neither argued by nor cites", "  cites code"),
  "bad-calculation": ("  and ?tax = ?price*0.2", "  and ?tax = ?price * 0.2"),
  "bad-chance": ("  chance 30%", "  chance 0.3"),
  "bad-date": ("  from 2006-13", "  from 2006-12"),
  "bad-key": ("  as who owns", "  as owns"),
  "bad-name": ("{\"acquitted\": [[5]]}", "{\"acquitted\": [[\"Kvasov\"]]}"),
  "bad-number": ("a cell `12.5 EUR` in a column of numbers", "12.5"),
  "bad-template": ("relation \"Ann\" owns ?thing", "relation ?person owns ?thing"),
  "bad-variable": ("  if ?a.b owns ?thing", "  if ?a-b owns ?thing"),
  "calculation-inside": (
    "  and every ?d such that ?n = ?d + 1: ?n is even",
    "  and every ?d such that ?d is even: ?d is small"
  ),
  "clause-not-indented": ("if ?x owns ?y, in column 1", "  if ?x owns ?y"),
  "clause-on-same-line": (
    "fact Ann owns Ring from 2006", "fact Ann owns Ring\n  from 2006"
  ),
  "clause-out-of-order": (
    "  then it is wet\n  if it rains", "  if it rains\n  then it is wet"
  ),
  "clause-without-statement": (
    "  if it rains, above all statements", "rule wet\n  if it rains"
  ),
  "contrary-holes": (
    "relation ?x owns ?y / ?x owns nothing", "relation ?x owns ?y / ?x does not own ?y"
  ),
  "control-character": ("a character that cannot be seen", "the line typed again"),
  "curly-quote": ("title “Rings”", "title \"Rings\""),
  "duplicate-key": ("two relations with the key `owns`", "  as owns-land, below one of them"),
  "duplicate-name": ("rule owner, twice", "rule owner-of-land"),
  "empty-template": ("relation ?x ?y", "relation ?x owns ?y"),
  "file-too-large": ("a file of 80 MB", "its facts in a .csv file"),
  "forbidden-beginning": ("relation not even ?x came", "relation even ?x stayed away"),
  "hidden-character": ("a name with U+200B in it: Ann\\u{200B}", "Ann"),
  "idle-exception": ("  unless it snows, which nothing provides", "unknown it snows"),
  "idle-preference": ("prefer wet over cold", "incompatible it is wet\n  with it is cold"),
  "invalid-utf8": ("a file saved as Latin-1", "the file saved as UTF-8"),
  "json-too-deep": ("[[[[[[…]]]]]]", "{\"acquitted\": [[\"Kvasov\"]]}"),
  "left-out-of-dfl": ("an `expect` line, written as .dfl", "the .moot file, kept beside it"),
  "look-alike": ("fact Flat-O is let, beside Flat-0", "fact Flat-0 is let"),
  "may-not": ("  then ?x may not enter", "  then ?x must not enter"),
  "misplaced-clause": (
    "fact it rains\nthen it is wet",
    "rule wet\n  if it rains\n  then it is wet"
  ),
  "misplaced-wildcard": ("  then ? owns Ring", "  then ?who owns Ring"),
  "misplaced-words": ("fact 3 > 2", "fact it rains"),
  "missing-column": (
    "a header `person` for a relation with ?person and ?company", "person,company"
  ),
  "missing-part": ("  argued by", "  argued by Ann"),
  "mixed-script": ("a Cyrillic о in Bоb", "Bob, in Latin letters throughout"),
  "more-errors": (
    "a table with thousands of mistakes", "the first ones mended, and the table read again"
  ),
  "near-name": ("fact Pozhtikov owns Bell", "fact Pozhitkov owns Bell"),
  "nested-condition": (
    "  and every ?d such that every ?e such that …", "a rule that concludes the inner part"
  ),
  "nested-term": ("p(f(a)).", "p(a)."),
  "never-fires": ("  if ?n < 18\n  and ?n >= 18", "  if ?n >= 18"),
  "never-in-force": ("  in force until 2005, asked as of 2007", "as of 2004"),
  "no-header": ("an empty .csv file", "person,company"),
  "not-an-action": ("must-owns.csv, of a relation", "owns.csv"),
  "not-in-conclusion": ("r: a => not b", "r: a => -b"),
  "not-in-dfl": (
    "a rule `by the law of ?day`, written as .dfl", "the rule left out, or its dates as premises"
  ),
  "past-of-conclusion": ("  if at ?day, ?x is liable, which a rule concludes", "  if ?x is liable"),
  "period-ends-early": ("  from 2007\n  until 2006", "  from 2006\n  until 2007"),
  "preference-cycle": ("prefer a over b\nprefer b over a", "prefer a over b"),
  "preference-of-fact": ("f > r, where f is a fact", "r1 > r2"),
  "presumption-preferred": (
    "prefer presumed over rebuttal", "  then ?x is innocent, without presumably"
  ),
  "reading-stopped": ("a table of a gigabyte, with --limit memory=1GiB", "--limit memory=8GiB"),
  "recursive-aggregate": (
    "  if ?n = number of ?x such that ?x is counted\n  then ?n is counted",
    "  then the count is ?n"
  ),
  "repeated-clause": (
    "  if it rains\n  if it is cold", "  if it rains\n  and it is cold"
  ),
  "repeated-hole": ("relation ?x likes ?x", "relation ?x likes ?y"),
  "self-preference": ("prefer owner over owner", "prefer owner over finder"),
  "several-conclusions": ("r: a => b, c", "r1: a => b\nr2: a => c"),
  "shall": ("  then ?x shall pay", "  then ?x must pay"),
  "shares-no-variable": (
    "prefer owner over finder if ?z is old, where no rule has ?z", "  if ?thing is old"
  ),
  "sort-clash": (
    "  if ?x is 3 years old\n  and ?d years have passed on ?d", "two names, ?years and ?day"
  ),
  "source-not-cited": ("source paper \"The paper\"", "  cites paper, below a fact or rule"),
  "speaker-cycle": (
    "  for Ann, below the speaker for whom Ann speaks", "  for Bob, whom nobody else speaks for"
  ),
  "state-never-holds": ("  until 2005, asked as of 2007", "as of 2004"),
  "statement-indented": ("  fact it rains", "fact it rains"),
  "text-after-quote": ("\"Ann\" Smith,Ring", "\"Ann Smith\",Ring"),
  "too-many-columns": (
    "a header with a column for each of 5,000 persons",
    "{\"id\": \"17\", \"facts\": {\"acquitted\": [[\"Kvasov\"], [\"Mamotin\"]]}}"
  ),
  "too-many-mistakes": (
    "a file with thousands of mistakes", "the first ones mended, and the file read again"
  ),
  "trailing-words": ("  from 2006 until 2007", "  from 2006\n  until 2007"),
  "unclosed-quote": ("title \"Rings", "title \"Rings\""),
  "unexpected-token": ("r: a b => c", "r: a, b => c"),
  "unexpected-value": ("{\"acquitted\": \"Kvasov\"}", "{\"acquitted\": [[\"Kvasov\"]]}"),
  "unexpected-word": ("prefer owner above finder", "prefer owner over finder"),
  "unknown-clause": ("  weil it rains", "  if it rains"),
  "unknown-column": ("a header `persn`", "person"),
  "unknown-escape": ("because \"a\\nb\"", "because \"a b\""),
  "unknown-grade": ("  at most likely", "  at most arguable"),
  "unknown-key": ("headd.csv", "headed.csv"),
  "unknown-name": ("r1 > r9, where there is no r9", "r1 > r2"),
  "unknown-question": ("expect operatoin clear", "expect operation clear"),
  "unknown-rule": ("prefer owner over findr", "prefer owner over finder"),
  "unknown-scenario": ("expect operation clear in bann", "expect operation clear in ban"),
  "unknown-sentence": ("fact Kvasov was aquitted", "fact Kvasov was acquitted"),
  "unknown-sort": ("relation ?x left on ?d: day", "relation ?x left on ?d: date"),
  "unknown-source": ("  cites papr", "  cites paper"),
  "unknown-speaker": ("  argued by An", "  argued by Ann"),
  "unknown-statement": ("rlue owner", "rule owner"),
  "unknown-verdict": ("expect operation cleer", "expect operation clear"),
  "unprovided-premise": ("  if it snows, which nothing provides", "fact it snows"),
  "unranked-clash": ("two rules for opposites, and no `prefer`", "prefer owner over finder"),
  "unread-declaration": ("relation ?person ownes ?thing", "relation ?person owns ?thing"),
  "unsafe-variable": ("  if ?x rains\n  then ?y is wet", "  then ?x is wet"),
  "unusual-space": ("a no-break space between two words", "an ordinary space"),
  "use-cycle": (
    "use \"b.moot\" in a.moot, use \"a.moot\" in b.moot", "what both need in a third file"
  ),
  "use-limit": ("seventeen files that use each other in a row", "fewer, larger files"),
  "use-no-rule-file": ("use \"facts.csv\"", "moot ask rules.moot --facts facts.csv"),
  "use-not-found": ("use \"law/appeal.moot\"", "use \"law/appeals.moot\""),
  "use-outside": ("use \"../law.moot\"", "use \"law.moot\", with the file beside it"),
  "use-unreadable": ("a file without permission to read it", "chmod +r law.moot"),
  "variable-in-fact": ("fact ?x owns Ring", "fact Ann owns Ring"),
  "variable-not-inside": (
    "  and ?n = number of ?x such that ?y owns ?z", "  and ?n = number of ?z such that ?y owns ?z"
  ),
  "variable-outside": (
    "  if ?x owns ?y\n  and ?n = number of ?x such that ?x owns ?y",
    "  and ?n = number of ?z such that ?z owns ?y"
  ),
  "verb-mark": ("action ?x operate ?site", "action ?x operate(s) ?site"),
  "wordless-contrary": ("  then not ?x pays", "relation ?x pays / ?x does not pay"),
  "wrong-cell-count": ("Ann,Ring,2006 below a header of two columns", "Ann,Ring"),
  "wrong-sort": ("fact Ann left on soon", "fact Ann left on 2006-09"),
]
