"""What an admin sets, read once from the environment."""

from collections.abc import Mapping
from pathlib import Path
from typing import Self

from corpus.known import KnownError
from corpus.models import Record

TELEGRAM = "https://api.telegram.org"


class WrongSetting(KnownError):
    """A setting cannot be what it says."""


class Settings(Record):
    """The settings of one process; a command's flags win over them.

    `retention_days` is None to keep for good what was asked. `encoder` is "" for the offline default;
    `staff` is "open", user ids separated by commas, or "" for nobody but those whom an admin has let in.
    """

    data: Path
    documents: Path
    cache: Path
    encoder: str = ""
    telegram_token: str = ""
    telegram_api: str = TELEGRAM
    link_base: str = ""
    staff: str = ""
    retention_days: int | None = None

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
            link_base=environ.get("GUIJU_LINK_BASE", ""),
            staff=environ.get("GUIJU_STAFF", ""),
            retention_days=_days(environ.get("GUIJU_RETENTION_DAYS", "")),
        )

    def allowed(self, person: str) -> bool:
        """Tell whether a messenger's user ("tg:123") may ask."""
        if self.staff.strip() == "open":
            return True
        ids = {one.strip() for one in self.staff.split(",") if one.strip()}
        return person in ids or person.partition(":")[2] in ids


def _days(text: str) -> int | None:
    if not text.strip():
        return None
    if not text.strip().isdecimal() or not int(text):
        raise WrongSetting(f'GUIJU_RETENTION_DAYS is "{text}": write a number of days from 1 on, or leave it out')
    return int(text)
