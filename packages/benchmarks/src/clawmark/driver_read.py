"""What a task.py says of itself, read from its text: nothing of it is executed."""

import ast


def read(path):
    """METADATA, the number of stages, the planned items, and what could not be read."""
    try:
        with open(path, encoding="utf-8") as file:
            tree = ast.parse(file.read())
    except (OSError, SyntaxError, ValueError) as thrown:
        problems = [f"task.py cannot be read: {reason(thrown)}"]
        return {"metadata": None, "stages": None, "planned": None, "problems": problems}
    problems = []
    metadata = literal(tree, "METADATA", problems)
    stages = stage_count(tree, problems)
    return {"metadata": metadata, "stages": stages, "planned": planned(tree, problems), "problems": problems}


def reason(thrown):
    return f"{thrown.msg} (line {thrown.lineno})" if isinstance(thrown, SyntaxError) else str(thrown)


def assigned(tree, name):
    """The last expression that the module assigns to a name at its top level."""
    found = None
    for node in tree.body:
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        is_assignment = isinstance(node, (ast.Assign, ast.AnnAssign))
        if is_assignment and any(isinstance(target, ast.Name) and target.id == name for target in targets):
            found = node.value
    return found


def literal(tree, name, problems):
    value = assigned(tree, name)
    try:
        if value is not None:
            return ast.literal_eval(value)
        problems.append(f"{name} is not there")
    except ValueError:
        problems.append(f"{name} is not written out, so it cannot be read without running the task")
    return None


def stage_count(tree, problems):
    names = {node.name for node in tree.body if isinstance(node, ast.AsyncFunctionDef)}
    count = 0
    while f"stage{count}" in names:
        count += 1
    if count == 0:
        problems.append("there is no async function stage0")
    return count


def planned(tree, problems):
    """Stage, id and weight of every rubric entry, in order."""
    value = assigned(tree, "RUBRIC")
    try:
        return [
            {"stage": ast.literal_eval(key), **entry(item)}
            for key, items in zip(value.keys, value.values)
            for item in items.elts
        ]
    except (AttributeError, KeyError, TypeError, ValueError):
        problems.append("RUBRIC is not written out, so its items cannot be read without running the task")
        return None


def entry(item):
    fields = {key.value: value for key, value in zip(item.keys, item.values)}
    weight = ast.literal_eval(fields["weight"]) if "weight" in fields else 1.0
    return {"id": ast.literal_eval(fields["id"]), "weight": float(weight)}
