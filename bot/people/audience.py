"""PURE: who may read a document, by its audience and by the role and the groups of whoever asks."""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from corpus.models import Record


class Role(StrEnum):
    """What a person is here; each may read what those before it may."""

    STAFF = "staff"
    CURATOR = "curator"
    ADMIN = "admin"


# What offices write for everybody who may ask, and for the other two roles.
ROLES: dict[str, Role] = {
    **{role.value: role for role in Role},
    **dict.fromkeys(("all", "all staff", "everyone", "everybody", "employees", "public"), Role.STAFF),
    **dict.fromkeys(
        ("员工", "全体员工", "教职工", "全体教职工", "教职员工", "全体", "全员", "所有人", "公开"), Role.STAFF
    ),
    **dict.fromkeys(("curators", "制度管理员", "编辑"), Role.CURATOR),
    **dict.fromkeys(("admins", "管理员"), Role.ADMIN),
}
# Who reads a document of which neither it nor the register says who may.
UNSAID = (Role.ADMIN.value,)


class Reader(Record):
    """Whoever asks, without a role a stranger.

    With `unsaid` also documents are read of which nobody said who may; with `everything` it is the admin at the
    machine itself.
    """

    role: Role | None = Role.STAFF
    groups: frozenset[str] = frozenset()
    unsaid: bool = False
    everything: bool = False

    @property
    def names(self) -> frozenset[str]:
        """What an audience may call this reader."""
        if self.role is None:
            return frozenset()
        roles = list(Role)
        return frozenset(role.value for role in roles[: roles.index(self.role) + 1]) | self.groups

    @property
    def in_company(self) -> "Reader":
        """The reader in a group chat, where everybody sees the answer: it holds what any of the staff may read."""
        return Reader(unsaid=self.unsaid) if self.role else self


MACHINE = Reader(role=Role.ADMIN, everything=True)
STRANGER = Reader(role=None)


def plain(name: str) -> str:
    """A role or a group in the one form in which names are compared."""
    folded = " ".join(unicodedata.normalize("NFKC", name).casefold().split())
    return ROLES[folded].value if folded in ROLES else folded


def groups(names: Iterable[str]) -> frozenset[str]:
    """Groups as a Reader has them; a role is no group."""
    return frozenset(plain(name) for name in names if name.strip()) - set(Role)


def may_read(audience: Iterable[str], reader: Reader) -> bool:
    """Tell whether a document with this audience is for this reader; one without any is for admins.

    And for those whom the settings let in: whoever opens the bot in so many words has said it.
    """
    named = {plain(name) for name in audience if name.strip()}
    if not named and reader.unsaid:
        return True
    return reader.everything or not (named or set(UNSAID)).isdisjoint(reader.names)
