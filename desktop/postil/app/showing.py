"""The showing commands: pictures of every screen, and the whole job without a display."""

from __future__ import annotations

import argparse
from pathlib import Path

from postil.app.pictures import Look, draw_all, temporary_home
from postil.base import paths
from postil.base.errors import InputError
from postil.base.i18n import _, ngettext
from postil.domain.settings import specs


def screenshots(options: argparse.Namespace) -> int:
    """Draw every screen into a folder; the names of the pictures on standard output."""
    for path in draw_all(options.out, _look(options)):
        print(path)
    return 0


def _look(options: argparse.Namespace) -> Look:
    spec = specs()["text_scale"]
    if not spec.low <= options.text_scale <= spec.high:
        raise InputError(
            _("The text size is a percentage from {low} to {high}.").format(low=spec.low, high=spec.high),
            what=str(options.text_scale),
            next_step=_("Try 100 or 200."),
        )
    return Look(options.language, options.theme.replace("-", "_"), options.text_scale)


def demo(options: argparse.Namespace) -> int:
    """Import the sample articles, extract, play a short session, export, draw every screen; say where the results lie."""
    from postil.app import headless
    from postil.app.sample import played_sample
    from postil.operations import exporting

    look, out = _look(options), Path(options.out)
    extraction, screens = out / "extraction", out / "screens"
    code = headless.extract(argparse.Namespace(paths=sorted(paths.seeds().glob("*.txt")), out=extraction, lexicon=None))
    print(_("Extraction documents: {place}").format(place=extraction), flush=True)
    with temporary_home() as home:
        session = played_sample(home / "sample")
        try:
            articles = sum(session.queries.counts_by_state().values())
            said = ngettext("Imported and worked through: {n} article", "Imported and worked through: {n} articles", articles)
            print(said.format(n=articles), flush=True)
            for name, write in (("annotations.csv", exporting.export_csv), ("annotations.jsonl", exporting.export_jsonl)):
                count = write(session, out / name, approved_only=False)
                said = ngettext("{n} annotation written to {file}", "{n} annotations written to {file}", count)
                print(said.format(n=count, file=out / name), flush=True)
        finally:
            session.close()
    pictures = draw_all(screens, look)
    print(ngettext("Pictures of {n} screen: {place}", "Pictures of {n} screens: {place}", len(pictures)).format(n=len(pictures), place=screens))
    return code
