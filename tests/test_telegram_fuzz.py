"""The bot bears whatever comes; scripts/soak sends as much as benchmarks/messenger_fuzz.py says."""

import json
import sys
from pathlib import Path

import pytest
from fuzzing import Fuzz
from telegram_world import ROOT, Telegram

from bot.channels.telegram.letters import UPDATES

FEW = 300
TUNING = json.dumps({"pace": {"overall": 100000, "between": 0, "group": 100000}, "read_seconds": 600})


@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_made_up_updates_harm_nothing_and_whoever_writes_is_answered_once(tmp_path: Path, mode: str) -> None:
    command = [sys.executable, str(ROOT / "tests" / "canned_desk.py"), str(tmp_path)]
    telegram = Telegram(command, {"TUNING": TUNING, "QUIET": "1"}, tmp_path, mode, forked=True)
    try:
        telegram.start()
        fuzz = Fuzz(telegram, tmp_path)
        fuzz.run(FEW, 5)
        assert telegram.stop() == 0
    finally:
        telegram.close()
    assert fuzz.problems == []
    assert fuzz.counts["message"] > FEW // 5
    assert fuzz.counts["sendMessage"] > FEW // 5
    assert fuzz.letters
    # every kind of update that the bot asks for has come as Telegram describes it
    assert {kind: fuzz.counts[kind] for kind in UPDATES if fuzz.counts[kind] <= FEW // 100} == {}
    assert fuzz.waiting() == 0
