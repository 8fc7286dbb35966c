"""The tables of the question log, as the steps that made them; a step, once released, never changes."""

from sqlite_utils import Database, Migrations


def m001_asked(db: Database) -> None:
    """Questions and their answers; `normal` is the wording that near-identical questions share."""
    columns = {
        "id": int,
        "at": str,
        "channel": str,
        "person": str,
        "question": str,
        "normal": str,
        "language": str,
        "status": str,
        "text": str,
        "generation": str,
        "as_of": str,
        "took_ms": float,
        "answer": str,
    }
    db.table("asked").create(columns, pk="id", not_null=columns.keys() - {"as_of"})
    db.table("asked").create_index(["at"])


def m002_citations(db: Database) -> None:
    """What an answer rested on, in which version of the file and in which words."""
    columns = {
        "asked": int,
        "n": int,
        "document": str,
        "title": str,
        "clause": str,
        "link": str,
        "sha256": str,
        "start": int,
        "end": int,
        "quote": str,
        "quote_sha256": str,
    }
    to_asked = [("asked", "asked", "id")]
    db.table("citations").create(columns, pk=("asked", "n"), foreign_keys=to_asked, not_null=columns.keys())


def m003_ratings(db: Database) -> None:
    """What the asker thought of the answer; null until told."""
    db.table("asked").add_column("liked", int)
    db.table("asked").add_column("rated_at", str)


def m004_handled(db: Database) -> None:
    """When an admin dealt with a question, and how; null until then."""
    db.table("asked").add_column("handled_at", str)
    db.table("asked").add_column("note", str)


STEPS = (m001_asked, m002_citations, m003_ratings, m004_handled)

migrations = Migrations("log")
for _step in STEPS:
    migrations()(_step)


def unknown(db: Database) -> tuple[str, ...]:
    """The steps that a later version of Guiju has applied to this database."""
    known = {step.__name__ for step in STEPS}
    return tuple(done.name for done in migrations.applied(db) if done.name not in known)


def update(db: Database) -> None:
    """Apply the steps this database lacks, all or none, while other processes wait."""
    if not migrations.pending(db):
        return
    # The write lock comes first: two processes must not both find the same step lacking.
    db.execute("begin immediate")
    with db.conn:
        migrations.apply(db)
