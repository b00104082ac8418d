"""What a sentence says of the thing that one of its words names: that it happened, is planned, or neither."""

import pytest

from eventmap.events.modality import modality

ASSERTED = [
    ("Workers marched through Leeds.", "marched"),
    ("Workers may have marched through Leeds.", "marched"),
    ("Workers were forced to march through Leeds.", "march"),
    ("Workers managed to march through Leeds.", "march"),
    ("Workers began to march through Leeds.", "march"),
    ("Soldiers came to attack Leeds.", "attack"),
    ("Police stopped a march in Leeds.", "march"),
    ("Not only did workers march in Leeds, they sang.", "march"),
    ("No fewer than 300 workers marched through Leeds.", "marched"),
    ("Nobody was hurt in a fire in Leeds.", "fire"),
    ("Nobody has claimed the attack in Leeds.", "attack"),
    ("It is not known who attacked the shop in Leeds.", "attacked"),
    ("Nobody has seen him since rebels attacked Leeds.", "attacked"),
    ("Police have not found the men who attacked the shop in Leeds.", "attacked"),
    ("Officials warned that 40 people had fled Leeds.", "fled"),
    ("The 2015 attack in Leeds killed nine people.", "attack"),
    ("Why did nobody leave before rebels attacked Leeds?", "attacked"),
    ("Did soldiers attack Leeds? Two nurses say that they did.", "attack"),
    ("Soldiers accused of attacking Leeds will be tried.", "attacking"),
]
PLANNED = [
    ("Workers plan to march through Leeds.", "march"),
    ("Workers will march through Leeds.", "march"),
    ("Workers are going to march through Leeds.", "march"),
    ("Workers announced plans for a march through Leeds.", "march"),
    ("They planned a march through Leeds.", "march"),
    ("The union vowed to strike in June.", "strike"),
    ("A protest is planned for Saturday in Leeds.", "protest"),
    ("The two sides are to meet in Leeds.", "meet"),
    ("The union called a strike for Monday.", "strike"),
    ("The union said it would strike in June.", "strike"),
    ("The town is holding a vote next Wednesday.", "vote"),
    ("Three men are set to be deported.", "deported"),
]
NOT_SAID = [
    ("Workers did not march through Leeds.", "march"),
    ("Workers never marched through Leeds.", "marched"),
    ("There was no attack in Leeds.", "attack"),
    ("Workers might march through Leeds.", "march"),
    ("If workers march through Leeds, shops will close.", "march"),
    ("Unless workers march through Leeds, nothing will change.", "march"),
    ("Workers threatened to march through Leeds.", "march"),
    ("Workers refused to march through Leeds.", "march"),
    ("Workers failed to march through Leeds.", "march"),
    ("The union asked workers to march through Leeds.", "march"),
    ("The threat of a march hung over Leeds.", "march"),
    ("The union denied that workers marched in Leeds.", "marched"),
    ("Workers feared that soldiers would attack Leeds.", "attack"),
    ("It is unclear whether workers marched in Leeds.", "marched"),
    ("Rumours of an attack spread in Leeds.", "attack"),
    ("The union called for protests in Leeds.", "protests"),
    ("The march in Leeds was cancelled.", "march"),
    ("No group has attacked Leeds.", "attacked"),
    ("A possible attack on Leeds worries planners.", "attack"),
    ("Did the army attack Leeds?", "attack"),
    ("Protests are common in Leeds.", "Protests"),
    ("Two men were charged with planning an attack in Leeds.", "attack"),
    ("Police warned that anyone who looted shops would be arrested.", "looted"),
    ("The general warned that his men would march on Leeds.", "march"),
    ("He said that if talks failed, the army would storm Leeds.", "storm"),
    ("He was almost killed in Leeds.", "killed"),
    ("Women were barred from protesting in Leeds.", "protesting"),
    ("Troops will leave once elections are held in Leeds.", "held"),
    # Tales, plays and drills.
    ("The film tells of an attack in Leeds.", "attack"),
    ("Firemen took part in a drill that simulated an attack in Leeds.", "attack"),
    # Background, in passing.
    ("The town has been quiet since the 1994 genocide.", "genocide"),
    ("The town, known for the 1999 siege, is a resort.", "siege"),
    ("Ten years after the earthquake in Leeds, thousands live in tents.", "earthquake"),
    ("Ivan Petrov, who was jailed in 2009, opened a restaurant.", "jailed"),
    ("Nine years after his brother was shot in Leeds, he ran for mayor.", "shot"),
    ("Crowds marked the anniversary of the bombing in Leeds.", "bombing"),
]


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        *((*case, "asserted") for case in ASSERTED),
        *((*case, "planned") for case in PLANNED),
        *((*case, "not_said") for case in NOT_SAID),
    ],
)
def test_modality_of_a_word(parsed, sentence, word, expected):
    doc = parsed(sentence)

    assert modality(next(token for token in doc if token.text == word), quoted=False) == expected


def test_a_slogan_tells_nothing_and_a_quoted_witness_tells(parsed):
    slogan = parsed("The crowd chanted “Stop the war and free the prisoners!”")
    order = parsed("“Stop the bombing of Leeds,” read a placard.")
    witness = parsed("“They attacked the school at dawn,” she said.")

    assert modality(next(t for t in slogan if t.text == "free"), quoted=True) == "not_said"
    assert modality(next(t for t in order if t.text == "bombing"), quoted=True) == "not_said"
    assert modality(next(t for t in witness if t.text == "attacked"), quoted=True) == "asserted"
