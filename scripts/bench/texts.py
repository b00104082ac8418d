"""What is read in the benchmark: the shipped stories, a long text made for it, or articles from a file."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Sequence
from pathlib import Path

from eventmap.articles import read_articles
from eventmap.model import Article
from eventmap.stories import list_stories

Samples = dict[str, list[Article]]

_REPEATS = 8

# Made up for this file: many kinds of events, places, dates and counts, and sentences without any.
_NEWS = """
Coast road reopens after a week of storms

VALPARAÍSO, Chile — Rescue teams reached the last cut-off villages on Thursday, eight days after the heaviest rain in
two decades washed away bridges along the central coast. At least 14 people were killed and more than 3,000 families
were forced from their homes, the regional governor said. Engineers from Santiago expect trains to run again next week.

Shopkeepers in the port had waited for hours before the first lorries arrived. “We had bread for one more day,” said
Marisol Fuentes, who owns a bakery near the harbour and slept behind its counter while the water rose.

In northern Kenya, about 200 herders blocked the highway between Isiolo and Marsabit on Monday to protest against the
closing of a livestock market. Police fired tear gas, and seven demonstrators were arrested, according to a local radio
station. A spokesman denied that anyone had been injured.

Dock workers in Rotterdam and Antwerp began a two-day strike over pensions. Unions put the number of strikers at 9,500,
the ports’ owners at no more than 4,000. Container ships waited off the coast of Zeeland, and some turned to Hamburg.

The finance ministers of eleven countries met in Kuala Lumpur to discuss a common rule for digital payments. They agreed
on little but the date of their next meeting. Analysts had hoped for a text; several said they were not surprised.

Troops retook two hill towns east of Goma after a night of heavy fighting, the army of the Democratic Republic of the
Congo announced. The rebels said that they had withdrawn to spare civilians. Aid groups counted dozens of wounded in the
hospital of Bukavu, and thousands of people crossed into Rwanda over the weekend.

An explosion at a fireworks plant outside Sivakasi, in the Indian state of Tamil Nadu, killed six workers and injured 19
others last Saturday. The owner was detained on Sunday. It was the third such accident in the district since March.

Voters in Slovenia will choose a new parliament on 24 April. Turnout in the capital, Ljubljana, was higher four years
ago than in any election since independence, and both large parties have sent their best-known speakers to Maribor.

Gunmen abducted a priest and two nuns near Jos in central Nigeria, church officials said, the fourth kidnapping on the
road to Kaduna this month. Villagers said that the men wore uniforms. No group has claimed responsibility so far.

A court in Tbilisi sentenced a former mayor to five years in prison for taking bribes. His lawyer called the trial a
farce and said he would appeal; supporters gathered outside and sang. The Georgian Orthodox Church asked for calm.

Researchers at the University of Otago found that kelp grows back faster where sea urchins are removed by hand. Their
study followed forty plots for six years. It says nothing about warmer water, which the authors want to look at next.

The governor of Oregon sent the National Guard to three counties where wildfires had burned 40,000 acres by Wednesday
night. Smoke reached Boise, Idaho. Hundreds of residents of La Pine left their homes, and one firefighter was hurt.

Rockets hit an apartment block in Kharkiv early on Friday, wounding five people, among them two children, the city’s
mayor wrote. Air-raid sirens sounded in Poltava and Dnipro as well. Russia’s defence ministry said it had hit a depot.

Health workers in eastern Bolivia vaccinated some 12,000 children against measles after an outbreak in Santa Cruz. The
ministry recorded 86 cases in May, none of them fatal, and asked neighbouring Paraguay to share its figures.
"""


def words(articles: Sequence[Article]) -> int:
    """How many words, between blanks, the articles have."""
    return sum(len(article.text.split()) for article in articles)


def long_article() -> Article:
    """A long text: a page of made-up news, over and over."""
    return Article("long", "\n\n".join([_unwrapped(_NEWS)] * _REPEATS), published=dt.date(2026, 4, 10))


def _unwrapped(text: str) -> str:
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(" ".join(textwrap.dedent(paragraph).split()) for paragraph in paragraphs)


def samples(path: Path | None) -> Samples:
    """The sets of articles to read, by name: those in the file at `path`, or else the shipped stories and a long text.

    Raises:
        InputError: the file cannot be used.
    """
    if path:
        return {path.stem: read_articles(path)}
    return {"shipped story": list_stories(), "long text": [long_article()]}
