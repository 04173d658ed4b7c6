"""The house rules as functions: each takes a file's path and text and tells what breaks the rule, as words for people.

`path` is relative to the repository's root. The tests run them over the repository and over made-up offences.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

LONGEST = 400
PACKAGE = PurePosixPath("desktop/postil")
UNFINISHED = re.compile(
    "|".join((r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b", r"\bX" + r"XX\b", "NotImplemented" + "Error", r"(?i:\bcoming " + r"soon\b)"))
)
COLOUR = re.compile(r"^#[0-9a-fA-F]{3,4}$|(?<![&\w])#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\s*\(|\bhsla?\s*\(")
COLOUR_MAKERS = {"QColor", "mkColor", "mkPen", "mkBrush", "setForegroundBrush", "setBackground"}
INDEX_HOST = re.compile(r"files\.python" + r"hosted\.org|\bpypi\." + r"org/simple")
INDEX_OPTION = re.compile(
    r"^\s*(?:-i|-f|--index-url|--extra-index-url|--find-links|--trusted-host)[\s=]"
    r"|^\s*\"?(?:registry|resolved|index|index-url|find-links|extra-index-url)\"?\s*[=:].*(?:https?:|file:|/)"
)
HOME = re.compile(r"(?<![\w/.])/(?:ho" + r"me|ro" + r"ot|Us" + r"ers|wo" + r"rk)/[\w.-]+|[A-Z]:\\\\?Us" + r"ers\\")


def colour_literals(path: str, text: str) -> Iterator[str]:
    """Colours are data of the theme; elsewhere they are asked for by name."""
    where = PurePosixPath(path)
    if where.name == "theme.py" or "theme" in where.parts:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.search(node.value):
            yield f"{path}:{node.lineno}: colour {node.value!r}"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute | ast.Name) and _is_global_colour(node):
            yield f"{path}:{node.lineno}: colour {ast.unparse(node)}"
        elif isinstance(node, ast.Call) and _name(node.func) in COLOUR_MAKERS and any(_is_literal(argument) for argument in node.args):
            yield f"{path}:{node.lineno}: colour {ast.unparse(node)}"


def _is_global_colour(node: ast.Attribute) -> bool:
    return _name(node.value) == "GlobalColor" and node.attr != "transparent"


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str | int) and not isinstance(node.value, bool)


def foreign_buttons(path: str, text: str) -> Iterator[str]:
    """Qt has no Vietnamese words for its standard buttons: dialogs carry our own (`ui/widgets/dialog.py`)."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and node.attr == "StandardButton":
            yield f"{path}:{node.lineno}: {ast.unparse(node)}"
        elif isinstance(node, ast.Name) and node.id in ("QMessageBox", "QInputDialog", "QErrorMessage"):
            yield f"{path}:{node.lineno}: {node.id}"


def prints(path: str, text: str) -> Iterator[str]:
    """Only the command line speaks on standard output."""
    if PurePosixPath(path).is_relative_to(PACKAGE / "app"):
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and _name(node.func) == "print":
            yield f"{path}:{node.lineno}: print"


def length(path: str, text: str) -> Iterator[str]:
    """A file that outgrows its room holds more than one thing."""
    lines = text.count("\n") + (not text.endswith("\n"))
    if lines > LONGEST:
        yield f"{path}: {lines} lines, {LONGEST} at most"


def docstring(path: str, text: str) -> Iterator[str]:
    """A module says its one job in a sentence."""
    words = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
    if not words:
        yield f"{path}: no docstring"
    elif not words.rstrip().endswith((".", "!", "?", ":")):
        yield f"{path}: the docstring's first paragraph is no sentence"


def bare_init(path: str, text: str) -> Iterator[str]:
    """An `__init__` holds a docstring only; the package's own also its version."""
    if PurePosixPath(path).name != "__init__.py":
        return
    for node in ast.parse(text).body:
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        is_version = (
            isinstance(node, ast.Assign) and [_name(target) for target in node.targets] == ["__version__"] and path == str(PACKAGE / "__init__.py")
        )
        if not (is_docstring or is_version):
            yield f"{path}:{node.lineno}: more than a docstring"


def unfinished(path: str, text: str) -> Iterator[str]:
    """What is not done is an issue, not a mark in the code."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := UNFINISHED.search(line):
            yield f"{path}:{number}: {found.group()}"


def machine(path: str, text: str) -> Iterator[str]:
    """Nothing in the repository depends on one machine or one package index."""
    for number, line in enumerate(text.splitlines(), 1):
        option = None if path.endswith(".py") else INDEX_OPTION.search(line)
        if found := HOME.search(line) or INDEX_HOST.search(line) or option:
            yield f"{path}:{number}: {found.group()!r}"


def identifiers(text: str) -> Iterator[tuple[int, str]]:
    """The names a file gives to things of its own, with their lines: classes, functions, parameters, variables."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id


def words_of(name: str) -> str:
    """`ApproveAnnotation` and `approve_annotation` as "approve annotation"."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", name)
    return " ".join(spaced.lower().split())


def avoided_words(path: str, text: str, avoided: frozenset[str]) -> Iterator[str]:
    """One word for one thing: those that the glossary forbids outright name nothing and are not shown."""
    pattern = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, avoided))) + r")s?\b")
    for line, name in identifiers(text):
        if found := pattern.search(words_of(name)):
            yield f"{path}:{line}: {name} says {found.group()!r}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and _name(node.func) in ("_", "N_", "ngettext", "pgettext"):
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and (found := pattern.search(argument.value.lower())):
                    yield f"{path}:{argument.lineno}: the interface says {found.group()!r}"
