"""What was promised at a meeting, what was signed, and what a side asked of another, each with its sentence."""

import pandas as pd
import streamlit as st

from parley.queries.read import records
from parley.ui.evidence import by_article
from parley.ui.plain import plain
from parley.ui.words import counted, promise_name

GROUPS = {
    "Promises": ("agreed", "intends", "pledges"),
    "Signed": ("signed",),
    "Asked of another side": ("urges",),
}


def show(promises: pd.DataFrame) -> None:
    """Each kind apart, with its number; nothing where nothing was promised."""
    if promises.empty:
        return
    st.subheader("Promises made there", anchor=False)
    for title, kinds in GROUPS.items():
        rows = promises[promises["kind"].isin(kinds)]
        if rows.empty:
            continue
        st.markdown(f"**{title}** · :small[{counted(rows['sentence'].nunique(), 'sentence')}]")
        for sentence in dict.fromkeys(rows["sentence"]):
            same = rows[rows["sentence"] == sentence]
            first = records(same)[0]
            deadline = "" if first["due_on"] or title != "Promises" else ", no deadline"
            with st.container(key=f"evidence-promise-{first['id']}", gap="xsmall"):
                st.markdown(plain(promise_name(first) + deadline))
                by_article(same.drop_duplicates("article_id"), many=False)
