"""Write the reference pages that follow from the code: settings, actions, commands, fields, the extraction document.

usage: documents.py           run by `make documents`

Each page of `desktop/docs/reference` is made of the table it is about, so it cannot say anything else; the pages are committed, and
`tests/house/test_documents.py` fails when one is not as it would be written now.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from postil.app import cli
from postil.base import i18n
from postil.domain.annotation import KIND_LABELS, Kind
from postil.domain.codec import json_name
from postil.domain.settings import Settings, Spec, specs
from postil.operations.fields import FIELDS, FieldSpec, FieldType
from postil.ui import navigation
from postil.ui.action_spec import CONTEXT_LABELS, MENU_LABELS, ActionSpec, Context, Menu
from postil.ui.action_table import ACTIONS

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "desktop" / "docs" / "reference"
SCHEMA = ROOT / "resources" / "schema" / "extraction-1.json"

Row = tuple[str, ...]


def main() -> None:
    """Write every page; remove pages that nobody makes any more."""
    REFERENCE.mkdir(parents=True, exist_ok=True)
    made = pages()
    for path in REFERENCE.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (REFERENCE / name).write_text(text, "utf-8")
    print(f"{len(made)} pages in {REFERENCE.relative_to(ROOT)}")


def pages() -> dict[str, str]:
    """Every page by its file's name, in English whatever language is in use."""
    former = i18n.language()
    i18n.use("en")
    try:
        made = {name: make() for name, make in MAKERS.items()}
    finally:
        i18n.use(former)
    return made


def stale(folder: Path = REFERENCE) -> list[str]:
    """What is wrong with the pages of a folder: missing, not as they would be written now, or made by nobody."""
    made = pages()
    there = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")}
    wrong = [f"{name}: {'differs' if name in there else 'missing'}" for name, text in made.items() if there.get(name) != text]
    return wrong + [f"{name}: made by nobody" for name in sorted(there.keys() - made.keys())]


def page(title: str, source: str, said: str, *parts: str) -> str:
    """A page: where it comes from, its title, what it is about, its parts."""
    return "\n\n".join((f"<!-- Made by `make documents` from {source}; do not edit. -->", f"# {title}", said, *parts)) + "\n"


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table; signs that would end a cell are escaped."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines)


def code(word: object) -> str:
    """A word as it is typed; nothing for nothing."""
    return f"`{word}`" if word != "" else ""


# ------------------------------------------------------------------------------------------------------------ settings


def settings_page() -> str:
    """Every setting, by group."""
    groups: dict[str, list[Row]] = {}
    for key, spec in specs().items():
        default = getattr(Settings(), key)
        groups.setdefault(spec.group, []).append((spec.title, code(key), setting_values(spec, default), code(json.dumps(default)), spec.help))
    head = ("Setting", "Key", "Values", "Default", "What it does")
    return page(
        "Settings",
        "desktop/postil/domain/settings.py",
        "People change them in *Preferences…* (`settings.open`). What differs from its default is kept in `settings.json`, in the folder that the "
        "system has for such files (`POSTIL_HOME/config` when that variable is set). A value that cannot be used counts as the default; a key that "
        "is not known is passed over.",
        *(f"## {group}\n\n{table(head, rows)}" for group, rows in groups.items()),
    )


def setting_values(spec: Spec, default: object) -> str:
    """What a setting may be."""
    if spec.choices:
        return " ".join(code(json.dumps(value)) for value, _label in spec.choices)
    if isinstance(default, bool):
        return "`true` `false`"
    return f"{spec.low} to {spec.high}{spec.unit}, in steps of {spec.step}"


# ------------------------------------------------------------------------------------------------------------- actions


