"""Documents in own words as an analyst hands them in together, and a worker that reads, adds and looks at them."""

from threading import Event

from parley.settings import Settings
from parley.store import Connection, held
from parley.store.jobs import is_any_open
from parley.store.taking_back import next_to_take
from parley.store.trials import next_trial
from parley.worker import work


def settled(settings: Settings) -> None:
    """Be the worker until nothing is left to read, to add, to take back or to look at."""

    def until(db: Connection) -> bool:
        return not (
            is_any_open(db) or held.is_any_asked(db) or held.is_any_unseen(db) or next_to_take(db) or next_trial(db)
        )

    assert work(settings, until=until, stop=Event()), "another worker is at it"


def release(title: str, day: str, words: str) -> bytes:
    """A release as plain text."""
    return f"{title}\n{day}\n\n{words}\n".encode()


TALKS = release(
    "Kazakhstan and Japan close the third round of their dialogue",
    "November 7, 2023",
    "ASTANA – Kazakhstan and Japan held the third Kazakhstan-Japan Strategic Dialogue in Astana on November 6, 2023. "
    "The sides discussed trade and climate change.",
)
AGAIN = release(
    "Third round with Tokyo",
    "November 8, 2023",
    "The third Kazakhstan-Japan Strategic Dialogue took place in Astana on November 6, 2023. Energy security was "
    "discussed at length, and the envoys of Kazakhstan and Japan agreed to meet every year.",
)
LONG = TALKS + (
    b"Deputy ministers of both states opened the round in the morning. They spoke about customs, about the railway "
    b"to the coast and about the price of freight. In the afternoon the delegations turned to water, to the harvest "
    b"and to the teaching of languages. They signed nothing, and they will meet again in Tokyo when the trees bloom."
)
NOTICE = release(
    "Opening hours", "March 1, 2024", "The visa section of the ministry is closed on Friday, 8 March 2024."
)
RECALLS = release(
    "A greeting on the day of the republic",
    "October 25, 2023",
    "The President of Kazakhstan congratulated the people. He recalled the C5+1 summit held in New York in September "
    "2023.",
)
SUMMIT = release(
    "Leaders of six states meet in New York",
    "September 20, 2023",
    "NEW YORK – The leaders of Kazakhstan, the Kyrgyz Republic, Tajikistan, Turkmenistan, the United States and "
    "Uzbekistan met at the C5+1 summit in New York on September 19, 2023. They discussed trade and critical minerals.",
)
UNDATED = b"A meeting\n\nThe foreign ministers of Kazakhstan and Turkey met and discussed trade.\n"
FRENCH = (
    "Les ministres se sont rencontrés\n\nLes ministres des affaires étrangères se sont rencontrés à Paris pour parler "
    "du commerce et des investissements entre leurs pays, et de la sécurité de la région.\n"
).encode()
SIX = (
    ("talks.txt", TALKS),
    ("again.txt", AGAIN),
    ("notice.txt", NOTICE),
    ("undated.txt", UNDATED),
    ("french.txt", FRENCH),
    ("bad.pdf", b"%PDF-1.7 cut"),
)


def forty() -> tuple[tuple[str, bytes], ...]:
    """Forty documents: thirty-one that leave no question open, and nine that do."""
    towns = ("Astana", "Rome", "Oslo", "Ankara", "Tokyo", "Bern", "Vienna", "Prague", "Lisbon", "Madrid")
    calls = [
        (
            f"note{n}.txt",
            release(
                f"Ministers of Kazakhstan and Italy meet in {towns[n % 10]}",
                f"{MONTHS[n // 10]} {n % 10 + 11}, 2024",
                f"{towns[n % 10].upper()} – The foreign ministers of Kazakhstan and Italy met in {towns[n % 10]} on "
                f"{MONTHS[n // 10]} {n % 10 + 10}, 2024. The sides discussed trade and {SUBJECTS[n % 5]}.",
            ),
        )
        for n in range(28)
    ]
    doubtful = [(f"undated{n}.txt", UNDATED.replace(b"trade", subject.encode())) for n, subject in enumerate(SUBJECTS)]
    broken = [(f"bad{n}.pdf", b"%PDF-1.7 cut" + bytes([65 + n])) for n in range(3)]
    return (
        ("talks.txt", TALKS),
        ("again.txt", AGAIN),
        ("notice.txt", NOTICE),
        *calls,
        *doubtful,
        ("french.txt", FRENCH),
        *broken,
    )


MONTHS = ("January", "March", "May")
SUBJECTS = ("climate change", "energy security", "water", "border security", "counterterrorism")
