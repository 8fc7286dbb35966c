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


def m005_texts(db: Database) -> None:
    """The whole text of a document that was cited, once for each wording, and which of them a citation is cut from."""
    db.table("texts").create({"sha256": str, "text": str}, pk="sha256", not_null={"text"})
    db.table("citations").add_column("text_sha256", str)


def m006_staff(db: Database) -> None:
    """One row an invitation and who took it up; `chat` is an admin's own number, null for everybody else.

    `code` and `person` are keyed hashes; `ends` is the last day of access, null for one without end.
    """
    columns = {
        "id": int,
        "hint": str,
        "role": str,
        "groups": str,
        "code": str,
        "invited_at": str,
        "code_until": str,
        "person": str,
        "joined_at": str,
        "ends": str,
        "revoked_at": str,
        "chat": str,
    }
    needed = {"id", "hint", "role", "groups", "code", "invited_at", "code_until"}
    db.table("staff").create(columns, pk="id", not_null=needed)
    db.table("staff").create_index(["code"], unique=True)
    db.table("staff").create_index(["person"])


def m007_knocks(db: Database) -> None:
    """Who asked without being let in, or gave a code that was none: keyed hashes, never a text."""
    db.table("knocks").create({"at": str, "person": str, "what": str}, not_null={"at", "person", "what"})
    db.table("knocks").create_index(["person", "at"])


def m008_told(db: Database) -> None:
    """What was told already: to a person (a keyed hash) what is recorded, to the admins what has happened."""
    db.table("told").create({"what": str, "value": str, "at": str}, pk="what", not_null={"value", "at"})


def m011_reasons(db: Database) -> None:
    """What the asker found wrong with the answer; null until told."""
    db.table("asked").add_column("reason", str)


def m012_chats(db: Database) -> None:
    """What a chat (a keyed hash) has set: its language, and the day whose rules it is answered by; null for neither."""
    db.table("chats").create({"chat": str, "language": str, "as_of": str}, pk="chat", not_null={"chat"})


def m013_offices(db: Database) -> None:
    """The chat of each office: a keyed hash to know it by, and sealed, so that it can be written to with the key."""
    columns = {"office": str, "chat": str, "sealed": str}
    db.table("offices").create(columns, pk="office", not_null=columns.keys())


def m014_letters(db: Database) -> None:
    """Questions put to offices: the message (`number`) in the office's chat, and what the office replied.

    `to_chat` is where the reply goes, sealed, and null once it has gone there; `person` is a keyed hash.
    """
    columns = {
        "chat": str,
        "number": int,
        "asked": int,
        "office": str,
        "person": str,
        "to_chat": str,
        "at": str,
        "reply": str,
        "replied_at": str,
    }
    to_asked = [("asked", "asked", "id")]
    needed = columns.keys() - {"to_chat", "reply", "replied_at"}
    db.table("letters").create(columns, pk=("chat", "number"), foreign_keys=to_asked, not_null=needed)
    db.table("letters").create_index(["asked"])


def m015_askers(db: Database) -> None:
    """Who waits for the reply to a question put to an office: several, where they ask the same.

    What letters had of one asker moves there. `normal` is the wording that near-identical questions share, `replies`
    a JSON list of what the office replied: the number of each message, who wrote it (a keyed hash), its text.
    """
    columns = {"chat": str, "number": int, "asked": int, "person": str, "to_chat": str}
    db.table("askers").create(columns, pk=("chat", "number", "asked"), not_null=columns.keys() - {"to_chat"})
    db.table("askers").create_index(["asked"])
    db.execute("insert into askers select chat, number, asked, person, to_chat from letters")
    db.execute("update letters set person = '', to_chat = null")
    db.table("letters").add_column("normal", str)
    db.table("letters").add_column("replies", str)


def m016_moved(db: Database) -> None:
    """Where a question stood before the office's chat went on under another name: hash and number, with a colon."""
    db.table("letters").add_column("was", str)
    db.table("letters").create_index(["was"])


def m017_menus(db: Database) -> None:
    """Chats whose menu of commands is not everybody's: a keyed hash and sealed, like an office's; what it shows.

    `person` is a keyed hash of whose private chat it is, "" for an office's.
    """
    columns = {"chat": str, "sealed": str, "person": str, "shown": str}
    db.table("menus").create(columns, pk="chat", not_null=columns.keys())


def m018_words(db: Database) -> None:
    """Messages in persons' chats (keyed hashes): an office's word as it was passed on, and what is asked in reply.

    `asked` is the question it is about, `person` a keyed hash. Of an office's word also the letter it answers and the
    office's own message (`reply`); null where a person asks further. `told` is what an office was told in a letter
    that goes on with one before, null in any other.
    """
    columns = {
        "chat": str,
        "number": str,
        "asked": int,
        "person": str,
        "office_chat": str,
        "letter": int,
        "reply": str,
    }
    needed = columns.keys() - {"office_chat", "letter", "reply"}
    db.table("words").create(columns, pk=("chat", "number"), not_null=needed)
    db.table("words").create_index(["asked"])
    db.table("words").create_index(["person"])
    db.table("letters").add_column("told", str)


STEPS = (
    m001_asked,
    m002_citations,
    m003_ratings,
    m004_handled,
    m005_texts,
    m006_staff,
    m007_knocks,
    m008_told,
    m011_reasons,
    m012_chats,
    m013_offices,
    m014_letters,
    m015_askers,
    m016_moved,
    m017_menus,
    m018_words,
)

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
