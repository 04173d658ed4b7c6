"""`postil screenshots` and `postil demo`: every screen as a picture, the same on every machine, and the whole job without a display."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from postil.app.pictures import _titled
from postil.ui.theme import current, fonts
from postil.ui.theme.tokens import Theme
from tests.app.conftest import Ran, Run, assert_document, assert_tells, program, seeds, spawn
from tests.bad_input import surroundings
from tests.privileges import unprivileged_command

pytestmark = pytest.mark.slow
SCREENS = {
    "library", "library-search", "import", "workbench", "workbench-form", "workbench-returned", "workbench-tags", "workbench-details",
    "review", "review-return", "indicators", "search", "people", "preferences", "project-new", "project-export", "project-verify",
    "help-keys", "help-about", "start",
}  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The results of a demonstration, drawn where the surroundings would have it otherwise."""
    out = tmp_path_factory.mktemp("demo")
    return out, spawn("demo", "--out", out, TZ="Asia/Ho_Chi_Minh", QT_SCALE_FACTOR="2", QT_QPA_PLATFORM="minimal", LC_ALL="en_US.UTF-8")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The pictures of another run, elsewhere on the earth."""
    out = tmp_path_factory.mktemp("pictures")
    ran = spawn("screenshots", out, TZ="America/Lima", POSTIL_HOME=str(out.parent / "nobodys-home"))
    assert not (out.parent / "nobodys-home").exists(), "settings, keys and projects of the person are not touched"
    return out, ran


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures in Vietnamese, in high contrast, at twice the size."""
    out = tmp_path_factory.mktemp("large")
    ran = spawn("screenshots", out, "--language", "vi", "--theme", "high-contrast", "--text-scale", "200")
    assert (ran.code, ran.err) == (0, "")
    return out


def images(folder: Path) -> dict[str, QImage]:
    """The pictures of a folder, by name."""
    return {path.stem: QImage(str(path)) for path in sorted(folder.glob("*.png"))}


def test_every_screen_is_drawn_at_the_size_that_was_promised(pictures: tuple[Path, Ran]) -> None:
    out, ran = pictures
    assert (ran.code, ran.err) == (0, "")
    found = images(out)
    assert set(found) == SCREENS
    assert {(image.width(), image.height()) for image in found.values()} == {(1280, 800)}
    assert ran.out.splitlines() == [str(out / f"{Path(line).stem}.png") for line in ran.out.splitlines()]
    assert {Path(line).stem for line in ran.out.splitlines()} == SCREENS


def test_no_two_screens_are_the_same_and_none_is_empty(pictures: tuple[Path, Ran]) -> None:
    out, _ran = pictures
    assert len({path.read_bytes() for path in out.glob("*.png")}) == len(SCREENS)
    for name, image in images(out).items():
        colours = {image.pixel(x, y) for x in range(0, 1280, 7) for y in range(0, 800, 5)}
        assert len(colours) > 10, name


def test_the_pictures_are_the_same_everywhere(pictures: tuple[Path, Ran], demo: tuple[Path, Ran]) -> None:
    screens = demo[0] / "screens"
    different = [path.name for path in pictures[0].glob("*.png") if path.read_bytes() != (screens / path.name).read_bytes()]
    assert different == []


def test_language_theme_and_size_show(pictures: tuple[Path, Ran], large: Path) -> None:
    light, dark = images(pictures[0]), images(large)
    assert set(dark) == SCREENS
    for name, image in light.items():
        assert image != dark[name]
        assert lightness(image) > 150, name
        assert lightness(dark[name]) < 100, name


def lightness(image: QImage) -> float:
    """The mean lightness of a picture, 0 to 255."""
    values = [image.pixelColor(x, y).lightness() for x in range(3, 1280, 31) for y in range(40, 800, 23)]
    return sum(values) / len(values)


def test_the_demonstration_leaves_its_results_and_says_where(demo: tuple[Path, Ran]) -> None:
    out, ran = demo
    assert (ran.code, ran.err) == (0, "")
    documents = sorted((out / "extraction").iterdir())
    assert len(documents) == 5
    for path in documents:
        assert_document(json.loads(path.read_text("utf-8")))
    lines = [json.loads(line) for line in (out / "annotations.jsonl").read_text("utf-8").splitlines()]
    assert len(lines) == 5
    rows = (out / "annotations.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) > 40
    said = ran.out
    assert all(str(out / name) in said for name in ("extraction", "annotations.csv", "annotations.jsonl", "screens"))
    assert "5 articles" in said
    assert f"{len(SCREENS)} screens" in said


def test_the_pictures_are_labelled_as_those_of_a_played_sample(pictures: tuple[Path, Ran], qapp: QApplication) -> None:
    fonts.load_all()
    current.apply(qapp, Theme.LIGHT, 100)
    bars = {name: image.copy(0, 0, 1280, 30) for name, image in images(pictures[0]).items()}

    def bar(title: str) -> QImage:
        return _titled(QPixmap(1280, 770), title).toImage().copy(0, 0, 1280, 30)

    assert bars["indicators"] == bar("Economic diplomacy (sample, played) – Postil").convertToFormat(bars["indicators"].format())
    assert bars["start"] == bar("Postil").convertToFormat(bars["start"].format())
    assert [name for name in bars if name != "start" and bars[name] == bars["start"]] == []


def test_a_demonstration_can_be_repeated(demo: tuple[Path, Ran], run: Run) -> None:
    before = {path: path.read_bytes() for path in (demo[0] / "extraction").iterdir()}
    assert run("extract", *seeds(), "--out", demo[0] / "extraction").code == 0
    assert {path: path.read_bytes() for path in (demo[0] / "extraction").iterdir()} == before


@pytest.mark.parametrize("scale", [74, 251, -1])
def test_a_size_that_nobody_can_read_is_refused(run: Run, tmp_path: Path, scale: int) -> None:
    ran = run("screenshots", tmp_path / "out", "--text-scale", str(scale))
    assert ran.code == 1
    assert_tells(ran.err, str(scale))
    assert "75" in ran.err
    assert "250" in ran.err
    assert not (tmp_path / "out").exists()


def test_a_place_for_pictures_that_cannot_be_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", "utf-8")
    for words in (("screenshots", tmp_path / "out"), ("demo", "--out", tmp_path / "out")):
        ran = run(*words)
        assert ran.code == 1
        assert_tells(ran.err, str(tmp_path / "out"))
    assert (tmp_path / "out").read_text("utf-8") == "mine"


def test_a_place_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    command = unprivileged_command(program("screenshots", closed))
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=surroundings())
    assert done.returncode == 1
    assert_tells(done.stderr.strip(), str(closed / "library.png"))
