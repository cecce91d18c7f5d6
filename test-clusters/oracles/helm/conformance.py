#!/usr/bin/env python3
"""Runs the conformance cases of plugin/helm with real Helm binaries and records where they differ.

The cases carry the answers of Helm 3.21.0. For every other binary this writes
differences-<version>.jsonl beside them: one line a case whose answer is another one, so that the
tests can hold every profile to the truth.

    conformance.py HELM...            writes the differences
    conformance.py --check HELM       says which answers of the cases themselves do not come out
"""

import base64
import concurrent.futures
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CASES = pathlib.Path(__file__).resolve().parents[3] / "plugin/helm/src/test/resources/conformance"
FLAGS = ["--kube-version", "1.34.0"]


def run(helm, release, namespace, chart, *flags):
    """The answer of `helm template`: its text, or its error without the log lines before it."""
    command = [helm, "template", release, str(chart), "--namespace", namespace, *FLAGS, *flags]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    if done.returncode == 0:
        return {"output": done.stdout.decode("utf-8", "surrogateescape")}
    error = done.stderr.decode("utf-8", "replace")
    start = re.search(r"^Error: ", error, re.M)
    return {"error": error[start.end():].strip() if start else error.strip()}


def function_answer(helm, case):
    with tempfile.TemporaryDirectory() as folder:
        chart = pathlib.Path(folder) / "fx"
        shutil.copytree(CASES / "functions/chart", chart)
        template = chart / "templates/t.yaml"
        template.write_text(template.read_text().replace("@EXPRESSION@", case["expression"]))
        answer = run(helm, "rel", "ns1", chart)
    if "output" in answer:
        out = re.search(r'^  out: "([^"]*)"$', answer["output"], re.M)
        return {"output_base64": out.group(1)}
    return answer


def structure_answer(helm, folder):
    case = json.loads((folder / "case.json").read_text())
    flags = ["--no-hooks", *case.get("flags", [])]
    if (folder / "values.yaml").exists():
        flags += ["--values", str(folder / "values.yaml")]
    answer = run(helm, case["release"], case["namespace"], folder / "chart", *flags)
    if "error" in answer:
        answer["error"] = " ".join(answer["error"].splitlines())
    return answer


def recorded(folder):
    if (folder / "expected.yaml").exists():
        return {"output": (folder / "expected.yaml").read_bytes().decode("utf-8", "surrogateescape")}
    return {"error": (folder / "expected_error.txt").read_text().strip()}


def differences(helm):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        cases = [json.loads(line) for line in open(CASES / "functions/cases.jsonl")]
        for case, answer in zip(cases, pool.map(lambda c: function_answer(helm, c), cases)):
            if any(answer.get(key) != case.get(key) for key in ("output_base64", "error")):
                yield {"function": case["id"], **answer}
        folders = sorted(path.parent for path in (CASES / "structures").glob("*/case.json"))
        for folder, answer in zip(folders, pool.map(lambda f: structure_answer(helm, f), folders)):
            if answer != recorded(folder):
                yield {"structure": folder.name, **answer}


def version(helm):
    text = subprocess.run([helm, "version", "--short"], capture_output=True, text=True, check=True)
    return re.match(r"v(\d+\.\d+\.\d+)", text.stdout).group(1)


def main(arguments):
    if arguments[0] == "--check":
        for difference in differences(arguments[1]):
            print(json.dumps(difference, ensure_ascii=False))
        return
    for helm in arguments:
        target = CASES / f"differences-{version(helm)}.jsonl"
        with open(target, "w") as out:
            for difference in differences(helm):
                out.write(json.dumps(difference, ensure_ascii=False) + "\n")
        print(target.name, sum(1 for _ in open(target)))


if __name__ == "__main__":
    main(sys.argv[1:])
