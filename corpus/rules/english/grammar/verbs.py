"""English verbs and nouns of governance: which act each stands for, and every form a verb takes."""

from typing import NamedTuple

from corpus.models import Act
from corpus.rules.english.grammar.words import word_set


class Form(NamedTuple):
    """A form of a verb: `kind` is b (base), s (third person), n (participle or past) or g (-ing)."""

    base: str
    kind: str


_BASES: dict[Act, str] = {
    Act.DECIDE: "regulate approve decide determine authorise authorize appoint ratify sanction countersign adopt "
    "grant consent agree elect dismiss award resolve hear allow waive refuse permit rule "
    "bestow forgive acquit convict sentence fine punish evict eject banish disbar bar deregister delist levy adjudge affirm sustain void abrogate adjourn defer curtail restrict cap ration modify revise adjust vire merge amalgamate deny block recognise recognize concede renew prolong oust nullify disclaim shelve outlaw confiscate impound earmark ringfence impose choose assign allot veto declare construe accept reject revoke vary amend abolish institute "
    "dissolve exclude expel suspend discharge terminate extend reinstate readmit admit exempt "
    "license clear okay overrule overturn quash uphold adjudicate arbitrate judge direct enact "
    "pass repeal prescribe specify designate co-opt select assent accede concur decline "
    "withhold dispense settle fix set remit allocate apportion confer rescind annul override "
    "lift stipulate commute reconsider vote delimit remove name engage dispose demote promote "
    "warn reprimand caution discipline accredit disqualify debar ban deselect depose recall unseat forfeit penalise penalize decree pronounce ordain mandate legislate invalidate disallow discontinue freeze halt regrade upgrade downgrade reclassify relocate rename reallocate redeploy reappoint reverse uphold prioritise prioritize prohibit forbid pardon excuse relieve reprieve condone commission enrol enroll depute blacklist preside-over wind-up shut-down entertain close-down call-off rule-out limit postpone reduce increase pick turn-down strike-off",
    Act.REVIEW: "review advise consider scrutinise scrutinize consult assess check verify comment examine "
    "evaluate interview vet moderate discuss test cost appraise analyse analyze support "
    "endorse validate debate deliberate triage sift scan peruse rank weigh corroborate countercheck proofread benchmark reflect-on screen object certify critique read-over look-into "
    "counsel opine pre-screen shortlist vouch score rate weigh-up look-at look-over look-through go-through go-over "
    "read-through talk-through think-over run-through check-over",
    Act.PROPOSE: "trigger propose recommend advocate moot canvass urge plead solicit lobby submit apply request nominate draft prepare suggest petition table move "
    "bid raise claim ask initiate frame formulate appeal call-in draw-up put-up put-forward "
    "bring-forward put-in requisition seek sponsor lay originate compose ask-for make-a-case",
    Act.SUPERVISE: "supervise note witness shadow observe safeguard sample monitor oversee audit inspect track superintend invigilate police",
    Act.CARRY_OUT: "alert dispatch redraw sweep instruct flag implement govern represent chase service field steer curate catalogue plan design develop manage administer conduct keep maintain publish reimburse arrange "
    "organise organize notify inform record acknowledge investigate handle sign issue pay hold chair convene run "
    "write send file log enter order purchase complete book update report deliver ensure call "
    "place recover retain store destroy provide process reconcile execute negotiate circulate "
    "compile collect distribute schedule coordinate co-ordinate operate prosecute perform "
    "discharge minute announce summon summarise invoice procure buy sell advertise install "
    "train teach answer reply respond forward transmit disclose display escalate post register "
    "receive carry-out set-up take-minutes draw explain communicate make-up deputise lead "
    "preside facilitate look-after see-to see-through deal-with attend-to serve-notice safeguard bank deposit archive calculate collate fill "
    "escort transfer refer count open lock telephone offer mark tell take do exercise work-out hand-out share-out pass-on build price",
}
# verbs that stand at the borders of phrases and are no act of anybody's
_OTHER = (
    "invite reside be have meet consist comprise include mean contain state exceed require need rest fall lie sit "
    "belong remain become begin start cease end expire last serve work live exist concern affect relate depend result "
    "arise occur happen attend join wish want like come go stand follow resign retire die leave vacate own cover "
    "involve constitute fail differ bind use know believe think feel see find show appear seem "
    "continue stay wait proceed arrive return get bear carry lose win gain earn vest devolve take-effect "
    "entail treat deem describe define list say give make put bring turn act let help try intend expect hope "
    "incur spend benefit enjoy suffer receive comply abide conform adhere understand join wear bring share "
    "differ watch view drive sign-in compare-with cost name delegate entrust reserve second locate "
    "sub-delegate hand deserve employ visit travel study charge equip unfill pass repaint "
    "lay-down write-off borrow close lock-in change raise obtain obtain secure satisfy assure express "
    "tender withdraw lodge copy reach confirm reflect lend invest hire rent commit spend cancel alter "
    "prevail accompany shorten speak talk confer liaise trade plan deal separate render owe reopen"
)
_IRREGULAR: dict[str, str] = {
    base: form
    for base, _, form in (
        pair.partition(":")
        for pair in word_set(
            "choose:chosen set:set hear:heard give:given make:made put:put keep:kept hold:held run:run "
            "write:written send:sent pay:paid lead:led lay:laid take:taken bring:brought buy:bought sell:sold "
            "tell:told do:done draw:drawn teach:taught oversee:overseen withhold:withheld seek:sought bid:bid "
            "read:read let:let find:found see:seen show:shown mean:meant leave:left begin:begun become:become "
            "fall:fallen sit:sat lie:lain meet:met come:come go:gone stand:stood get:got bear:borne lose:lost "
            "win:won say:said know:known think:thought feel:felt spend:spent bind:bound uphold:upheld "
            "override:overridden forgive:forgiven undertake:undertaken withdraw:withdrawn cost:cost lend:lent understand:understood "
            "build:built redraw:redrawn sweep:swept wear:worn freeze:frozen speak:spoken deal:dealt strike:struck"
        )
    )
}
_DOUBLED = word_set(
    "flag permit readmit submit admit remit commit vet refer confer transfer expel plan bar concur incur occur log "
    "cancel defer allot acquit cap debar disbar enrol counsel control ban"
)
# governance verbs whose -s form and base are as often nouns
NOUNS_TOO = word_set(
    "review report audit request comment record check cost test order file issue bid claim draft award grant vote "
    "move book place run lead name rule act appeal table post set sign sanction call hold pass transfer interview "
    "offer mark register return process need work change share benefit log minute schedule limit increase reduce "
    "advance list state use charge visit study show result follow stand last end start cover purchase support "
    "direct object name second hand lift bank rent permit license forward display answer reply police screen track "
    "select appraise counsel update dispute draw copy service close train store chair bear help hope wish fall "
    "rest fix judge lift exempt clear vet sponsor deposit archive safeguard escort lock open live concern wear "
    "second own like lay minute express secure tender lodge hire lend read gain moderate remit delegate complete "
    "appropriate invoice do stay wait try let pass treat trade deal leave mean seal waste spend separate okay "
    "look talk score rate pick strike further better advocate alter-ego contract plan fund budget project experience cause interest respect present note witness shadow sample warn caution discipline ban recall reverse mandate halt freeze design decree commission field catalogue pardon scan sift rank excuse moot chase solicit sentence fine levy cap bar release ration block void price control dispatch sweep alert"
)
_STEM_S = ("s", "x", "z", "ch", "sh", "o")


