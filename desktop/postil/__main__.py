"""`python -m postil`: argv to the command line or the window; nothing else."""

from __future__ import annotations

import multiprocessing
import sys

from postil.app.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a frozen build starts itself again as the worker that reads articles
    sys.exit(main())