def actions_page() -> str:
    """Every action of the places that this version has, by menu."""
    missing = {place.action for place in navigation.PLACES if not navigation.is_shipped(place)}
    rows: dict[Menu, list[Row]] = {menu: [] for menu in Menu}
    for spec in ACTIONS:
        if spec.id not in missing:
            rows[spec.menu].append((spec.text, keys_of(spec), where(spec), code(spec.id), spec.help))
    head = ("Action", "Keys", "Where", "Id", "What it does")
    return page(
        "Actions and keys",
        "desktop/postil/ui/action_table.py",
        "Every action stands in a menu behind ☰ and is found by its name in the search field (`search.run`). A key without Ctrl or Alt counts "
        "only in its place and never while somebody types. On a Mac, Ctrl is ⌘. Where the row of digits gives letters first (AZERTY), Ctrl with "
        "the unshifted key does the same.",
        *(f"## {MENU_LABELS[menu]}\n\n{table(head, found)}" for menu, found in rows.items() if found),
    )


def keys_of(spec: ActionSpec) -> str:
    """The keys of an action."""
    return " or ".join(code(key) for key in spec.keys)


def where(spec: ActionSpec) -> str:
    """The place an action belongs to; nothing for those that are everywhere."""
    return "" if spec.context is Context.GLOBAL else CONTEXT_LABELS[spec.context]


# ------------------------------------------------------------------------------------------------------------ commands

EXIT_CODES: Final = (
    (cli.EXIT_OK, "everything is as it should be"),
    (cli.EXIT_PROBLEM, "something is not: it was said on standard error, and the rest was done"),
    (cli.EXIT_USAGE, "the command was not understood"),
    (cli.EXIT_BUG, "a mistake of Postil's own; what was saved before is safe"),
    (cli.EXIT_STOPPED, "stopped from the keyboard"),
)
VARIABLES: Final = (
    ("POSTIL_HOME", "a folder that takes the place of the person's own for settings, keys, logs and new projects"),
    ("POSTIL_LANGUAGE", "`en`, `fr` or `vi`: the language of the command line, whatever the settings say"),
    ("QT_QPA_PLATFORM", "`offscreen` draws without a display"),
)


def commands_page() -> str:
    """Every command with its arguments."""
    parser = cli._parser()
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    said = {choice.dest: choice.help or "" for choice in commands._choices_actions}
    return page(
        "Commands",
        "desktop/postil/app/cli.py",
        f"{parser.description} {parser.epilog} Commands need no display, but for `open` and `sample`, and work on the same operations as the window.",
        *(command_part(name, sub, said[name]) for name, sub in commands.choices.items()),
        "## Exit codes\n\n" + table(("Code", "Meaning"), ((code(number), words) for number, words in EXIT_CODES)),
        "## Environment\n\n" + table(("Variable", "Meaning"), ((code(name), words) for name, words in VARIABLES)),
    )


def command_part(name: str, parser: argparse.ArgumentParser, said: str) -> str:
    """One command: how it is typed, and each argument."""
    arguments = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]
    line = " ".join(["postil", name, *(typed(action) for action in sorted(arguments, key=lambda action: bool(action.option_strings)))])
    rows = [(code(spelt(action)), argument_help(action)) for action in arguments]
    parts = [f"## {name}\n\n{said[:1].upper()}{said[1:]}.", f"    {line}"]
    return "\n\n".join([*parts, table(("Argument", "Meaning"), rows)] if rows else parts)


def typed(action: argparse.Action) -> str:
    """An argument in the line that shows how a command is typed."""
    word = spelt(action)
    if not action.option_strings and action.nargs == "+":
        return f"{word}…"
    return word if action.required and action.nargs != "?" else f"[{word}]"


def spelt(action: argparse.Action) -> str:
    """An argument with what stands for its value."""
    value = "|".join(map(str, action.choices)) if action.choices else str(action.metavar or action.dest)
    if not action.option_strings:
        return value
    return action.option_strings[-1] if action.nargs == 0 else f"{action.option_strings[-1]} {value}"


def argument_help(action: argparse.Action) -> str:
    """What an argument means."""
    words = str(action.help or "")
    return words[:1].upper() + words[1:]


# -------------------------------------------------------------------------------------------------------------- fields

TYPE_WORDS: Final = {
    FieldType.TEXT: "text",
    FieldType.DECIMAL: "decimal",
    FieldType.EDTF: "date or period (EDTF)",
    FieldType.PLACES: "list of places: `name` `code` `remote`",
    FieldType.PEOPLE: "list of people: `name` `part` `role` `country`",
}