def _third(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(_STEM_S) else "s")


def _participle(base: str) -> str:
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLED else "") + "ed"


def _ing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "be")):
        return base[:-1] + "ing"
    return (
        base
        + (base[-1] if base in _DOUBLED or base in ("put", "set", "let", "run", "get", "sit", "win") else "")
        + "ing"
    )


def _all_forms(bases: list[str]) -> dict[str, Form]:
    """Return every form of single-word verbs; where two verbs share a form, the base wins."""
    forms: dict[str, Form] = {}
    for base in bases:
        for kind, form in (("b", base), ("s", _third(base)), ("n", _participle(base)), ("g", _ing(base))):
            forms.setdefault(form, Form(base, kind))
    return forms


ACTS: dict[str, Act] = {base: act for act, bases in _BASES.items() for base in bases.split()} | {
    "sign-off": Act.DECIDE,
    "lay-down": Act.DECIDE,
    "write-off": Act.DECIDE,
    "withdraw": Act.DECIDE,
    "release": Act.DECIDE,
    "lodge": Act.PROPOSE,
    "stand-down": Act.DECIDE,
    "follow-up": Act.SUPERVISE,
    "put": Act.PROPOSE,
    "cancel": Act.DECIDE,
    "alter": Act.DECIDE,
    "confirm": Act.REVIEW,
    "enter-into": Act.DECIDE,
    "take-on": Act.DECIDE,
    "watch-over": Act.SUPERVISE,
    "put-together": Act.CARRY_OUT,
}
# one word each, whatever their hyphen
_HYPHENED = ("co-opt", "sub-delegate", "co-ordinate")
_PARTED = [tuple(base.split("-")) for base in ACTS if "-" in base and base not in _HYPHENED]
PHRASAL: dict[tuple[str, str], str] = {(p[0], p[1]): "-".join(p) for p in _PARTED if len(p) == 2}
FORMS: dict[str, Form] = _all_forms(
    [base for base in (*ACTS, *_OTHER.split()) if "-" not in base or base in _HYPHENED]
    + [first for first, _ in PHRASAL]
)
_PREFIXES = ("pre-", "re-", "co-", "spot-")


