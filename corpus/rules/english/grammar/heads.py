"""Heads of English names: which nouns are bodies, posts or people, which are things, and which may be either."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.rules.english.grammar.verbs import NOUN_ACTS
from corpus.rules.english.grammar.words import Word, word_set

_BODIES = word_set(
    "board committee sub-committee subcommittee panel council meeting team group office department directorate "
    "division unit branch bureau agency authority ministry court tribunal senate synod cabinet congregation "
    "plurality convocation assembly parliament congress union association federation society club company corporation "
    "corporate trust charity foundation institute institution university college school faculty commission "
    "commissioners executive management administration government municipality parish diocese body bench jury "
    "forum conference caucus cooperative co-operative partnership firm insurer regulator registry secretariat "
    "taskforce task-force working-party leadership membership staff workforce crew desk helpdesk laboratory clinic "
    "hospital centre center chamber presidium presidency directorate inspectorate ombudsman police majority "
    "minority quorum thirds third half quarters fourth fourths fifth fifths three-fourths consortium academy kirk "
    "vestry guild "
)
# fields of work: a body only when they stand alone with a capital
_FIELDS = word_set(
    "accounts payroll side relations admissions finance hr procurement reception security legal it resources estates facilities communications "
    "operations affairs governance compliance service services people party bank house ward chapter session lodge "
    "assurance payable payables receivable production control logistics warehouse mobility tax treasury monitoring "
    "toxicology biostatistics safety cell audit purchasing marketing planning licensing housing engineering training headquarters"
)
_POSTS = word_set(
    "head heads assistant headteacher principal chair chairs vice-chair co-chair treasurer secretary clerk trustee governor "
    "director manager officer executive leader lead deputy president vice-president dean provost rector warden "
    "bursar registrar auditor solicitor supervisor coordinator co-ordinator coordinator owner holder investigator "
    "assessor official landlord contractor administrator receptionist caretaker janitor steward matron sister "
    "nurse doctor physician surgeon consultant pharmacist chaplain curator librarian archivist custodian visitor "
    "chancellor vice-chancellor pro-vice-chancellor chief ceo cfo coo cto cio captain commodore commander mayor "
    "minister judge arbitrator mediator referee counsel adviser advisor surveyor engineer architect partner "
    "delegate representative nominee designate appointee proxy marshal proctor fellow tutor professor lecturer "
    "examiner convenor convener moderator speaker coach superintendent commissioner inspector superior foreman monitor "
    "master mistress monarch queen king bishop archdeacon vicar pastor priest rabbi elder specialist analyst "
    "accountant cashier buyer lawyer actuary agent broker lender guardian sponsor chairman chairwoman chairperson "
    "spokesperson guarantor underwriter custodian midwife paramedic technician controller comptroller watchman "
    "porter cook chef gardener driver guard signatory notary beneficiary dignitary undersecretary "
    "principal-in-charge general sheriff coroner regent premier prefect whip steward lieutenant major-domo dpo "
    "siro approver reviewer requester originator initiator proposer seconder mover drafter author editor publisher"
)
# people whom rules speak about: what they may do is their right and no office
_PEOPLE = word_set(
    "party member members employee staff student pupil resident patient visitor guest parent volunteer tenant person "
    "people child user customer applicant candidate citizen passenger teacher worker colleague individual anyone "
    "complainant claimant bidder supplier recipient witness relative neighbour occupier shareholder stockholder "
    "owner client trainee apprentice intern learner graduate author player spectator subscriber participant "
    "attendee newcomer friend couple family families somebody everyone voter elector debtor creditor payee donor "
    "licensee lessee buyer seller driver cyclist"
)
_THINGS = word_set(
    "policy schedule section scheme band form plan act rule law statute regulation ordinance budget register programme "
    "program strategy report minute minutes matter item decision day date month year week time hour noon midnight "
    "post mail e-mail email fax letter notice card cheque cash hand majority-vote ballot vote order number paper "
    "transfer offer quarter power tender computer door floor error factor water weather border corner tier other "
    "summer winter folder ledger voucher cover meter barrier buffer printer projector motor disorder charter "
    "banner locker container elevator answer counter dinner supper shower waiver sector case article clause "
    "paragraph part appendix annex table list line page document file record copy note contract agreement lease "
    "licence permit grant award loan debt sum amount price cost fee fees charge salary wage pension rate percent "
    "cent limit level grade post-holder's purpose effect way means virtue reason reference length size manner "
    "order course event name title term terms condition right rights interest interests power work works job task "
    "duty role function place room building hall site land property vehicle car bus taxi train boat key keys seal "
    "stamp system software website internet phone telephone form forms request claim bid proposal motion draft "
    "appeal complaint dispute question issue subject topic idea view views purchase sale gift share shares stock "
    "fund funds money account accounts bank-account expenditure expense expenses income asset assets leave absence "
    "holiday vacation school-day period deadline stage step phase level test exam examination course class lesson "
    "lecture degree diploma certificate mark marks grade result book log diary calendar agenda timetable rota "
    "roster shift menu tariff map chart figure figures data code password device medicine medicines drug drugs "
    "dose treatment trial risk fire flood accident emergency incident danger safety health care welfare statute "
    "statutes bylaw by-law byelaw bylaws by-laws constitution articles instrument procedure practice custom "
    "tradition prayer standard target objective goal aim debts item items initials signature letterhead show hands lot "
    "rota turn default proof evidence trust-deed letter weight age sex dog animal plant food drink alcohol tobacco "
    "meetings summary quarter daytime vacancy post posts matter matters thing things ones something respect regard "
    "total increase value overtime minutes petty-cash consent approval advice authority's following above below "
    "office-hours leave premises offices service lines side scale scope remit kind type sort class category"
)
_NOT_PERSON = word_set(
    "proper particular similar regular calendar prior minor major interior superior-court further latter former lower "
    "upper higher larger greater older newer later earlier longer shorter september october november december "
    "under over after never ever either neither whether together per layer newsletter chapter october fibre "
    "behavior behaviour buffer trigger customer-service folder remainder gender order reminder quarter poster "
    "sticker paper newspaper wallpaper matter letter manner corner counter border barrier shelter filter computer "
    "server router scanner printer charger tender slander calculator generator reactor sensor monitor-screen "
    "indicator denominator numerator tractor mirror terror error favor honor labor rumor armor flavor odor color "
    "parameter diameter perimeter character theater theatre cancer laser river lever fever liver silver copper "
    "rubber timber lumber number member-list encounter disaster semester trimester"
)
_AGENTIVE = re.compile(
    r"(?:[a-z]{2,}(?:er|or|eer|ist|ian|ant|ee|man|men|woman|women|person|persons|ary|crat|smith|wright|guard|"
    r"holder|keeper|master|mistress))$"
)
_ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ness|ity|ance|ence|ancy|ency|ing|ism|ship|age|ure|th|dom|hood|cy|val|sal|tal|ics|sis|"
    r"ary|ery|ory|ty|als|ible|able|ive)$"
)
_AGENTIVE_THINGS = re.compile(
    r"(?:ument|order|ndar|minary|ssary|mentary|dary|udy|rant|stant|plant|(?:^|-)(?:tree|degree|guarantee|coffee|jubilee))$"
)
# what tells one of a kind from others: band D, Form M/4
_CODED = re.compile(r"[A-Z]{1,3}[/-]?[0-9]{1,3}(?:\.[0-9]{1,3})*[A-Za-z]?")
# words behind the head: members present, officer responsible, Head (Pastoral)
POST_WORDS = word_set("present voting elect designate concerned responsible involved generally presiding attending")


@lru_cache(maxsize=8192)
def singular(low: str) -> str:
    """Return a noun without its plural ending."""
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


def _known(low: str, *sets: frozenset[str]) -> bool:
    one = singular(low)
    tail = re.split(r"[-/]", one)[-1]
    return any(low in s or one in s or tail in s for s in sets)


def head(words: Sequence[Word]) -> Word:
    """Return the head of a name's own words: the last that is no bracket, number or word behind the head."""
    if post := _before_its_field(words):
        return post
    for n in range(len(words) - 1, -1, -1):
        lettered = n > 0 and (len(words[n].text) == 1 and words[n].title or bool(_CODED.fullmatch(words[n].text)))
        if words[n].text[:1].isalpha() and words[n].low not in POST_WORDS and not _bracketed(words, n) and not lettered:
            return words[n]
    return words[-1]


