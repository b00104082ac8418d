"""Counts read from sentences of our own: the whole result of each is compared."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc

from eventmap.counts import CountMention, find_counts
from eventmap.counts.quantities import QUANTITIES, load
from eventmap.errors import DataError
from eventmap.nlp import model

# Sentence, and each mention as "words = low..high unit @head role flags"; an open side is left out.
CASES: dict[str, list[str]] = {
    # Figures, number words and what opens or closes them
    "The flood displaced 261,000 people.": ["261,000 people = 261000 people @people"],
    "At least 40 miners died.": ["At least 40 miners = 40.. people @miners"],
    "More than 6,500 nurses walked out.": ["More than 6,500 nurses = 6500.. people @nurses"],
    "Over 400 pupils fell ill.": ["Over 400 pupils = 400.. people @pupils"],
    "No fewer than 30 sailors drowned.": ["No fewer than 30 sailors = 30.. people @sailors killed"],
    "Upwards of 50 villagers fled.": ["Upwards of 50 villagers = 50.. people @villagers"],
    "The army may draft up to one million reservists.": [
        "up to one million reservists = ..1000000 people @reservists called_up"
    ],
    "As many as 90 passengers were on board.": ["As many as 90 passengers = ..90 people @passengers"],
    "Fewer than 20 voters came.": ["Fewer than 20 voters = ..20 people @voters"],
    "No more than 10 monks remained.": ["No more than 10 monks = ..10 people @monks"],
    "About 400 protesters gathered.": ["About 400 protesters = 400 people @protesters participants vague"],
    "Nearly 400 protesters gathered.": ["Nearly 400 protesters = 400 people @protesters participants vague"],
    "Some 70 doctors resigned.": ["Some 70 doctors = 70 people @doctors vague"],
    "An estimated 1.2 million refugees arrived.": [
        "An estimated 1.2 million refugees = 1200000 people @refugees displaced vague"
    ],
    "Half a million people lost power.": ["Half a million people = 500000 people @people"],
    "Two and a half thousand soldiers marched past.": ["Two and a half thousand soldiers = 2500 people @soldiers"],
    "Twenty-five tourists were rescued.": ["Twenty-five tourists = 25 people @tourists"],
    "One hundred and twenty prisoners escaped.": ["One hundred and twenty prisoners = 120 people @prisoners detained"],
    "The storm hit 12 000 homes.": ["12 000 homes = 12000 home @homes"],
    "A dozen fishermen are missing.": ["A dozen fishermen = 12 people @fishermen"],
    "Two dozen worshippers were hurt.": ["Two dozen worshippers = 24 people @worshippers participants"],
    "The party claims 900m members.": ["900m members = 900000000 people @members"],
    "Between 20 and 30 men broke in.": ["Between 20 and 30 men = 20..30 people @men"],
    "Police held 20–30 fans.": ["20–30 fans = 20..30 people @fans"],
    "Ten to fifteen climbers were trapped.": ["Ten to fifteen climbers = 10..15 people @climbers"],
    "Two or three hundred farmers blocked the road.": ["Two or three hundred farmers = 200..300 people @farmers"],
    "Some 40 or more workers fell ill.": ["Some 40 or more workers = 40.. people @workers"],
    # Vague words
    "Several hundred people rallied.": ["Several hundred people = 200..999 people @people vague"],
    "Several journalists were beaten.": ["Several journalists = 2..9 people @journalists vague"],
    "A few students stayed behind.": ["A few students = 2..4 people @students vague"],
    "A couple of guards slept.": ["A couple of guards = 2 people @guards"],
    "Dozens of people were arrested.": ["Dozens of people = 24..99 people @people vague"],
    "Several dozen women sat down.": ["Several dozen women = 24..99 people @women vague"],
    "Scores of fans were crushed.": ["Scores of fans = 24..99 people @fans vague"],
    "A few hundred miners stayed away.": ["A few hundred miners = 200..499 people @miners vague"],
    "Thousands took to the streets.": ["Thousands = 2000..9999 people @Thousands vague"],
    "Hundreds rallied outside parliament.": ["Hundreds = 200..999 people @Hundreds vague"],
    "Tens of thousands of Rohingya refugees crossed.": [
        "Tens of thousands of Rohingya refugees = 20000..99999 people @refugees displaced vague"
    ],
    "Hundreds of thousands marched in silence.": ["Hundreds of thousands = 200000..999999 people @Hundreds vague"],
    "At least several hundred people marched.": ["At least several hundred people = 200.. people @people vague"],
    # Without a number
    "A man set himself on fire.": ["A man = 1 people @man"],
    "A 25-year-old conscript shouted.": ["A 25-year-old conscript = 1 people @conscript called_up"],
    "A 19-year-old was stabbed.": ["A 19-year-old = 1 people @old"],
    "One person was killed.": ["One person = 1 people @person"],
    "One was killed and another wounded.": ["One = 1 people @One", "another wounded = 1 people @another injured"],
    "Man held after knife attack": ["Man = 1 people @Man"],
    "Both men survived.": ["Both men = 2 people @men"],
    "A woman and her son drowned.": ["A woman and her son = 2 people @woman"],
    "A teacher and three pupils were hurt.": ["A teacher and three pupils = 4 people @teacher"],
    "No one was hurt.": ["No one = 0 people @one zero"],
    "Nobody died in the blaze.": ["Nobody = 0 people @Nobody zero"],
    "There were no injuries.": ["no injuries = 0 people @injuries injured zero"],
    "No civilian casualties were reported.": ["No civilian casualties = 0 people @casualties casualties zero"],
    "None of the 200 passengers was hurt.": ["None of the 200 passengers = 0 people @passengers zero"],
    # Standing alone, with a state, with a toll
    "The blast killed 12 and wounded 30 others.": ["12 = 12 people @12", "30 others = 30 people @others"],
    "At least 12 dead and 30 injured as bus falls into ravine": [
        "At least 12 dead = 12.. people @12 killed",
        "30 injured = 30 people @30 injured",
    ],
    "The death toll rose to 120.": ["120 = 120 people @120 killed"],
    "The number of injured climbed to 45.": ["45 = 45 people @45 injured"],
    "The quake left 12 people dead and dozens missing.": [
        "12 people = 12 people @people killed",
        "dozens missing = 24..99 people @dozens missing vague",
    ],
    "Nearly 400 detained at rallies": ["Nearly 400 detained = 400 people @400 detained vague"],
    "Police arrested dozens": ["dozens = 24..99 people @dozens vague"],
    "Twelve were killed.": ["Twelve = 12 people @Twelve"],
    # Together, and parts of them
    "A large crowd of about 500 gathered.": ["A large crowd of about 500 = 500 people @500 vague"],
    "A group of 20 students sat down.": ["A group of 20 students = 20 people @students"],
    "A family of five was rescued.": ["A family of five = 5 people @five"],
    "A 500-strong mob attacked the post.": ["500-strong = 500 people @500"],
    "Police arrested 60 people, including 12 children and two women.": [
        "60 people = 60 people @people",
        "12 children and two women = 14 people @children part",
    ],
    "Two of the wounded died.": ["Two of the wounded = 2 people @Two injured part"],
    "Three of the 12 hostages were freed.": ["Three of the 12 hostages = 3 people @hostages abducted part"],
    "At least five of them were children.": ["At least five of them = 5.. people @five part"],
    "Three soldiers and 12 civilians were killed.": ["Three soldiers and 12 civilians = 15 people @soldiers"],
    "12 Ukrainians and three Israelis died.": ["12 Ukrainians and three Israelis = 15 people @Ukrainians"],
    "Half of the 200 passengers survived.": [],
    "One of the men escaped.": [],
    "Brown, one of the two survivors, wept.": [],
    "A force of several tanks was seen.": ["several tanks = 2..9 tank @tanks vague"],
    # Lists, totals and what they were before
    "The storm killed 12 men, 30 women and a baby.": ["12 men, 30 women and a baby = 43 people @men"],
    "They shot two members of the town council and a guard.": [
        "two members of the town council and a guard = 3 people @members"
    ],
    "Two people, a nurse and a driver, were hurt.": [
        "Two people = 2 people @people",
        "a nurse and a driver = 2 people @nurse part",
    ],
    "The fire killed 12: eight women, three men and a child.": [
        "12 = 12 people @12",
        "eight women, three men and a child = 12 people @women part",
    ],
    "The clash left five guards and about a dozen raiders dead.": [
        "five guards and about a dozen raiders = 17 people @guards vague"
    ],
    "They killed 12 men and 30 women fled.": ["12 men = 12 people @men", "30 women = 30 people @women"],
    "There were 40 confirmed cases and 12 deaths.": [
        "40 confirmed cases = 40 people @cases infected",
        "12 deaths = 12 people @deaths killed",
    ],
    "The death toll rose from 5 to 9.": ["9 = 9 people @9 killed"],
    "That brings the toll to 45.": ["45 = 45 people @45 killed"],
    "The number of people killed in the fire climbed to 18.": ["18 = 18 people @18 killed"],
    "From 20 to 30 boys fought.": ["From 20 to 30 boys = 20..30 people @boys"],
    "Some 400 of the city's 6,000 residents fled.": [
        "Some 400 of the city's 6,000 residents = 400 people @residents part vague"
    ],
    "Five of nine miners escaped.": ["Five of nine miners = 5 people @miners"],
    "With 98 confirmed dead, the search ended.": ["98 confirmed dead = 98 people @98 killed"],
    "A pair of hikers and an elderly couple were saved.": ["A pair of hikers and an elderly couple = 4 people @hikers"],
    "Twin sisters were abducted.": ["Twin sisters = 2 people @sisters"],
    "The quake struck without causing any injuries.": [
        "without causing any injuries = 0 people @injuries injured zero"
    ],
    "The blast hurt three passers-by.": ["three passers = 3 people @passers"],
    "Kasai recorded 58 cases.": ["58 cases = 58 people @cases infected"],
    "They found 400 rounds and 12 rifles.": ["12 rifles = 12 rifle @rifles"],
    # What the noun says of them, and things
    "All 15 council members voted against it.": ["15 council members = 15 people @members"],
    "Doctors found 300 confirmed cases of cholera.": ["300 confirmed cases = 300 people @cases infected"],
    "There were 1,200 new infections.": ["1,200 new infections = 1200 people @infections infected"],
    "Police made 40 arrests.": ["40 arrests = 40 people @arrests detained"],
    "The fire destroyed 12 houses.": ["12 houses = 12 house @houses"],
    "They claim four occupied territories.": ["four occupied territories = 4 territory @territories"],
    "There were 12 cases of arson.": ["12 cases = 12 case @cases"],
    "Two female bombers killed at least 10 people.": [
        "Two female bombers = 2 people @bombers",
        "at least 10 people = 10.. people @people",
    ],
    # No counts
    "Smith, 34, left.": [],
    "They waited 12 hours, three long days and two years.": [],
    "It happened on 5 May 2021, at 9 a.m. and at 10:30.": [],
    "The bribe was £25,000, or $3 million, or 500 roubles.": [],
    "Prices rose 12 percent, then 8 per cent, then 5%.": [],
    "The village lies 40 km north, at 900 metres.": [],
    "The hosts won 3-1 and scored two goals.": [],
    "It was a 9mm pistol and a 122-mm gun.": [],
    "Highway 61, Flight 370, Article 20.3, Room 12 and the 36th Brigade were named.": [],
    "A Boeing 737 and two T-72s were seen over 12 Baker Street.": [],
    "One in five people is poor.": [],
    "Nine out of ten residents fled.": [],
    "Two-thirds of the town burned in a 48-hour fire.": [],
    "Children under 12 were let through.": [],
    "He is a teacher and works as a driver.": [],
    "Call +1 202 555 0123 or 112.": [],
    "In 2014 protesters stormed it.": [],
    "The Group of Seven met on March 12.": [],
    "Officials said 2000 protesters came.": ["2000 protesters = 2000 people @protesters participants"],
    "On 5 May two people died.": ["two people = 2 people @people"],
}


# Sentence, and what happened to those that each of its counts counts.
FATES: dict[str, list[str | None]] = {
    "A bomb killed 12 people and wounded 30.": ["killed", "injured"],
    "Twelve people, three of them children, were killed.": ["killed"],
    "On 16 August at least 31 civilians, 11 of them women, were reportedly killed.": ["killed"],
    "The wreck left two men badly wounded.": ["injured"],
    "Sixty hikers are missing.": ["missing"],
    "Eight people lost their lives.": ["killed"],
    "Twelve others were rushed to hospital.": ["injured"],
    "The arrest of 20 men was reported.": ["detained"],
    "Two guards were shot and killed.": ["killed"],
    "Some 300 villagers had to be evacuated.": ["displaced"],
    "The rally, attended by 3,000 workers, ended.": ["participants"],
    "Two clerks who asked not to be named said a bomb had killed a judge.": [None, "killed"],
    "Twelve people watched the game.": [None],
    "The flood destroyed 60 houses.": ["destroyed"],
    "The seizure of 40 rifles was announced.": ["seized"],
    "Troops shot down six drones.": ["shot_down"],
}


@pytest.fixture(scope="module")
def docs() -> dict[str, Doc]:
    sentences = [*CASES, *FATES]
    return dict(zip(sentences, model().pipe(sentences), strict=True))


def told(doc: Doc, mention: CountMention) -> str:
    words = doc.text[mention.start_char : mention.end_char]
    assert doc[mention.token_start : mention.token_end].text == words
    low, high = ("" if value is None else str(value) for value in (mention.low, mention.high))
    flags = [name for name, on in (("part", mention.part_of), ("vague", mention.vague), ("zero", mention.zero)) if on]
    value = low if low == high else f"{low}..{high}"
    head = doc[mention.head].text
    assert mention.is_people == (mention.unit == "people")
    return " ".join([words, "=", value, mention.unit, f"@{head}", *filter(None, [mention.role_hint]), *flags])


@pytest.mark.parametrize("sentence", CASES)
def test_sentence(sentence: str, docs: dict[str, Doc]) -> None:
    doc = docs[sentence]
    assert [told(doc, mention) for mention in find_counts(doc)] == CASES[sentence]


@pytest.mark.parametrize("sentence", FATES)
def test_what_happened_to_those_who_are_counted(sentence: str, docs: dict[str, Doc]) -> None:
    assert [mention.fate for mention in find_counts(docs[sentence])] == FATES[sentence]


def test_quantity_and_noun_are_told_apart(docs: dict[str, Doc]) -> None:
    doc = docs["Tens of thousands of Rohingya refugees crossed."]
    (mention,) = find_counts(doc)
    assert mention.noun is not None
    assert doc.text[slice(*mention.quantity)] == "Tens of thousands"
    assert doc.text[slice(*mention.noun)] == "Rohingya refugees"
    assert doc[mention.root].text == "thousands"


def test_a_sum_keeps_its_parts(docs: dict[str, Doc]) -> None:
    doc = docs["Three soldiers and 12 civilians were killed."]
    (mention,) = find_counts(doc)
    assert [told(doc, part) for part in mention.parts] == [
        "Three soldiers = 3 people @soldiers",
        "12 civilians = 12 people @civilians",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("part_of:", "part_off:", "unknown key “part_off” in the file."),
        ("several: {low: 2,", "several: {lowest: 2,", "unknown key “lowest” in several."),
        ("several: {low: 2, high: 9", "several: {low: 12, high: 9", "“several” has a low above its high."),
        ("several: {low: 2,", "several: {low: two,", "“low” must be a whole number, not “two”."),
        ("case_role: infected", "case_role: [infected]", "“case_role” must be one word or number."),
        ("high: 9, source: usage}", "high: 9}", "several lacks the key “source”."),
        ("    agent: [attend", "    agents: [attend", "unknown key “agents” in participants."),
        ("people_verbs:", "people_verbs: kill\ntoll_nouns:", "“people_verbs” must be a list of words."),
        ("high: 9, source: usage", "high: 9, source: hearsay", "“several” names the unknown source “hearsay”."),
    ],
)
def test_a_mistake_in_the_table_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = QUANTITIES.read_text(encoding="utf-8")
    assert old in text
    table = tmp_path / "quantities.yaml"
    table.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(table)
    assert str(caught.value).endswith(message)


def test_an_unknown_key_is_named_with_its_line(tmp_path: Path) -> None:
    table = tmp_path / "quantities.yaml"
    table.write_text("sources:\n  a: b\nvagueness: {}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"^quantities.yaml, line 3: unknown key “vagueness” in the file\.$"):
        load(table)


@pytest.mark.parametrize(
    "sentence",
    [
        "9" * 400 + " people",
        "12 " + "345 " * 40 + "people",
        "a hundred " * 50 + "people",
        "one million " * 50 + "people",
        "٣٤٥ people",
    ],
)
def test_endless_numbers_neither_fail_nor_grow(sentence: str) -> None:
    doc = model()(sentence)
    assert all((mention.high or 0) < 10**24 for mention in find_counts(doc))
