"""What has been read of a Chinese sentence so far: the deeds, and who acts."""

import re

from corpus.models import Act
from corpus.rules.chinese.grammar.markers import CAUSE, DRAFTS, MARKER
from corpus.rules.chinese.grammar.names import name_at, nominal
from corpus.rules.chinese.grammar.parts import Part
from corpus.rules.chinese.grammar.phrases import Spans, Words
from corpus.rules.chinese.grammar.predicates import Predicate, predicate, printed
from corpus.rules.chinese.grammar.subjects import names_in, opens_with_predicate
from corpus.rules.chinese.grammar.vocabulary import SOFT, VERBS, words_of
from corpus.rules.deeds import Deed

_JOINED = re.compile(r"、|并|和|或者?|以及")
_ALSO = re.compile(r"(?<![合吞归一])并(?!非|且不|处|不|存|购|发|经|报|由|向)且?")
# 归纳意见后决定, 核实后批准
_THEN = re.compile(r"(?<![事然会])后(?![由经报交送提勤续方才可按◦逐])")
_BESIDE = re.compile(r"(?:与|和|同)(?=[^，。；]{2,16}(?:共同|联合|一起|一道|一同|一并|双方))")
_TOGETHER = re.compile(r"会同|(?<=委员会)同(?![意时步样级类等])|联合(?![审制签发检会国或、])|协同")
# 牵头 and 配合 say how a thing is done together; the verb behind them says what
_SHARES = words_of("牵头 配合 协助 参与 参加")
_STOP = re.compile("[；;。]")
# who must commission something does it too
_DUTY = re.compile(r"(?:应当?|必须|须)(?:◦|依法|书面)*$")
_COUNSEL = re.compile(r"会?商(?![议量讨定榷洽务业品贸])(?=[^，]{2,24})")
# A商B后指定
_COUNSELLED = re.compile("(?:的?意见|同意|一致)?[之以]?后(?![勤台期备续])")
SIGNED = words_of("签字 盖章 签署 签名")


