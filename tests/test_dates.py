"""Dates read from sentences of our own, each against a publication date: the whole result of each is compared."""

from __future__ import annotations

import datetime as dt

import pytest
from spacy.tokens import Doc

from eventmap.dates import DateMention, DateReader, find_dates
from eventmap.dates.periods import add_months, easter, far_weekday, nearest_month_day, season
from eventmap.nlp import model

WEDNESDAY = dt.date(2022, 9, 28)

# Sentence, and each mention as "words = first..last precision relation"; one day is written once.
CASES: dict[str, list[str]] = {
    # A day, a month or a year by its name
    "The bridge fell on 21 September 2021.": ["21 September 2021 = 2021-09-21 day"],
    "The bridge fell on September 21, 2021, killing two.": ["September 21, 2021 = 2021-09-21 day"],
    "It was signed on the 21st of September.": ["the 21st of September = 2022-09-21 day"],
    "The letter is dated 21.09.2021.": ["21.09.2021 = 2021-09-21 day"],
    "Updated 2021-09-21 by the agency.": ["2021-09-21 = 2021-09-21 day"],
    "The form says 25/05/2022.": ["25/05/2022 = 2022-05-25 day"],
    "The form says 12/05/2022.": ["12/05/2022 = unknown"],
    "KYIV, Sept. 27 (Agency) - Shells hit a market.": ["Sept. 27 = 2022-09-27 day"],
    "Floods began on Wednesday, September 21.": ["Wednesday, September 21 = 2022-09-21 day"],
    "Polls open on Wednesday, 5 October.": ["Wednesday, 5 October = 2022-10-05 day"],
    "Cholera was found there in March 2014.": ["March 2014 = 2014-03-01..2014-03-31 month"],
    "The dam was built in 1972.": ["1972 = 1972-01-01..1972-12-31 year"],
    "The 2014 annexation was condemned.": ["2014 = 2014-01-01..2014-12-31 year"],
    "He was jailed from 2014 to 2016.": ["2014 to 2016 = 2014-01-01..2016-12-31 year"],
    "The drought of 2019-21 emptied the wells.": ["2019-21 = 2019-01-01..2021-12-31 year"],
    "Nothing changed in the 1990s.": ["1990s = 1990-01-01..1999-12-31 year"],
    # Spans
    "They met between 3 and 5 May.": ["3 and 5 May = 2022-05-03..2022-05-05 day"],
    "It rained from March 3 to March 5.": ["March 3 to March 5 = 2022-03-03..2022-03-05 day"],
    "The truce held on May 3–5.": ["May 3–5 = 2022-05-03..2022-05-05 day"],
    "The siege lasted from 3 May to 5 June 2021.": ["3 May to 5 June 2021 = 2021-05-03..2021-06-05 day"],
    "Crowds marched on Sunday and Monday.": ["Sunday and Monday = 2022-09-25..2022-09-26 day"],
    "Riots broke out on Friday, Saturday and Sunday.": ["Friday, Saturday and Sunday = 2022-09-23..2022-09-25 day"],
    "Crowds marched on Monday and Thursday.": ["Monday = 2022-09-26 day", "Thursday = 2022-09-22 day"],
    "Between Sunday and Tuesday the fire spread.": ["Sunday and Tuesday = 2022-09-25..2022-09-27 day"],
    "The museum closed between May and July 2021.": ["May and July 2021 = 2021-05-01..2021-07-31 month"],
    # The year is missing
    "A tanker sank on 5 May.": ["5 May = 2022-05-05 day"],
    "A tanker sank on 5 October.": ["5 October = 2021-10-05 day"],
    "The country will vote on 5 October.": ["5 October = 2022-10-05 day"],
    "The trial is due to open on 5 October.": ["5 October = 2022-10-05 day"],
    "The war began in February.": ["February = 2022-02-01..2022-02-28 month"],
    "The crash happened in November.": ["November = 2021-11-01..2021-11-30 month"],
    "They will return in November.": ["November = 2022-11-01..2022-11-30 month"],
    "A blaze broke out in September last year.": ["September last year = 2021-09-01..2021-09-30 month"],
    "He was shot on 3 May last year.": ["3 May last year = 2021-05-03 day"],
    "He was shot on the 21st and died later.": ["the 21st = 2022-09-21 day"],
    # Weekdays
    "A gunman struck on Monday.": ["Monday = 2022-09-26 day"],
    "A gunman struck on Wednesday.": ["Wednesday = 2022-09-28 day"],
    "A gunman struck on Thursday.": ["Thursday = 2022-09-22 day"],
    "The order was signed last Wednesday.": ["last Wednesday = 2022-09-21 day"],
    "He vanished last Tuesday.": ["last Tuesday = 2022-09-20 day"],
    "Drones struck on Monday night.": ["Monday night = 2022-09-26 day"],
    "Troops left on Thursday of last week.": ["Thursday of last week = 2022-09-22 day"],
    "MPs will debate the bill on Thursday.": ["Thursday = 2022-09-29 day"],
    "Next Tuesday they will march again.": ["Next Tuesday = 2022-10-04 day"],
    "The deadline is 6 October.": ["6 October = 2022-10-06 day"],
    "Experts are studying the cause of a blaze Monday morning that gutted a mill.": ["Monday morning = 2022-09-26 day"],
    "The rally is planned for Saturday.": ["Saturday = 2022-10-01 day"],
    "A strike is scheduled for this Friday.": ["this Friday = 2022-09-30 day"],
    "Shelling continued overnight into Tuesday.": ["overnight into Tuesday = 2022-09-26..2022-09-27 day"],
    # Told from the day of publication
    "Two buses collided yesterday.": ["yesterday = 2022-09-27 day"],
    "The court ruled today.": ["today = 2022-09-28 day"],
    "The flood will peak tomorrow.": ["tomorrow = 2022-09-29 day"],
    "Shells fell overnight.": ["overnight = 2022-09-27..2022-09-28 day"],
    "A bomb went off last night.": ["last night = 2022-09-27 day"],
    "The ferry sank two days ago.": ["two days ago = 2022-09-26 day"],
    "The quake struck 48 hours ago.": ["48 hours ago = 2022-09-26 day"],
    "The ferry sank three weeks ago.": ["three weeks ago = 2022-09-05..2022-09-11 week"],
    "A few days ago the mayor resigned.": ["A few days ago = 2022-09-24..2022-09-26 week"],
    "The mayor resigned two years ago.": ["two years ago = 2020-01-01..2020-12-31 year"],
    "Students were beaten last week.": ["last week = 2022-09-19..2022-09-25 week"],
    "Prices rose last month.": ["last month = 2022-08-01..2022-08-31 month"],
    "Prices rose last year.": ["last year = 2021-01-01..2021-12-31 year"],
    "Nurses walked out this week.": ["this week = 2022-09-26..2022-09-28 week"],
    "Nurses will walk out this week.": ["this week = 2022-09-28..2022-10-02 week"],
    "The plant shut earlier this month.": ["this month = 2022-09-01..2022-09-28 month"],
    "Four climbers died over the weekend.": ["the weekend = 2022-09-24..2022-09-25 day"],
    "Over the past three days, 12 people died.": ["the past three days = 2022-09-25..2022-09-28 day"],
    "In the last 24 hours two posts were hit.": ["the last 24 hours = 2022-09-27..2022-09-28 day"],
    "Cases doubled over the past month.": ["the past month = 2022-08-28..2022-09-28 month"],
    # Seasons and holidays
    "Fires raged in the summer of 2021.": ["the summer of 2021 = 2021-06-01..2021-08-31 month"],
    "Pipes froze last winter.": ["last winter = 2021-12-01..2022-02-28 month"],
    "Rivers rose in the spring.": ["the spring = 2022-03-01..2022-05-31 month"],
    "The market was bombed on Christmas Day.": ["Christmas Day = 2021-12-25 day"],
    "Churches were attacked on Easter Sunday 2019.": ["Easter Sunday 2019 = 2019-04-21 day"],
    # Parts of months, years and other periods
    "The rains came in early June 2021.": ["early June 2021 = 2021-06-01..2021-06-10 week"],
    "The rains came in mid-March.": ["mid-March = 2022-03-11..2022-03-20 week"],
    "The rains came late last month.": ["late last month = 2022-08-21..2022-08-31 week"],
    "The mine shut in late 2015.": ["late 2015 = 2015-09-01..2015-12-31 month"],
    "The mine shut in the late 1980s.": ["late 1980s = 1987-01-01..1989-12-31 year"],
    "The mine shut in the first half of 2021.": ["the first half of 2021 = 2021-01-01..2021-06-30 month"],
    "The mine shut in the first week of May.": ["the first week of May = 2022-05-01..2022-05-07 week"],
    "The mine shut in the final days of April.": ["the final days of April = 2022-04-21..2022-04-30 week"],
    "Six wells ran dry in the first three months of the year.": [
        "the first three months of the year = 2022-01-01..2022-03-31 month"
    ],
    "Six wells have run dry since the start of the year.": [
        "since the start of the year = 2022-01-01..2022-09-28 month since"
    ],
    # Other orders
    "The school closed on the fifth of May.": ["the fifth of May = 2022-05-05 day"],
    "The school closed on Friday the 13th.": ["Friday the 13th = 2022-05-13 day"],
    "The school closed on May 3, 4 and 5.": ["May 3, 4 and 5 = 2022-05-03..2022-05-05 day"],
    "The school closed on Palm Sunday.": ["Palm Sunday = 2022-04-10 day"],
    "The school closed on Orthodox Good Friday.": [],
    "The school closed a fortnight ago.": ["a fortnight ago = 2022-09-12..2022-09-18 week"],
    "The school closed the week before last.": ["the week before last = 2022-09-12..2022-09-18 week"],
    "The school opened a year ago today.": ["a year ago today = 2021-09-28 day"],
    "Shells fell on 3 March and again on 7 April 2021.": ["3 March = 2021-03-03 day", "7 April 2021 = 2021-04-07 day"],
    # Told from a date told before
    "A dam burst on 3 May. The next day a second one failed.": [
        "3 May = 2022-05-03 day",
        "The next day = 2022-05-04 day",
    ],
    "A dam burst on 3 May. Two days later a second one failed.": [
        "3 May = 2022-05-03 day",
        "Two days later = 2022-05-05 day",
    ],
    "A dam burst on 3 May. A week earlier it had been repaired.": [
        "3 May = 2022-05-03 day",
        "A week earlier = 2022-04-26 day",
    ],
    "A dam burst on 3 May. It rained over the following two nights.": [
        "3 May = 2022-05-03 day",
        "the following two nights = 2022-05-03..2022-05-05 day",
    ],
    "A dam burst on Monday. That same night a bridge fell.": [
        "Monday = 2022-09-26 day",
        "That same night = 2022-09-26 day",
    ],
    "A dam burst on Monday. Hours later a bridge fell.": ["Monday = 2022-09-26 day", "Hours later = 2022-09-26 day"],
    "A dam burst in 2014. The following year it was rebuilt.": [
        "2014 = 2014-01-01..2014-12-31 year",
        "The following year = 2015-01-01..2015-12-31 year",
    ],
    "A dam burst in June 2014. It was rebuilt by October of the same year.": [
        "June 2014 = 2014-06-01..2014-06-30 month",
        "October of the same year = 2014-10-01..2014-10-31 month by",
    ],
    "A dam burst on 3 May 2014. On 6 May a bridge fell.": ["3 May 2014 = 2014-05-03 day", "6 May = 2014-05-06 day"],
    "A dam burst on 3 May 2014. On 5 September a bridge fell.": [
        "3 May 2014 = 2014-05-03 day",
        "5 September = 2022-09-05 day",
    ],
    "The dam burst on Monday, officials said on Tuesday. The next day a bridge fell.": [
        "Monday = 2022-09-26 day",
        "Tuesday = 2022-09-27 day",
        "The next day = 2022-09-27 day",
    ],
    "The next day a bridge fell.": ["The next day = unknown"],
    "The bridge had been closed the day before.": ["the day before = 2022-09-27 day"],
    "It comes a week after a dam burst.": ["a week after = 2022-09-21 day"],
    "Crowds marched on Sunday, a day after a dam burst.": ["Sunday = 2022-09-25 day", "a day after = 2022-09-24 day"],
    "Two days after the 3 May vote, crowds marched.": [
        "Two days after = 2022-05-05 day",
        "the 3 May = 2022-05-03 day after",
    ],
    "Crowds marched on the eve of the 3 May vote.": ["the 3 May = 2022-05-02 day"],
    "A dam burst on 3 May. Many fled in the space of three days after the alarm.": [
        "3 May = 2022-05-03 day",
        "three days = duration",
    ],
    "Three months after the flood, a dam burst.": ["Three months after = unknown"],
    # What is planned
    "Unions called a strike for Monday.": ["Monday = 2022-10-03 day"],
    "The junta has promised elections in November.": ["November = 2022-11-01..2022-11-30 month"],
    "They plan a march on Friday.": ["Friday = 2022-09-30 day"],
    "Farmers are to march in Brussels on Friday.": ["Friday = 2022-09-30 day"],
    "The trial opens on Friday.": ["Friday = 2022-09-30 day"],
    "In an attack claimed by IS on 5 May, a dam burst.": ["5 May = 2022-05-05 day"],
    # Since
    "Dozens have been held since last Wednesday.": ["since last Wednesday = 2022-09-21..2022-09-28 day since"],
    "Thousands have fled since February.": ["since February = 2022-02-01..2022-09-28 month since"],
    "Many have died since the start of the war in February.": [
        "since the start of the war in February = 2022-02-01..2022-09-28 month since"
    ],
    "They have been on strike since Monday morning.": ["since Monday morning = 2022-09-26..2022-09-28 day since"],
    "The village has been cut off since the bridge collapsed on 5 May.": [
        "since the bridge collapsed on 5 May = 2022-05-05..2022-09-28 day since"
    ],
    # Before, after, until; lengths of time
    "The curfew lasts until Friday.": ["Friday = 2022-09-30 day until"],
    "Shops closed before Monday.": ["Monday = 2022-09-26 day before"],
    "They marched for three days.": ["three days = duration"],
    "Most of them left in the space of three days.": ["three days = duration"],
    # What looks like a date and is none
    "Demonstrators march on parliament and may stay.": [],
    "They may leave in May.": ["May = 2023-05-01..2023-05-31 month"],
    "The Sunday Times reported the theft.": [],
    "We ate a Sunday roast on Black Friday.": [],
    "They pray every Friday.": [],
    "A 25-year-old waited in a 48-hour queue.": [],
    "In 2000 cases the cause was unknown.": [],
    "The talks resume at 2000 GMT.": [],
    "Resolution 1973 was adopted.": [],
    "Call 555-574-2091 for help.": [],
    "It is the poorest region of the 21st century.": [],
    "In March 12 people drowned.": ["March = 2022-03-01..2022-03-31 month"],
    "The form is dated 31 June.": [],
    "She studied the September 11 attacks.": ["September 11 = 2001-09-11 day"],
}


