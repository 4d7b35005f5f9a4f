"""Mail as colleagues send it on: the release is the article; the note and the day of sending on are not."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from parley.errors import UnreadableFile
from parley.model import Article
from parley.reading import parts_of, read
from tests.outlook import Outlook, packed_rtf

TALKS = "The ministers of Examplia and Testland met in the capital and spoke of trade, transport and the climate."
MORE = "They agreed to meet again in the spring, and to open a second border crossing before the end of the year."
BODY = f"{TALKS}\n\n{MORE}"
NOTE = "Colleagues, please see below, it looks important to me."
TITLE = "Third dialogue held"

HEADS = {
    "gmail": f"""---------- Forwarded message ---------
From: Press Office <press@example.org>
Date: Mon, 3 May 2021 at 10:00
Subject: {TITLE}
To: <all@example.org>""",
    "outlook": f"""-----Original Message-----
From: Press Office [mailto:press@example.org]
Sent: Monday, May 3, 2021 10:00 AM
To: 'Desk'; 'Another Desk';
    'A third'
Subject: {TITLE}
Importance: High""",
    "outlook without a line": f"""________________________________
From: Press Office <press@example.org>
Sent: Monday, May 3, 2021 10:00
To: all@example.org
Cc: some@example.org
Subject: {TITLE}""",
    "apple": f"""Begin forwarded message:

> From: Press Office <press@example.org>
> Subject: {TITLE}
> Date: 3 May 2021 at 10:00:00 GMT+6
> To: all@example.org
>""",
    "russian outlook": f"""-----Исходное сообщение-----
От: Press Office
Отправлено: 3 мая 2021 г. 10:00
Кому: Отдел
Тема: {TITLE}""",
    "russian outlook without a line": f"""От: Press Office <press@example.org>
Отправлено: понедельник, 3 мая 2021 г. 10:00
Кому: all@example.org
Тема: {TITLE}""",
    "mail.ru": f"""-------- Пересылаемое сообщение --------
От кого: Press Office <press@example.org>
Кому: all@example.org
Дата: Понедельник, 3 мая 2021, 10:00 +03:00
Тема: {TITLE}""",
    "yandex": """-------- Начало переадресованного сообщения --------
03.05.2021, 10:00, "Press Office" <press@example.org>:""",
    "kazakh": f"""Кімнен: Press Office
Жіберілді: 2021 жылғы 3 мамыр 10:00
Кімге: Бөлім
Тақырыбы: {TITLE}""",
    "bold marks": f"""*From:* Press Office <press@example.org>
*Sent:* Monday, May 3, 2021 10:00
*To:* all@example.org
*Subject:* {TITLE}""",
    "german": f"""-----Ursprüngliche Nachricht-----
