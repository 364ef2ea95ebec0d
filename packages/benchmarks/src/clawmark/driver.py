"""
Runs one task.py: its stages against services kept in memory, its checkers against a snapshot of the workspace.

Requests come on standard input and answers go to standard output, one JSON object a line:
  {"op": "read", "path"}                  what a task.py says of itself, without running it
  {"op": "load", "folder", "root"}        import task.py; `root` stands for "/" of the task's machine
  {"op": "stage", "index"}                run a stage function
  {"op": "export"} / {"op": "import", "services"}
  {"op": "check", "stage", "index", "snapshots"}  ask one checker
Whatever the task prints goes to standard error, so that it cannot be taken for an answer.
"""

import asyncio
import importlib.util
import inspect
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

from driver_box import Box, FileSystem
from driver_calendar import Calendars
from driver_mail import Mail
from driver_notion import Notion
from driver_read import read
from driver_sheets import Sheets

# The driver's own folder is no place for a task to import from.
sys.path.pop(0)

# The name under which a task.py is imported.
MODULE = "clawmark_task"
REQUIRED = ("id", "name", "category", "environments")


class Missing:
    """The last of the importers: it finds nothing, and remembers what the task itself asked for in vain."""

    def __init__(self):
        self.modules = []

    def find_spec(self, name, path=None, target=None):
        frame = sys._getframe(1)
        while frame is not None and "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        # Libraries try optional modules all the time: only imports written in task.py count.
        if frame is not None and frame.f_globals.get("__name__") == MODULE:
            self.modules.append(name.partition(".")[0])
        return None


missing = Missing()


def load(state, request):
    folder = Path(request["folder"])
    module = imported(folder / "task.py")
    metadata = checked_metadata(module)
    state.stages = stage_functions(module)
    state.rubric = checked_rubric(module, len(state.stages))
    state.warnings = []
    state.services = services_of(metadata)
    state.context = context_of(state, metadata, folder, Box(request["root"], state.warnings))
    prompt = getattr(module, "PROMPT", None)
    if not isinstance(prompt, str) or not prompt.strip():
        raise ValueError("PROMPT is missing or empty")
    planned = [
        {"stage": stage, "id": entry["id"], "weight": float(entry.get("weight", 1.0))}
        for stage, entries in state.rubric.items()
        for entry in entries
    ]
    return {"metadata": metadata, "prompt": prompt, "stages": len(state.stages), "planned": planned}


def imported(path):
    spec = importlib.util.spec_from_file_location(MODULE, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[MODULE] = module
    spec.loader.exec_module(module)
    return module


def checked_metadata(module):
    metadata = getattr(module, "METADATA", None)
    if not isinstance(metadata, dict):
        raise ValueError("METADATA is missing or no dictionary")
    for field in REQUIRED:
        if field not in metadata:
            raise ValueError(f"METADATA has no field {field!r}")
    return metadata


def stage_functions(module):
    """stage0, stage1, ... without a gap."""
    names = [name for name in dir(module) if name.startswith("stage") and name[5:].isdigit()]
    functions = [getattr(module, f"stage{number}", None) for number in range(len(names))]
    if not functions:
        raise ValueError("there is no function stage0")
    for number, function in enumerate(functions):
        if not inspect.iscoroutinefunction(function):
            raise ValueError(f"stage{number} is missing or no async function")
    return functions


def checked_rubric(module, stages):
    rubric = getattr(module, "RUBRIC", None)
    if not isinstance(rubric, dict):
        raise ValueError("RUBRIC is missing or no dictionary")
    allowed = [f"stage{number}" for number in range(stages)] + ["final"]
    for key, entries in rubric.items():
        if key not in allowed:
            raise ValueError(f"RUBRIC has a key {key!r}; allowed are {', '.join(allowed)}")
        for entry in entries:
            if not inspect.iscoroutinefunction(entry["checker"]):
                raise ValueError(f"the checker {entry['id']!r} is no async function")
    return {key: list(rubric[key]) for key in allowed if key in rubric}


def services_of(metadata):
    users = metadata.get("env_config", {}).get("email", {}).get("users", {})
    return {"email": Mail(users), "notion": Notion(), "sheets": Sheets(), "calendar": Calendars()}


def context_of(state, metadata, folder, box):
    """What stages and checkers are handed: as upstream, only the environments that the task declares."""
    context = SimpleNamespace(sandbox=box, task_dir=folder, workspace=None, snapshots={})
    files = FileSystem(box)
    known = {
        "filesystem": files,
        "email": state.services["email"],
        "notion": state.services["notion"],
        "google_sheets": state.services["sheets"],
        "calendar": state.services["calendar"],
    }
    for name in metadata["environments"]:
        if name not in known:
            raise ValueError(f"the task wants an environment {name!r}; known are {', '.join(known)}")
        setattr(context, name, known[name])
        if name == "filesystem":
            context.fs = files
    return context


def stage(state, request):
    state.warnings.clear()
    said = state.loop.run_until_complete(state.stages[request["index"]](state.context))
    found = said if isinstance(said, dict) else {"notification": str(said)}
    told = {key: str(found.get(key, "")) for key in ("notification", "time")}
    return {**told, "warnings": list(state.warnings)}


def export(state, _):
    return {"services": {name: service.save() for name, service in state.services.items()}}


def restore(state, request):
    for name, service in state.services.items():
        service.restore(request["services"][name])
    return {}


def check(state, request):
    """
    One rubric item: passed, failed (it said no or raised), or error when it wanted a Python module that is not here.
    `snapshots` are the snapshots of all stages so far, by name; the last one is the workspace that is looked at.
    """
    snapshots = {name: Path(path) for name, path in request["snapshots"].items()}
    state.context.snapshots = snapshots
    state.context.workspace = next(reversed(list(snapshots.values())), None)
    checker = state.rubric[request["stage"]][request["index"]]["checker"]
    missing.modules.clear()
    detail = "not so"
    try:
        if state.loop.run_until_complete(checker(state.context)):
            return {"outcome": "passed", "detail": ""}
    except ModuleNotFoundError as thrown:
        missing.modules.append(thrown.name)
    except BaseException as thrown:
        detail = f"raised {type(thrown).__name__}: {thrown}"
    if missing.modules:
        return {"outcome": "error", "detail": f"it needs the Python module {missing.modules[0]}, which is not here"}
    return {"outcome": "failed", "detail": detail}


def quiet():
    """Keep both streams of the protocol for ourselves: the task has no input, and prints to standard error."""
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    sys.stdin = open(os.devnull, encoding="utf-8")
    sys.stdout = sys.stderr
    return requests, answers


def main():
    requests, answers = quiet()
    sys.meta_path.append(missing)
    state = SimpleNamespace(loop=asyncio.new_event_loop())
    asyncio.set_event_loop(state.loop)
    operations = {"load": load, "stage": stage, "export": export, "import": restore, "check": check}
    operations["read"] = lambda _, request: read(request["path"])
    own = os.getpid()
    for line in requests:
        request = json.loads(line)
        try:
            answer = {"ok": True, **operations[request["op"]](state, request)}
            text = json.dumps(answer)
        except BaseException as thrown:
            text = json.dumps({"ok": False, "error": f"{type(thrown).__name__}: {thrown}"})
        if os.getpid() != own:
            # A process that the task forked has come back here: it has no say, and must not read our requests.
            os._exit(0)
        answers.write(text + "\n")
        answers.flush()


main()
