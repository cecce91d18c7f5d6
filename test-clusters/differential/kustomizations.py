"""Finds kustomizations in checkouts of public repositories, and brings those checkouts."""

import csv
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

# A checkout of github.com/OWNER/NAME lies in a folder OWNER+NAME; its commit stands in the file .commit.
COMMIT_FILE = ".commit"
NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")


@dataclass(frozen=True)
class Repository:
    """A public repository at a commit, and how many kustomizations it has there."""

    name: str
    commit: str
    kustomizations: int = 0

    @property
    def slug(self) -> str:
        return self.name.replace("/", "+")


@dataclass(frozen=True)
class Kustomization:
    repository: Repository
    path: str

    @property
    def slug(self) -> str:
        return (self.path or ".").replace("/", "+")[-200:]

    def __str__(self) -> str:
        return f"{self.repository.name}/{self.path}".rstrip("/")


def read_list(table: Path) -> list[Repository]:
    with table.open(newline="") as lines:
        return [
            Repository(row["repository"], row["commit"], int(row["kustomizations"]))
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def write_list(table: Path, repositories: list[Repository]) -> None:
    with table.open("w", newline="") as lines:
        writer = csv.writer(lines, delimiter="\t", lineterminator="\n")
        writer.writerow(["repository", "commit", "kustomizations"])
        writer.writerows([repository.name, repository.commit, repository.kustomizations] for repository in repositories)


def found_in(repository: Repository, checkouts: Path) -> list[Kustomization]:
    root = checkouts / repository.slug
    folders = {file.parent for name in NAMES for file in root.rglob(name) if file.is_file()}
    paths = sorted(folder.relative_to(root).as_posix() for folder in folders)
    return [Kustomization(repository, "" if path == "." else path) for path in paths]


def checked_out(checkouts: Path) -> list[Repository]:
    return [
        Repository(folder.name.replace("+", "/", 1), (folder / COMMIT_FILE).read_text().strip())
        for folder in sorted(checkouts.iterdir())
        if (folder / COMMIT_FILE).is_file()
    ]


def checkout(repository: Repository, checkouts: Path, origin: str) -> None:
    """origin: an address with {owner} and {name} in it."""
    target = checkouts / repository.slug
    if (target / COMMIT_FILE).is_file():
        return
    owner, name = repository.name.split("/")
    with tempfile.TemporaryDirectory() as bare:
        git(bare, "init", "--quiet", "--bare")
        git(bare, "fetch", "--quiet", "--depth", "1", origin.format(owner=owner, name=name), repository.commit)
        # A .git marks the repository's root: bases may lie outside of a kustomization's folder, but not of its repository.
        (target / ".git").mkdir(parents=True, exist_ok=True)
        archive = git(bare, "archive", repository.commit)
        subprocess.run(["tar", "-x", "-C", str(target)], input=archive, check=True)
    (target / COMMIT_FILE).write_text(repository.commit + "\n")


def git(folder: str, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", folder, *arguments], check=True, stdout=subprocess.PIPE).stdout
