"""The machine that task code believes to be on: a folder in the place of "/", with the workspace below it."""

import os
import posixpath
import re
import shutil
import subprocess
from collections import namedtuple
from pathlib import Path

Ended = namedtuple("Ended", "stdout stderr return_code")
# Absolute paths of the three folders that task code uses, where they stand in a command.
ABSOLUTE = re.compile(r"(?<![\w./~-])/(?=(?:workspace|tmp|root)(?![\w-]))")


class Box:
    """What task code sees as ctx.sandbox. As upstream nothing raises; what goes wrong is a warning."""

    def __init__(self, root, warnings):
        self.root = os.path.realpath(root)
        self.warnings = warnings
        for name in ("workspace", "tmp", "root"):
            os.makedirs(os.path.join(self.root, name), exist_ok=True)

    def path(self, remote):
        """The real path of a path in the box; it cannot climb out by dots."""
        inside = posixpath.normpath(posixpath.join("/workspace", str(remote)))
        return Path(self.root + "/" + inside.lstrip("/"))

    async def exec(self, command, timeout_sec=300, env=None):
        """Run a shell command with the folders of the box in the place of /workspace, /tmp and /root."""
        line = ["bash", "-c", ABSOLUTE.sub(lambda _: self.root + "/", command)]
        variables = {**os.environ, **(env or {}), "HOME": os.path.join(self.root, "root")}
        try:
            done = subprocess.run(
                line, cwd=os.path.join(self.root, "workspace"), env=variables, stdin=subprocess.DEVNULL,
                capture_output=True, timeout=timeout_sec, check=False,
            )
        except subprocess.TimeoutExpired:
            self.warnings.append(f"a command of the task was stopped after {timeout_sec} s: {program(command)}")
            return Ended("", f"Timeout after {timeout_sec}s", -1)
        if done.returncode != 0:
            self.warnings.append(f"a command of the task ended with {done.returncode}: {program(command)}")
        return Ended(self._shown(done.stdout), self._shown(done.stderr), done.returncode)

    def _shown(self, output):
        return output.decode("utf-8", "replace").replace(self.root + "/", "/")


def program(command):
    """The first word of a command, to tell it by."""
    return next(iter(command.split()), "")


class FileSystem:
    """What task code sees as ctx.fs."""

    def __init__(self, box):
        self._sandbox = box

    async def upload_dir(self, local_dir, remote_dir):
        if not os.path.isdir(local_dir):
            self._sandbox.warnings.append(f"the folder {Path(local_dir).name} to be uploaded is not there")
            return
        shutil.copytree(local_dir, self._sandbox.path(remote_dir), symlinks=True, dirs_exist_ok=True)

    async def upload_file(self, local_path, remote_path):
        """A path that ends in a slash, or that is a folder, keeps the file's own name."""
        target = self._sandbox.path(remote_path)
        if not os.path.isfile(local_path):
            self._sandbox.warnings.append(f"the file {Path(local_path).name} to be uploaded is not there")
            return
        if str(remote_path).endswith("/") or target.is_dir():
            target = target / Path(local_path).name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(local_path, target)

    async def exists(self, remote_path):
        return self._sandbox.path(remote_path).exists()

    async def read_file(self, remote_path):
        """The text of a file of the live workspace; empty where there is none, as of a failed `cat`."""
        try:
            return self._sandbox.path(remote_path).read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""