class Account:
    """The reading of one sentence as it goes on: what was found, who acts, and how sure that is.

    `led` is a subject that 由 marks, which does not go on acting in the next sentence; `sure` is a subject whose name is clear, `ruling` one that has decided, `drafting` one that has laid something
    down, `acted` one that has done anything, `scened` one that a condition named, `crossed` one behind whom a condition has stood, `bound` one whose word of duty still waits for its verb.
    `alone` are the names of the parts before that held nothing else. `assembly` is a body whose meeting has just been described.
    """

    def __init__(self, words: Words, carried: tuple[str, ...]) -> None:
        self.words, self.plain, self.carried = words, words.plain, carried
        self.subject: Spans = []
        self.assembly: Spans = []
        self.alone: Spans = []
        self.sure = self.ruling = self.drafting = self.acted = self.scened = self.crossed = self.bound = self.led = (
            False
        )
        self.found: list[Deed] = []

    def going_on(self) -> tuple[str, ...]:
        """Return the names that go on into the next sentence."""
        chained = self.ruling and len({deed.actor for deed in self.found}) > len(self.subject)
        return () if self.led or chained else self.names() if self.acted else self.carried

    def names(self) -> tuple[str, ...]:
        """Return the names of the last subject."""
        return tuple(self.words.text[s:e] for s, e in self.subject)

    def said_in(self, part: Part) -> bool:
        """Tell whether a part has named an acting body already."""
        return any(part.start <= deed.start < part.stop for deed in self.found)

    def consented(self) -> bool:
        """Tell whether the last deed is the subject's consent to what another does."""
        said = bool(self.found) and self.found[-1].act is Act.DECIDE and SOFT.search(self.found[-1].verb) is not None
        return said and (self.acted or not self.subject)  # 承租人经业主同意，可将…: the tenant does it

    def fresh(self, part: Part) -> bool:
        """Tell whether the subject was named since the last semicolon and has done nothing yet."""
        return (
            bool(self.subject)
            and not self.acted
            and not re.search("[；;。]", self.plain[self.subject[0][0] : part.start])
        )

    def listed(self, names: Spans, part: Part) -> Spans:
        """Return the names of a part that holds nothing else, with those before it: A，B，C，可以…"""
        joined = bool(self.alone) and self.plain[self.alone[-1][1] : part.start].strip() == "，"
        before = self.alone if joined else []
        if not names or names[0][0] != part.start or names[-1][1] != part.stop:
            self.alone = []
            return [*before, *names] if len(before) > 1 and names and names[0][0] == part.start else names
        self.alone = [*before, *names]
        return self.alone if len(self.alone) > 2 else names

    def take(self, names: Spans, sure: bool = True, led: bool = False) -> None:
        if names:
            self.subject, self.sure, self.led = names, sure, led
            self.ruling = self.drafting = self.acted = self.scened = self.crossed = self.bound = False

    def drop(self) -> None:
        """Forget who acted: what follows is another's."""
        self.subject, self.carried, self.led = [], (), True

    def past(self, said: Predicate) -> int:
        """Return where to read on behind a verb; a verb that marks another actor is read again."""
        again = MARKER.match(self.plain, said.start) or CAUSE.match(self.plain, said.start)
        return said.start if again and again.end() >= said.end else said.end

    def company(self, names: Spans, at: int, stop: int) -> tuple[Spans, int]:
        """Read who acts together with a subject: A会同B, A商B; return all who act and where that ends."""
        kinds = (_TOGETHER, _COUNSEL, _BESIDE)
        joint = next((found for kind in kinds if (found := kind.match(self.plain, at, stop))), None)
        if not joint:
            return names, at
        over = _COUNSELLED.search(self.plain, joint.end() + 2, stop) if joint[0].endswith("商") else None
        other = name_at(self.words, joint.end(), over.start() if over else stop)
        if not other or joint[0] == "联合" and opens_with_predicate(self.words, joint.end(), stop):
            return names, at
        others = names_in(self.words, joint.end(), other.end)
        if joint[0].endswith("商"):
            self.add(Predicate(Act.REVIEW, joint[0], at, joint.end(), False), others)
            after = _COUNSELLED.match(self.plain, other.end, stop)
            return names, after.end() if after else other.end
        return names + others, other.end

    def say(self, said: Predicate, names: Spans | None, stop: int) -> None:
        """Note what somebody does, and the further verbs of the same statement."""
        if self.moved(said, stop):
            return  # whoever it is left to does the rest
        self.add(said, names)
        self.further(said, stop, names)

    def moved(self, said: Predicate, stop: int) -> bool:
        """Tell whether who delegates leaves the act to a named other: 可以授权副总经理审批."""
        if said.verb not in ("授权", "委托"):
            return False
        other = name_at(self.words, said.end, stop)
        if other and "的" in self.plain[said.end : other.end]:
            return False
        left = predicate(self.words, other.end, stop) if other and other.strong else None
        duty = _DUTY.search(self.plain, 0, said.start)
        return bool(left and left.act and not (duty and left.act is Act.CARRY_OUT))

    def add(self, said: Predicate, names: Spans | None, act: Act | None = None) -> None:
        act = act or said.act
        if act is None:
            return
        spans = self.subject if names is None else names
        for start, end in spans:
            self.found.append(
                Deed(
                    actor=self.words.text[start:end], act=act, verb=printed(self.words.text, said), start=start, end=end
                )
            )
        if not spans and names is None:
            for actor in self.carried:
                self.found.append(
                    Deed(actor=actor, act=act, verb=printed(self.words.text, said), start=said.start, end=said.start)
                )
        if spans == self.subject:
            self.ruling = self.ruling or act is Act.DECIDE
            self.drafting = self.drafting or printed(self.words.text, said) in DRAFTS
            self.acted, self.bound = True, False

    def further(self, said: Predicate, stop: int, names: Spans | None, weighing: bool = False) -> None:
        """Read the further verbs of one actor: 制定、公布; 审查确定; who is only `weighing` carries nothing out."""
        at = said.end
        if said.verb in _SHARES:
            self.shared(at, stop)
        follows = self.words.verbs.get(at)
        if said.act is Act.REVIEW and follows and VERBS[follows] is Act.DECIDE and not nominal(self.words, at, follows):
            self.add(Predicate(Act.DECIDE, follows, at, at + len(follows), said.modal), names)
            at += len(follows)
        while found := _JOINED.match(self.plain, at, stop):
            more = self._coordinate(found.end(), stop, said.modal)
            if not more or weighing and more.act is Act.CARRY_OUT and more.verb not in SIGNED:
                break
            self.add(more, names)
            at = more.end
        if then := _THEN.search(self.plain, at, stop):
            more = self._coordinate(then.end(), stop, said.modal)
            if more and more.act in (Act.REVIEW, Act.DECIDE) and not weighing:
                self.add(more, names)
        for joint in _ALSO.finditer(self.plain, at, stop):
            more = self._coordinate(joint.end(), stop, said.modal)
            if more and not (weighing and more.act is Act.CARRY_OUT):
                self.add(more, names)

    def shared(self, at: int, stop: int) -> bool:
        """Read what those who lead and those who help do together: A牵头、B配合拟定方案; tell whether it was that."""
        led = [d for d in self.found if d.verb in _SHARES and not _STOP.search(self.plain[d.start : at])]
        more = self._coordinate(at, stop, False) if len(led) > 1 and self.found[-1].verb in _SHARES else None
        if not more or more.act in (None, Act.CARRY_OUT):
            return False
        self.found += [deed.model_copy(update={"act": more.act, "verb": more.verb}) for deed in led]
        return True

    def _coordinate(self, at: int, stop: int, modal: bool) -> Predicate | None:
        """Return a verb that shares its subject with the one before it."""
        if MARKER.match(self.plain, at, stop) or not opens_with_predicate(self.words, at, stop):
            return None
        more = predicate(self.words, at, stop, modal)
        if more and more.verb in SIGNED:
            return more._replace(act=Act.CARRY_OUT)
        if not more or not more.act or more.verb not in VERBS or nominal(self.words, more.start, more.verb):
            return None
        return more
