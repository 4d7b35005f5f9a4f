"""Two rounds of one dialogue in words of our own, after public facts: December 2022 and November 2023.

`PRESS` is what a wire tells of both; `STATEMENT` is the second round in a long joint statement on a ministry's page.
"""

from parley.model import Strength
from tests.desk import DEPUTY, ENVOY, ESPD, Met, Said, Story, Told, told

FIRST = Met("dialogue", ESPD[2], "2022-12-05", "Washington", "US", ESPD[0], ESPD[1], people=(ENVOY, DEPUTY))
SECOND = Met("dialogue", ESPD[2], "2023-11-06", "Astana", "KZ", ESPD[0], ESPD[1], 5, people=(ENVOY, DEPUTY))
AGAIN = ("counterterrorism", "nonproliferation", "climate", "trade")
ENTIRELY_NEW = (
    *("law-enforcement", "narcotics", "critical-minerals", "science-technology"),
    *("sanctions", "media-freedom", "human-trafficking"),
)


def on(topic: str, strength: Strength = "noted", by: str | None = "joint") -> Said:
    """A sentence of its own on one topic."""
    return Said(f"The delegations came to {topic.replace('-', ' ')} and {strength} it.", (topic,), strength, by)


NEXT = Said("The hosts and their guests mean to meet for the next round in 2023.", (), promise=("intends", "both"))
ROUND_2022 = told(
    Story(
        "Envoys meet on the Potomac",
        (
            Said("Dana Example received Ermek Ulgi in Washington on 5 December 2022."),
            *(on(topic) for topic in AGAIN),
            on("education-exchange", "agreed"),
            on("trade-status", "stressed", "KZ"),
            NEXT,
        ),
        (FIRST,),
        "Example Wire",
        "2022-12-06",
    )
)
SHORT_2023 = told(
    Story(
        "Envoys meet on the steppe",
        (
            Said("Ermek Ulgi received Dana Example in Astana on 6 November 2023.\n\n"),
            *(on(topic) for topic in (*AGAIN, *ENTIRELY_NEW)),
            on("trade-status", "wished"),
        ),
        (SECOND,),
        "Example Wire",
        "2023-11-07",
    )
)
STATEMENT_2023 = told(
    Story(
        "Joint statement on the dialogue of the two states",
        (
            Said("The fifth dialogue of the two states was held in Astana on 6 November 2023.\n\n"),
            *(
                Said(f"On {topic.replace('-', ' ')} the sides spoke at length.\n\n", (topic,), "noted")
                for topic in (*AGAIN, *ENTIRELY_NEW)
            ),
            Said("Both sides wish for lasting trade relations.", ("trade-status",), "wished"),
        ),
        (SECOND,),
        "Ministry of Foreign Affairs of Kazakhstan",
        "2023-11-06",
    )
)
OTHER_DAY = told(
    Story(
        "A dialogue in the capital",
        (Said("On 9 November 2023 envoys closed the fifth round, as we hear.", ("trade",)),),
        (Met("dialogue", ESPD[2], "2023-11-09", "Astana", "KZ", ESPD[0], ESPD[1], 5),),
        "Capital Post",
        "2023-11-10",
    )
)
PRESS: tuple[Told, ...] = (ROUND_2022, SHORT_2023)
STATEMENT: tuple[Told, ...] = (ROUND_2022, STATEMENT_2023)
