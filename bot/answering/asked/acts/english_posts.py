"""What English words of charge and post say that somebody does: responsible for approving leave, the approver."""

from bot.answering.asked.acts.asking import Acts
from bot.answering.asked.acts.spoken import anchored
from corpus.models import Act
from corpus.rules.english.grammar.heads import singular
from corpus.rules.english.grammar.verbs import ACTS, NOUN_ACTS, form_of
from corpus.rules.english.grammar.words import closed, words

_ROLES = {
    "signatory": Act.DECIDE,
    "decision maker": Act.DECIDE,
    "decision-maker": Act.DECIDE,
    "authority": Act.DECIDE,
    "signature": Act.DECIDE,
}


def charged(with_what: str) -> Acts:
    """Return the acts of somebody responsible for something: for approving leave, for the review of contracts."""
    own = words(with_what)
    if not own:
        return (Act.CARRY_OUT,)
    form = form_of(own[0].low)
    if form and form.kind == "g":
        return (anchored(with_what, own[0].start, len(with_what)) or ACTS.get(form.base) or Act.CARRY_OUT,)
    ended = next((k for k, word in enumerate(own) if k and (closed(word.low) or not word.text[0].isalnum())), len(own))
    noun = own[ended - 1].low
    return (NOUN_ACTS.get(noun) or NOUN_ACTS.get(singular(noun)) or Act.CARRY_OUT,)


def of_post(noun: str) -> Acts:
    """Return what somebody does whose post is made of a verb: the approver; of a chair or a member, nothing."""
    noun = noun if noun in _ROLES else singular(noun)
    stems = (noun[:-2], noun[:-1], f"{noun[:-2]}e", noun[:-3]) if noun.endswith(("er", "or")) else ()
    act = _ROLES.get(noun) or next((ACTS[stem] for stem in stems if stem in ACTS), None)
    return (act,) if act else ()
