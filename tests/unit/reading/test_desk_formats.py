"""What else a desk feeds: spreadsheets of articles, mail, saved pages, feeds, rich text and zips of all these."""

from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from parley.errors import NeedsColumns, UnreadableFile
from parley.model import Article, Sheet
from parley.reading import documents_in, read

TALKS = "The ministers of Examplia and Testland met in the capital and spoke of trade, transport and the climate."
MORE = "They agreed to meet again in the spring, and to open a second border crossing before the end of the year."


def only(name: str, data: bytes) -> Article:
    (article,) = read(name, data)
    return article


def test_a_spreadsheet_of_articles_is_known_by_the_names_of_its_columns() -> None:
    data = f'Headline;Full text;Outlet;Дата\n"Talks; held";"{TALKS}\n\n{MORE}";Daily;03.05.2021\n'.encode("cp1251")
    article = only("list.csv", data)
    assert (article.title, article.text) == ("Talks; held", f"{TALKS}\n\n{MORE}")
    assert (article.source, article.published_on, article.published_basis) == ("Daily", "2021-05-03", "file")


def test_each_row_is_an_article_named_after_its_row() -> None:
    articles = read("list.csv", f"title,text\nOne,{TALKS.replace(',', '')}\nTwo,{MORE.replace(',', '')}\n".encode())
    assert [(article.id, article.title) for article in articles] == [("list-2", "One"), ("list-3", "Two")]


def test_a_spreadsheet_without_texts_asks_which_columns_are_which_and_shows_its_rows() -> None:
    with pytest.raises(NeedsColumns, match=r"Which columns are which \(visitor, country\)\?") as asked:
        read("visits.csv", b"visitor,country\nA. Person,Examplia\n")
    assert asked.value.sheet == Sheet(("visitor", "country"), (("A. Person", "Examplia"),), 1)


def mail(body: str, subject: str = "Talks held") -> bytes:
    message = EmailMessage()
    message["From"] = "Press Office <press@example.org>"
    message["To"] = "desk@example.org"
    message["Date"] = "Tue, 04 May 2021 09:00:00 +0300"
    message["Subject"] = subject
    message.set_content(body)
    return message.as_bytes()


def test_a_release_sent_by_mail_has_the_date_of_the_mail_and_says_so() -> None:
    article = only("a.eml", mail(f"{TALKS}\n\n{MORE}\n"))
    assert (article.title, article.source, article.text) == ("Talks held", "Press Office", f"{TALKS}\n\n{MORE}")
    assert (article.published_on, article.published_basis) == ("2021-05-04", "date of the mail")


FORWARD = f"""Colleagues, please see below, it looks important to me.

---------- Forwarded message ---------
From: Ministry of Examplia <press@example.org>
Date: Mon, 3 May 2021 at 10:00
Subject: Third dialogue held
To: <all@example.org>

{TALKS}

{MORE}
"""


def test_the_note_and_the_date_of_a_forward_are_not_the_releases() -> None:
    article = only("a.eml", mail(FORWARD, "Fwd: Third dialogue held"))
    assert (article.title, article.source) == ("Third dialogue held", "Ministry of Examplia")
    assert article.text == f"{TALKS}\n\n{MORE}"
    assert (article.published_on, article.published_basis) == ("2021-05-03", "date of the forwarded mail")
    assert article.left_out[0].quote.startswith("Colleagues, please see below")


def test_a_date_that_the_forwarded_release_gives_itself_goes_before_the_mails() -> None:
    article = only("a.eml", mail(FORWARD.replace(TALKS, f"May 2, 2021\n\n{TALKS}")))
    assert (article.published_on, article.published_basis) == ("2021-05-02", "text")


def test_mail_that_is_a_page_is_read_as_text() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "press@example.org", "Talks held"
    message.set_content(f"<html><body><p>{TALKS}</p><p>{MORE}</p></body></html>", subtype="html")
    assert only("a.eml", message.as_bytes()).text == f"{TALKS}\n\n{MORE}"


def test_a_page_saved_by_a_browser_is_read_as_the_page() -> None:
    page = f"<html><head><title>Talks held</title></head><body><p>{TALKS}</p><p>{MORE}</p></body></html>"
    data = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/1\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--x--\r\n"
    )
    article = only("a.mhtml", data.encode())
    assert (article.title, article.text) == ("Talks held", f"{TALKS}\n\n{MORE}")


RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Example Daily</title>
<item><title>Talks held</title>
<link>https://example.org/1</link><pubDate>Mon, 03 May 2021 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{TALKS}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Daily</title><entry><title>Talks held</title>
<link href="https://example.org/1"/><published>2021-05-03T10:00:00Z</published><summary>Talks</summary>
<content type="text">{TALKS}

{MORE}</content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_each_entry_of_a_feed_is_an_article(feed: str) -> None:
    article = only("feed.xml", feed.encode())
    assert (article.title, article.text) == ("Talks held", f"{TALKS}\n\n{MORE}")
    assert (article.source, article.url, article.published_on) == (
        "Example Daily",
        "https://example.org/1",
        "2021-05-03",
    )


def test_a_feed_cannot_make_its_reader_swell() -> None:
    bomb = (
        '<!DOCTYPE r [<!ENTITY a "words words"><!ENTITY b "&a;&a;&a;&a;">]>' + RSS.replace("held", "&b;").split("?>")[1]
    )
    assert "words words" not in str(read("feed.xml", bomb.encode()))


def zipped(files: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_each_document_of_a_zip_is_read_and_a_bad_one_does_not_hold_up_the_others() -> None:
    text = f"Talks held\n\n{TALKS}".encode()
    data = zipped({"one.txt": text, "bad.pdf": b"%PDF-1.7 broken", "in.zip": zipped({"two.txt": text})})
    assert [article.id for article in read("all.zip", data)] == ["one", "two"]
    assert [name for name, _ in documents_in(data)] == ["one.txt", "bad.pdf", "in.zip/two.txt"]


def test_what_a_file_manager_puts_beside_documents_is_no_document() -> None:
    data = zipped({"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "Thumbs.db": b"x", "a.txt": TALKS.encode()})
    assert [name for name, _ in documents_in(data)] == ["a.txt"]


def test_zips_in_zips_without_end_are_refused() -> None:
    data = zipped({"a.txt": TALKS.encode()})
    for _ in range(9):
        data = zipped({"a.zip": data})
    with pytest.raises(UnreadableFile, match="zips in zips without end"):
        read("a.zip", data)


def test_a_zip_that_swells_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        read("a.zip", zipped({"a.txt": b" " * (70 << 20)}))


def test_a_name_in_a_zip_leads_nowhere() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("../../etc/C:/passwd.txt", TALKS)
    assert [name for name, _ in documents_in(file.getvalue())] == ["etc/passwd.txt"]


def test_of_a_note_with_a_release_attached_the_release_is_the_article() -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "colleague@example.org", "As promised"
    message.set_content("Please find the release attached.")
    message.add_attachment(f"Talks held\n\n{TALKS}".encode(), maintype="text", subtype="plain", filename="talks.txt")
    article = only("a.eml", message.as_bytes())
    assert (article.id, article.title, article.text) == ("talks", "Talks held", TALKS)


def test_mails_in_mails_without_end_are_refused() -> None:
    layers = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\nSubject: x\nFrom: a@example.org\n\n--b{n}\n'
        for n in range(3000)
    )
    with pytest.raises(UnreadableFile, match="mails in mails without end"):
        read("a.eml", layers.encode())


def test_rich_text_is_read() -> None:
    pytest.importorskip("striprtf")
    rtf = rf"{{\rtf1\ansi\ansicpg1251\pard Talks held\par {TALKS}\par \u1058? {MORE}\par}}"
    article = only("a.rtf", rtf.encode())
    assert (article.title, article.text) == ("Talks held", f"{TALKS}\n\nТ {MORE}")


def workbook(*rows: list[str]) -> bytes:
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row) + "</row>" for row in rows
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{links}"><Relationship Id="r" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{links}"><Relationship Id="r1" Type="{office}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    return zipped({name: part.encode() for name, part in parts.items()})


def test_a_workbook_of_articles_is_read_like_a_csv() -> None:
    pytest.importorskip("python_calamine")
    data = workbook(["Заголовок", "Текст", "Date"], ["Talks held", TALKS, "2021-05-03"])
    article = only("list.xlsx", data)
    assert (article.title, article.text, article.published_on) == ("Talks held", TALKS, "2021-05-03")
