"""What became of each document: new, already known, or unreadable and why; what was found is one click away."""

from datetime import datetime

import streamlit as st

from parley.model import NOT_READ
from parley.queries import articles, inbox
from parley.queries.articles import Found, StoredArticle
from parley.queries.inbox import ReceiptRow, Upload
from parley.ui import paging
from parley.ui.articles.passages import about_meeting, about_topic, name_of_meeting
from parley.ui.data import ask, now
from parley.ui.heading import section
from parley.ui.inbox import take_back, unread
from parley.ui.internal import LOCK, WORD
from parley.ui.links import article_link, meeting_link, on_timeline
from parley.ui.plain import plain
from parley.ui.words import NOT_READ_FOR_TOPICS, counted, moment, published

OUTCOMES = {
    **{"new": "New", "known": "Already known", "rows": "Spreadsheet of meetings", "unreadable": "Unreadable"},
    **{"waits": "Waiting for you", "left": "Left out"},
}
SIGNS = {
    "new": ":material/check_circle:",
    "known": ":material/content_copy:",
    "rows": ":material/table:",
    "unreadable": ":material/error:",
    "waits": ":material/hourglass_empty:",
    "left": ":material/do_not_disturb_on:",
}
ASIDE = {
    "waits": "It was read and waits above until you add it.",
    "left": "It is kept aside; bring it back under “Left out”.",
}
KINDS = {"upload": "Files", "paste": "Pasted text", "samples": "Samples", "command": "From the command line"}
PAGE, SHORT = 25, 5


def show(latest: int | None) -> None:
    """The uploads, newest first, a line each; the one that this reader has just brought is open, and a short newest
    one."""
    before = paging.turned("uploads", "all")
    listed = now(inbox.uploads, before)
    if not listed:
        with st.container(border=True, key="empty-state"):
            st.markdown("**Nothing has been uploaded yet.**")
            st.markdown(
                "Bring a release or an article above: one is read and added at once; of several you first see what "
                "each would add. Each document then has a line here that says what it held."
            )
        return
    section("uploads", "Uploads")
    for upload in listed:
        short = upload.id == listed[0].id and upload.kind != "samples" and upload.documents <= SHORT
        _upload(upload, is_open=(short or upload.id == latest) and not upload.waits)
    paging.buttons("uploads", "all", listed[-1].id if len(listed) == inbox.PAGE else None)


def head_of(upload: Upload) -> str:
    """ "Files, 6 November 2023, 09:12: 40 documents: 31 new …"."""
    at = moment(datetime.fromisoformat(upload.created_at))
    own = " (internal)" if upload.internal else ""
    return f"{KINDS.get(upload.kind, upload.kind)}{own}, {at}: {in_words(upload)}"


def _upload(upload: Upload, *, is_open: bool) -> None:
    """One upload with its counts; its documents inside, asked for once it is opened."""
    box = st.expander(plain(head_of(upload)), expanded=is_open, key=f"upload.{upload.id}", on_change="rerun")
    if box.open:
        with box:
            if not upload.taken:
                _documents(upload)
            take_back.offer(upload, "inbox")


def in_words(upload: Upload) -> str:
    """ "40 documents: 31 new, 6 already known, 3 unreadable"; "1 file with 13 documents in it: 13 new", as of a zip."""
    counts = [(getattr(upload, outcome), name.lower()) for outcome, name in OUTCOMES.items()]
    parts = [f"{count:,} {name}" for count, name in counts if count]
    parts += [f"{upload.waiting:,} waiting"] if upload.waiting else []
    parts += [f"{upload.asking:,} need{'s' * (upload.asking == 1)} you"] if upload.asking else []
    lines = 0 if upload.rows else sum(count for count, _ in counts)
    count = counted(upload.documents, "document")
    if upload.taken:
        return f"{count}: {'taken back' if upload.taken == 'done' else 'being taken back'}"
    if lines > upload.documents:
        inside = "it" if upload.documents == 1 else "them"
        count = f"{counted(upload.documents, 'file')} with {counted(lines, 'document')} in {inside}"
    return f"{count}: {', '.join(parts) or 'nothing in it'}"