# posts that stand before their field: Manager Property, General Manager People, Coordinator Procurement
_BEFORE_FIELDS = word_set("manager coordinator superintendent director")
_WHOSE_FIELD = word_set("people customer customers")


def _before_its_field(words: Sequence[Word]) -> Word | None:
    """Return the post of a name that ends with the post's field: Manager | Property; none of Manager Approval."""
    post = max((n for n, word in enumerate(words) if word.title and word.low in _BEFORE_FIELDS), default=-1)
    fields = [word for word in words[post + 1 :] if word.low not in ("and", "&")] if post >= 0 else []
    if post > 0 and any(_known(f.low, _THINGS) for f in fields):
        return None
    return words[post] if fields and all(_own_field(f) for f in fields) else None


def _own_field(noun: Word) -> bool:
    named = noun.low in _WHOSE_FIELD or not (somebody(noun) or _known(noun.low, _BODIES))
    return noun.title and noun.text[0].isalpha() and named and noun.low not in NOUN_ACTS


def _bracketed(words: Sequence[Word], n: int) -> bool:
    return any(w.text == ")" for w in words[n:]) and any(w.text == "(" for w in words[:n])


def ordinary(noun: Word) -> bool:
    """Tell whether a noun only says that somebody is a person, not that he holds an office."""
    return _known(noun.low, _PEOPLE) and not (noun.title and (_known(noun.low, _POSTS) or noun.low == "worker"))


