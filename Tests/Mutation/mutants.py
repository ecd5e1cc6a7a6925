"""Finds the small mutants of Swift sources, and writes the sources with all of them at once.

Every mutated place becomes a call or an operator of its own that asks, when it runs, whether its mutant is the one
switched on: one build then serves for all mutants.
"""

import re
from dataclasses import dataclass

DIGITS = "∀∁∂∃∄∅∆∇∈∉"

# What each operator is mutated to, with the group of operators it stands in.
OPERATORS = {
    "<": ("<=", "comparison"),
    "<=": ("<", "comparison"),
    ">": (">=", "comparison"),
    ">=": (">", "comparison"),
    "==": ("!=", "equality"),
    "!=": ("==", "equality"),
    "&&": ("||", "logic"),
    "||": ("&&", "logic"),
    "+": ("-", "sum"),
    "-": ("+", "sum"),
    "&": ("|", "bits"),
    "|": ("&", "bits"),
}

PRECEDENCES = {
    "comparison": "ComparisonPrecedence",
    "equality": "ComparisonPrecedence",
    "sum": "AdditionPrecedence",
}

SIGNATURES = {
    "comparison": [
        "<T: Comparable>(_ left: T, _ right: T) -> Bool",
        "<A: Comparable, B: Comparable>(_ left: (A, B), _ right: (A, B)) -> Bool",
    ],
    "equality": [
        "<T: Equatable>(_ left: T, _ right: T) -> Bool",
        "<A: Equatable, B: Equatable>(_ left: (A, B), _ right: (A, B)) -> Bool",
        "<T>(_ left: T?, _ right: _OptionalNilComparisonType) -> Bool",
    ],
    "sum": ["<T: AdditiveArithmetic>(_ left: T, _ right: T) -> T"],
    "bits": ["<T: BinaryInteger>(_ left: T, _ right: T) -> T"],
}


@dataclass
class Mutant:
    """One small change of one place."""

    number: int
    path: str
    line: int
    kind: str
    text: str


def masked(text):
    """The text with the insides of strings and comments blanked, of the same length."""
    out = list(text)
    place = 0
    while place < len(text):
        if text.startswith("//", place):
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            out[place:end] = " " * (end - place)
            place = end
        elif text.startswith('"""', place):
            end = text.index('"""', place + 3) + 3
            out[place:end] = [c if c == "\n" else " " for c in text[place:end]]
            place = end
        elif text[place] == '"':
            end = place + 1
            depth = 0
            while text[end] != '"' or depth > 0:
                if text.startswith("\\(", end):
                    depth += 1
                    end += 2
                    continue
                if depth > 0 and text[end] == "(":
                    depth += 1
                if depth > 0 and text[end] == ")":
                    depth -= 1
                end += 2 if text[end] == "\\" else 1
            out[place : end + 1] = " " * (end + 1 - place)
            place = end + 1
        else:
            place += 1
    return "".join(out)


def inside_bodies(mask):
    """For each character, how many function-like bodies it stands in: what is declared outside them is not mutated."""
    depth = [0] * (len(mask) + 1)
    stack = []
    bodies = 0
    for place, character in enumerate(mask):
        depth[place] = bodies
        if character == "{":
            head = mask[max(mask.rfind("\n\n", 0, place), mask.rfind("}\n", 0, place), 0) : place]
            head = head[head.rfind("{") + 1 :]
            declares = re.search(r"\b(struct|enum|class|extension|protocol|actor)\s+[A-Z\w.]*[^\n]*$", head)
            isBody = bodies > 0 or not declares
            stack.append(isBody)
            bodies += isBody
        elif character == "}" and stack:
            bodies -= stack.pop()
    return depth


def clauses(mask):
    """The ranges of plain Boolean clauses of if, guard, while and where."""
    found = []
    for match in re.finditer(r"(?<![\w.`#])(if|guard|while|where)\s", mask):
        keyword = match.group(1)
        line = mask[mask.rfind("\n", 0, match.start()) + 1 : match.start()]
        if keyword == "where" and not re.search(r"\b(for|case)\b", mask[max(0, match.start() - 200) : match.start()]):
            continue
        if keyword == "where" and re.search(r"\b(extension|func|struct|enum|init)\b", line):
            continue
        start = match.end()
        place = start
        depth = 0
        ends = []
        while place < len(mask):
            character = mask[place]
            if depth == 0:
                if character == "{" or (character == ":" and keyword == "where"):
                    break
                if keyword == "guard" and re.match(r"\belse\b", mask[place:]) and not mask[place - 1].isalnum():
                    break
                if character == "," and keyword != "where":
                    ends.append(place)
            if character in "([{":
                depth += 1
            if character in ")]}":
                depth -= 1
                if depth < 0:
                    break
            place += 1
        if depth != 0:
            continue
        ends.append(place)
        for end in ends:
            text = mask[start:end]
            lower = start + len(text) - len(text.lstrip())
            upper = start + len(text.rstrip())
            start = end + 1
            if upper > lower and not re.match(r"(let|var|case|#|try|await|_|true)\b", mask[lower:upper]):
                found.append((lower, upper))
    return found


