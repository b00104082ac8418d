"""Every event type is found in plain sentences: its trigger, and who is counted in which role."""

import pytest

from eventmap.event_types import load

SENTENCES = [
    (
        "Some 3,000 teachers marched through Lisbon on Friday to demand higher pay.",
        [("protest", "marched", [("teachers", "participants")])],
    ),
    ("Students have staged a sit-in outside the ministry since Monday.", [("protest", "sit-in", [])]),
    (
        "Thousands took to the streets of Tunis over bread prices.",
        [("protest", "took to the streets", [("Thousands", "participants")])],
    ),
    ("A demonstration against the dam drew 500 farmers to the town hall.", [("protest", "demonstration", [])]),
    (
        "Residents of Gabes protested against the phosphate plant.",
        [("protest", "protested", [("Residents", "participants")])],
    ),
    (
        "The workers, who rallied outside parliament, want the law withdrawn.",
        [("protest", "rallied", [("workers", "participants")])],
    ),
    ("Police dispersed the protest within an hour.", [("protest_intervention", "dispersed the protest", [])]),
    ("Riot officers broke up a sit-in near the university.", [("protest_intervention", "broke up a sit-in", [])]),
    (
        "Officers arrested 40 demonstrators in Almaty.",
        [("protest_intervention", "arrested", [("demonstrators", "detained")])],
    ),
    (
        "Police fired tear gas at the demonstrators, and nine people were injured.",
        [("excessive_force", "fired", [("people", "injured")])],
    ),
    (
        "Soldiers opened fire on protesters in Khartoum, killing seven.",
        [("excessive_force", "opened fire", [("seven", "killed")])],
    ),
    (
        "Security forces beat protesters with clubs outside the court.",
        [("excessive_force", "beat", [("protesters", "injured")])],
    ),
    (
        "Youths hurled stones at police in the suburb of Clichy.",
        [("riot", "hurled stones", [("Youths", "participants")])],
    ),
    ("The demonstration turned violent after dark.", [("riot", "turned violent", [])]),
    ("Rioters set shops alight in the city centre.", [("riot", "set shops alight", [("Rioters", "participants")])]),
    ("Protesters clashed with riot police in Santiago.", [("riot", "clashed", [("Protesters", "participants")])]),
    ("An angry mob lynched two men in Assam.", [("mob_violence", "lynched", [("men", "killed")])]),
    (
        "Villagers beat a suspected thief to death near Kisumu.",
        [("mob_violence", "beat a suspected thief to death", [("thief", "killed")])],
    ),
    ("Nurses went on strike across Zimbabwe on Tuesday.", [("strike", "went on strike", [("Nurses", "participants")])]),
    ("A general strike paralysed Buenos Aires.", [("strike", "general strike", [])]),
    (
        "About 20,000 dockers walked off the job in Durban.",
        [("strike", "walked off the job", [("dockers", "participants")])],
    ),
    (
        "A monk set himself on fire outside the barracks.",
        [("self_immolation", "set himself on fire", [("monk", "self_immolated")])],
    ),
    (
        "The self-immolation of a vendor shocked the town.",
        [("self_immolation", "self-immolation", [("vendor", "self_immolated")])],
    ),
    ("Rebels clashed with government troops near Goma.", [("armed_clash", "clashed", [])]),
    ("Fighting erupted between two militias in Tripoli.", [("armed_clash", "Fighting", [])]),
    (
        "Militants ambushed an army convoy, killing nine soldiers.",
        [("armed_clash", "ambushed an army convoy", [("soldiers", "killed")])],
    ),
    (
        "The army recaptured the town of Bama from the insurgents.",
        [("government_regains_territory", "recaptured the town", [])],
    ),
    ("Government forces took control of three villages.", [("government_regains_territory", "took control", [])]),
    ("Rebels seized the town of Sake on Sunday.", [("nonstate_takes_territory", "seized the town", [])]),
    ("Jihadists overran a base near Gao.", [("nonstate_takes_territory", "overran a base", [])]),
    ("Israel handed over the border strip to Lebanon.", [("territory_transfer", "handed over", [])]),
    ("The enclave was ceded to its neighbour under the treaty.", [("territory_transfer", "ceded", [])]),
    ("Ukrainian troops withdrew from the city after months of siege.", [("retreat", "withdrew", [])]),
    ("The brigade retreated to the river.", [("retreat", "retreated", [])]),
    ("France pulled its soldiers out of Niger.", [("retreat", "pulled its soldiers out", [])]),
    ("Warplanes bombed a market in Idlib.", [("air_strike", "bombed a market", [])]),
    ("An airstrike on a hospital killed 11 people.", [("air_strike", "airstrike", [("people", "killed")])]),
    ("A drone struck an oil depot near Rostov.", [("air_strike", "struck an oil depot", [])]),
    ("Artillery shelled the port overnight.", [("shelling", "shelled the port", [])]),
    ("Two rockets hit a school in Kharkiv.", [("shelling", "hit", [])]),
    ("The army fired missiles at the capital.", [("shelling", "fired missiles", [])]),
    (
        "A suicide bomber blew himself up in a mosque, killing 30 worshippers.",
        [("suicide_bombing", "blew himself up", [("worshippers", "killed")])],
    ),
    ("The suicide attack wounded 12 people.", [("suicide_bombing", "suicide attack", [("people", "injured")])]),
    ("A roadside bomb exploded under a bus.", [("remote_explosive", "exploded", [])]),
    ("The lorry hit a landmine near Kidal.", [("remote_explosive", "hit a landmine", [])]),
    ("A car bomb went off outside the bank.", [("remote_explosive", "went off", [])]),
    ("Attackers threw a grenade into a bar in Bujumbura.", [("grenade", "threw a grenade", [])]),
    ("Two people were hurt in a grenade attack in Kigali.", [("grenade", "grenade attack", [("people", "injured")])]),
    ("Government forces used chlorine gas against the suburb.", [("chemical_weapon", "used chlorine gas", [])]),
    ("A sarin attack killed dozens in the village.", [("chemical_weapon", "sarin attack", [("dozens", "killed")])]),
    ("Police seized 40 rifles and a grenade launcher in Mitrovica.", [("weapons_disrupted", "seized 40 rifles", [])]),
    ("Sappers defused a bomb at the railway station.", [("weapons_disrupted", "defused a bomb", [])]),
    ("Air defences shot down six drones over Odesa.", [("weapons_disrupted", "shot down six drones", [])]),
    ("The army set up a checkpoint on the coastal road.", [("base_established", "set up a checkpoint", [])]),
    ("Russia has built a naval base in the bay.", [("base_established", "built a naval base", [])]),
    (
        "The commander defected to the rebels with 200 fighters.",
        [("group_change", "defected", [("commander", "defected")])],
    ),
    ("Turkey sent reinforcements to the border.", [("group_change", "sent reinforcements", [])]),
    (
        "The fighters laid down their arms on Saturday.",
        [("group_change", "laid down their arms", [("fighters", "defected")])],
    ),
    ("The two sides signed a ceasefire in Doha.", [("agreement", "signed a ceasefire", [])]),
    ("Rebels and the government exchanged 60 prisoners.", [("agreement", "exchanged", [("prisoners", "released")])]),
    ("A gunman opened fire in a cafe in Malmo.", [("shooting", "opened fire", [])]),
    ("Two men were shot dead in Marseille.", [("shooting", "shot dead", [("men", "killed")])]),
    ("The shooting left five students wounded.", [("shooting", "shooting", [("students", "injured")])]),
    (
        "Gunmen attacked a village in Benue state, killing 18 people.",
        [("attack", "attacked a village", [("people", "killed")])],
    ),
    ("A man stabbed three passengers on a train.", [("attack", "stabbed", [("passengers", "injured")])]),
    ("The mayor was assassinated outside his home.", [("attack", "assassinated", [("mayor", "killed")])]),
    ("Gunmen kidnapped 80 pupils from a school in Zamfara.", [("abduction", "kidnapped", [("pupils", "abducted")])]),
    ("Three aid workers were taken hostage.", [("abduction", "taken hostage", [("workers", "abducted")])]),
    (
        "Soldiers raped dozens of women in the camp.",
        [("sexual_violence", "raped", [("dozens", "assaulted"), ("women", "assaulted")])],
    ),
    ("He sexually assaulted two students.", [("sexual_violence", "sexually assaulted", [("students", "assaulted")])]),
    ("Four people died on the mountain.", [("deaths", "died", [("people", "killed")])]),
    (
        "At least six miners were killed and 20 were injured.",
        [("deaths", "killed", [("miners", "killed"), ("20", "injured")])],
    ),
    ("The death toll rose to 41.", [("deaths", "death toll", [("41", "killed")])]),
    ("Arsonists torched a mosque in Bradford.", [("arson", "torched a mosque", [])]),
    ("Someone set the recruitment office on fire.", [("arson", "set the recruitment office on fire", [])]),
    ("Two buses were set ablaze overnight.", [("arson", "set ablaze", [])]),
    ("Crowds looted shops in Durban.", [("looting", "looted", [])]),
    ("Settlers vandalised the olive press.", [("looting", "vandalised", [])]),
    ("The authorities demolished 30 homes in the valley.", [("looting", "demolished 30 homes", [])]),
    ("Police arrested two men in Leeds.", [("arrest", "arrested", [("men", "detained")])]),
    ("Some 120 people were detained in Minsk.", [("arrest", "detained", [("people", "detained")])]),
    ("The arrest of a journalist drew anger.", [("arrest", "arrest", [("journalist", "detained")])]),
    (
        "The president ordered the mobilization of 300,000 reservists.",
        [("mobilisation", "mobilization", [("reservists", "called_up")])],
    ),
    ("More than 900 men have been drafted into the army.", [("mobilisation", "drafted", [("men", "called_up")])]),
    ("Reservists were called up across the region.", [("mobilisation", "called up", [("Reservists", "called_up")])]),
    ("A court sentenced the blogger to nine years in prison.", [("trial", "sentenced", [("blogger", "tried")])]),
    ("The general went on trial in The Hague.", [("trial", "went on trial", [("general", "tried")])]),
    ("Three officers were charged with murder.", [("trial", "charged", [("officers", "tried")])]),
    ("No group has claimed responsibility.", [("claim_of_responsibility", "claimed responsibility", [])]),
    ("Officials blamed the rebels for the attack.", [("claim_of_responsibility", "blamed", [])]),
    ("Customs officers seized two tonnes of cocaine in Antwerp.", [("organised_crime", "seized two tonnes", [])]),
    ("The gang smuggled migrants across the Channel.", [("organised_crime", "smuggled", [("migrants", "smuggled")])]),
    ("Some 40,000 people fled Sudan for Chad.", [("flight", "fled", [("people", "displaced")])]),
    (
        "Villagers were evacuated from the slopes of the volcano.",
        [("flight", "evacuated", [("Villagers", "displaced")])],
    ),
    ("The war displaced two million people.", [("flight", "displaced", [("people", "displaced")])]),
    (
        "Thousands of refugees crossed into Poland.",
        [("border_traffic", "crossed", [("Thousands", "crossed"), ("refugees", "crossed")])],
    ),
    ("Poland closed its border with Belarus.", [("border_traffic", "closed its border", [])]),
    ("A long queue formed at the frontier.", [("border_traffic", "queue", [])]),
    ("Refugees returned to Aleppo this spring.", [("return", "returned", [("Refugees", "returned")])]),
    ("Some 300 villagers were able to go home.", [("return", "go home", [("villagers", "returned")])]),
    ("Pakistan deported 20,000 Afghans.", [("deportation", "deported", [("Afghans", "deported")])]),
    ("The deportation of two activists began at dawn.", [("deportation", "deportation", [("activists", "deported")])]),
    ("The foreign ministers met in Geneva.", [("diplomacy", "met", [])]),
    ("Moscow expelled two British diplomats.", [("diplomacy", "expelled two British diplomats", [])]),
    ("Germany condemned the verdict.", [("condemnation", "condemned the verdict", [])]),
    ("The UN denounced the raid.", [("condemnation", "denounced the raid", [])]),
    ("The EU imposed sanctions on six officials.", [("sanction", "imposed sanctions", [])]),
    ("Canada sanctioned two banks.", [("sanction", "sanctioned two banks", [])]),
    ("Japan sent food aid to Somalia.", [("aid", "sent food aid", [])]),
    ("Rescuers saved 30 migrants off Lampedusa.", [("aid", "saved", [("migrants", "rescued")])]),
    ("Voters elected a new president on Sunday.", [("election", "elected", [])]),
    ("Kenya held elections in August.", [("election", "held elections", [])]),
    ("An earthquake struck central Italy before dawn.", [("natural_disaster", "struck", [])]),
    ("Floods killed 60 people in Assam.", [("natural_disaster", "killed", [("people", "killed")])]),
    ("Mount Merapi erupted on Saturday.", [("natural_disaster", "erupted", [])]),
    ("A ferry sank off Mindanao with 80 people on board.", [("man_made_disaster", "sank", [])]),
    ("Two trains collided near Larissa.", [("man_made_disaster", "collided", [])]),
    ("The factory fire killed 12 workers.", [("man_made_disaster", "factory fire", [("workers", "killed")])]),
    ("Cholera broke out in the camp, and 30 people died.", [("disease_outbreak", "broke out", [("people", "killed")])]),
    ("Health officials confirmed 14 cases of Ebola.", [("disease_outbreak", "cases", [("cases", "infected")])]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_plain_sentence_gives_its_event(found, sentence, expected):
    assert found(sentence) == expected


def test_each_type_has_two_sentences():
    types = [event[0] for _, events in SENTENCES for event in events]
    assert {name: types.count(name) >= 2 for name in load().types} == dict.fromkeys(load().types, True)
