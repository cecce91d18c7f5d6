"""Brings the charts of the list onto this machine, at the commits of the list, with git alone."""

import os
import subprocess
import tempfile
from pathlib import Path

from charts import COMMIT_FILE, Chart

DEFAULT_ORIGIN = "https://github.com/{owner}/{name}"


def checkout(charts: list[Chart], checkouts: Path, origin: str) -> None:
    """origin: an address with {owner} and {name} in it."""
    paths: dict[tuple[str, str], list[str]] = {}
    for chart in charts:
        paths.setdefault((chart.repository, chart.commit), []).append(chart.path)
    for (repository, commit), wanted in sorted(paths.items()):
        target = checkouts / repository.replace("/", "+")
        if (target / COMMIT_FILE).is_file():
            continue
        owner, name = repository.split("/")
        print(f"{repository} at {commit[:12]}: {len(wanted)} charts", flush=True)
        with tempfile.TemporaryDirectory() as bare:
            git(bare, "init", "--quiet", "--bare")
            git(bare, "fetch", "--quiet", "--depth", "1", origin.format(owner=owner, name=name), commit)
            # A .git marks the repository's root: links may point outside of a chart, but not of its repository.
            (target / ".git").mkdir(parents=True, exist_ok=True)
            while wanted:
                archive = git(bare, "archive", commit, "--", *wanted)
                subprocess.run(["tar", "-x", "-C", str(target)], input=archive, check=True)
                wanted = missing_link_targets(target, git(bare, "ls-tree", "-r", "-t", "--name-only", commit).decode())
        (target / COMMIT_FILE).write_text(commit + "\n")


def missing_link_targets(target: Path, tree: str) -> list[str]:
    """What links of the charts point at outside of the charts, as far as the repository has it."""
    known = set(tree.splitlines())
    links = [link for link in target.rglob("*") if link.is_symlink() and not link.exists()]
    pointed_at = {Path(os.path.realpath(link)) for link in links}
    inside = {path.relative_to(target.resolve()).as_posix() for path in pointed_at if path.is_relative_to(target.resolve())}
    return sorted(inside & known)


def git(folder: str, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", folder, *arguments], check=True, stdout=subprocess.PIPE).stdout
