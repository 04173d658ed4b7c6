"""Documents cannot rot: reference pages are as the code makes them now, and what documents name is there."""

from __future__ import annotations

import ast
import doctest
import re
from decimal import Decimal
from pathlib import Path

import documents
import pytest

from tests.house.test_rules import ROOT, python, tracked

PACKAGE = ROOT / "desktop" / "postil"
RECORDS = ROOT / "desktop" / "docs" / "decisions"
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.<>*-]+(?:/[\w.<>*-]+)+/?")
DOCUMENT = re.compile(r"(?<![\w.-])[\w.-]+\.md\b")


def texts(*names: str) -> dict[str, str]:
    """The Markdown files of the repository, or those whose path begins with one of `names`."""
    return {name: text for name, text in tracked().items() if name.endswith(".md") and name.startswith(names or "")}


# ------------------------------------------------------------------------------------------------------ reference pages


def test_the_reference_pages_are_as_the_code_makes_them() -> None:
    assert documents.stale() == [], "run `make documents`"


def test_a_page_that_differs_would_be_seen(tmp_path: Path) -> None:
    for name, text in documents.pages().items():
        (tmp_path / name).write_text(text, "utf-8")
    assert documents.stale(tmp_path) == []
    settings = tmp_path / "settings.md"
    settings.write_text(settings.read_text("utf-8").replace("`theme`", "`colours`"), "utf-8")
    (tmp_path / "actions.md").unlink()
    (tmp_path / "palette.md").write_text("# Palette\n", "utf-8")
    assert documents.stale(tmp_path) == ["settings.md: differs", "actions.md: missing", "palette.md: made by nobody"]


def test_the_pages_do_not_depend_on_the_language_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    from postil.base import i18n

    expected = documents.pages()
    i18n.use("fr")
    try:
        assert documents.pages() == expected
        assert i18n.language() == "fr"
    finally:
        i18n.use("en")


def test_every_variable_of_the_environment_is_told() -> None:
    said = {name for name, _meaning in documents.VARIABLES}
    used = {name for text in python("desktop/postil/").values() for name in re.findall(r"\bPOSTIL_[A-Z_]+\b", text)}
    assert used
    assert used <= said
    assert {name for name in said if name.startswith("POSTIL_")} <= used


def test_every_member_of_the_extraction_document_is_explained() -> None:
    rows = [line for line in documents.document_page().splitlines() if line.startswith("| `")]
    assert len(rows) > 80
    assert [row for row in rows if row.endswith("|  |")] == []


# --------------------------------------------------------------------------------------------------- what is pointed at


def broken_links(name: str, text: str) -> list[str]:
    """The links and pictures of a document that lead nowhere in the repository; addresses elsewhere are not followed."""
    found = [target for target in LINK.findall(text) if not re.match(r"[a-z]+:|#", target)]
    return [f"{name}: {target}" for target in found if not (ROOT / name).parent.joinpath(target.partition("#")[0]).exists()]


def test_links_and_pictures_are_there() -> None:
    assert [fault for name, text in texts().items() for fault in broken_links(name, text)] == []


def test_a_broken_link_would_be_seen() -> None:
    text = "[a](ARCHITECTURE.md#x) [b](https://example.org/b) ![c](desktop/none.png) [d](#there)"
    assert broken_links("README.md", text) == ["README.md: desktop/none.png"]


def lost_paths(name: str, text: str) -> list[str]:
    """The paths in code type that are neither in the repository, nor in the package, nor among the resources."""
    spans = [span for span in CODE.findall(text) if PATH.fullmatch(span)]
    return [f"{name}: {span}" for span in spans if not any(list(root.glob(re.sub(r"<[^>]*>", "*", span).rstrip("/"))) for root in ROOTS)]


ROOTS = (ROOT, PACKAGE, ROOT / "resources", PACKAGE / "ui")


def test_paths_that_documents_name_are_there() -> None:
    read = texts("README", "ARCHITECTURE", "CONTRIBUTING", "desktop/docs/journal", "desktop/docs/model", "desktop/docs/suggester")
    assert len(read) == 6
    assert sum(len(CODE.findall(text)) for text in read.values()) > 100
    assert [fault for name, text in read.items() for fault in lost_paths(name, text)] == []


def test_a_lost_path_would_be_seen() -> None:
    text = "`base/paths.py`, `lexicon/<language>/*.toml`, `theme/`, `ui/theme/paths.py`, `attach(Context.X, self)`, `make/believe`"
    assert lost_paths("x.md", text) == ["x.md: ui/theme/paths.py", "x.md: make/believe"]


def strange_documents(name: str, text: str, known: set[str]) -> list[str]:
    """The Markdown files that a text speaks of and the repository does not have."""
    return [f"{name}: {found}" for found in sorted(set(DOCUMENT.findall(text)) - known)]


