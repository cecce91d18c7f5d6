"""Finds charts in checkouts, their value files, and supplies dependencies that lie in the same checkouts."""

import csv
import hashlib
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

# A checkout of github.com/OWNER/NAME lies in a folder OWNER+NAME; its commit stands in the file .commit.
COMMIT_FILE = ".commit"

# The states of a chart: real helm renders at least one of its cases; none of them; it could not be tried.
RENDERS = "renders"
FAILS = "fails"
LACKS_DEPENDENCIES = "lacks-dependencies"


@dataclass(frozen=True)
class Chart:
    """A chart of a public repository; what became of it is one of the words below."""

    repository: str
    commit: str
    path: str
    state: str = ""

    def folder(self, checkouts: Path) -> Path:
        return checkouts / self.repository.replace("/", "+") / self.path

    @property
    def slug(self) -> str:
        return f"{self.repository}/{self.path}".replace("/", "+")


@dataclass(frozen=True)
class Case:
    """One render: a chart with its defaults (values is "") or with one more value file of its own."""

    chart: Chart
    values: str

    @property
    def slug(self) -> str:
        return re.sub(r"[^A-Za-z0-9._-]", "+", self.values)[-200:] or "defaults"


def read_list(table: Path) -> list[Chart]:
    with table.open(newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return [Chart(row["repository"], row["commit"], row["path"], row["state"]) for row in rows]


def write_list(table: Path, charts: list[Chart]) -> None:
    with table.open("w", newline="") as lines:
        writer = csv.writer(lines, delimiter="\t", lineterminator="\n")
        writer.writerow(["repository", "commit", "path", "state"])
        writer.writerows([chart.repository, chart.commit, chart.path, chart.state] for chart in charts)


def find(checkouts: Path) -> list[Chart]:
    """Every chart folder that is not inside another chart, and every chart archive that is in none."""
    found = []
    for checkout in sorted(checkouts.iterdir()):
        commit_file = checkout / COMMIT_FILE
        if not commit_file.is_file():
            continue
        repository = checkout.name.replace("+", "/", 1)
        commit = commit_file.read_text().strip()
        folders: list[Path] = []
        for chart_yaml in sorted(checkout.rglob("Chart.yaml"), key=lambda file: file.parts):
            folder = chart_yaml.parent
            if not any(folder.is_relative_to(outer) for outer in folders):
                folders.append(folder)
        archives = [
            archive
            for archive in checkout.rglob("*.tgz")
            if not any(archive.is_relative_to(folder) for folder in folders)
        ]
        for item in sorted([*folders, *archives]):
            found.append(Chart(repository, commit, item.relative_to(checkout).as_posix()))
    return found


def cases(chart: Chart, checkouts: Path) -> list[Case]:
    """The default values, everything in ci folders, and the example value files beside values.yaml."""
    folder = chart.folder(checkouts)
    names = set()
    if folder.is_dir():
        for file in [*folder.rglob("*.yaml"), *folder.rglob("*.yml")]:
            inside = file.relative_to(folder)
            if {"templates", "charts", "crds", "files"} & set(inside.parts[:-1]) or not file.is_file():
                continue
            in_ci = {"ci", ".ci"} & set(inside.parts[:-1])
            named_so = "values" in file.name and inside.as_posix() != "values.yaml" and ".schema." not in file.name
            if in_ci or named_so:
                names.add(inside.as_posix())
    return [Case(chart, values) for values in ["", *sorted(names)]]


def turned_cases(chart: Chart, folder: Path, target: Path) -> list[Case]:
    """Value files of our making, under target: values.yaml with the switches of one key turned, or its gaps filled."""
    values = folder / "values.yaml"
    lines = values.read_text(errors="replace").splitlines() if values.is_file() else []
    starts = [number for number, line in enumerate(lines) if re.match(r"[A-Za-z_\"'][^#]*:", line)]
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)]):
        key = re.sub(r"[^A-Za-z0-9]", "", lines[start].split(":")[0])
        for change in (turn_switch, fill_gap):
            changed = [*lines[:start], *map(change, lines[start:end]), *lines[end:]]
            if changed != lines:
                file = target / chart.slug / f"{change.__name__}-{key}.yaml"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text("\n".join(changed) + "\n")
                found.append(Case(chart, str(file)))
    return found