Von: Press Office
Gesendet: 03.05.2021 10:00
An: alle
Betreff: {TITLE}""",
}
SIGNS = ["Fwd: ", "FW: ", "Fw: Re: ", "Пересл: ", "[EXTERNAL] FWD: "]


def only(name: str, data: bytes) -> Article:
    (article,) = read(name, data)
    return article


def mail(body: str, subject: str = f"Fwd: {TITLE}", *, html: str = "", files: dict[str, bytes] | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "A Colleague <colleague@example.org>"
    message["To"] = "desk@example.org"
    message["Date"] = "Tue, 04 May 2021 09:00:00 +0300"
    message["Subject"] = subject
    if body:
        message.set_content(body)
    if html and body:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def is_the_release(article: Article) -> None:
    assert (article.title, article.text, article.source) == (TITLE, BODY, "Press Office")
    assert (article.published_on, article.published_basis) == ("2021-05-03", "date of the forwarded mail")
    assert NOTE in "\n".join(left.quote for left in article.left_out)


def sent_on(style: str) -> str:
    quote = "> " if style == "apple" else ""
    release = "\n".join(f"{quote}{line}" for line in BODY.split("\n"))
    return f"{NOTE}\n\n{HEADS[style]}\n\n{release}\n"


@pytest.mark.parametrize("style", HEADS)
def test_the_release_is_found_in_whatever_way_a_mail_program_sends_on(style: str) -> None:
    is_the_release(only("a.eml", mail(sent_on(style))))


@pytest.mark.parametrize("style", HEADS)
def test_the_same_holds_for_messages_of_outlook(style: str) -> None:
    message = Outlook(f"FW: {TITLE}", sent_on(style).replace("\n", "\r\n"), "A Colleague <colleague@example.org>")
    is_the_release(only("a.msg", message.to_bytes()))


@pytest.mark.parametrize("sign", SIGNS)
def test_the_title_is_the_subject_without_its_signs(sign: str) -> None:
    text = f"{NOTE}\n\n---------- Forwarded message ---------\nFrom: Press Office <press@example.org>\n\n{BODY}"
    article = only("a.eml", mail(text, sign + TITLE))
    assert (article.title, article.text, article.published_on) == (TITLE, BODY, None)


def test_a_release_sent_on_twice_is_read_from_the_innermost_mail() -> None:
    inner = sent_on("outlook").replace(NOTE, "For the file.")
    twice = f"{NOTE}\n\nFrom: Someone Else\nSent: Monday, May 3, 2021 12:00\nTo: B\nSubject: FW: {TITLE}\n\n{inner}"
    article = only("a.eml", mail(twice))
    is_the_release(article)
    assert "For the file." in article.left_out[0].quote


def test_a_long_note_above_a_short_release_stays_a_note() -> None:
    note = " ".join([NOTE] * 20)
    is_the_release(only("a.eml", mail(sent_on("gmail").replace(NOTE, note))))


def test_of_an_answer_the_longer_text_is_the_article_and_the_rest_is_left_out() -> None:
    asked = "On Mon, 3 May 2021 at 08:00, Desk <desk@example.org> wrote:\n> Could you send us the text?\n> Thank you."
    article = only("a.eml", mail(f"{BODY}\n\n{asked}", f"Re: {TITLE}"))
    assert (article.title, article.text, article.source) == (TITLE, BODY, "A Colleague")
    assert (article.published_on, article.published_basis) == ("2021-05-04", "date of the mail")
    assert article.left_out[0].quote.startswith("On Mon, 3 May 2021")


@pytest.mark.parametrize(
    "line",
    [
        "On Mon, 3 May 2021 at 10:00, Press Office <press@example.org> wrote:",
        "On 3 May 2021, at 10:00, Press Office\n<press@example.org> wrote:",
        "пн, 3 мая 2021 г. в 10:00, Press Office <press@example.org>:",
        "3 мая 2021 г., в 10:00, Press Office <press@example.org> написал(а):",
        "2021 ж. 3 мамыр, 10:00, Press Office <press@example.org> жазды:",
    ],
)
def test_thanks_above_a_quoted_release_are_left_out(line: str) -> None:
    quoted = "\n".join(f"> {part}" for part in BODY.split("\n"))
    article = only("a.eml", mail(f"Thank you!\n\n{line}\n{quoted}\n\nBest regards from below", f"Re: {TITLE}"))
    assert (article.title, article.text, article.source) == (TITLE, BODY, "Press Office")
    assert article.published_on == "2021-05-03"
    assert [left.quote.split()[0] for left in article.left_out] == ["Thank", "Best"]


def test_a_release_that_quotes_a_letter_is_not_taken_apart() -> None:
    text = f"{BODY}\n\nOn 3 May 2021 the President wrote:\n\nI look forward to the next round of our dialogue in Rome."
    assert only("a.eml", mail(text, TITLE)).text == text


def test_a_signature_is_left_out() -> None:
    article = only("a.eml", mail(f"{BODY}\n\n-- \nA. Colleague\nMinistry of Examplia\n+1 000 000", TITLE))
    assert article.text == BODY
    assert "Ministry of Examplia" in article.left_out[0].quote


PAGES = {
    "gmail": f"""<div dir="ltr">{NOTE}<br><br><div class="gmail_quote">
<div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>
From: <strong>Press Office</strong> <span>&lt;<a href="mailto:p@example.org">p@example.org</a>&gt;</span><br>
Date: Mon, 3 May 2021 at 10:00<br>Subject: {TITLE}<br>To: &lt;all@example.org&gt;<br></div>
<p>{TALKS}</p><p>{MORE}</p></div></div>""",
    "outlook": f"""<p class=MsoNormal>{NOTE}</p><div style="border-top:solid 1pt"><p class=MsoNormal>
<b>From:</b> Press Office &lt;press@example.org&gt;<br><b>Sent:</b> Monday, May 3, 2021 10:00 AM<br>
<b>To:</b> all@example.org<br><b>Subject:</b> {TITLE}</p></div>
<p class=MsoNormal>{TALKS}</p><p class=MsoNormal>{MORE}</p>""",
    "russian outlook": f"""<p>{NOTE}</p><div><p><b>От:</b> Press Office<br><b>Отправлено:</b> 3 мая 2021 г. 10:00<br>
<b>Кому:</b> Отдел<br><b>Тема:</b> {TITLE}</p></div><p>{TALKS}</p><p>{MORE}</p>""",
    "apple": f"""<div>{NOTE}<br><div><br><blockquote type="cite"><div>Begin forwarded message:</div><br>
