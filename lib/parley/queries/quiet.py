"""Topics gone quiet: raised in three successive rounds of a dialogue at one level, and in none since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Filters
from parley.queries.agenda import Raised, Topic, earlier, of_dialogue, raised_at
from parley.queries.read import Connection
from parley.queries.rounds import Round, rounds

IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Quiet:
    """A topic with the rounds in a row at which it was raised and those after, both the newest first."""

    topic: Topic
    raised: tuple[Round, ...]
    since: tuple[Round, ...]

    @property
    def is_sure(self) -> bool:
        """Whether a full official text of each round since is held: silence of press reports alone says nothing."""
        return all(one.full_texts for one in self.since)


def quiet(db: Connection, filters: Filters) -> dict[str, tuple[Quiet, ...]]:
    """The topics gone quiet in each dialogue of which the filters leave a round, by the dialogue's id.

    Outlets, language and topics narrow what is read; dates and sides decide which dialogues are looked at.
    """
    every = rounds(db, Filters())
    found = {}
    for series in rounds(db, filters):
        raised = raised_at(db, of_dialogue(series, filters))
        listed = gone_quiet(every[series], raised)
        found[series] = tuple(one for one in listed if not filters.topics or one.topic.id in filters.topics)
    return {series: listed for series, listed in found.items() if listed}


def gone_quiet(held: Sequence[Round], raised: Mapping[tuple[int, Topic], Raised]) -> tuple[Quiet, ...]:
    """The topics of one dialogue, those that are surely quiet first; `held` are all its rounds, oldest first.

    A round of which no topic at all is held is passed over: nothing can be missed in it.
    """
    told = {meeting for meeting, _ in raised}
    known = [one for one in held if one.id in told or one.full_texts]
    topics = sorted({topic for _, topic in raised}, key=lambda topic: (topic.is_generic, topic.label))
    found = []
    for level in dict.fromkeys(one.level for one in known):
        dated = [one for one in known if one.level == level and one.day]
        found += [one for topic in topics if (one := _of_topic(topic, dated, raised)) is not None]
    return tuple(sorted(found, key=lambda one: not one.is_sure))


def _of_topic(topic: Topic, dated: Sequence[Round], raised: Mapping[tuple[int, Topic], Raised]) -> Quiet | None:
    """Counted back from the newest round: those without the topic, then those in a row with it."""
    newest_first = sorted(dated, key=lambda one: (one.day, one.id), reverse=True)
    has = [(one.id, topic) in raised for one in newest_first]
    if True not in has or has[0]:
        return None
    first = has.index(True)
    end = has.index(False, first) if False in has[first:] else len(has)
    if end - first < IN_A_ROW or not _all_before(newest_first[first], newest_first[:first], dated):
        return None
    return Quiet(topic, tuple(newest_first[first:end]), tuple(newest_first[:first]))


def _all_before(last: Round, since: Sequence[Round], dated: Sequence[Round]) -> bool:
    """Whether the rounds since were surely held later: of two rounds of one year known no better, nobody can tell."""
    return all(last in earlier(one, dated) for one in since)
