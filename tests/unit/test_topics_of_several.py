"""A topic dealt with at two of an article's meetings counts at both, each sentence at its own."""

from pathlib import Path

from parley import codebook, coding
from parley.model import Article
from parley.store import writer
from tests.desk import make, settings_in

TEXT = (
    "Foreign Minister of Italy Carlo Rossi received Foreign Minister of Kenya Peter Otieno. The ministers discussed "
    "tourism. He also received the Ambassador of Peru, Luis Soto. They discussed tourism and trade."
)
TIED = """
SELECT t.topic, r.parties FROM mentions m JOIN topics t ON t.id = m.topic_id
JOIN reports r ON r.meeting_id = m.meeting_id AND r.article_id = m.article_id ORDER BY m.start_at, t.topic
"""


def test_each_sentence_about_a_topic_counts_at_the_meeting_that_it_tells_of(tmp_path: Path) -> None:
    article = Article("A day at the ministry", TEXT, "Example Daily", published_on="2024-04-12")
    found = coding.code(article, codebook.load())
    assert [(mention.topic, mention.meeting) for mention in found.mentions] == [
        ("tourism", None),
        ("tourism", 1),
        ("trade", None),
    ]
    assert {reading.topic: reading.meeting for reading in found.readings} == {"tourism": 0, "trade": 1}

    settings = make(settings_in(tmp_path), [(article, found)])
    db = writer(settings)
    sides = [tuple(row) for row in db.execute(TIED)]
    db.close()
    assert sides == [("tourism", '["IT", "KE"]'), ("tourism", '["IT", "PE"]'), ("trade", '["IT", "PE"]')]
