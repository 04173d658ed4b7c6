"""The tables: journal and blobs hold the truth and only grow; everything else is derived and can be made again.

Hashes and keys are BLOBs of 32 bytes, ids are TEXT as people see them, times are Unix milliseconds. An article
has a small whole number besides its id, because it is named in every other table.
"""

from __future__ import annotations

from typing import Final

from postil.store.driver import Connection

FORMAT: Final = 1
"""`PRAGMA user_version` of a store this release writes."""
APPLICATION_ID: Final = 0x504F5354  # "POST"

TRUTH: Final = (
    """
CREATE TABLE journal(
    n INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, body BLOB NOT NULL, sig BLOB NOT NULL, kind TEXT NOT NULL,
    author BLOB NOT NULL, seq INTEGER NOT NULL, entity TEXT NOT NULL, step TEXT NOT NULL, arrived_by TEXT NOT NULL
) STRICT""",
    "CREATE INDEX journal_author ON journal(author, seq)",
    "CREATE INDEX journal_entity ON journal(entity)",
    "CREATE INDEX journal_step ON journal(step) WHERE step <> ''",
    "CREATE TABLE blob(id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, packed INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT",
    "CREATE TRIGGER journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END",
    "CREATE TRIGGER journal_stays BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END",
    "CREATE TRIGGER blob_keeps BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'a blob never changes'); END",
)

GUARDS: Final = ("journal_keeps", "journal_stays", "blob_keeps")

DERIVED: Final = {
    "person": "(id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, n INTEGER NOT NULL) STRICT",
    "device": "(key BLOB PRIMARY KEY, person TEXT NOT NULL, n INTEGER NOT NULL) STRICT",
    "batch": "(id TEXT PRIMARY KEY, n INTEGER NOT NULL, at_ms INTEGER NOT NULL, deleted INTEGER NOT NULL, tip BLOB NOT NULL) STRICT",
    "batch_article": "(article INTEGER NOT NULL, batch TEXT NOT NULL, PRIMARY KEY(article, batch)) STRICT, WITHOUT ROWID",
    "article": """(
    id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, raw BLOB NOT NULL, text BLOB NOT NULL, encoding TEXT NOT NULL,
    imported_ms INTEGER NOT NULL, hidden INTEGER NOT NULL, title TEXT NOT NULL, title_is_lead INTEGER NOT NULL, indexed TEXT NOT NULL,
    language TEXT NOT NULL, published TEXT NOT NULL, publisher TEXT NOT NULL, tags TEXT NOT NULL, state TEXT NOT NULL, rank INTEGER NOT NULL,
    run INTEGER NOT NULL, stale INTEGER NOT NULL, figures INTEGER NOT NULL, events INTEGER NOT NULL, commitments INTEGER NOT NULL
) STRICT""",
    "article_head": "(article INTEGER PRIMARY KEY, meta TEXT NOT NULL, zones TEXT NOT NULL) STRICT",
    "article_fields": "(article INTEGER PRIMARY KEY, fields TEXT NOT NULL, tip BLOB NOT NULL) STRICT",
    "run": """(
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL, suggester TEXT NOT NULL, version TEXT NOT NULL, blob BLOB NOT NULL, n INTEGER NOT NULL,
    UNIQUE(article, suggester)
) STRICT""",
    "suggestion": """(
    uuid BLOB PRIMARY KEY, article INTEGER NOT NULL, run INTEGER NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL, blob BLOB NOT NULL
) STRICT, WITHOUT ROWID""",
    "annotation": """(
    id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, article INTEGER NOT NULL, extraction TEXT NOT NULL, author TEXT NOT NULL,
    kind TEXT NOT NULL, state TEXT NOT NULL, start INTEGER NOT NULL, suggestion BLOB, covers BLOB, fields TEXT NOT NULL, evidence TEXT NOT NULL,
    body TEXT NOT NULL, hands TEXT NOT NULL,
    head BLOB NOT NULL, tip BLOB NOT NULL, changed INTEGER NOT NULL, broken INTEGER NOT NULL, conflict INTEGER NOT NULL, deleted INTEGER NOT NULL
) STRICT""",
    "extraction": """(
    uuid TEXT PRIMARY KEY, article INTEGER NOT NULL, author TEXT NOT NULL, tip BLOB, submitted BLOB, submitted_ms INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT '', opened TEXT NOT NULL DEFAULT '', drafts INTEGER NOT NULL DEFAULT 0, waiting INTEGER NOT NULL DEFAULT 0,
    approved INTEGER NOT NULL DEFAULT 0, returned INTEGER NOT NULL DEFAULT 0, rejected INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0, figures INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0,
    commitments INTEGER NOT NULL DEFAULT 0, covers_figures INTEGER NOT NULL DEFAULT 0, covers_events INTEGER NOT NULL DEFAULT 0,
    covers_commitments INTEGER NOT NULL DEFAULT 0
) STRICT""",
    "opening": "(submission BLOB PRIMARY KEY, by TEXT NOT NULL, at_ms INTEGER NOT NULL) STRICT",
    "submission": "(annotation TEXT PRIMARY KEY, extraction TEXT NOT NULL, head BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "answer": "(extraction TEXT NOT NULL, review BLOB NOT NULL, PRIMARY KEY(extraction, review)) STRICT, WITHOUT ROWID",
    "review": """(
    n INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, entity TEXT NOT NULL, extraction TEXT NOT NULL, by TEXT NOT NULL, verdict TEXT NOT NULL,
    reason TEXT NOT NULL, field TEXT NOT NULL, comment TEXT NOT NULL, head BLOB NOT NULL, at_ms INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
    refused TEXT NOT NULL
) STRICT""",
    "note": """(
    uuid TEXT PRIMARY KEY, target TEXT NOT NULL, article INTEGER NOT NULL, by TEXT NOT NULL, at_ms INTEGER NOT NULL, markdown TEXT NOT NULL,
    tip BLOB NOT NULL, deleted INTEGER NOT NULL
) STRICT""",
    "tag": "(tag TEXT NOT NULL, article INTEGER NOT NULL, annotation TEXT NOT NULL, PRIMARY KEY(tag, article, annotation)) STRICT, WITHOUT ROWID",
    "step": "(id TEXT PRIMARY KEY, person TEXT NOT NULL, label TEXT NOT NULL, first INTEGER NOT NULL, state TEXT NOT NULL) STRICT",
    "touch": "(article INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(article, n)) STRICT, WITHOUT ROWID",
}

