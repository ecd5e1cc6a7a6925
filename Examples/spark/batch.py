"""Answers cases with `moot batch` under Apache Spark.

    spark-submit batch.py RULES CASES OUTPUT [--question Q] [--facts PATH]... [--moot PATH] [--partitions N]

CASES are JSON Lines, a file or a folder, under any path that Spark reads. OUTPUT is a folder that does not exist yet;
its parts, in the order of their names, hold one line for each case, in the order of the cases.
"""

import argparse
import shlex

from pyspark.sql import SparkSession


def command(options):
    """The shell line that Spark starts for each partition."""
    words = [options.moot, "batch", options.rules]
    if options.question:
        words.append(options.question)
    for path in options.facts:
        words += ["--facts", path]
    # 1 says that cases were skipped; each of these has its line, and the job goes on.
    return shlex.join(words) + " || [ $? -eq 1 ]"


def main():
    parser = argparse.ArgumentParser(description="Answer cases with `moot batch` under Apache Spark.")
    parser.add_argument("rules")
    parser.add_argument("cases")
    parser.add_argument("output")
    parser.add_argument("--question", help="a question of the rules, or a sentence; all questions without it")
    parser.add_argument("--facts", action="append", default=[], help="facts that all cases share; repeatable")
    parser.add_argument("--moot", default="moot", help="the program, as the workers find it")
    parser.add_argument("--partitions", type=int, default=None, help="at least so many partitions")
    options = parser.parse_args()

    session = SparkSession.builder.appName("moot batch").getOrCreate()
    cases = session.sparkContext.textFile(options.cases, options.partitions)
    piped = cases.pipe(shlex.join(["sh", "-c", command(options)]), checkCode=True)
    piped.saveAsTextFile(options.output)
    session.stop()


if __name__ == "__main__":
    main()
