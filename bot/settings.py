"""What an admin sets, read once from the environment."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from corpus.known import KnownError
from corpus.models import Record
from index.model.processor import cores

TELEGRAM = "https://api.telegram.org"


class WrongSetting(KnownError):
    """A setting cannot be what it says."""


class Settings(Record):
    """The settings of one process; a command's flags win over them.

    `encoder` is "" for the offline default; `telegram_webhook` is "" for polling, `listen` "" for no web server,
    `webhook_secret` "" for one that is made and kept; `retention_days` is None to keep for good what was asked;
    `staff` is "open", user ids separated by commas, or "" for nobody but those whom an admin has let in; so many
    `processes` answer in a messenger.
    """

    data: Path
    documents: Path
    cache: Path
    encoder: str = ""
    telegram_token: str = ""
    telegram_api: str = TELEGRAM
    telegram_webhook: str = ""
    webhook_secret: str = ""
    listen: str = ""
    link_base: str = ""
    staff: str = ""
    retention_days: int | None = None
    processes: int = 1

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Self:
        """Read the settings from a mapping such as os.environ."""
        data = Path(environ.get("GUIJU_DATA") or "data")
        return cls(
            data=data,
            documents=Path(environ.get("GUIJU_DOCUMENTS") or data / "documents"),
            cache=Path(environ.get("GUIJU_CACHE") or Path(__file__).parent.parent / ".cache"),
            encoder=environ.get("GUIJU_ENCODER", ""),
            telegram_token=environ.get("GUIJU_TELEGRAM_TOKEN", ""),
            telegram_api=environ.get("GUIJU_TELEGRAM_API") or TELEGRAM,
            telegram_webhook=environ.get("GUIJU_TELEGRAM_WEBHOOK", ""),
            webhook_secret=environ.get("GUIJU_WEBHOOK_SECRET", ""),
            listen=environ.get("GUIJU_LISTEN", ""),
            link_base=environ.get("GUIJU_LINK_BASE", ""),
            staff=environ.get("GUIJU_STAFF", ""),
            retention_days=_count(environ, "GUIJU_RETENTION_DAYS", "a number of days"),
            processes=_count(environ, "GUIJU_PROCESSES", "a number of processes") or cores(),
        )

    def at(self, data: Path | None) -> Self:
        """Return the same over another data folder, whose documents stand in it; these themselves for None."""
        return self.model_copy(update={"data": data, "documents": data / "documents"}) if data else self

    def allowed(self, person: str) -> bool:
        """Tell whether a messenger's user ("tg:123") may ask."""
        if self.staff.strip() == "open":
            return True
        ids = {one.strip() for one in self.staff.split(",") if one.strip()}
        return person in ids or person.partition(":")[2] in ids


def _count(environ: Mapping[str, str], name: str, what: str) -> int | None:
    text = environ.get(name, "").strip()
    if not text:
        return None
    if not text.isdecimal() or not int(text):
        raise WrongSetting(f'{name} is "{text}": write {what} from 1 on, or leave it out')
    return int(text)