def fields_page() -> str:
    """Every field of every kind."""
    head = ("Field", "Name", "Type", "Group", "What it says")
    return page(
        "Fields of annotations",
        "desktop/postil/operations/fields.py",
        "One table drives the forms, the differences that a supervisor sees, validation and exports. A field in bold is always on view in the "
        "form; the others open on demand. The name is the one in documents and in the journal; codes are those of `resources/codes`.",
        *(f"## {KIND_LABELS[kind]}\n\n{table(head, (field_row(spec) for spec in FIELDS[kind]))}" for kind in Kind),
    )


def field_row(spec: FieldSpec) -> Row:
    """One field."""
    label = f"**{spec.label}**" if spec.is_basic else spec.label
    return (label + (" (required)" if spec.is_required else ""), code(json_name(spec.name)), field_type(spec), spec.group, spec.help)


def field_type(spec: FieldSpec) -> str:
    """What a field may hold."""
    if spec.type is FieldType.CHOICE:
        return "one of " + " ".join(code(member) for member, _label in spec.choices if member is not None)
    if spec.type is FieldType.CODE:
        return f"code of `{spec.code_list}`" + (", or a new one" if spec.open_code else "")
    if spec.type is FieldType.LINK:
        return f"id of another {spec.target}"
    return TYPE_WORDS[spec.type]


# -------------------------------------------------------------------------------------------------- extraction document


def document_page() -> str:
    """The extraction document, object by object."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    head = ("Member", "Type", "Required", "Meaning")
    named = ((code(name), str(part["description"])) for name, part in schema["$defs"].items() if "properties" not in part)
    return page(
        "The extraction document",
        "resources/schema/extraction-1.json",
        f"{schema['description']} What has no value is left out. A `body` is the object of the annotation's kind; its members are the "
        "[fields of annotations](fields.md). The schema is [extraction-1.json](../../../resources/schema/extraction-1.json).",
        *(f"## {name}\n\n{table(head, rows)}" for name, rows in objects("document", schema, schema["$defs"])),
        "## Named types\n\n" + table(("Type", "What it is"), named),
    )


def objects(name: str, schema: dict[str, Any], definitions: dict[str, Any]) -> Iterator[tuple[str, list[Row]]]:
    """Every object of the schema with its members: each before those written in place in it, then the named ones."""
    yield name, [member_row(name, member, part, schema) for member, part in schema["properties"].items()]
    for member, part in schema["properties"].items():
        inner = part.get("items", part)
        if "properties" in inner:
            yield from objects(member, inner, {})
    for defined, part in definitions.items():
        if "properties" in part:
            yield from objects(defined, part, {})


def member_row(owner: str, name: str, part: dict[str, Any], schema: dict[str, Any]) -> Row:
    """One member of an object; what it means is in the schema, for bodies in the table of fields."""
    meaning = str(part.get("description", "")) or field_help().get((owner, name), "")
    return code(name), schema_type(part), "yes" if name in schema.get("required", ()) else "", meaning


@cache
def field_help() -> dict[tuple[str, str], str]:
    """Kind and name of a field → what the form says of it."""
    return {(str(kind), json_name(spec.name)): spec.help for kind, fields in FIELDS.items() for spec in fields}


def schema_type(part: dict[str, Any]) -> str:
    """What a member may be, in a few words."""
    if "$ref" in part:
        return str(part["$ref"]).rpartition("/")[2]
    if "const" in part:
        return code(json.dumps(part["const"]))
    if "enum" in part:
        return " ".join(code(value) for value in part["enum"])
    if part.get("type") == "array":
        return f"list of {schema_type(part['items'])}"
    if "format" in part or "pattern" in part:
        return "UUID" if "-[0-9a-f]{4}-" in part.get("pattern", "") else str(part["type"])
    return str(part.get("type", "any"))


MAKERS: Final[dict[str, Callable[[], str]]] = {
    "settings.md": settings_page,
    "actions.md": actions_page,
    "commands.md": commands_page,
    "fields.md": fields_page,
    "extraction-document.md": document_page,
}


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(__doc__)
    main()