INDEXES: Final = (
    "CREATE INDEX article_next ON article(hidden, rank, id)",
    "CREATE INDEX article_title ON article(hidden, title)",
    "CREATE INDEX article_state ON article(hidden, state, language)",
    "CREATE INDEX article_waiting ON article(id) WHERE hidden = 0 AND (run = 0 OR stale = 1)",
    "CREATE INDEX article_text ON article(text)",
    "CREATE INDEX batch_members ON batch_article(batch)",
    "CREATE INDEX suggestion_article ON suggestion(article)",
    "CREATE INDEX annotation_article ON annotation(article)",
    "CREATE INDEX annotation_extraction ON annotation(extraction)",
    "CREATE INDEX annotation_state ON annotation(state, kind)",
    "CREATE INDEX extraction_article ON extraction(article)",
    "CREATE INDEX extraction_waiting ON extraction(submitted_ms) WHERE submitted IS NOT NULL",
    "CREATE INDEX extraction_author ON extraction(author, returned)",
    "CREATE INDEX submission_extraction ON submission(extraction)",
    "CREATE INDEX review_entity ON review(entity)",
    "CREATE INDEX note_target ON note(target)",
    "CREATE INDEX tag_annotation ON tag(annotation)",
    "CREATE INDEX step_person ON step(person, state, first)",
)

SEARCH: Final = "CREATE VIRTUAL TABLE article_search USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2')"
SEARCH_HASH_BYTES: Final = 4 * 1024 * 1024
"""How much of the index is built in memory before it is written; four times the default fills it a third faster."""

SEARCH_MERGE_AT: Final = 8
"""So many segments of the index are joined at a time; at the default of 4 a large import writes everything once more."""


def create_truth(connection: Connection) -> None:
    """Make journal, blobs and their guards."""
    for statement in TRUTH:
        connection.execute(statement)


def create_derived(connection: Connection) -> None:
    """Make the derived tables, empty."""
    for name, columns in DERIVED.items():
        connection.execute(f"CREATE TABLE {name}{columns}")
    for statement in INDEXES:
        connection.execute(statement)
    connection.execute(SEARCH)
    connection.execute("INSERT INTO article_search(article_search, rank) VALUES('hashsize', ?)", (SEARCH_HASH_BYTES,))
    connection.execute("INSERT INTO article_search(article_search, rank) VALUES('automerge', ?)", (SEARCH_MERGE_AT,))


def drop_derived(connection: Connection) -> None:
    """Remove them."""
    connection.execute("DROP TABLE IF EXISTS article_search")
    for name in DERIVED:
        connection.execute(f"DROP TABLE IF EXISTS {name}")
