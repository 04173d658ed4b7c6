"""Kill -9 at random during writes: nothing acknowledged is lost, nothing is half done, everything verifies.

    python -m tests.kill --kills 200

A writer process works on a real project through `Session` over all write paths (import, run, accept, edit, tag, note,
submit, review, undo, redo, backup, rebuild) and says on a pipe how far the journal is *after* each command returned. It
is killed within a quarter of a second of steady writing; then the project is opened again and compared with what it said.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from postil.base.errors import RuleError
from postil.domain.annotation import Annotation, State
from postil.operations import verify
from postil.operations.annotations import EditAnnotation, TagAnnotations
from postil.operations.articles import CorrectMeta, ImportArticles, SetZone
from postil.operations.notes import WriteNote
from postil.operations.projects import back_up, open_project
from postil.operations.review import ApproveAnnotations, OpenReview, ReturnAnnotation, SubmitExtraction, TakeBack
from postil.operations.rows import LibraryFilter
from postil.operations.session import Session
from postil.operations.suggestions import AcceptSuggestions, RejectSuggestions
from tests import fakes

BURST_S = 0.25
"""The kill falls at a random moment within so long of the first acknowledged change."""


class Writer:
    """Works for ever, each time something else, and acknowledges what is saved."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self.dice = random.Random(seed)
        self.number = seed * 10_000

    def paths(self) -> tuple[Callable[[], object], ...]:
        """Every way to write."""
        return (
            self.import_articles, self.run, self.accept, self.reject, self.edit, self.tag, self.correct, self.note, self.submit, self.take_back,
            self.review, self.session.undo, self.session.redo, self.back_up, self.rebuild,
        )  # fmt: skip

    def work(self) -> None:
        """One change after the other; a rule that says no is no change."""
        while True:
            act = self.dice.choice(self.paths())
            before = self.session.store.journal.tail()
            try:
                act()
            except RuleError:
                continue
            tail = self.session.store.journal.tail()
            if tail != before:
                print(json.dumps([tail.count, tail.hash.hex(), act.__name__]), flush=True)

    def import_articles(self) -> None:
        self.number += 2
        texts = (f"{fakes.TEXT}số {n}\n" for n in (self.number, self.number + 1))
        self.session.apply(ImportArticles(tuple(fakes.draft(text, f"{n}.txt") for n, text in enumerate(texts))))

    def article(self) -> str:
        page = self.session.queries.library(LibraryFilter(order="imported"))
        return self.dice.choice(page.rows[-6:]).id

    def annotation(self, *states: State) -> Annotation:
        found = [a for a in self.session.queries.annotations(self.article()) if a.state in states]
        if not found:
            raise RuleError("nothing to choose")
        return self.dice.choice(found)

    def run(self) -> None:
        uuid = self.article()
        self.session.apply(fakes.run(uuid, self.session.queries.article(uuid).text))

    def accept(self) -> None:
        self.session.apply(AcceptSuggestions(tuple({self.annotation(State.SUGGESTED).id, self.annotation(State.SUGGESTED).id})))

    def reject(self) -> None:
        self.session.apply(RejectSuggestions((self.annotation(State.SUGGESTED).id,)))

    def edit(self) -> None:
        found = self.annotation(State.DRAFT, State.SUGGESTED, State.RETURNED)
        self.session.apply(EditAnnotation(found.id, tags=(f"t{self.dice.randrange(9)}",)))

    def tag(self) -> None:
        self.session.apply(TagAnnotations((self.annotation(State.DRAFT).id,), add=(f"x{self.dice.randrange(9)}",)))

    def correct(self) -> None:
        self.session.apply(CorrectMeta(self.article(), "title", f"Tiêu đề {self.dice.randrange(99)}"))
        self.session.apply(SetZone(self.article(), 0, 5))

    def note(self) -> None:
        self.session.apply(WriteNote(self.article(), "vì **sao**?"))

    def submit(self) -> None:
        self.session.apply(SubmitExtraction(self.article(), leave_open=True))

    def take_back(self) -> None:
        self.session.apply(TakeBack(self.article()))

    def review(self) -> None:
        annotator = self.session.person.id
        self.session.switch_person(fakes.named(self.session, "Claire").id)
        try:
            row = self.dice.choice(self.session.queries.queue() or (None,))
            if row is None:
                return
            self.session.apply(OpenReview(row.extraction))
            for item in self.session.queries.review_items(row.extraction):
                if item.can_decide:
                    uuid = item.annotation.id
                    self.session.apply(ApproveAnnotations((uuid,)) if self.dice.random() < 0.6 else ReturnAnnotation(uuid))
        finally:
            self.session.switch_person(annotator)

    def back_up(self) -> None:
        if self.dice.random() < 0.1:
            back_up(self.session.folder)

    def rebuild(self) -> None:
        if self.dice.random() < 0.1:
            self.session.store.rebuild()


