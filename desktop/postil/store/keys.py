"""Signing keys: one for each person on each device and project folder, kept outside the folder, never copied.

A key file says for which project, person and folder it was made, and a receipt beside it how far its records had
come. Where the folder is another one, or its journal lacks what the key has already signed (a copy, a restored
backup, a lost log), the key is laid aside and a new one is made, so that no sequence number is ever used twice.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from postil.base import paths
from postil.store import errors
from postil.store.receipt import Mark, Receipt

if TYPE_CHECKING:
    from nacl.signing import SigningKey

_FORMAT: Final = 1


@dataclass(slots=True)
class DeviceKey:
    """A key in use: `public` its 32 bytes, `marks` how far it has signed (sequence number and hash)."""

    public: bytes
    marks: Receipt
    _signing: SigningKey

    def sign(self, message: bytes) -> bytes:
        """The Ed25519 signature of `message`, 64 bytes."""
        return self._signing.sign(message).signature

    def remember(self, mark: Mark) -> None:
        """Note how far the key has signed what is saved; a disk that says no weakens only the watch."""
        with contextlib.suppress(OSError):
            self.marks.write(mark)


class KeyRing:
    """The keys of one project folder on this device."""

    def __init__(self, project: str, identity: str) -> None:
        self._project = project
        self._identity = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
        self._folder = paths.data_dir() / "keys"

    def load(self, person: str) -> DeviceKey | None:
        """This person's key for this folder, or None. Raises StoreError when the file cannot be read."""
        path = self._path(person)
        with errors.translated(path):
            try:
                data = json.loads(path.read_text("ascii"))
                ours = (data["format"], data["project"], data["person"], data["folder"]) == (_FORMAT, self._project, person, self._identity)
                return _device_key(bytes.fromhex(data["seed"]), path) if ours else None
            except FileNotFoundError:
                return None
            except (ValueError, KeyError, TypeError):
                self.lay_aside(person)
                return None

    def make(self, person: str) -> DeviceKey:
        """A new key for this person, readable by nobody else. Raises StoreError."""
        path = self._path(person)
        self.lay_aside(person)
        seed = os.urandom(32)
        data = {"format": _FORMAT, "project": self._project, "person": person, "folder": self._identity, "seed": seed.hex()}
        with errors.translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(OSError):
                path.parent.chmod(0o700)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(json.dumps(data))
                file.flush()
                os.fsync(file.fileno())
        return _device_key(seed, path)

    def lay_aside(self, person: str) -> None:
        """Stop using this person's key here; the file stays, under another name."""
        path = self._path(person)
        for old in (path, path.with_suffix(".mark")):
            if old.exists():
                number = next(i for i in range(1, 10_000) if not old.with_name(f"{old.name}.{i}").exists())
                old.rename(old.with_name(f"{old.name}.{number}"))

    def _path(self, person: str) -> Path:
        name = hashlib.sha256(f"{self._project}\n{person}\n{self._identity}".encode()).hexdigest()[:32]
        return self._folder / f"{name}.key"


def _device_key(seed: bytes, path: Path) -> DeviceKey:
    from nacl.signing import SigningKey

    signing = SigningKey(seed)
    return DeviceKey(bytes(signing.verify_key), Receipt(path.with_suffix(".mark")), signing)


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Is `signature` that of `public` over `message`?"""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(public).verify(message, signature)
    except (BadSignatureError, ValueError):
        return False
    return True