@pytest.fixture(scope="module")
def docs() -> dict[str, Doc]:
    return dict(zip(CASES, model().pipe(CASES), strict=True))


def told(doc: Doc, mention: DateMention) -> str:
    words, value = doc.text[mention.start_char : mention.end_char], mention.value
    assert doc[mention.token_start : mention.token_end].text == words
    if value is None:
        return f"{words} = {'duration' if mention.duration else 'unknown'}"
    assert value.text == words
    days = str(value.start) if value.start == value.end else f"{value.start}..{value.end}"
    return f"{words} = {days} {value.precision} {mention.relation}".strip()


@pytest.mark.parametrize("sentence", CASES)
def test_sentence(sentence: str, docs: dict[str, Doc]) -> None:
    doc = docs[sentence]
    assert [told(doc, mention) for mention in find_dates(doc, WEDNESDAY)] == CASES[sentence]


def test_without_a_publication_date_only_full_dates_have_a_value(docs: dict[str, Doc]) -> None:
    def values(sentence: str) -> list[object]:
        return [mention.value and str(mention.value.start) for mention in find_dates(docs[sentence], None)]

    assert values("The bridge fell on 21 September 2021.") == ["2021-09-21"]
    assert values("A tanker sank on 5 May.") == [None]
    assert values("A gunman struck on Monday.") == [None]
    assert values("Thousands have fled since February.") == [None]


