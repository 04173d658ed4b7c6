"""The command line: argv to one of the headless commands, or to the window when there is none."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from postil import __version__
from postil.app import language
from postil.base import i18n
from postil.base.errors import PostilError
from postil.base.i18n import _

EXIT_OK = 0
EXIT_PROBLEM = 1
EXIT_USAGE = 2
EXIT_BUG = 70
"""`EX_SOFTWARE` of sysexits.h: what happened is a mistake of Postil's."""
EXIT_STOPPED = 130
"""As shells say it of a program that was interrupted from the keyboard."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 when something was not as it should be, 2 for wrong usage, 70 for a bug of ours."""
    language.speak(language.interface_language())
    for stream in (sys.stdout, sys.stderr):
        _speak_unicode(stream)
    try:
        code = _run(_parser().parse_args(sys.argv[1:] if argv is None else list(argv)))
        sys.stdout.flush()
        return code
    except PostilError as error:
        print(error, file=sys.stderr)
        return EXIT_PROBLEM
    except BrokenPipeError:  # whoever read has read enough, as `head` does; nothing more is to be written at the end of the process
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except KeyboardInterrupt:
        return EXIT_STOPPED
    except Exception as error:  # noqa: BLE001 - the last resort: a bug is told without a word of anybody's articles
        print(_told(error), file=sys.stderr)
        return EXIT_BUG


def _speak_unicode(stream: TextIO) -> None:
    """Documents are UTF-8 wherever they go, whatever the terminal's settings; a file's name that is no text does no harm."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _told(error: Exception) -> str:
    """A bug: what happened and where in Postil, as the crash dialog says it."""
    said = _("Postil made a mistake of its own and stopped. What was saved before is safe. Please report these lines:")
    try:
        from postil.ui.crash import report_of
    except ImportError:  # Qt's system libraries are not there; its name must do
        return f"{said}\n{type(error).__name__}"
    return f"{said}\n{report_of(type(error), error, error.__traceback__)}"


def _run(options: argparse.Namespace) -> int:
    name = options.command or "open"
    if name in ("open", "sample"):
        from postil.app import display
        from postil.app.bootstrap import run_gui

        display.require_window()
        return run_gui(getattr(options, "project", None), sample=name == "sample")
    if name == "self-test":
        from postil.app.self_test import self_test

        return self_test(options)
    if name in ("screenshots", "demo"):
        from postil.app import showing

        return {"screenshots": showing.screenshots, "demo": showing.demo}[name](options)
    from postil.app import headless

    return headless.COMMANDS[name](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="postil", description=_("Review and annotate news articles, offline."), epilog=_("Without a command, the window opens.")
    )
    parser.add_argument("--version", action="version", version=f"postil {__version__}", help=_("show the version and stop"))
    commands = parser.add_subparsers(dest="command", title=_("commands"), metavar=_("COMMAND"))
    _add_window_commands(commands)
    _add_data_commands(commands)
    _add_suggester_commands(commands)
    _add_showing_commands(commands)
    return parser


def _command(commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, said: str) -> argparse.ArgumentParser:
    """A command whose own help begins with the line it has in the list."""
    return commands.add_parser(name, help=said, description=f"{said[:1].upper()}{said[1:]}.")


def _add_window_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    one = _command(commands, "open", _("open a project in the window"))
    one.add_argument("project", nargs="?", type=Path, metavar=_("PROJECT"), help=_("a project folder or its project.postil"))
    _command(commands, "sample", _("open the sample project in the window"))


def _add_data_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    extract = _command(commands, "extract", _("extract figures, events and commitments from files; needs no project"))
    _add_articles(extract)
    extract.add_argument("--out", type=Path, metavar=_("DIR"), help=_("write DIR/<name of the file>.json for each file instead of JSON lines"))
    extract.add_argument("--lexicon", type=Path, metavar=_("DIR"), help=_("a lexicon folder of your own, laid over the shipped one"))
    take_in = _command(commands, "import", _("import articles into a project, creating it where there is none"))
    _add_project(take_in)
    _add_articles(take_in)
    take_in.add_argument("--no-suggestions", action="store_true", help=_("store the articles only; suggestions can be made later"))
    export = _command(commands, "export", _("export annotations of a project"))
    _add_project(export)
    export.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("the file to write"))
    export.add_argument("--format", choices=("csv", "jsonl"), help=_("by default the ending of the file decides"))
    export.add_argument("--approved", action="store_true", help=_("approved annotations only"))
    for name, text in (("verify", _("prove journal, signatures and evidence")), ("rebuild", _("rebuild all views from the journal"))):
        one = _command(commands, name, text)
        _add_project(one)
        one.add_argument("--json", action="store_true", help=_("print the report as JSON"))


def _add_suggester_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    again = _command(commands, "suggest", _("make the suggestions that a project lacks"))
    _add_project(again)
    again.add_argument("--again", action="store_true", help=_("also where older rules or another lexicon made them"))
    _command(commands, "suggesters", _("list the installed suggesters"))
    lexicon = _command(commands, "lexicon", _("check a lexicon folder, or a project's own lexicon"))
    lexicon.add_argument("folder", type=Path, metavar=_("DIR"), help=_("the lexicon folder, or the project"))


def _add_project(command: argparse.ArgumentParser) -> None:
    command.add_argument("project", type=Path, metavar=_("PROJECT"), help=_("a project folder or its project.postil"))


def _add_articles(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", type=Path, metavar=_("PATH"), help=_("files with one article each, or folders of them"))


def _add_showing_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    test = _command(commands, "self-test", _("check this installation"))
    test.add_argument("--json", action="store_true", help=_("print the report as JSON"))
    pictures = _command(commands, "screenshots", _("draw every screen of a played sample project"))
    pictures.add_argument("out", type=Path, metavar=_("DIR"), help=_("the folder for the pictures"))
    demo = _command(commands, "demo", _("the whole job without a display: import, extract, export, pictures"))
    demo.add_argument("--out", type=Path, required=True, metavar=_("DIR"), help=_("the folder for the results"))
    for one in (pictures, demo):
        one.add_argument("--language", choices=i18n.LANGUAGES, default=i18n.language(), help=_("language of the pictures"))
        one.add_argument("--theme", choices=("light", "dark", "high-contrast"), default="light", help=_("colours of the pictures"))
        one.add_argument("--text-scale", type=int, default=100, metavar=_("PERCENT"), help=_("text size in percent, 75 to 250"))


if __name__ == "__main__":
    sys.exit(main())
