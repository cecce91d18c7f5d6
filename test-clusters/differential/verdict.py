"""Compares one answer of ours with the real tool's and says in a word how they stand."""

import os
import re
from dataclasses import dataclass

from oracle import Answer

EQUAL = "equal"
# Equal but for the words in which two runs of the real tool differ from each other.
EQUAL_BUT_RANDOM = "equal-but-random"
# Two runs of the real tool differ in more than single lines, so that nothing can be compared.
RANDOM = "random"
BOTH_FAIL = "both-fail"
# Both refuse, but ours does not carry the real tool's reason.
OTHER_REASON = "other-reason"
DIFFERS = "differs"
ONLY_OURS_FAILS = "only-ours-fails"
ONLY_THEIRS_FAILS = "only-theirs-fails"

AGREEING = (EQUAL, EQUAL_BUT_RANDOM, BOTH_FAIL)


@dataclass(frozen=True)
class Verdict:
    word: str
    cause: str = ""


def compare(theirs: Answer, ours: Answer) -> Verdict:
    if theirs.code != 0 and ours.code != 0:
        own = squeeze(ours.errors)
        missing = [line for line in reasons_of(theirs.errors) if squeeze(line).strip() not in own]
        return Verdict(OTHER_REASON, f"{missing[0]} | {in_one_line(ours.errors)}") if missing else Verdict(BOTH_FAIL)
    if theirs.code != 0:
        return Verdict(ONLY_THEIRS_FAILS, in_one_line(" ".join(reasons_of(theirs.errors))))
    if ours.code != 0:
        return Verdict(ONLY_OURS_FAILS, in_one_line(ours.errors))
    if theirs.output == ours.output:
        return Verdict(EQUAL)
    if theirs.again is None:
        return Verdict(DIFFERS, first_difference(theirs.output, ours.output))
    return compare_random(theirs.output, theirs.again, ours.output)


def compare_random(first: bytes, second: bytes, ours: bytes) -> Verdict:
    lines, again, own = first.split(b"\n"), second.split(b"\n"), ours.split(b"\n")
    if not len(lines) == len(again) == len(own):
        return Verdict(RANDOM, f"{len(lines)}, {len(again)} and {len(own)} lines")
    for number, (line, other, mine) in enumerate(zip(lines, again, own), 1):
        if not fits(line, other, mine):
            return Verdict(DIFFERS, f"line {number}: {shown(line)} | {shown(mine)}")
    return Verdict(EQUAL_BUT_RANDOM)


def fits(line: bytes, other: bytes, mine: bytes) -> bool:
    """Whether our line has what two lines of the real tool share, up to the word in which those differ."""
    if line == other:
        return mine == line
    start = os.path.commonprefix([line, other])
    end = os.path.commonprefix([line[len(start) :][::-1], other[len(start) :][::-1]])[::-1]
    # The first and last characters of random words are the same by chance.
    start = re.sub(rb"[A-Za-z0-9+/_-]*$", b"", start)
    end = re.sub(rb"^[A-Za-z0-9+/_=-]*", b"", end)
    return len(mine) >= len(start) + len(end) and mine.startswith(start) and mine.endswith(end)


def first_difference(theirs: bytes, ours: bytes) -> str:
    lines, own = theirs.split(b"\n"), ours.split(b"\n")
    for number, (line, mine) in enumerate(zip(lines, own), 1):
        if line != mine:
            return f"line {number}: {shown(line)} | {shown(mine)}"
    return f"{len(lines)} lines | {len(own)} lines"


def shown(line: bytes) -> str:
    return line[:160].decode(errors="backslashreplace").replace("\t", "\\t")


def reasons_of(errors: str) -> list[str]:
    """
    The lines of helm's error; of a chain of templates in one line, as Helm 3 writes it, the innermost sentence.
    Helm 4 gives each call of the chain lines of its own, and its log goes before the error.
    """
    lines = [line for line in errors.splitlines() if line.strip() and not line.startswith("Use --debug flag")]
    start = next((number for number, line in enumerate(lines) if line.startswith("Error: ")), None)
    if start is None:
        return [first_line(errors)]
    first = lines[start].removeprefix("Error: ")
    chain = r": (?=error calling |wrong |nil pointer |can't |map has |range can't |executing )"
    return [re.split(chain, first)[-1], *lines[start + 1 :]]


def first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")[:300].replace("\t", " ")


def in_one_line(text: str) -> str:
    return squeeze(text).strip()[:600]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text)
