#!/usr/bin/env python3
"""Which version does helm take from a chart repository? Records what `helm pull` says.

    versions.py HELM >plugin/fetch/src/test/resources/helm-versions/3.19.4.jsonl

An index is served on the loopback interface for every list of versions below, and

    helm pull demo --repo http://127.0.0.1:PORT/LIST --version RANGE --destination FOLDER

is run for every range. A line holds the list, the range, and the version of the archive that
helm saved; or nothing where helm failed.
"""

import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading

LISTS = {
    "releases": ["1.0.0", "1.0.1", "1.2.0", "1.2.9", "1.2.10", "1.10.0", "2.0.0", "0.9.0", "0.0.3"],
    "unsorted": ["2.0.0", "0.1.0", "10.0.0", "9.9.9", "1.0.0"],
    "prereleases": ["1.0.0", "1.1.0-alpha.1", "1.1.0-alpha.2", "1.1.0-rc.1", "2.0.0-beta", "0.9.0"],
    "only-prereleases": ["1.0.0-rc.1", "1.0.0-rc.2"],
    "prefixed": ["v1.0.0", "v1.1.0", "v2.0.0"],
    "mixed": ["v1.0.0", "1.1.0", "v1.2.0", "1.2", "2"],
    "metadata": ["1.0.0+1", "1.0.0+2", "1.0.1+build.5", "1.0.0"],
    "invalid": ["latest", "1.0.0", "01.2.3", "1.1.0", "not.a.version", "1.2.3.4", ""],
    "dates": ["2024.1.15", "2024.10.2", "2023.12.31", "20240101.0.0"],
    "one": ["1.0.0"],
    "empty": [],
}

RANGES = [
    "", "*", "x", ">0.0.0-0", ">=0.0.0-0", "1", "1.0", "1.0.0", "v1.0.0", "=1.0.0", "1.2", "1.2.x",
    "1.x", "1.X.x", "1.*", "~1", "~1.0", "~1.2.0", "~1.2", "~1.2.9", "^1", "^1.0.0", "^1.2", "^0.9",
    "^0.0.3", "~>1.2", "!=2.0.0", "!=1.2.10 ~1.2", ">1", ">1.0", ">1.2.0", ">=1.2.0, <2.0.0",
    ">=1.2.0 <2.0.0", ">= 1.0.0 < 1.2.0 || >= 2.0.0", "1.0.0 - 1.2.9", "1 - 2", "<1", "<=1", "<=1.2",
    "<1.0.0", ">1.0.0-0", ">=1.1.0-alpha", "~1.1.0-0", "^1.1.0-0", "1.1.0-rc.1", ">=1.1.0-0 <2.0.0",
    "<2.0.0-0", "9.9.9", "3", "2.0.0-beta", "1.0.0+1", "1.0.0+3", "latest", "not-a-range", ">",
    "1.2.3.4", "1.0.0 ", " 1.0.0", "01.2.3", "2024", "2024.1", ">=2024.1.0", "0.x", "~0", ">=1.0.0,",
    "1.0.0 || 2.0.0", "^2 || ^1",
]


def index(name):
    lines = ["apiVersion: v1", "entries:", "  demo:" + ("" if LISTS[name] else " []")]
    for version in LISTS[name]:
        lines += [
            "  - apiVersion: v2",
            "    name: demo",
            "    version: %s" % json.dumps(version),
            "    urls:",
            "    - demo-%s.tgz" % (version or "none"),
        ]
    return "\n".join(lines) + "\n"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        name, file = self.path.strip("/").split("/", 1)
        body = index(name).encode() if file == "index.yaml" else b"archive"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def pull(helm, port, name, wanted):
    with tempfile.TemporaryDirectory() as folder:
        home = {"HELM_CACHE_HOME": folder + "/c", "HELM_CONFIG_HOME": folder + "/f", "HELM_DATA_HOME": folder + "/d"}
        os.mkdir(folder + "/out")
        command = [helm, "pull", "demo", "--repo", "http://127.0.0.1:%d/%s" % (port, name), "--destination", folder + "/out"]
        # An empty flag is no flag.
        if wanted:
            command += ["--version", wanted]
        done = subprocess.run(command, env=dict(os.environ, **home), capture_output=True, text=True)
        files = os.listdir(folder + "/out")
        if done.returncode != 0 or len(files) != 1:
            return None
        return files[0][len("demo-") : -len(".tgz")].replace("%2B", "+")


def main():
    helm = sys.argv[1]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name, versions in LISTS.items():
        for wanted in RANGES:
            found = pull(helm, server.server_address[1], name, wanted)
            print(json.dumps({"versions": versions, "wanted": wanted, "found": found}))


if __name__ == "__main__":
    main()