def form_of(low: str) -> Form | None:
    """Return the verb a word is a form of, a prefix left aside: pre-approved."""
    form = FORMS.get(low)
    if form is None and low.startswith(_PREFIXES):
        form = FORMS.get(low.partition("-")[2])
    return form


# verbs that decide only where a rule says that somebody may do them
LICENSED = word_set(
    "end change cancel alter shorten commit continue start begin act let close borrow sell buy spend "
    "invest lend hire rent vary incur engage reopen open withdraw"
)
# verbs whose subject is never said to do anything, whatever stands before them
IDLE = frozenset(_OTHER.split()) - LICENSED - {"withdraw", "cancel", "alter", "lodge", "confirm"}

_NOUNS: dict[Act, str] = {
    Act.DECIDE: "approval consent agreement ratification authorisation authorization permission sign-off "
    "signoff confirmation sanction say-so clearance assent concurrence countersignature "
    "go-ahead blessing discretion warning exception exemption decision determination resolution ruling vote veto "
    "acceptance leave dispensation award appointment authority waiver adoption order verdict "
    "judgment judgement direction election dispensation licence permit censure reprimand nod objection signature "
    "instruction say warrant decree imprimatur initial mandate grant choice selection consent acquiescence fiat",
    Act.REVIEW: "review comment advice opinion views view consideration observation consultation "
    "assessment scrutiny examination input evaluation representation feedback verification "
    "check discussion hearing remark guidance survey valuation",
    Act.PROPOSE: "complaint grievance referral enquiry recommendation proposal nomination application "
    "request suggestion case bid petition motion submission draft claim requisition initiative "
    "instance appeal demand",
    Act.SUPERVISE: "oversight supervision monitoring information noting audit inspection observation notification",
    Act.CARRY_OUT: "responsibility duty task administration management running conduct implementation "
    "execution payment investigation arrangement note notice minute record booking entry account day-to-day "
    "action custody maintenance upkeep operation report preparation publication organisation "
    "organization",
}
NOUN_ACTS: dict[str, Act] = {noun: act for act, nouns in reversed(_NOUNS.items()) for noun in nouns.split()}
# the consent without which nothing goes on, wherever a rule names whose it is
CONSENTS = word_set(
    "approval consent agreement ratification authorisation authorization permission sign-off signoff confirmation "
    "say-so clearance assent concurrence countersignature go-ahead blessing discretion dispensation acquiescence "
    "acceptance endorsement say ok okay yes nod green-light thumbs-up"
)
# nouns that say as much only behind "by", "on", "subject to": by resolution of the Council
RULINGS = word_set(
    "decision determination resolution ruling vote direction order instruction verdict judgment mandate sanction stamp "
    "authority leave veto licence request interpretation signature warrant decree imprimatur initial word selection"
)


def act_of(verb: str) -> Act | None:
    """Return the act that a printed English verb or noun of governance stands for, or None."""
    words = verb.lower().replace("’", "'").split()
    for at, word in enumerate(words):
        form = form_of(word)
        base = form.base if form else word
        joined = PHRASAL.get((base, words[at + 1])) if at + 1 < len(words) else None
        if act := ACTS.get(joined or base) or NOUN_ACTS.get(word) or _by_stem(word):
            return act
    return None


def _by_stem(word: str) -> Act | None:
    """Know a noun made of a verb: responsible, approver."""
    return Act.CARRY_OUT if word.startswith(("responsib", "accountab")) else None
