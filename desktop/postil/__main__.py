"""`python -m postil`: argv to the command line or the window; nothing else."""

from __future__ import annotations

import sys

from postil.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
