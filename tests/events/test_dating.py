"""Which date of a sentence belongs to which of its events."""

import datetime as dt

import pytest
from spacy.tokens import Doc

from eventmap.dates import DateReader
from eventmap.events.dating import date_of
from eventmap.events.reading import SentenceReading
from eventmap.nlp import model
from eventmap.sentences import sentences
from eventmap.triggers import Trigger

WEDNESDAY = dt.date(2024, 5, 15)

# The words that tell of events are between asterisks; the dates of these events follow.
TEXTS = {
    # A date before a noun is that noun's, and of what happened in it.
    "Police *arrested* five people in Lagos after Monday's *attack* on a bus.": [None, "2024-05-13"],
    "Four people were *killed* in Sunday's *attack* on a mosque in Kabul.": ["2024-05-12", "2024-05-12"],
    "Monday's vote in Kano was marred by *clashes*.": ["2024-05-13"],
    "Three men were *arrested* on Monday over Saturday's *shooting* in Malmö.": ["2024-05-13", "2024-05-11"],
    "He *vanished* in a 2015 police *raid*.": ["2015-01-01/2015-12-31", "2015-01-01/2015-12-31"],
    "The lawyer has been held since he *vanished* in a 2015 police sweep.": ["2015-01-01/2015-12-31"],
    # One date for verbs that are joined, and none for what came before.
    "On Monday, rebels *shelled* Goma and gunmen *shot* a priest in Bukavu.": ["2024-05-13", "2024-05-13"],
    "*Riots* broke out in Leeds on Monday after police *shot* a teenager.": ["2024-05-13", None],
    "*Riots* broke out in Leeds on Monday after police *shot* a teenager on Sunday.": ["2024-05-13", "2024-05-12"],
    "On Tuesday, a court in Colombo *jailed* three men who *bombed* a church in April 2019.": [
        "2024-05-14",
        "2019-04-01/2019-04-30",
    ],
    # The day of saying is not the day of what is said.
    "Police said on Monday that a man had been *stabbed* in Leeds.": [None],
    "A man was *stabbed* in Leeds on Friday, police said on Monday.": ["2024-05-10"],
    "Two people were *killed* in Kyiv, officials said in a statement on Tuesday.": [None],
    # Distances.
    "Thousands *marched* in Tbilisi on Saturday, a day after police *arrested* 20 activists.": [
        "2024-05-11",
        "2024-05-10",
    ],
    "Thousands *marched* in Tbilisi, a day after police *arrested* 20 activists.": [None, None],
    "Two days after the 3 May *attack*, police *arrested* four men in Kano.": ["2024-05-03", "2024-05-05"],
    "Two days after gunmen *killed* a judge on 3 May, police *arrested* four men in Kano.": [
        "2024-05-03",
        "2024-05-05",
    ],
    "Hundreds *fled* in the space of three days after *mobilisation* was announced on 3 May.": [None, "2024-05-03"],
    "It came a week after gunmen *killed* 12 people in a market in Maiduguri.": ["2024-05-08"],
    "Three months after the *floods*, cholera *killed* 12 people in Derna.": [None, None],
    # The day of an anniversary is not the day that it recalls.
    "The *protest* in Warsaw was held on the anniversary of the 13 December 1981 declaration of martial law.": [None],
    # Since, and up to.
    "*Fighting* has killed 500 people in Khartoum since it erupted on 15 April 2023.": ["2023-04-15/2024-05-15"],
    "Thousands have *fled* Khartoum since *fighting* broke out on 15 April.": [
        "2024-04-15/2024-05-15",
        "2024-04-15/2024-05-15",
    ],
    "The clinic in Kenscoff has been shut since gangs *attacked* it on Friday.": ["2024-05-10"],
    "By Monday, 30 people had *died* in Kinshasa.": [None],
    # What harms and whom it harms.
    "A *grenade* *thrown* into a bar in Bangui *wounded* seven people on Saturday.": ["2024-05-11"] * 3,
    "A man who *stabbed* two women in Lyon *died* in hospital on Monday.": [None, "2024-05-13"],
    # From one sentence to the next.
    "A bomb *killed* six people in Quetta on 3 May. Two days later gunmen *shot* a judge there.": [
        "2024-05-03",
        "2024-05-05",
    ],
    "Rebels *seized* Bunagana in 2022. The following year they *attacked* Goma.": [
        "2022-01-01/2022-12-31",
        "2023-01-01/2023-12-31",
    ],
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_date_belongs_to_its_event(text: str) -> None:
    parts = text.split("*")
    doc = model()("".join(parts))
    starts = [len("".join(parts[:i])) for i in range(1, len(parts), 2)]
    triggers = [_trigger(doc, start) for start in starts]
    dates = DateReader(WEDNESDAY).read(doc)
    found = []
    for span in sentences(doc):
        inside = [date for date in dates if span.start <= date.token_start < span.end]
        told = tuple(trigger for trigger in triggers if span.start <= trigger.head < span.end)
        reading = SentenceReading(span, told, (), tuple(inside), (), ())
        found += [date_of(trigger, reading) for trigger in told]

    days = [date and "/".join(dict.fromkeys([str(date.start), str(date.end)])) for date in found]
    assert days == TEXTS[text]


def _trigger(doc: Doc, start: int) -> Trigger:
    token = next(token for token in doc if token.idx == start)
    end = start + len(token)
    return Trigger("attack", token.i, (token.i,), start, end, "attack/1", 0.9, (), (), (), (), consequence=False)


def test_a_story_of_the_south_has_its_seasons(read) -> None:
    (event,) = read("Floods killed 12 people in Queensland last summer.").events

    assert event.date and (event.date.start, event.date.end) == (dt.date(2023, 12, 1), dt.date(2024, 2, 29))
