#!/usr/bin/env python3
"""Packs the charts of the suite helm that no tool would pack: wrong, hostile or merely odd archives.

    test-clusters/goldens/archives.py

Run it after changing it, and `record` after that. All other input of the suite is plain files,
edited where it lies.
"""

import gzip
import io
import tarfile
from pathlib import Path

SUITE = Path(__file__).resolve().parent / "helm"

CONFIG_MAP = """apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Chart.Name }}
data:
  values: {{ toJson .Values | quote }}
"""


def chart(name, more=""):
    return f"apiVersion: v2\nname: {name}\nversion: 1.0.0\n{more}"


def entry(name, content="", kind=tarfile.REGTYPE):
    """A member of an archive; the content of a link is what it leads to."""
    member = tarfile.TarInfo(name)
    member.type = kind
    if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
        member.linkname, content = content, ""
    if kind == tarfile.DIRTYPE:
        member.mode = 0o755
    data = content.encode() if isinstance(content, str) else content
    member.size = len(data)
    return member, data


def plain(entries, form=tarfile.GNU_FORMAT, headers=None):
    """An archive that is not compressed yet."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=form, pax_headers=headers) as tar:
        for member, data in entries:
            tar.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def compressed(data):
    return gzip.compress(data, 9, mtime=0)


def packed(entries, **how):
    return compressed(plain(entries, **how))


def files(named):
    return [entry(name, content) for name, content in named.items()]


CHART = {"p/Chart.yaml": chart("p"), "p/values.yaml": "a: 1\n", "p/templates/c.yaml": CONFIG_MAP}
MARKED = {name: "\ufeff" + content for name, content in CHART.items()}
LONG_NAME = "p/" + "d" * 90 + "/" + "f" * 90 + ".txt"
TAR = plain(files(CHART))


def with_entries(*more):
    return packed(files(CHART) + list(more))


def with_file(name, content="x"):
    return with_entries(entry(name, content))


def subchart(*more, dependencies=""):
    own = {"s/Chart.yaml": chart("s", dependencies), "s/templates/c.yaml": CONFIG_MAP}
    return packed(files(own) + list(more))


DEPENDENCY = """dependencies:
  - name: t
    version: 1.0.0
"""

# What each case finds as p.tgz.
CHARTS = {
    "absolute": with_file("/etc/evil.txt"),
    "backslash-upwards": with_file("p\\..\\..\\evil"),
    "backslashes": packed(files({"p\\Chart.yaml": chart("p"), "p\\templates\\c.yaml": CONFIG_MAP})),
    "byte-order-mark": packed(files(MARKED)),
    "device": with_entries(entry("p/dev", kind=tarfile.CHRTYPE), entry("p/pipe", kind=tarfile.FIFOTYPE)),
    "dot-folder": packed(files({"./" + name: content for name, content in CHART.items()})),
    "duplicate-entries": with_file("p/values.yaml", "a: 2\n"),
    "empty": packed([]),
    "folders": packed(
        [entry("p/", kind=tarfile.DIRTYPE), entry("p/templates/", kind=tarfile.DIRTYPE)] + files(CHART)
    ),
    "garbage-in-gzip": compressed(b"hello world\n" * 100),
    "gnu-long": with_file(LONG_NAME),
    "hard-link": with_entries(entry("p/link.txt", "p/values.yaml", tarfile.LNKTYPE)),
    "helmignore": with_file("p/.helmignore", "values.yaml\n"),
    "large-file": with_file("p/big.bin", bytes(6 << 20)),
    "large-template": with_file("p/templates/big.yaml", b"{{/* " + b"x" * (6 << 20) + b" */}}"),
    "no-chart-yaml": packed(files({"p/values.yaml": "a: 1\n"})),
    "no-folder": packed(files({name[2:]: content for name, content in CHART.items()})),
    "not-gzip": b"this is no archive\n",
    "not-utf8-name": packed(
        files(CHART) + [entry("p/\udcff.txt", "x")]
    ),
    "other-folder": packed(files({name.replace("p/", "other/"): content for name, content in CHART.items()})),
    "pax": packed(files(CHART) + [entry(LONG_NAME, "x")], form=tarfile.PAX_FORMAT),
    "pax-global": packed(files(CHART), form=tarfile.PAX_FORMAT, headers={"comment": "0123456789abcdef"}),
    "plain": packed(files(CHART)),
    "plain-tar": TAR,
    "symbolic-link": with_entries(entry("p/link.txt", "/etc/passwd", tarfile.SYMTYPE)),
    "symbolic-link-template": with_entries(entry("p/templates/d.yaml", "../values.yaml", tarfile.SYMTYPE)),
    "trailing-garbage": packed(files(CHART)) + b"garbage",
    "truncated": packed(files(CHART))[:-40],
    "truncated-tar": compressed(TAR[:1800]),
    "two-charts": packed(files(CHART) + files({"q/Chart.yaml": chart("q"), "q/templates/c.yaml": "kind: Q\n"})),
    "two-streams": compressed(TAR[:512]) + compressed(TAR[512:]),
    "upwards": with_file("p/../../evil.txt"),
    "upwards-inside": with_file("p/templates/../f.txt"),
    "windows-drive": with_file("p/c:/evil.txt"),
}

# What each case finds as chart/charts/s-1.0.0.tgz.
SUBCHARTS = {
    "": packed(
        files({"s/Chart.yaml": chart("s"), "s/values.yaml": "b: 1\n", "s/templates/c.yaml": CONFIG_MAP})
    ),
    "-broken": b"no archive",
    "-nested": subchart(
        entry(
            "s/charts/t-1.0.0.tgz",
            packed(files({"t/Chart.yaml": chart("t"), "t/templates/c.yaml": CONFIG_MAP})),
        ),
        dependencies=DEPENDENCY,
    ),
    "-upwards": packed(files({"s/Chart.yaml": chart("s"), "s/../../x": "y"})),
}


def main():
    for name, archive in CHARTS.items():
        (SUITE / f"archive-{name}/input/p.tgz").write_bytes(archive)
    for name, archive in SUBCHARTS.items():
        (SUITE / f"archive-in-charts{name}/input/chart/charts/s-1.0.0.tgz").write_bytes(archive)
    print(f"{len(CHARTS)} charts and {len(SUBCHARTS)} subcharts packed")


if __name__ == "__main__":
    main()
