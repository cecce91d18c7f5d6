"""Our own renderer as one long-lived process, which answers one command line after the other."""

import selectors
import subprocess
import tempfile
from pathlib import Path

from oracle import Answer

TIMEOUT_SECONDS = 120


class Ours:
    """command: starts RenderLoop (see RenderLoop.java for what is said over its pipes)."""

    def __init__(self, command: list[str]):
        self.command = command
        self.process: subprocess.Popen[bytes] | None = None
        self.folder = tempfile.TemporaryDirectory()

    def answer(self, arguments: list[str]) -> Answer:
        if self.process is None or self.process.poll() is not None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        output, errors = Path(self.folder.name, "output"), Path(self.folder.name, "errors")
        line = "\t".join([str(output), str(errors), *arguments]) + "\n"
        self.process.stdin.write(line.encode())
        self.process.stdin.flush()
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            reply = self.process.stdout.readline() if selector.select(TIMEOUT_SECONDS) else b""
        if not reply.strip():
            self.close()
            return Answer(-1, b"", "our process died or gave no answer in time")
        return Answer(int(reply), output.read_bytes(), errors.read_bytes().decode(errors="replace"))

    def close(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
