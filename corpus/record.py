"""What every fact is: a record that nobody changes."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A fact: frozen, and closed to fields nobody declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")
