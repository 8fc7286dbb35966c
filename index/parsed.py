"""Records parsed from their JSON, once for each text: every question reads 60 passages with their rules again."""

from functools import lru_cache

from corpus.models import Passage, Procedure, Rule

passage = lru_cache(maxsize=8192)(Passage.model_validate_json)
rule = lru_cache(maxsize=16384)(Rule.model_validate_json)
procedure = lru_cache(maxsize=1024)(Procedure.model_validate_json)
