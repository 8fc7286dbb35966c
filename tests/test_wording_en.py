"""Who does what in an English sentence: the actor's bare name, the act, in the order of the sentence."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.models import Act
from corpus.rules.english.items import agents
from corpus.rules.english.wording import deeds

P, R, D, C, S = Act.PROPOSE, Act.REVIEW, Act.DECIDE, Act.CARRY_OUT, Act.SUPERVISE
WORDS = (
    "The the Board Head of Finance and may approve approves approved by must on recommendation , . ; : ( ) "
    "committee Trustees or consent without reported to is responsible for not"
)
PIECES = st.sampled_from(WORDS.split(" "))
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=25).map(" ".join))


def read(sentence: str) -> list[tuple[str, Act]]:
    return [(deed.actor, deed.act) for deed in deeds(sentence)]


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("The Bursar may approve orders up to and including £4,000.", [("Bursar", D)]),
        (
            "Loans are decided by the Council on the recommendation of the Treasurer.",
            [("Council", D), ("Treasurer", P)],
        ),
        ("The Dean decides after advice from the Studies Committee.", [("Dean", D), ("Studies Committee", R)]),
        ("The Site Manager reviews the request and the Principal signs it.", [("Site Manager", R), ("Principal", C)]),
        ("Minutes are kept by the Clerk.", [("Clerk", C)]),
        ("The Safety Officer monitors compliance.", [("Safety Officer", S)]),
        ("No vehicle may be hired without the written consent of the Transport Manager.", [("Transport Manager", D)]),
        ("Appeals are heard by the Appeals Panel.", [("Appeals Panel", D)]),
        ("Closure of a branch is reserved to the Board of Governors.", [("Board of Governors", D)]),
        ("The plan is submitted to the Estates Committee for approval.", [("Estates Committee", D)]),
        ("The Librarian is responsible for withdrawing old stock.", [("Librarian", D)]),
        ("Grants must be approved by the Chair and the Treasurer.", [("Chair", D), ("Treasurer", D)]),
        ("Any breach must be reported to the Registrar.", [("Registrar", S)]),
        ("Only the Rector can exclude a member.", [("Rector", D)]),
        (
            "The Warden, or in her absence the Deputy Warden, may approve leave.",
            [("Warden", D), ("Deputy Warden", D)],
        ),
        (
            "An appeal goes to the Governors' Appeals Panel.",
            [("Governors' Appeals Panel", D)],
        ),
        ("Spending is, in every case beyond the plan, approved by the Rector.", [("Rector", D)]),
        ("Naming a hall rests with the Court.", [("Court", D)]),
        ("Oversight of the scheme is exercised by the Wine Committee.", [("Wine Committee", S)]),
        ("It is for the Captain to say who rows.", [("Captain", D)]),
        ("The duty of the Beadle is clear.", []),
        ("It is the duty of the Beadle to lock the gates.", [("Beadle", C)]),
        ("No one but the Cellarer may open the vault.", [("Cellarer", D)]),
        ("The Abbot may delegate to the Almoner the hire of vans.", [("Almoner", D)]),
        (
            "Boats are chosen by the Commodore acting with the advice of the Boatswain.",
            [("Commodore", D), ("Boatswain", R)],
        ),
        ("Leave (authority: the Head of Music) is noted.", [("Head of Music", D)]),
        (
            "The Drugs and Therapeutics Committee, which meets monthly, assesses new drugs.",
            [("Drugs and Therapeutics Committee", R)],
        ),
        ("Send the form to the Almoner, who checks it.", [("Almoner", R)]),
        ("The Steward drafts the menu and the Fellows settle it.", [("Steward", P), ("Fellows", D)]),
        (
            "The Marshal may, by notice and after consulting the Pilots, close the river.",
            [("Marshal", D), ("Pilots", R)],
        ),
        ("The bursar must be told of every gift.", [("bursar", S)]),
        ("Each plan needs Senate approval.", [("Senate", D)]),
        ("Deeds are signed by the Provost or nominee.", [("Provost", C), ("nominee", C)]),
        (
            "A skipper who wishes to race applies to the Race Officer, whose ruling is final.",
            [("skipper", P), ("Race Officer", D)],
        ),
        ("Gifts are accepted by the Guild unless the Dean objects.", [("Guild", D), ("Dean", R)]),
        (
            "A loan is agreed by the Bursar if it is under £50, by the Dean if it is £50 or more but less than £90, "
            "and by the Court if it is £90 or more.",
            [("Bursar", D), ("Dean", D), ("Court", D)],
        ),
        (
            "Loans to members are agreed by the Bursar; those to guests by the Dean; and those to deans by the Court.",
            [("Bursar", D), ("Dean", D), ("Court", D)],
        ),
        (
            "Small boats are hired by the porter concerned, all others by the Dean.",
            [("porter concerned", C), ("Dean", C)],
        ),
        ("The vault is opened by nobody but the Cellarer.", [("Cellarer", C)]),
        ("Fines are fixed by the Court and by no other body or person.", [("Court", D)]),
        (
            "A menu is written by the Cook, looked over by the Health and Safety Adviser and agreed by the Steward.",
            [("Cook", P), ("Health and Safety Adviser", R), ("Steward", D)],
        ),
        (
            "A rota is made up by the Porter, costed by the Bursar, weighed up by the Fellows and settled by the Dean.",
            [("Porter", C), ("Bursar", R), ("Fellows", R), ("Dean", D)],
        ),
        (
            "A boat is bought by the Commodore, the Boatswain having first tested it.",
            [("Commodore", C), ("Boatswain", R)],
        ),
        ("The Court may close a chapel, the Fellows having been consulted.", [("Court", D), ("Fellows", R)]),
        (
            "Your tutor says what she thinks, the Bursar looks at the cost and the Dean decides.",
            [("tutor", R), ("Bursar", R), ("Dean", D)],
        ),
        ("The Marker scores the paper and the Examiner confirms the grade.", [("Marker", R), ("Examiner", D)]),
        ("The Marker confirms that the paper is complete.", [("Marker", R)]),
        ("The Dean of Admissions goes through the files each term.", [("Dean of Admissions", R)]),
        ("The Almoner may move up to and including £70 between the funds.", [("Almoner", D)]),
        ("Keys are issued by the Porter at the request of a Fellow.", [("Porter", D), ("Fellow", P)]),
        ("Keys are issued by the Porter.", [("Porter", C)]),
        ("Suspension of a member is ordered by the Proctor.", [("Proctor", D)]),
        ("Wine is ordered by the Butler.", [("Butler", C)]),
        ("Wine is poured by the Butler under the eye of a Fellow.", [("Butler", C), ("Fellow", S)]),
        ("The Steward keeps an eye on the cellar.", [("Steward", S)]),
        ("The Steward puts the plan into practice.", [("Steward", C)]),
        ("A warning is given by the Proctor, a final warning by the Dean.", [("Proctor", D), ("Dean", D)]),
        ("The Registrar thereupon enters it in the book.", [("Registrar", C)]),
        ("If the Fellows can't agree, the Visitor decides.", [("Visitor", D)]),
        ("A question that cannot wait may be decided by the Dean alone.", [("Dean", D)]),
        ("The matter is reported to the next Estates Committee.", [("Estates Committee", S)]),
        ("Up to three days are the Warden's to give.", [("Warden", D)]),
        ("For a guest the decision is the Porter's.", [("Porter", D)]),
        ("Whether a boat goes out is up to the Commodore.", [("Commodore", D)]),
        ("Moving the library is for the full Court only.", [("full Court", D)]),
        ("The Bursar agrees anything up to £40; above £40 the Dean does.", [("Bursar", D), ("Dean", D)]),
        ("Up to £40 the Bursar decides; above that, the Dean.", [("Bursar", D), ("Dean", D)]),
        (
            "The Bursar approves the claims of tutors, the Dean those of bursars and the Visitor those of the Dean.",
            [("Bursar", D), ("Dean", D), ("Visitor", D)],
        ),
        (
            "Spending is authorised by: the Court for items over £90; a panel over £40; or the Clerk below £40.",
            [("Court", D), ("panel", D), ("Clerk", D)],
        ),
        ("It is the Court, not the Panel, that sets the rate.", [("Court", D)]),
        ("Nobody may row without first getting leave from the Boatswain.", [("Boatswain", D)]),
        ("A second key needs a yes from the Porter.", [("Porter", D)]),
        ("The Trustees have the final word.", [("Trustees", D)]),
        ("The Curator puts a picture forward and the Trustees decide.", [("Curator", P), ("Trustees", D)]),
        ("The power to suspend lies with the Provost alone.", [("Provost", D)]),
        ("Gifts must be declared to the Registrar.", [("Registrar", S)]),
        ("Any fellow who suspects theft must tell the Proctor straight away.", [("fellow", C), ("Proctor", S)]),
        ("The Porter must notify the Proctor of any fire.", [("Porter", C), ("Proctor", S)]),
        ("The Almoner checks each term whether the loan is still needed.", [("Almoner", S)]),
        ("A member may ask the Visitor to look at it again.", [("member", P), ("Visitor", D)]),
        ("The Court reserves the right to refuse a tender.", [("Court", D)]),
        ("The Porter makes sure that the lamps burn.", [("Porter", C)]),
        ("The Harbour Master proposes the dues and the Board sets them.", [("Harbour Master", P), ("Board", D)]),
        ("If the two pilots cannot agree the Harbour Master decides.", [("Harbour Master", D)]),
        (
            "Fines of up to £9 are set by the Proctor; anything over that goes to the Court.",
            [("Proctor", D), ("Court", D)],
        ),
        (
            "Gifts: porters up to £9; the Bursar up to £90; above that, the Court.",
            [("porters", D), ("Bursar", D), ("Court", D)],
        ),
        ("Leave: up to two days, tutor; anything longer, the Dean.", [("tutor", D), ("Dean", D)]),
        (
            "Porters can allow up to £9, stewards up to £90 and bursars up to £900.",
            [("Porters", D), ("stewards", D), ("bursars", D)],
        ),
        ("Limits are £9 for porters and £90 for stewards.", [("porters", D), ("stewards", D)]),
        ("No lamp is lit until the Marshal has given the word.", [("Marshal", D)]),
        ("A guest may stay if the Steward is happy with that.", [("Steward", D)]),
        ("The bell is rung only when the Precentor so directs.", [("Precentor", D)]),
        ("Save for the Cellarer, nobody may open the vault.", [("Cellarer", D)]),
        ("To the Court alone belongs the power to alter the arms.", [("Court", D)]),
        ("No grave is opened but with the warrant of the Sexton.", [("Sexton", D)]),
        ("Bonds are sold by the Bursar following an assessment by two brokers.", [("Bursar", C), ("two brokers", R)]),
        ("The choice of hymns is the Precentor's.", [("Precentor", D)]),
        ("Gifts need the Dean's leave; those above £9 need the Provost's.", [("Dean", D), ("Provost", D)]),
        ("Trips: Dean to propose, Court to approve.", [("Dean", P), ("Court", D)]),
        ("Rents are settled by the Bursar, the Court to be informed.", [("Bursar", D), ("Court", S)]),
        ("Ask the Proctor first; if she agrees, hang the banner.", [("Proctor", R), ("Proctor", D)]),
        ("The Audit Panel meets each term to approve the accounts.", [("Audit Panel", D)]),
        ("Consulted: Boatswain | Notified to: Harbour Board", [("Boatswain", R), ("Harbour Board", S)]),
        ("Bylaws may be amended only at a general meeting.", [("general meeting", D)]),
        ("The Bursar has the final say and the Dean has a casting vote.", [("Bursar", D), ("Dean", D)]),
        ("The Steward presents the menu to the Fellows for approval.", [("Steward", P), ("Fellows", D)]),
        ("Boats are lent by whichever porter is on duty.", [("whichever porter is on duty", C)]),
        (
            "Keys go to the Head of Infection Prevention and Control for approval.",
            [("Head of Infection Prevention and Control", D)],
        ),
        (
            "For longer ones the Wine Panel advises and the Court decides.",
            [("Wine Panel", R), ("Court", D)],
        ),
        (
            "The crest is changed by the Herald, following advice from the Colours Panel.",
            [("Herald", D), ("Colours Panel", R)],
        ),
        (
            "A gallery that floods is closed by the Curator and reopened only by the Surveyor.",
            [("Curator", D), ("Surveyor", D)],
        ),
        ("The safe is closed by the porter.", [("porter", C)]),
        ("A pay step is withheld by the Dean on the advice of the Pay Panel.", [("Dean", D), ("Pay Panel", R)]),
        ("The Registrar may cut this to 9 days for temporary appointments.", [("Registrar", D)]),
        ("The Registrar puts the draft to the Court for adoption.", [("Registrar", P), ("Court", D)]),
        ("A tutor who refuses a request twice tells the Dean why.", [("tutor", C), ("Dean", S)]),
        ("Three days are given for a wedding, by the Bursar.", [("Bursar", D)]),
        ("A detention after hours is given by a Proctor.", [("Proctor", D)]),
        ("A detention may be given by any teacher.", [("teacher", D)]),
        ("Overtime is ordered in advance by the Site Manager.", [("Site Manager", D)]),
        ("A written censure is issued by the Dean.", [("Dean", D)]),
        ("Diving requires clearance by the Marshal and authorisation by the Rector.", [("Marshal", R), ("Rector", D)]),
        ("Diving requires clearance by the Marshal.", [("Marshal", D)]),
        ("Berths at the quay are offered by the Berths Panel.", [("Berths Panel", D)]),
        ("The levy is discussed by the Forum and fixed each May by the Court.", [("Forum", R), ("Court", D)]),
        ("A cheque bears two signatures, that of the Bursar and that of the Dean.", [("Bursar", D), ("Dean", D)]),
        ("Leases are entered into by the Court and nobody else.", [("Court", D)]),
        ("The reserve is drawn on by the Court alone.", [("Court", D)]),
        ("Fines may be waived by the Dean, upon a report by the Proctor.", [("Dean", D), ("Proctor", R)]),
        ("The decisions kept by the Court are these.", [("Court", D)]),
        ("This power the Court delegates to nobody.", [("Court", D)]),
        ("Damage is made good by the Hirer.", [("Hirer", C)]),
        ("If you can't come, your Head of House may let you go early.", [("Head of House", D)]),
        ("Members may swap rooms provided that the Steward is told by 8.30.", [("Steward", S)]),
        ("The Cox may at any moment call off or cut short an outing.", [("Cox", D)]),
        ("Nobody but the Rector speaks to the papers.", [("Rector", D)]),
        ("A fellow whose own house has put in the case withdraws.", [("fellow", C)]),
        ("Bids are opened by two clerks, neither of whom belongs to the Bursary.", [("two clerks", C)]),
        (
            "The Warden, or if the Warden can't be reached the Sub-Warden, may exercise any power of the Court.",
            [("Warden", D), ("Sub-Warden", D)],
        ),
        (
            "A complaint goes to the Dean straight away, one about the Dean to the Secretary to the Court.",
            [("Dean", D), ("Secretary to the Court", D)],
        ),
        ("Proof of insurance goes to the Bursar.", []),
        ("The Charter sets out who moves a matter and who is heard.", []),
        ("The Berths Panel ranks the applications and the Dean weighs them.", [("Berths Panel", R), ("Dean", R)]),
        (
            "Medals are handed out by the Rector and the keys are handed out by the porter.",
            [("Rector", D), ("porter", C)],
        ),
        ("Every deed is read by the Proctor before it is signed.", [("Proctor", R)]),
        ("A special meeting is called by the Chair.", [("Chair", D)]),
        ("At £9,000 or more it takes the Treasurer.", [("Treasurer", D)]),
        ("Three fellows named by the Dean score the bids.", [("Three fellows named by the Dean", R), ("Dean", D)]),
        ("Bids are scored by a team of three named by the Bursar.", [("team of three", R), ("Bursar", D)]),
        ("Suspension of a member, while an inquiry runs, is ordered by the Provost.", [("Provost", D)]),
        (
            "The Claims Panel, three fellows who knew nothing of it, hears both sides.",
            [("Claims Panel", D)],
        ),
        ("The Dean may nevertheless exempt a pupil.", [("Dean", D)]),
        ("The Court shall appoint and, should the need arise, remove the Dean.", [("Court", D)]),
        (
            "The Dean decides and, if the Clerk objects, tells the Court.",
            [("Dean", D), ("Dean", C), ("Clerk", R), ("Court", S)],
        ),
        ("The Steward approves short trips; anything longer is for your Dean.", [("Steward", D), ("Dean", D)]),
        (
            "It needs the consent of the Dean if it is £9 or less, and of the Court if it is more than £9.",
            [("Dean", D), ("Court", D)],
        ),
        ("A drill is ordered by the Proctor after consulting the fire service.", [("Proctor", C), ("fire service", R)]),
    ],
)
def test_an_actor_and_his_act_are_read(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert read(sentence) == chain


@pytest.mark.parametrize(
    "sentence",
    [
        "The library closes at nine.",
        "This power may not be delegated.",
        "In this policy, approval means approval in writing.",
        "References to consent of the Court include consent by letter.",
        "The Wine Committee meets monthly.",
        "A member may keep a dog.",
        "Claims are settled by post and by cheque.",
        "The Warden's limit is shown in the annex.",
        "The porter can't refuse it.",
        "Claims are paid by the end of the following month.",
        "The rest of the order applies.",
        "The Dean of Admissions reports are lost.",
        "The Chair has no casting vote.",
        "The Bursar pays no money out.",
        "A member may defer payment.",
        "Minutes are approved at the next meeting.",
        "The green is for the Fellows.",
        "The book is the Dean's.",
        "A form is needed, and it goes to the Registry.",
        "",
        "by",
        "The",
    ],
)
def test_a_sentence_in_which_nobody_acts_has_no_deeds(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("A volunteer may not sign a lease.", "volunteer"),
        ("The Deputy must not approve her own claim.", "Deputy"),
        ("Budget holders cannot authorise their own travel.", "Budget holders"),
    ],
)
def test_who_must_not_act_is_no_actor(sentence: str, actor: str) -> None:
    assert actor not in [name for name, _ in read(sentence)]


def test_neither_nor_gives_nobody_a_power() -> None:
    assert read("Neither the Bursar nor the Clerk may approve a loan.") == []


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The Warden signs off room bookings.", "signs off"),
        ("Leave is granted by the Head of School.", "granted"),
        ("Members are appointed by the Senate.", "appointed"),
        ("It needs the Dean's say-so.", "say-so"),
        ("The Dean looks again at the list.", "looks"),
    ],
)
def test_the_verb_is_the_printed_one(sentence: str, verb: str) -> None:
    assert [deed.verb for deed in deeds(sentence)] == [verb]


def test_articles_stay_out_of_the_name() -> None:
    assert read("An order is authorised by the Head of Operations or the Finance Director.") == [
        ("Head of Operations", D),
        ("Finance Director", D),
    ]


def test_an_open_lead_in_gives_its_actor_to_what_follows() -> None:
    assert read("The Council alone may:") == [("Council", D)]


def test_an_item_names_the_agent_that_its_lead_in_leaves_out() -> None:
    item = "(c) above £9,000, by the Finance Committee;"
    found = agents(item, "Write-offs are approved, by their size:")
    assert [(item[d.start : d.end], d.act, d.verb) for d in found] == [("Finance Committee", D, "approved")]


@pytest.mark.parametrize(
    ("lead_in", "item", "chain"),
    [
        ("The Steward shall:", "(a) keep the cellar book;", [("Steward", C)]),
        ("The Wine Committee:", "• advises the Bursar on prices;", [("Wine Committee", R)]),
        ("Duties of the Fire Warden:", "- to report each drill to the Marshal.", [("Fire Warden", C), ("Marshal", S)]),
        ("The Court has power:", "(2) to grant leases;", [("Court", D)]),
        ("No chapel may be closed without the consent of:", "(b) the Visitor.", [("Visitor", D)]),
        ("The Master shall consult the following before altering the liturgy:", "1. the Precentor.",
         [("Master", D), ("Precentor", R)]),
        ("The Chair may not:", "(a) vary the agenda;", []),
        ("The Treasurer", "(a) prepares the budget;", [("Treasurer", P)]),
        ("No boat may be sold without the approval of both", "(a) the Commodore; and", [("Commodore", D)]),
        ("The Porter informs", "(b) the Proctor, within one day, of every fire;", [("Porter", C), ("Proctor", S)]),
    ],
)  # fmt: skip
def test_an_item_goes_on_where_its_lead_in_breaks_off(lead_in: str, item: str, chain: list[tuple[str, Act]]) -> None:
    assert deeds(lead_in) == []
    found = agents(item, lead_in)
    assert [(deed.actor, deed.act) for deed in found] == chain
    assert all(deed.actor in (lead_in[deed.start : deed.end], item[deed.start : deed.end]) for deed in found)


@pytest.mark.parametrize(
    ("lead_in", "item", "actors"),
    [
        ("Bad debts are written off", "(a) by the Almoner, if it is £7 or less;", ["Almoner"]),
        ("Wine is bought—", "(b) over £9, by the Steward, the Bursar having seen that it is good;", ["Steward"]),
        ("Loans are agreed by", "(c) the Court, on the advice of the Bursar, over £90.", ["Court", "Bursar"]),
        ("Money may be moved:", "(d) from pay to other costs, by nobody but the Dean.", ["Dean"]),
    ],
)
def test_an_item_brings_the_agent_of_a_lead_in_without_a_colon(lead_in: str, item: str, actors: list[str]) -> None:
    assert [item[d.start : d.end] for d in agents(item, lead_in)] == actors


@example("", "APPROVED%bY")
@given(TEXTS, TEXTS)
def test_whatever_stands_under_a_lead_in_is_read_without_a_fault(item: str, lead_in: str) -> None:
    for deed in agents(item, lead_in):
        assert deed.actor in (lead_in[deed.start : deed.end], item[deed.start : deed.end])


@given(TEXTS)
def test_whatever_is_read_every_deed_shows_where_its_actor_stands(text: str) -> None:
    for deed in deeds(text):
        assert deed.actor
        assert text[deed.start : deed.end] == deed.actor


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        ("Ask the Librarian before moving a shelf.", [("Librarian", D)]),
        ("Ask the Cook for permission to use the oven.", [("Cook", D)]),
        ("When in doubt, ask the Fire Officer before lighting a stove.", [("Fire Officer", D)]),
        ("Get the Matron's signature on the form.", [("Matron", D)]),
        ("Ask the Librarian for a ticket.", []),
    ],
)
def test_whom_the_reader_is_told_to_ask_first_decides(sentence: str, chain: list[tuple[str, Act]]) -> None:
    assert read(sentence) == chain
