"""The answer to a question that was asked back, once the person has picked one of its levels."""

from bot.answering.models import Answer, Decision, Status, Who
from bot.answering.saying import phrases
from corpus.models import Act


def narrowed(past: Answer, level: int) -> str:
    """The question with the level picked in front: 三万元以上不满十万元，维修谁批？"""
    joint = "，" if past.language == "zh" else ", "
    return f"{past.options[level].condition}{joint}{past.question}"


def settles(found: Answer, past: Answer, level: int) -> bool:
    """Tell whether an answer to the narrowed question is one for that level: it rests on the same words."""
    option = past.options[level]
    meant = next((c for c in past.citations if c.n == option.citation), None)
    return (
        found.status is Status.ANSWERED
        and meant is not None
        and any(
            c.document == meant.document and c.start < meant.end and meant.start < c.end for c in found.citations[:1]
        )
    )


def chosen(past: Answer, level: int) -> Answer:
    """The answer that the earlier one holds for a level: who is named there, and the words."""
    option, lang, act = past.options[level], past.language, past.asked or Act.DECIDE
    citations = tuple(c.model_copy(update={"n": 1}) for c in past.citations if c.n == option.citation)
    who = Who(who=option.who, act=phrases.ACTS[lang][act], citation=1)
    made = Decision(matter="", condition=option.condition, **{act.value: (who,)})
    lines = [f"{phrases.ACTS[lang][act]}{phrases.COLON[lang]}{option.who}[1]"]
    lines += [f"{phrases.title(lang, c.title, c.clause)}{phrases.COLON[lang]}“{c.quote}”[1]" for c in citations]
    return past.model_copy(
        update={
            "question": narrowed(past, level),
            "status": Status.ANSWERED,
            "text": "\n".join(lines),
            "asked": act,
            "decision": made,
            "options": (),
            "citations": citations,
        }
    )