<div><b>From: </b>Press Office &lt;press@example.org&gt;</div><div><b>Subject: </b><b>{TITLE}</b></div>
<div><b>Date: </b>3 May 2021 at 10:00:00 GMT+6</div><div><b>To: </b>all@example.org</div><br>
<div><p>{TALKS}</p><p>{MORE}</p></div></blockquote></div></div>""",
}


@pytest.mark.parametrize("style", PAGES)
def test_a_mail_that_is_a_page_is_taken_apart_as_well(style: str) -> None:
    page = f"<html><body>{PAGES[style]}</body></html>"
    is_the_release(only("a.eml", mail("", html=page)))
    is_the_release(only("a.msg", Outlook(f"FW: {TITLE}", None, html=page.encode()).to_bytes()))


def test_a_plain_text_that_only_points_to_the_page_is_not_taken() -> None:
    page = f"<html><body><p>{TALKS}</p><p>{MORE}</p></body></html>"
    assert only("a.eml", mail("Your mail program cannot show this message.", TITLE, html=page)).text == BODY


def test_a_rich_text_of_outlook_is_read() -> None:
    rtf = rb"{\rtf1\ansi\ansicpg1251\pard " + TALKS.encode() + rb"\par " + MORE.encode() + rb"\par}"
    assert only("a.msg", Outlook(TITLE, None, rtf=packed_rtf(rtf)).to_bytes()).text == BODY


def test_a_page_in_an_outlook_message_is_read_in_its_own_letters() -> None:
    said = "Министры встретились в столице и обсудили торговлю. Они договорились встретиться весной."
    message = Outlook(TITLE, None, html=f"<p>{said}</p>".encode("cp1251"), code_page=1251)
    assert only("a.msg", message.to_bytes()).text == said


def test_an_outlook_message_has_its_day_and_its_sender() -> None:
    sent = datetime(2021, 5, 3, 22, 30, tzinfo=UTC)
    article = only("a.msg", Outlook(TITLE, BODY, "Press Office <press@example.org>", sent).to_bytes())
    assert (article.title, article.source, article.text) == (TITLE, "Press Office", BODY)
    assert (article.published_on, article.published_basis) == ("2021-05-03", "date of the mail")


RELEASE = f"{TITLE}\n\n3 May 2021\n\n{TALKS}".encode()


@pytest.mark.parametrize("is_outlook", [False, True])
def test_each_attached_release_is_a_document_of_its_own_and_the_note_is_kept_with_the_first(is_outlook: bool) -> None:
    files = {"talks.txt": RELEASE, "more.html": f"<title>More</title><p>{MORE}</p>".encode(), "bad.pdf": b"%PDF-1.7 x"}
    message = (
        Outlook("As promised", NOTE, files=list(files.items())).to_bytes() if is_outlook else mail(NOTE, files=files)
    )
    parts = parts_of("a.msg" if is_outlook else "a.eml", message)
    assert [name for name, _ in parts] == ["talks.txt", "more.html", "bad.pdf"]
    (_, first), (_, second), (_, third) = parts
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(third, UnreadableFile)
    assert (first.title, first.published_on, first.published_basis) == (TITLE, "2021-05-03", "text")
    assert first.left_out[0].quote == NOTE
    assert (second.title, second.text, second.left_out) == ("More", MORE, ())


@pytest.mark.parametrize("is_outlook", [False, True])
def test_a_mail_attached_to_a_mail_is_read_as_the_mail_that_it_is(is_outlook: bool) -> None:
    if is_outlook:
        inner = Outlook(TITLE, BODY, sent=datetime(2021, 5, 3, 9, 0, tzinfo=UTC))
        data = Outlook("FW: mail", NOTE, within=[inner]).to_bytes()
    else:
        release = EmailMessage()
        release["From"], release["Subject"] = "Press Office <press@example.org>", TITLE
        release["Date"] = "Mon, 03 May 2021 10:00:00 +0300"
        release.set_content(BODY)
        outer = EmailMessage()
        outer["From"], outer["Subject"], outer["Date"] = "A Colleague", "Fwd: mail", "Tue, 04 May 2021 09:00:00 +0300"
        outer.set_content(NOTE)
        outer.add_attachment(release)
        data = outer.as_bytes()
    article = only("a.msg" if is_outlook else "a.eml", data)
    assert (article.title, article.text, article.source) == (TITLE, BODY, "Press Office")
    assert (article.published_on, article.published_basis) == ("2021-05-03", "date of the mail")
    assert article.left_out[0].quote == NOTE


def test_pictures_in_the_text_and_signatures_of_programs_are_no_documents() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "press@example.org", TITLE
    message.set_content(BODY)
    message.add_attachment(b"\x89PNG x", maintype="image", subtype="png", filename="logo.png", cid="<logo>")
    message.add_attachment(b"x", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    message.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar", filename="invite.ics")
    assert [name for name, _ in parts_of("a.eml", message.as_bytes())] == ["a.eml"]


def test_mails_within_mails_without_end_are_refused_in_their_place() -> None:
    inner = Outlook("last", "See the attached message.")
    for number in range(12):
        inner = Outlook(f"mail {number}", "See the attached message.", within=[inner])
    articles = read("a.msg", inner.to_bytes())
    assert len(articles) <= 9


def test_a_subject_in_bare_letters_is_read() -> None:
    head = "From: press@example.org\nSubject: Переговоры в столице\nDate: Mon, 3 May 2021 10:00:00 +0300\n\n"
    data = head.encode("cp1251") + f"{BODY}\n".encode()
    assert only("a.eml", data).title == "Переговоры в столице"


def test_a_subject_that_names_nothing_gives_way_to_the_heading() -> None:
    article = only("a.eml", mail(f"{TITLE}\n\n{BODY}", "Press release"))
    assert (article.title, article.text) == (TITLE, BODY)
