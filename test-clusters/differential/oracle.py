"""The real helm: runs it, and keeps what it answered on disk."""

import gzip
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from charts import Case

RELEASE = "example"
NAMESPACE = "apps"
TIMEOUT_SECONDS = 120


def arguments(case: Case, folder: Path) -> list[str]:
    """What follows the program's name, for helm and for ours alike."""
    flags = ["template", RELEASE, str(folder), "--namespace", NAMESPACE, "--include-crds"]
    if case.values:
        flags += ["--values", str(folder / case.values)]
    return flags


@dataclass(frozen=True)
class Answer:
    code: int
    output: bytes
    errors: str
    # The output of a second run where it was another one: such a chart is random or reads the clock.
    again: bytes | None = None


class Oracle:
    def __init__(self, version: str, binary: str, cache: Path):
        self.version = version
        self.binary = binary
        self.cache = cache / f"helm-{version}"

    def answer(self, case: Case, folder: Path) -> Answer:
        base = self._base(case)
        facts_file = base.with_name(base.name + ".json")
        if facts_file.is_file():
            facts = json.loads(facts_file.read_text())
            again = base.with_name(base.name + ".again.gz")
            return Answer(
                facts["code"],
                gzip.decompress(base.with_name(base.name + ".out.gz").read_bytes()),
                facts["errors"],
                gzip.decompress(again.read_bytes()) if again.is_file() else None,
            )
        answer = self._ask_twice(arguments(case, folder))
        base.parent.mkdir(parents=True, exist_ok=True)
        self._keep(base, answer)
        return answer

    def answer_later(self, case: Case, folder: Path) -> Answer:
        """The kept answer, held against a run of now: what reads the clock is the same twice within a second."""
        kept = self.answer(case, folder)
        now = self.ask(arguments(case, folder))
        if kept.code != 0 or now.code != 0 or now.output == kept.output:
            return kept
        answer = replace(kept, again=now.output)
        self._keep(self._base(case), answer)
        return answer

    def _base(self, case: Case) -> Path:
        return self.cache / case.chart.slug / f"{case.chart.commit[:12]}-{case.slug}"

    @staticmethod
    def _keep(base: Path, answer: Answer) -> None:
        base.with_name(base.name + ".out.gz").write_bytes(gzip.compress(answer.output, 1, mtime=0))
        if answer.again is not None:
            base.with_name(base.name + ".again.gz").write_bytes(gzip.compress(answer.again, 1, mtime=0))
        facts = {"code": answer.code, "errors": answer.errors}
        base.with_name(base.name + ".json").write_text(json.dumps(facts))

    def _ask_twice(self, flags: list[str]) -> Answer:
        first = self.ask(flags)
        if first.code != 0:
            return first
        second = self.ask(flags)
        return first if second.output == first.output else Answer(0, first.output, first.errors, second.output)

    def ask(self, flags: list[str]) -> Answer:
        with tempfile.TemporaryDirectory() as home:
            # No repository, plugin, registry or cluster of the machine may play a part.
            environment = {"PATH": os.environ["PATH"], "HOME": home, "KUBECONFIG": f"{home}/none"}
            try:
                run = subprocess.run(
                    [self.binary, *flags], capture_output=True, env=environment, timeout=TIMEOUT_SECONDS
                )
            except subprocess.TimeoutExpired:
                return Answer(-1, b"", f"no answer within {TIMEOUT_SECONDS} seconds")
        return Answer(run.returncode, run.stdout, run.stderr.decode(errors="replace"))
