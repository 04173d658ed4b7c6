"""The command line: argv to one of the headless commands, or to the window when there is none."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from postil import __version__
from postil.base import i18n
from postil.base.errors import PostilError
from postil.base.i18n import _

EXIT_OK = 0
EXIT_PROBLEM = 1
EXIT_USAGE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 when something was not as it should be, 2 for wrong usage."""
    i18n.use(_system_language())
    arguments = list(sys.argv[1:] if argv is None else argv)
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        return _run(options)
    except PostilError as error:
        print(error, file=sys.stderr)
        return EXIT_PROBLEM
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK


def _system_language() -> str:
    wanted = os.environ.get("POSTIL_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    code = wanted[:2].lower()
    return code if code in i18n.LANGUAGES else "en"


def _run(options: argparse.Namespace) -> int:
    name = options.command or "open"
    if name in ("open", "sample"):
        from postil.app.bootstrap import run_gui

        return run_gui(getattr(options, "project", None), sample=name == "sample")
    if name in ("screenshots", "demo", "self-test"):
        from postil.app import showing

        return {"screenshots": showing.screenshots, "demo": showing.demo, "self-test": showing.self_test}[name](options)
    from postil.app import headless

    return headless.COMMANDS[name](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="postil", description=_("Review and annotate news articles, offline."))
    parser.add_argument("--version", action="version", version=f"postil {__version__}")
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"))
    _add_window_commands(commands)
    _add_data_commands(commands)
    _add_showing_commands(commands)
    return parser


def _add_window_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    one = commands.add_parser("open", help=_("open a project in the window"))
    one.add_argument("project", nargs="?", type=Path, help=_("a project folder or its project.postil"))
    commands.add_parser("sample", help=_("open the sample project in the window"))


def _add_data_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    extract = commands.add_parser("extract", help=_("extract figures, events and commitments from files; needs no project"))
    extract.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    extract.add_argument("--out", type=Path, metavar="DIR", help=_("write DIR/<stem>.json a file instead of JSON lines"))
    take_in = commands.add_parser("import", help=_("import articles into a project, creating it where there is none"))
    take_in.add_argument("project", type=Path)
    take_in.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    take_in.add_argument("--no-suggestions", action="store_true", help=_("store the articles only; suggestions can be made later"))
    export = commands.add_parser("export", help=_("export annotations of a project"))
    export.add_argument("project", type=Path)
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    export.add_argument("--format", choices=("csv", "jsonl"), help=_("by default the ending of the file decides"))
    export.add_argument("--approved", action="store_true", help=_("approved annotations only"))
    for name, text in (("verify", _("prove journal, signatures and evidence")), ("rebuild", _("rebuild all views from the journal"))):
        one = commands.add_parser(name, help=text)
        one.add_argument("project", type=Path)
        one.add_argument("--json", action="store_true", help=_("print the report as JSON"))


def _add_showing_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    test = commands.add_parser("self-test", help=_("check this installation"))
    test.add_argument("--json", action="store_true", help=_("print the report as JSON"))
    pictures = commands.add_parser("screenshots", help=_("draw every screen of a played sample project"))
    pictures.add_argument("out", type=Path, metavar="DIR")
    demo = commands.add_parser("demo", help=_("the whole job without a display: import, extract, export, pictures"))
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    for one in (pictures, demo):
        one.add_argument("--language", choices=i18n.LANGUAGES, default="en")
        one.add_argument("--theme", choices=("light", "dark", "high-contrast"), default="light")
        one.add_argument("--text-scale", type=int, default=100, metavar="PERCENT", help=_("text size in percent, 100 to 200"))


if __name__ == "__main__":
    sys.exit(main())
