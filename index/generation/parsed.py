"""Procedures parsed from their JSON, once for each text: every step of one leads to it."""

from functools import lru_cache

from corpus.models import Procedure

procedure = lru_cache(maxsize=1024)(Procedure.model_validate_json)