def test_texts_speak_of_documents_that_are_there() -> None:
    known = {Path(name).name for name in texts()}
    files = {
        name: text for name, text in tracked().items() if name.endswith((".py", ".toml", ".md", "Makefile")) and not name.startswith("tests/house/")
    }
    assert [fault for name, text in files.items() for fault in strange_documents(name, text, known)] == []


def test_a_strange_document_would_be_seen() -> None:
    assert strange_documents("x.py", "see README.md and plans.md", {"README.md"}) == ["x.py: plans.md"]


def targets(makefile: str) -> set[str]:
    """The commands of a Makefile."""
    return {name for line in re.findall(r"^([a-z][a-z -]*):(?!=)", makefile, re.MULTILINE) for name in line.split()}


def typed(text: str) -> str:
    """What a document tells people to type: words in code type and indented lines."""
    return "\n".join(CODE.findall(text) + re.findall(r"^    .+$", text, re.MULTILINE))


def test_make_commands_that_documents_name_are_there() -> None:
    there = targets((ROOT / "Makefile").read_text("utf-8"))
    named = {found for text in texts().values() for found in re.findall(r"\bmake ([a-z-]+)", typed(text))}
    assert {"run", "test", "documents"} <= named
    assert named <= there


def test_the_makefile_helps_with_every_command() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    helped = {command.removeprefix("make ") for line in makefile.splitlines() if "@echo" in line for command in re.findall(r"make [a-z-]+", line)}
    assert helped == {name for name in targets(makefile) if not name.startswith("set-up") and name != "help"}


def test_commands_that_documents_name_are_there() -> None:
    there = set(re.findall(r"^## ([a-z-]+)$", documents.commands_page(), re.MULTILINE))
    read = texts("README", "ARCHITECTURE", "CONTRIBUTING", "desktop/docs/")
    named = {found for text in read.values() for found in re.findall(r"^ *postil ([a-z-]+)", typed(text), re.MULTILINE)}
    assert {"extract", "verify", "rebuild"} <= named
    assert named <= there


def wrong_examples(name: str, text: str) -> list[str]:
    """The examples (`>>>`) of a text that do not give what stands below them, as doctest tells them."""
    said: list[str] = []
    test = doctest.DocTestParser().get_doctest(text, {"__name__": "example", "Decimal": Decimal}, name, name, 0)
    doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    return said


def test_examples_give_what_they_say() -> None:
    examples = {name: text for name, text in texts("desktop/docs/").items() if ">>>" in text}
    for name, text in python("desktop/postil/").items():
        if ">>>" in (found := ast.get_docstring(ast.parse(text)) or ""):
            within = name.removeprefix("desktop/").removesuffix(".py").replace("/", ".")
            examples[name] = found if "import" in found else f">>> from {within} import *\n\n{found}"
    assert len(examples) >= 2
    assert [fault for name, text in examples.items() for fault in wrong_examples(name, text)] == []


def test_a_wrong_example_would_be_seen() -> None:
    assert wrong_examples("x.md", ">>> 1 + 1\n2\n") == []
    assert wrong_examples("x.md", ">>> 1 + 1\n3\n")


# ------------------------------------------------------------------------------------------------------ what is complete


def test_the_architecture_names_every_package() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    layers = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert layers == set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
    inner = {path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.glob("*/*/__init__.py")}
    assert inner - set(CODE.findall(text)) == set()


def test_every_decision_is_listed_under_its_title() -> None:
    index = (RECORDS / "README.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| \[\d{4}\]\((.+?)\) \| (.+) \|$", index, re.MULTILINE))
    titles = {path.name: path.read_text("utf-8").splitlines()[0].removeprefix(f"# {path.name[:4]} ") for path in RECORDS.glob("0*.md")}
    assert listed == titles
    assert [name[:4] for name in sorted(titles)] == [f"{number:04}" for number in range(1, len(titles) + 1)]


def test_every_decision_has_its_parts() -> None:
    parts = ("**Decision.**", "**Why.**", "**Rejected.**", "**Consequences.**")
    assert [f"{path.name}: {part}" for path in sorted(RECORDS.glob("0*.md")) for part in parts if part not in path.read_text("utf-8")] == []


def test_the_record_of_dependencies_has_the_pinned_versions() -> None:
    pinned = dict(re.findall(r"^([\w.-]+)==([^ \n]+)", (ROOT / "packaging/requirements/runtime.txt").read_text("utf-8"), re.MULTILINE))
    rows = re.findall(r"^\| ([\w-]+)[^|]*\| (\d[^ |]*) \|", (RECORDS / "0005-dependencies.md").read_text("utf-8"), re.MULTILINE)
    assert len(rows) == 10
    assert [(name, version) for name, version in rows if pinned[name.lower()] != version] == []


def test_the_readme_shows_the_pictures_that_are_drawn() -> None:
    import pictures

    drawn = {f"desktop/docs/screenshots/{name}-{theme}.png" for theme, names in pictures.SHOWN.items() for name in names}
    shown = re.findall(r"!\[.+?\]\((.+?)\)", (ROOT / "README.md").read_text("utf-8"))
    assert sorted(shown) == sorted(drawn)