def _documents(upload: Upload) -> None:
    outcomes = _outcomes(upload)
    about = (upload.id, outcomes)
    after = paging.turned(f"receipts.{upload.id}", about) or 0
    rows = now(inbox.receipts, upload.id, outcomes, after, PAGE)
    if not rows:
        waits = "It waits for your answer above." if upload.asking else ""
        st.caption(waits or "Each document has its line here once it has been read.")
    for row in rows:
        _receipt(row)
    paging.buttons(f"receipts.{upload.id}", about, rows[-1].id if len(rows) == PAGE else None)


def _outcomes(upload: Upload) -> tuple[str, ...]:
    """Which lines to show, where there are several kinds: so that three unreadable ones are found among forty."""
    offered = [outcome for outcome in OUTCOMES if getattr(upload, outcome)]
    if len(offered) < 2:
        return ()
    chosen = st.pills(
        "Show",
        offered,
        format_func=lambda outcome: f"{OUTCOMES[outcome]} {getattr(upload, outcome):,}",
        key=f"outcomes.{upload.id}",
        label_visibility="collapsed",
    )
    return (chosen,) if chosen in offered else ()


def _receipt(row: ReceiptRow) -> None:
    """One line a document, and what was found in it one click away."""
    with st.container(key=f"receipt-{row.id}", gap="xxsmall"):
        title = row.title or row.name
        own = f" {LOCK} {WORD}" if row.internal else ""
        st.markdown(f"{SIGNS[row.outcome]} **{OUTCOMES[row.outcome]}** · {plain(title)}{own}")
        if row.outcome == "unreadable":
            st.caption(plain(" · ".join(part for part in (row.name if row.title else "", row.reason) if part)))
            if not row.waits:
                unread.show(row.id, row.reason)
            return
        if row.outcome == "rows":
            st.caption(plain(f"{row.name} · {row.reason}"))
            on_timeline("See them on the Timeline")
            return
        if row.outcome in ASIDE:
            st.caption(plain(f"{row.name} · {ASIDE[row.outcome]}"))
            return
        if row.article_id is None and row.reason:
            st.caption(plain(f"{row.name} · {row.reason}"))
            return
        if row.article_id is None:
            st.caption(plain(f"{row.name} · the article has been removed since"))
            return
        article, found = ask(articles.stored_article, row.article_id), ask(articles.found_in, row.article_id)
        if article:
            about = (row.name, published(article.published_on, article.published_basis), article.source, row.reason)
            st.caption(plain(" · ".join(part for part in about if part)))
            if article.language == "other":
                st.caption(f":material/translate: {NOT_READ_FOR_TOPICS}")
            for _, quote in article.left_out:
                if quote.startswith(NOT_READ):
                    st.caption(f":material/hide_image: {plain(quote)}")
            _found(row, article, found)


def _found(row: ReceiptRow, article: StoredArticle, found: Found) -> None:
    """Meetings and topics with their sentences, and the way to the reader."""
    counts = (
        counted(len(found.meetings), "meeting"),
        counted(len(found.topics), "topic"),
        counted(len(found.people), "person"),
        counted(len(found.promises), "promise"),
    )
    inside = st.expander(f"What Parley found: {', '.join(counts)}", key=f"found.{row.id}", type="compact")
    with inside, st.container(key=f"evidence-found-{row.id}", gap="xsmall"):
        for meeting in found.meetings:
            fields = " · ".join(value for _, value in about_meeting(meeting))
            st.markdown(f"**{plain(name_of_meeting(meeting))}**  \n:gray[{plain(fields)}]")
            meeting_link(meeting.meeting_id)
            _quotes(article, meeting.spans)
        for topic in found.topics:
            st.markdown(f"**{plain(topic.label)}**  \n:gray[{plain(about_topic(topic))}]")
            _quotes(article, topic.spans)
    article_link(article.id, "Read it with every passage marked")


def _quotes(article: StoredArticle, spans: tuple[tuple[int, int], ...]) -> None:
    st.markdown("\n\n".join(f"> {plain(article.text[start:end])}" for start, end in spans))