def somebody(noun: Word) -> bool:
    """Tell whether a noun names a person or a post, and no field of work."""
    return _known(noun.low, _POSTS, _PEOPLE)


def acts(noun: Word) -> bool:
    """Tell whether a noun certainly names people, posts or bodies."""
    return _acts(noun.low, noun.title)


def thing(noun: Word) -> bool:
    """Tell whether a noun names a thing, a time or an idea: nothing that could act."""
    return _thing(noun.low, noun.title)


@lru_cache(maxsize=8192)
def _acts(low: str, title: bool) -> bool:
    if _known(low, _BODIES, _POSTS, _PEOPLE) or (title and low in _FIELDS and low != "audit"):
        return True
    if _known(low, _THINGS, _NOT_PERSON):
        return False
    one = singular(low)
    return bool(_AGENTIVE.search(one)) and not _AGENTIVE_THINGS.search(one)


@lru_cache(maxsize=8192)
def _thing(low: str, title: bool) -> bool:
    if _acts(low, title):
        return False
    return not low[:1].isalpha() or _known(low, _THINGS, _NOT_PERSON) or bool(_ABSTRACT.search(singular(low)))


def listed_thing(noun: Word) -> bool:
    """Tell whether a noun is known to name a thing or a time, whatever its ending says."""
    return _known(noun.low, _THINGS)


def a_body(noun: Word) -> bool:
    """Tell whether a noun names a body rather than one person."""
    return _known(noun.low, _BODIES) or (noun.title and noun.low in _FIELDS)


def a_field(noun: Word) -> bool:
    """Tell whether a noun names a field of work, so that more of a title may follow: Finance and Audit Committee."""
    return noun.low in _FIELDS or not acts(noun)


def field_of_work(noun: Word) -> bool:
    """Tell whether a noun is known to name a field of work: services, accounts."""
    return noun.low in _FIELDS


def collective(noun: Word) -> bool:
    """Tell whether a plural form names one body: Human Resources, Public Affairs."""
    return noun.low in _FIELDS and noun.low.endswith("s") and noun.title
