"""Let people in who may ask in a messenger, see who is in, and take it back.

examples:
  .venv/bin/python -m scripts.staff invite --role staff --name-hint "Ms Li, office" --days 7
  .venv/bin/python -m scripts.staff invite --role admin --name-hint "head of IT"
  .venv/bin/python -m scripts.staff list
  .venv/bin/python -m scripts.staff expire 3 --on 2027-08-31
  .venv/bin/python -m scripts.staff revoke 3
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from bot.edge import counted, day, ended
from bot.people.audience import Role
from bot.people.door import Door
from bot.people.staff import DAYS, Invitation, Member, Staff
from bot.records.store import Store
from bot.settings import Settings
from corpus.known import KnownError


class NoInvitation(KnownError):
    """An invitation cannot be made as it was asked for."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=".venv/bin/python -m scripts.staff",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, metavar="DIR", help="the data folder (GUIJU_DATA, else data)")
    does = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    invite = does.add_parser("invite", parents=[common], help="make a link that lets one person in")
    invite.add_argument("--role", choices=[role.value for role in Role], default=Role.STAFF.value)
    invite.add_argument("--name-hint", default="", metavar="WORDS", help="whom it is for, as you will know it again")
    invite.add_argument("--group", action="append", default=[], metavar="NAME", help="a group of audiences; repeatable")
    invite.add_argument("--days", type=int, default=DAYS, metavar="N", help=f"how long the link works; {DAYS}")
    invite.add_argument("--until", type=day, metavar="DATE", help="the last day of access; without it there is none")
    invite.add_argument("--bot", default="", metavar="NAME", help="the bot's name, where it has not run here yet")
    does.add_parser("list", parents=[common], help="who is in, and which invitations are open")
    expire = does.add_parser("expire", parents=[common], help="set the last day of access")
    expire.add_argument("ids", type=int, nargs="+", metavar="ID", help="numbers from the list")
    expire.add_argument("--on", type=day, metavar="DATE", help="the last day; without it access has no end")
    revoke = does.add_parser("revoke", parents=[common], help="take back invitations, used or not, at once")
    revoke.add_argument("ids", type=int, nargs="+", metavar="ID", help="numbers from the list")
    return parser


def _invite(door: Door, staff: Staff, options: argparse.Namespace) -> list[str]:
    """Make an invitation; the lines tell how to send it, and the code stands in them alone."""
    if not 1 <= options.days <= 365:
        raise NoInvitation(f"--days {options.days}: a link works from 1 to 365 days")
    if options.until and options.until < date.today():
        raise NoInvitation(f"--until {options.until} is over: give a day to come")
    asked = Invitation(
        hint=" ".join(options.name_hint.split()), role=options.role, groups=tuple(options.group), ends=options.until
    )
    number, code = staff.invite(asked, options.days)
    bot = options.bot.removeprefix("@") or door.noted("bot")
    head = f"invitation {number}, {options.role}, works once within {counted(options.days, 'day')}:"
    if bot:
        return [head, f"https://t.me/{bot}?start=p_{code}"]
    return [
        head,
        f"/start p_{code}",
        "Let the person send this line to the bot. As a link it is https://t.me/NAME?start= and what follows /start;",
        "NAME is the bot's, which is known here once the bot has run, or with --bot.",
    ]


def _lines(members: Sequence[Member]) -> list[str]:
    """One line a member: number, state, role and groups, hint, days."""
    now = datetime.now(UTC)
    return [_line(member, member.state(now)) for member in members] or ["nobody has been invited"]


def _line(member: Member, state: str) -> str:
    days = {
        "invited": f"link works until {_local(member.code_until)}",
        "expired": f"link worked until {_local(member.code_until)}",
        "revoked": f"on {_local(member.revoked_at)}",
    }.get(state, f"since {_local(member.joined_at)}")
    names = ", ".join((member.role.value, *member.groups))
    until = f", last day {member.ends}" if member.ends else ""
    return f"{member.id:>4}  {state:<8} {names}  {member.hint or '-'}  ({days}{until})"


def _local(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone().date().isoformat() if moment else "?"


def _run(options: argparse.Namespace) -> int:
    settings = Settings.from_env(os.environ)
    data = options.data or settings.data
    if not data.is_dir():
        raise NoInvitation(f"{data} is no folder: give the data folder with --data, or index documents first")
    with closing(Store.open(data)) as store:
        staff = Staff(store)
        if options.command == "invite":
            lines = _invite(Door(settings, store), staff, options)
        elif options.command == "revoke":
            lines = _lines(staff.revoke(options.ids))
        elif options.command == "expire":
            lines = _lines(staff.end(options.ids, options.on))
        else:
            lines = _lines(staff.members())
    print(*lines, sep="\n")
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    return ended(lambda: _run(options))


if __name__ == "__main__":
    sys.exit(main())