def turn_switch(line: str) -> str:
    switches = {"true": "false", "false": "true"}
    return re.sub(r"^([^#]*: )(true|false)(\s*(#.*)?)$", lambda parts: parts[1] + switches[parts[2]] + parts[3], line)


def fill_gap(line: str) -> str:
    gaps = {'""': '"a text"', "''": "'a text'", "{}": "{a-key: a-value}", "[]": "[an-item]"}
    before = re.fullmatch(r"([^#]*:)\s*(\"\"|''|\{\}|\[\]|null|~)\s*", line)
    return f"{before[1]} {gaps.get(before[2], '7')}" if before else line


class Dependencies:
    """Completes charts whose dependencies lie elsewhere in the checkouts, in copies outside of them."""

    def __init__(self, checkouts: Path, prepared: Path, helm: str):
        self.checkouts = checkouts
        self.prepared = prepared
        self.helm = helm
        self.by_name: dict[str, list[Path]] = {}

    def complete(self, chart: Chart) -> Path | None:
        """The chart's folder with its dependencies under charts/, or None where they cannot be had."""
        return self._complete(chart.folder(self.checkouts), 0)

    def _complete(self, source: Path, depth: int) -> Path | None:
        missing = [row for row in self._listed(source) if row[3] == "missing"]
        if not missing:
            return source
        name = hashlib.sha256(str(source).encode()).hexdigest()[:12]
        copy = self.prepared / f"{source.name}-{name}"
        if copy.is_dir():
            return copy
        supplied = {}
        for dependency, version, repository, _ in missing:
            found = self._find(source, dependency, version, repository) if depth < 5 else None
            complete = self._complete(found, depth + 1) if found else None
            if complete is None:
                return None
            supplied[dependency] = complete
        shutil.copytree(source, copy, symlinks=False, ignore_dangling_symlinks=True)
        for dependency, folder in supplied.items():
            if not (copy / "charts" / dependency).exists():
                shutil.copytree(folder, copy / "charts" / dependency, ignore_dangling_symlinks=True)
        return copy

    def _listed(self, source: Path) -> list[list[str]]:
        listing = subprocess.run([self.helm, "dependency", "list", str(source)], capture_output=True, text=True)
        rows = []
        for line in listing.stdout.splitlines()[1:]:
            cells = [cell.strip() for cell in line.split("\t")]
            if len(cells) >= 4 and cells[0]:
                rows.append(cells[:4])
        return rows

    def _find(self, source: Path, name: str, version: str, repository: str) -> Path | None:
        if repository.startswith("file://"):
            folder = (source / repository.removeprefix("file://")).resolve()
            return folder if (folder / "Chart.yaml").is_file() else None
        if not self.by_name:
            for chart in find(self.checkouts):
                folder = chart.folder(self.checkouts)
                if folder.is_dir():
                    self.by_name.setdefault(folder.name, []).append(folder)
        for folder in self.by_name.get(name, []):
            owner = folder.relative_to(self.checkouts).parts[0].split("+")[0]
            # A chart of that name only counts where the dependency's address names the same owner.
            if repository and owner.lower() in repository.lower() and self._has_version(folder, version):
                return folder
        return None

    @staticmethod
    def _has_version(folder: Path, wanted: str) -> bool:
        declared = re.search(r"^version:\s*[\"']?([^\"'\s]+)", (folder / "Chart.yaml").read_text(), re.MULTILINE)
        if not declared:
            return False
        have, want = (re.findall(r"\d+", text) for text in (declared.group(1), wanted))
        exact = re.fullmatch(r"v?\d+\.\d+\.\d+", wanted)
        return have == want if exact else have[:1] == want[:1] or not want