class Sources:
    """The sources of some folders as they are rewritten."""

    def __init__(self):
        self.mutants = []

    def add(self, path, line, kind, text):
        self.mutants.append(Mutant(len(self.mutants) + 1, path, line, kind, text))
        return len(self.mutants)

    def edits(self, path, text):
        """The places of a file that can be mutated: (start, end, replacement by number), kinds and lines."""
        mask = masked(text)
        depth = inside_bodies(mask)
        line_of = lambda place: text.count("\n", 0, place) + 1
        found = []

        def note(start, end, kind, shown, make):
            found.append((start, end, kind, line_of(start), " ".join(shown.split()), make))

        for lower, upper in clauses(mask):
            if depth[lower] == 0:
                continue
            shown = text[lower:upper]
            # One equality is negated by its operator.
            if len(re.findall(r"[=!]= |&&|\|\||\?|\{", mask[lower:upper])) == 1 and re.search(r" [=!]= ", mask[lower:upper]):
                note(lower, upper, "dropped", f"true instead of {shown}", lambda n, t: f"mutantDropped({n}, {t})")
                continue
            note(lower, upper, "negated", f"not ({shown})", lambda n, t: f"mutantNegation({n}, {t})")
            note(lower, upper, "dropped", f"true instead of {shown}", lambda n, t: f"mutantDropped({n}, {t})")
        for match in re.finditer(r"(?<= )(<=|>=|==|!=|&&|\|\||<|>|\+|-|&|\|)(?=[ \n])", mask):
            sign = match.group(1)
            if depth[match.start()] == 0:
                continue
            mutated = OPERATORS[sign][0]
            rest = text[match.start() : text.find("\n", match.start())]
            before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
            note(match.start(), match.end(), f"{sign} to {mutated}", (before + f"[{mutated}]" + rest[len(sign) :]),
                 lambda n, t: operator_name(t, n))
        for match in re.finditer(r"(?<![\w.])(min|max)\((?=[^\n]*,)", mask):
            if depth[match.start()] == 0:
                continue
            name = match.group(1)
            other = "max" if name == "min" else "min"
            shown = text[match.start() : text.find("\n", match.start())]
            note(match.start(), match.end(), f"{name} to {other}", shown,
                 lambda n, t: f"mutant{t[:3].capitalize()}({n}, ")
        for match in re.finditer(r"(?<![\w.$\[#@])(\d+)(?![\w.\]])", mask):
            line = mask[mask.rfind("\n", 0, match.start()) + 1 : match.start()]
            if depth[match.start()] == 0 or re.match(r"\s*(case|@)", line) or "reserveCapacity" in line:
                continue
            shown = text[match.start() - len(line) : text.find("\n", match.start())]
            note(match.start(), match.end(), "one more", shown, lambda n, t: f"mutantNumber({n}, {t})")
        for match in re.finditer(r"(?<![\w.])(true|false)(?!\w)", mask):
            line = text[mask.rfind("\n", 0, match.start()) + 1 : match.start()]
            if depth[match.start()] == 0 or re.match(r"\s*case|.*\bwhile $", line):
                continue
            other = "false" if match.group(1) == "true" else "true"
            shown = line + f"[{other}]" + text[match.end() : text.find("\n", match.start())]
            note(match.start(), match.end(), "true for false", shown, lambda n, t: f"mutantNegation({n}, {t})")
        self.note_statements(text, mask, depth, note)
        return found

    def note_statements(self, text, mask, depth, note):
        """Whole lines that only act: calls without a result, and assignments that add to something."""
        lines = mask.split("\n")
        place = 0
        for number, line in enumerate(lines):
            stripped = line.strip()
            start = place + len(line) - len(line.lstrip())
            end = place + len(line.rstrip())
            place += len(line) + 1
            if not stripped or depth[start] == 0:
                continue
            acts = re.match(r"(try )?[a-z][\w.]*(\[[^\]]*\])?[\w.?]*\(.*\)$", stripped) and not re.match(
                r"(return|precondition|assert|self\.init|fatalError|case|if|guard|for|while|switch|super)\b", stripped)
            adds = re.match(r"[a-z][\w.\[\]?]* (\+=|-=|\|=|&=) [^{}]*$", stripped)
            balanced = all(stripped.count(a) == stripped.count(b) for a, b in ("()", "[]", "{}"))
            before = next((l.strip() for l in reversed(lines[:number]) if l.strip()), "")
            after = next((l.strip() for l in lines[number + 1 :] if l.strip()), "")
            whole = before[-1:] in ("{", "}", ";", ")") or re.search(r"[\w\]\")]$", before)
            alone = before.endswith("{") and after.startswith("}") and not re.search(r"^(if|for|while|guard|else|\})", before)
            if (acts or adds) and balanced and whole and not alone and not before.endswith((" in", "return", "=", ",")):
                if re.match(r"[.?:+&|,)\-]", after):
                    continue
                note(start, end, "left out", text[start:end], lambda n, t: f"if mutantIsOff({n}) {{ {t} }}")


