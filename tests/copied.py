"""Articles that repeat each other, for tests of copies: one original with a reworded, a cut and an identical one.

Everything here is invented for tests.
"""

from dataclasses import replace

from tests.desk import DEPUTY, ENVOY, ESPD, Met, Said, Story, Told, told

ROUND = Met("dialogue", ESPD[2], "2024-05-31", "Washington", "US", ESPD[0], ESPD[1], 6, people=(ENVOY, DEPUTY))
SENTENCES = (
    Said("Envoy Dana Example and Deputy Minister Ermek Ulgi opened the sixth round in Washington on 31 May 2024."),
    Said("They agreed to let more lorries cross the two busiest border posts at night.", ("transport",), "agreed"),
    Said("Grain, meat and fruit were named as goods that should travel without a second inspection.", ("trade",)),
    Said("The envoys heard a report on wells that run dry along the southern rivers.", ("water-environment",)),
    Said("A fund for young engineers will be opened in spring, both sides told the press.", ("education-exchange",)),
)
LAST = Said("A fund for young chemists is to be opened in winter, both sides told the press.", ("education-exchange",))
OTHER = (
    Said("Talks in Washington ended on 31 May 2024 with smiles and without a paper."),
    Said("Observers say that the border posts were the hard part of the day.", ("transport",)),
)

ORIGINAL = told(Story("Sixth round opens night crossings", SENTENCES, (ROUND,), "Example Herald", "2024-06-01"))
REWORDED = told(
    Story("Night crossings agreed in sixth round", (*SENTENCES[:4], LAST), (ROUND,), "Capital Post", "2024-06-02")
)
CUT = told(Story("Lorries to cross at night", SENTENCES[:3], (ROUND,), "Steppe Times", "2024-05-31"))
REPORT = told(Story("Smiles in Washington", OTHER, (ROUND,), "Capital Post", "2024-06-01"))
IDENTICAL: Told = (
    replace(ORIGINAL[0], title="From the wire: night crossings", source="EU Wire", url="https://example.org/wire"),
    ORIGINAL[1],
)
NEXT_YEAR: Told = (replace(REWORDED[0], text=REWORDED[0].text + " ", published_on="2025-06-01"), REWORDED[1])
COPIED = (ORIGINAL, REWORDED, CUT, REPORT, IDENTICAL)
