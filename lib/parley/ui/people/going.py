"""The way to the page of a person."""

import streamlit as st


def go_to(person: str) -> None:
    """Open the page of a person: the address names them from then on."""
    st.query_params["who"] = person
