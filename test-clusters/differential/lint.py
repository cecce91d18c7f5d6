"""What helm lint says of charts as they lie in the checkouts, and what ours says."""

import json
from pathlib import Path

from oracle import Answer, Oracle
from verdict import EQUAL, Verdict

# The exit codes differ: a defect.
OTHER_VERDICT = "other-verdict"
# The same messages, of which Helm has some in no fixed order.
OTHER_ORDER = "other-order"
OTHER_WORDS = "other-words"


def arguments(folder: Path) -> list[str]:
    return ["lint", str(folder)]


def real_answer(real: Oracle, chart, folder: Path) -> Answer:
    """Kept on disk, as the answers of helm template are."""
    kept = real.cache / "lint" / f"{chart.slug}-{chart.commit[:12]}.json"
    if kept.is_file():
        facts = json.loads(kept.read_text())
        return Answer(facts["code"], facts["output"].encode(), "")
    answer = real.ask(arguments(folder))
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps({"code": answer.code, "output": answer.output.decode(errors="replace")}))
    return answer


def compare(theirs: Answer, ours: Answer) -> Verdict:
    if theirs.code != ours.code:
        return Verdict(OTHER_VERDICT, f"{theirs.code}, ours {ours.code}: {ours.errors[:200]!r} {ours.output[:300]!r}")
    lines, own = (answer.output.decode(errors="replace").split("\n") for answer in (theirs, ours))
    if lines == own:
        return Verdict(EQUAL)
    if sorted(lines) == sorted(own):
        return Verdict(OTHER_ORDER)
    missing = [line for line in lines if line not in own] + ["-"]
    added = [line for line in own if line not in lines] + ["-"]
    return Verdict(OTHER_WORDS, f"{missing[0][:300]} | {added[0][:300]}")
