#!/usr/bin/env python3
"""Records what real Helm binaries answer to the template expressions in functions/*.txt.

Every line of these files is an expression. It stands in the chart of the conformance cases, whose
values it sees, and is asked alone. The first binary's answers become
plugin/helm/src/test/resources/functions/answers.jsonl; for every other binary
differences-<version>.jsonl takes those that are others.

    functions.py HELM-3.19.4 HELM...
"""

import concurrent.futures
import json
import pathlib
import sys

import conformance

HERE = pathlib.Path(__file__).resolve().parent
ANSWERS = HERE.parents[2] / "plugin/helm/src/test/resources/functions"


def expressions():
    for file in sorted((HERE / "functions").glob("*.txt")):
        yield from (line for line in file.read_text().splitlines() if line and not line.startswith("#"))


def answers(helm):
    cases = [{"expression": expression} for expression in dict.fromkeys(expressions())]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for case, answer in zip(cases, pool.map(lambda c: conformance.function_answer(helm, c), cases)):
            yield {**case, **answer}


def write(name, lines):
    with open(ANSWERS / name, "w") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(name, len(lines))


def main(binaries):
    ANSWERS.mkdir(parents=True, exist_ok=True)
    first = list(answers(binaries[0]))
    write("answers.jsonl", first)
    for helm in binaries[1:]:
        others = [line for line, known in zip(answers(helm), first) if line != known]
        write(f"differences-{conformance.version(helm)}.jsonl", others)


if __name__ == "__main__":
    main(sys.argv[1:])