def test_a_story_goes_on_from_a_date_of_the_paragraph_before() -> None:
    def days(*paragraphs: str, published: dt.date | None = WEDNESDAY) -> list[str]:
        reader = DateReader(published)
        return [told(doc, mention) for doc in model().pipe(paragraphs) for mention in reader.read(doc)]

    assert days("A dam burst on 3 May 2014.", "The next day a bridge fell.")[1] == "The next day = 2014-05-04 day"
    assert days("A dam burst on 3 May 2014.", "A road sank.", "It rained.", "The next day a bridge fell.")[1] == (
        "The next day = unknown"
    )
    assert days("A dam burst on 3 May 2014.", "On 6 May a bridge fell.", published=None)[1] == "6 May = 2014-05-06 day"


def test_seasons_are_turned_round_in_the_south() -> None:
    doc = model()("Fires raged last summer, as they had in the winter of 2019.")
    assert [told(doc, mention) for mention in DateReader(WEDNESDAY, south=True).read(doc)] == [
        "last summer = 2021-12-01..2022-02-28 month",
        "the winter of 2019 = 2019-06-01..2019-08-31 month",
    ]


def test_last_with_a_weekday_is_never_a_day_that_its_bare_name_means() -> None:
    monday, friday = dt.date(2009, 3, 16), dt.date(2022, 9, 30)
    assert far_weekday(monday, 6, future=False) == dt.date(2009, 3, 8)
    assert far_weekday(friday, 2, future=False) == dt.date(2022, 9, 21)
    assert far_weekday(friday, 0, future=False) == dt.date(2022, 9, 26)
    assert far_weekday(friday, 0, future=True) == dt.date(2022, 10, 3)


def test_calendar_at_its_edges() -> None:
    assert nearest_month_day(dt.date(2022, 9, 28), 2, 29, future=False) == dt.date(2020, 2, 29)
    assert nearest_month_day(dt.date(2022, 9, 28), 2, 30, future=False) is None
    assert add_months(dt.date(2022, 3, 31), -1) == dt.date(2022, 2, 28)
    assert add_months(dt.date(2022, 1, 15), -13) == dt.date(2020, 12, 15)
    assert season("winter", 2023).end == dt.date(2024, 2, 29)
    assert [easter(year) for year in (2000, 2019, 2038)] == [
        dt.date(2000, 4, 23),
        dt.date(2019, 4, 21),
        dt.date(2038, 4, 25),
    ]


def test_a_day_that_the_year_lacks_is_unknown() -> None:
    (mention,) = find_dates(model()("Snow fell on 28–29 February."), WEDNESDAY)
    assert mention.value is None
    (mention,) = find_dates(model()("Snow fell 900 years ago."), dt.date(500, 1, 1))
    assert mention.value is None
