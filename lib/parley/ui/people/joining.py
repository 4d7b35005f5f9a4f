"""Who is one person and who is not, as readers decide: previewed, with a reason, undone at any time."""

from collections.abc import Sequence

import streamlit as st

from parley import codebook, same_people, settings
from parley.coding.same_person import same_person_reason
from parley.model import Evidence, Filters, Participant
from parley.queries import people
from parley.queries.people import PersonTold
from parley.ui.access import ACTOR, may_correct, who
from parley.ui.correct import deciding
from parley.ui.correct.whom import label
from parley.ui.data import ask
from parley.ui.people.going import go_to
from parley.ui.plain import plain
from parley.ui.words import counted, on_date

LONGEST = 300


def show(one: PersonTold) -> None:
    """What was decided, each with Undo; the two ways to decide, folded."""
    deciding.problem()
    for told in ask(people.decided_on, one.person):
        if told.id != told.together:
            continue
        undone = f" Undone by {who(told.undone_by or '')}." if told.undone_at else ""
        what = "are one person" if told.article_key is None else "is the name of two people"
        why = f": {told.reason}" if told.reason else ""
        names = " and ".join(dict.fromkeys(told.names))
        line = f"{names} {what}, by {who(told.actor)} on {on_date(told.at[:10])}{why}.{undone}"
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"decided-{told.id}"):
            st.markdown(f":small[{plain(line)}]", width="content")
            if may_correct() and not told.undone_at:
                st.button("Undo", key=f"undo.person.{told.id}", type="tertiary", on_click=_undo, args=(told.together,))
    if may_correct():
        left, right = st.columns(2)
        with left, st.expander("Is the same person as …", key="join-person", type="compact"):
            _join(one)
        with right, st.expander("Not the same person everywhere", key="part-person", type="compact"):
            _part(one)


def reasons(one: PersonTold) -> list[str]:
    """Why the spellings of a name are one person's, where the rules say; what people decided stands beside it."""
    party = next((row["party"] for row in one.named if row["party"]), None)
    return why_one([written for written, _ in one.spellings], party)


def why_one(written: Sequence[str], party: str | None) -> list[str]:
    """The rules by which spellings of one side are one person's, the first compared with each of the others."""
    known = codebook.load(settings.from_environment().codebook).people
    first, *others = [_named(name, None, party) for name in written]
    found = (same_person_reason(first, other, known) for other in others if other.name != first.name)
    return list(dict.fromkeys(reason for reason in found if reason))


def _named(name: str, office: str | None, party: str | None) -> Participant:
    return Participant(name, office, party, "", Evidence(0, 0, ""))


def _join(one: PersonTold) -> None:
    """Somebody by name, suspected doubles first; what changes; the reason."""
    every = ask(people.everybody)
    pairs = [pair for pair in people.doubles(every) if one.person in {somebody.person for somebody in pair}]
    near = {somebody.person for pair in pairs for somebody in pair}
    choices = sorted((other for other in every if other.person != one.person), key=lambda o: o.person not in near)
    chosen = st.selectbox("Somebody here", choices, index=None, format_func=label, key=f"join.{one.person}")
    if chosen is None:
        return
    other = ask(people.person, chosen.person, Filters())
    whole = ask(people.person, one.person, Filters())
    if other is None or whole is None:
        return
    st.markdown("\n".join(f"- {plain(line)}" for line in previewed(whole, other)))
    why = st.text_input("Why", key=f"join.why.{one.person}", max_chars=LONGEST)
    st.button("They are one person", type="primary", key="join.sure", on_click=_joined, args=(whole, other, why))


def previewed(one: PersonTold, other: PersonTold) -> list[str]:
    """What putting two together changes, a sentence each; a warning where both sat at one meeting."""
    shared = set(one.meetings) & set(other.meetings)
    meetings = set(one.meetings) | set(other.meetings)
    offices = {office.name for told in (one, other) for office in told.offices}
    spellings = {name for told in (one, other) for name, _ in told.spellings}
    lines = [
        f"{counted(len(meetings), 'meeting')} instead of {len(one.meetings)} and {len(other.meetings)}.",
        f"{counted(len(offices), 'office')} and {counted(len(spellings), 'spelling')}: {', '.join(sorted(spellings))}.",
    ]
    known = codebook.load(settings.from_environment().codebook).people
    first, second = (_named(told.name, *_latest(told)) for told in (one, other))
    if reason := same_person_reason(first, second, known):
        lines.append(reason)
    if shared:
        lines.append(f"Careful: both are named at {counted(len(shared), 'meeting')}. They may be two people.")
    return lines


def _latest(one: PersonTold) -> tuple[str | None, str | None]:
    office = one.offices[0] if one.offices else None
    return (office.name, office.party) if office else (None, None)


def _part(one: PersonTold) -> None:
    """The articles whose namings are of somebody else; what changes; the reason."""
    articles = {int(row["article_id"]): row for row in one.named}
    if len(articles) < 2:
        st.markdown("One article alone names them.")
        return

    def label(article: int) -> str:
        row = articles[article]
        told = f"{row['source'] or row['article']}, {on_date(row['told_on'])}"
        return f"{row['written']}, {row['office'] or 'no office'}: {told}"

    chosen = st.multiselect("These name somebody else", list(articles), format_func=label, key=f"part.{one.person}")
    gone = {row["meeting"] for row in one.named if int(row["article_id"]) in chosen and row["meeting"]}
    left = {row["meeting"] for row in one.named if int(row["article_id"]) not in chosen and row["meeting"]}
    if not chosen or len(chosen) == len(articles):
        st.caption("Choose the articles; at least one is left to this person.")
        return
    st.markdown(plain(f"Somebody new has {counted(len(gone), 'meeting')}; {counted(len(left), 'meeting')} stay here."))
    why = st.text_input("Why", key=f"part.why.{one.person}", max_chars=LONGEST)
    keys = tuple(ask(people.keys_of, tuple(chosen)))
    st.button("They are two people", type="primary", key="part.sure", on_click=_parted, args=(one.person, keys, why))


def _joined(one: PersonTold, other: PersonTold, why: str) -> None:
    """The one named less often becomes the other, whose page opens."""
    kept, gone = sorted((one, other), key=lambda told: -len(told.named))
    if deciding.is_told_why(why) and deciding.carry_out(
        lambda db, book: same_people.join(db, gone.person, kept.person, why, ACTOR, book)
    ):
        go_to(kept.person)


def _parted(person: str, keys: tuple[str, ...], why: str) -> None:
    if deciding.is_told_why(why):
        deciding.carry_out(lambda db, book: same_people.part(db, person, keys, why, ACTOR, book))


def _undo(number: int) -> None:
    deciding.carry_out(lambda db, book: same_people.undo(db, number, ACTOR, book))
