"""Every variant of every format that the table of formats is built of is read, with its title, its day and its text."""

from bench import formats


def test_every_format_gives_its_title_day_and_text() -> None:
    rows = formats.table(formats._own())
    missed = {
        name: (row.files, row.title, row.day, row.text)
        for name, row in rows.items()
        if not row.files == row.title[0] == row.day[0] == row.text[0]
    }
    assert missed == {}
    assert len(rows) >= 14