def operator_name(sign, number):
    """The operator that stands for a sign in a mutant's place."""
    return sign + "".join(DIGITS[int(digit)] for digit in str(number))


def rewritten(text, chosen):
    """The text with (start, end, number, make) put in; nested places are put in from inside out."""
    events = sorted(chosen, key=lambda edit: (edit[0], -edit[1]))

    def build(lower, upper, edits):
        out = []
        place = lower
        index = 0
        while index < len(edits):
            start, end, number, make = edits[index]
            inner = []
            index += 1
            while index < len(edits) and edits[index][0] < end:
                inner.append(edits[index])
                index += 1
            out.append(text[place:start])
            out.append(make(number, build(start, end, inner)) if inner else make(number, text[start:end]))
            place = end
        out.append(text[place:upper])
        return "".join(out)

    return build(0, len(text), events)


def support(mutants):
    """The file that declares the switch and the operators of all mutants."""
    lines = [
        "import Foundation",
        "",
        'let activeMutant = Int(ProcessInfo.processInfo.environment["MOOT_MUTANT"] ?? "") ?? 0',
        "@inline(__always) func mutantIsOff(_ number: Int) -> Bool { activeMutant != number }",
        "@inline(__always) func mutantNegation(_ number: Int, _ value: Bool) -> Bool {",
        "  activeMutant == number ? !value : value }",
        "@inline(__always) func mutantDropped(",
        "  _ number: Int, _ value: @autoclosure () throws -> Bool) rethrows -> Bool {",
        "  activeMutant == number ? true : try value() }",
        "@inline(__always) func mutantNumber<T: BinaryInteger>(_ number: Int, _ value: T) -> T {",
        "  activeMutant == number ? value + 1 : value }",
    ]
    for name, other in (("min", "max"), ("max", "min")):
        lines += [
            f"@inline(__always) func mutant{name.capitalize()}<T: Comparable>(_ number: Int, _ left: T, _ right: T) -> T {{",
            f"  activeMutant == number ? {other}(left, right) : {name}(left, right) }}",
        ]
    for mutant in mutants:
        sign = mutant.kind.split(" to ")[0]
        if sign not in OPERATORS:
            continue
        other, group = OPERATORS[sign]
        name = operator_name(sign, mutant.number)
        number = mutant.number
        if group == "logic":
            precedence = "LogicalConjunctionPrecedence" if sign == "&&" else "LogicalDisjunctionPrecedence"
            lines += [
                f"infix operator {name}: {precedence}",
                f"@inline(__always) func {name} (_ left: Bool, _ right: @autoclosure () throws -> Bool) rethrows -> Bool {{",
                f"  activeMutant == {number} ? try left {other} right() : try left {sign} right() }}",
            ]
            continue
        precedence = PRECEDENCES.get(group) or (
            "MultiplicationPrecedence" if sign == "&" else "AdditionPrecedence")
        lines.append(f"infix operator {name}: {precedence}")
        for signature in SIGNATURES[group]:
            lines.append(
                f"@inline(__always) func {name} {signature} {{ activeMutant == {number} ? left {other} right : left {sign} right }}")
    return "\n".join(lines) + "\n"
