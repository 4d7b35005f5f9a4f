"""Correcting an article's date of publication, from which its relative dates are reckoned."""

from dataclasses import replace

import streamlit as st

from parley.errors import ParleyError
from parley.queries import corrections
from parley.queries.articles import StoredArticle
from parley.sheets.dates import day_in
from parley.store.corrections import Correction
from parley.ui.access import may_correct
from parley.ui.correct import deciding, report, standing
from parley.ui.data import ask
from parley.ui.plain import plain
from parley.ui.words import published

LONGEST = 300


def button(article: StoredArticle) -> None:
    """ "Correct the date of publication"; "Report a mistake" for readers who may not."""
    if not may_correct():
        report.button(f"reader.{article.id}", article=article.id)
    elif st.button(
        "Correct the date of publication",
        key=f"correct.published.{article.id}",
        type="tertiary",
        icon=":material/edit:",
    ):
        _dialog(article)


@st.dialog("Correct", width="medium")
def _dialog(article: StoredArticle) -> None:
    key = f"correct.published.{article.id}"
    st.markdown(plain(published(article.published_on, article.published_basis)))
    with st.form(f"{key}.form", border=False):
        st.text_input("Published on", key=f"{key}.date", placeholder="7 November 2023")
        st.text_input("Why", key=f"{key}.reason", max_chars=LONGEST)
        st.caption("Its text is read anew: “on Monday” and “yesterday” are reckoned from this day.")
        saved = st.form_submit_button("Save", type="primary", on_click=_save, args=(article, key))
    if saved and not deciding.problem():
        st.rerun()
    told = ask(corrections.decided_in, ask(corrections.key_of, article.id))
    if told:
        standing.lines([one for one in told if one.part == "article"], {}, f"published.{article.id}")


def _save(article: StoredArticle, key: str) -> None:
    try:
        day = day_in(str(st.session_state[f"{key}.date"] or ""))
    except ParleyError as error:
        deciding.refuse(str(error))
        return
    before, after = {"published_on": article.published_on}, {"published_on": day}
    told = Correction("article", "corrected", ask(corrections.key_of, article.id), field="published_on")
    deciding.correct([replace(told, before=before, after=after)], st.session_state[f"{key}.reason"])