@dataclass
class Outcome:
    """What a series of kills came to."""

    kills: int = 0
    acknowledged: int = 0
    paths: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def series(folder: Path, kills: int, *, verify_every: int = 10, seed: int = 1) -> Outcome:
    """Kill a writer of the project in `folder` so many times, looking at the project after each."""
    outcome = Outcome()
    dice = random.Random(seed)
    for number in range(kills):
        last = _one(folder, seed * 1000 + number, dice, outcome)
        outcome.kills += 1
        _compare(folder, last, outcome, whole=number % verify_every == verify_every - 1 or number == kills - 1)
    return outcome


def _one(folder: Path, seed: int, dice: random.Random, outcome: Outcome) -> tuple[int, str]:
    """Start a writer, kill it, and give the last change that it acknowledged."""
    command = [sys.executable, "-m", "tests.kill", "--write", str(folder), "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ, text=True) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline()]
        time.sleep(dice.uniform(0, BURST_S))
        writer.kill()
        lines += writer.stdout.read().split("\n")
    if writer.returncode != -signal.SIGKILL:
        outcome.faults.append(f"kill {outcome.kills}: the writer stopped by itself ({writer.returncode})")
    last = (0, "")
    for line in lines:
        if line.endswith(("]", "]\n")):  # a line that the kill cut off acknowledges nothing
            count, digest, path = json.loads(line)
            last = (count, digest)
            outcome.acknowledged += 1
            outcome.paths[path] += 1
    return last


def _compare(folder: Path, last: tuple[int, str], outcome: Outcome, *, whole: bool) -> None:
    session = open_project(folder)
    try:
        count, digest = last
        if session.warnings:
            outcome.faults.append(f"kill {outcome.kills}: {session.warnings}")
        if count and digest not in {r.hash for r in session.store.journal.of_numbers([count])}:
            outcome.faults.append(f"kill {outcome.kills}: acknowledged record {count} is lost")
        if whole and not (report := verify.verify(session)).is_sound:
            outcome.faults.append(f"kill {outcome.kills}: {report.problems}")
        for path in folder.rglob("*.part"):
            if path.suffix == ".part" and path.parent.name != "backups":
                outcome.faults.append(f"kill {outcome.kills}: {path.name} is left over")
    finally:
        session.close()


def prepared(folder: Path) -> None:
    """A project for a series: two people, a few articles with suggestions."""
    fakes.make_project(folder, articles=4).close()


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="how many times (default: 200)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write is not None:
        Writer(open_project(options.write), options.seed).work()
    home = Path(tempfile.mkdtemp(prefix="postil-kill-"))
    os.environ["POSTIL_HOME"] = str(home / "home")
    try:
        prepared(home / "project")
        outcome = series(home / "project", options.kills, seed=options.seed)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(f"{outcome.kills} kills, {outcome.acknowledged} changes acknowledged: {dict(outcome.paths.most_common())}")
    for fault in outcome.faults:
        print(fault, file=sys.stderr)
    print("nothing lost, nothing half done" if not outcome.faults else f"{len(outcome.faults)} faults")
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
