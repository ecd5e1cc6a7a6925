"""Checks that cases answered under Spark are, byte for byte, those of a single `moot batch`.

    python test.py MOOT [NUMBER]

Takes PySpark and Java 17; makes NUMBER cases (5000), a hundredth of them bad.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent / "market-stalls" / "market.moot"
QUESTION = "Applicant may trade from Stall"
PARTITIONS = 7


def application(number, source):
    """A case: an application for a stall, with what the register has of the applicant."""
    if source.random() < 0.01:
        return '{"id": "application %d", "facts": {"license": []}}' % number
    facts = {}
    if source.random() < 0.7:
        day = "20%02d-%02d-%02d" % (source.randint(22, 26), source.randint(1, 12), source.randint(1, 28))
        facts["licence"] = [{"trader": "Applicant", "stall": "Stall", "day": day}]
    if source.random() < 0.3:
        pounds = source.randint(1, 2000)
        facts["arrears"] = [{"trader": "Applicant", "pounds": pounds, "stall": "Stall"}]
    if source.random() < 0.3:
        facts["hot-food"] = [["Applicant", "Stall"]]
    if source.random() < 0.3:
        facts["hygiene"] = [{"trader": "Applicant", "until": "2026-%02d" % source.randint(1, 12)}]
    if source.random() < 0.2:
        facts["takeover"] = [["Applicant", "Stall", "202%d-03-01" % source.randint(1, 5)]]
    # A letter beyond ASCII, so that encodings are looked at too.
    return json.dumps({"id": "application № %d" % number, "facts": facts}, ensure_ascii=False)


def timed(name, words, **options):
    """Runs a program, and says how long it took."""
    start = time.monotonic()
    result = subprocess.run(words, **options)
    print("%s: %.1f s" % (name, time.monotonic() - start))
    return result


def main():
    moot = str(pathlib.Path(sys.argv[1]).resolve())
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    source = random.Random(2026)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        cases = folder / "cases.jsonl"
        lines = [application(index, source) for index in range(1, number + 1)]
        cases.write_text("".join(line + "\n" for line in lines), encoding="utf-8")

        words = [moot, "batch", str(RULES), QUESTION, "--cases", str(cases)]
        alone = timed("moot batch", words, capture_output=True)
        assert alone.returncode == 1, "bad cases end with exit code 1, and not %d" % alone.returncode
        assert alone.stdout.count(b"\n") == number, "there is a line for each case"

        job = [sys.executable, str(HERE / "batch.py"), str(RULES), str(cases), str(folder / "answers")]
        job += ["--question", QUESTION, "--moot", moot, "--partitions", str(PARTITIONS)]
        spark = timed("Spark", job, capture_output=True, text=True)
        if spark.returncode != 0:
            sys.exit(spark.stderr)
        parts = sorted((folder / "answers").glob("part-*"))
        assert len(parts) >= PARTITIONS, "the cases were shared out"
        together = b"".join(part.read_bytes() for part in parts)

        skipped = alone.stdout.count(b'"skipped":')
        print("%d cases, %d of them skipped, in %d partitions" % (number, skipped, len(parts)))
        if together != alone.stdout:
            pairs = zip(together.split(b"\n"), alone.stdout.split(b"\n"))
            for line, (piped, single) in enumerate(pairs, 1):
                if piped != single:
                    sys.exit("line %d differs:\n%s\n%s" % (line, piped.decode(), single.decode()))
            sys.exit("the lines are not as many")
        print("the same bytes: %d" % len(together))


if __name__ == "__main__":
    main()
