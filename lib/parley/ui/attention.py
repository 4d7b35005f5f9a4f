"""What a click opened is brought into view where it stands outside of it.

The script is a constant of ours: nothing from data is ever part of it, but for a key of which only the letters and
signs of a CSS class are left.
"""

import re

import streamlit as st

NOT_OF_A_CLASS = re.compile(r"[^a-zA-Z0-9_-]")
LOOK = """<i data-opened="{about}"></i><script>
requestAnimationFrame(() => {{
  const panel = document.querySelector('[class*="st-key-{key}"]');
  if (!panel) return;
  const top = panel.getBoundingClientRect().top;
  if (top < 56 || top > 0.75 * window.innerHeight) panel.scrollIntoView({{block: 'start'}});
}});
</script>"""


def look_at(key: str, about: object) -> None:
    """Scroll the container with this key into view, once each time that something else (`about`) is opened in it."""
    with st.container(key=f"unseen-{NOT_OF_A_CLASS.sub('-', key)}"):
        st.html(scroll_script(key, about), unsafe_allow_javascript=True)


def scroll_script(key: str, about: object) -> str:
    """The script for a key; of `about` only a number is in it, so that it runs anew for something else."""
    return LOOK.format(key=NOT_OF_A_CLASS.sub("-", key), about=hash(about))
