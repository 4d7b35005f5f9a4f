"""A small spreadsheet of meetings, written for tests, and the way in for any."""

from contextlib import closing
from threading import Event

from parley.model import Columns
from parley.queries import inbox
from parley.settings import Settings
from parley.sheets.columns import as_json
from parley.store import writer
from parley.store.intake import accept
from parley.worker import work

HEAD = "Ref,Day,To,Guest,Land,Remarks\n"
ROWS = "g-1,2011-05-03,2011-05-04,Queen Ada,Norway,A dinner.\ng-2,1905-07-02,,King Ko,Hawaii,=1+1 <b>shown</b>\n"


def bring(desk: Settings, data: str | bytes, columns: Columns | None = None, name: str = "guests.csv") -> int:
    """File a spreadsheet, be the worker until nothing waits, and return the upload."""
    with closing(writer(desk)) as db:
        content = data.encode() if isinstance(data, str) else data
        upload = accept(db, desk, [(name, content)], "upload", "test", as_json(columns) if columns else "")
    work(desk, until=lambda db: not inbox.unfinished(db).documents, stop=Event())
    return upload
