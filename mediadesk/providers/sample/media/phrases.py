"""Sentences with gaps for the sample text; ``{a}``, ``{b}`` and ``{c}`` take the prompt's words."""

from __future__ import annotations

OPENINGS = (
    "Most accounts of {a} begin too late. The useful part happens before anybody notices it.",
    "There are two ways to think about {a}, and they disagree about almost everything.",
    "Ask three people about {a} and you will hear about {b}, about {c}, and about the weather.",
    "{a_cap} rewards a slow look. What seems like one thing turns out to be several.",
    "It is easy to have an opinion about {a}. It is harder to say what would change it.",
    "Nobody sets out to care about {a}. It tends to arrive together with {b}.",
)
BODIES = (
    "The first thing to settle is scale. Seen from close by, {a} is a set of small decisions; from"
    " further away it looks more like a habit.",
    "What connects {a} with {b} is not a rule but a rhythm: one sets the pace, the other keeps it.",
    "A good test is to take {b} away and see what is left. If {a} still stands, it was decoration;"
    " if it does not, it was structure.",
    "People who work with {a} every day rarely talk about it. They talk about {c}, and about the"
    " hour in which it went wrong.",
    "The cost is seldom where one expects it. With {a} it hides in the joints, where {b} meets"
    " {c}.",
    "There is a shortcut, and it works twice. The third time, {a} asks for all of it back.",
    "Light matters here, and so does patience. {b_cap} changes character between morning and"
    " evening, and {a} follows.",
    "It helps to name the parts. Once {b} has a name, it can be argued about, and an argument is"
    " cheaper than a mistake.",
    "Small versions teach quickly. Half a day with {a} on a table says more than a month with {a}"
    " on a slide.",
    "None of this needs to be certain. It needs to be specific enough that {c} could prove it"
    " wrong.",
    "The older way of handling {b} was not worse, only slower, and slowness was part of how it"
    " checked itself.",
    "If there is a rule for {a}, it is to leave one thing undecided for as long as possible.",
)
CLOSINGS = (
    "So begin with {a}, keep {b} within reach, and let {c} wait until the rest holds.",
    "In the end {a} is less a question of taste than of attention.",
    "That leaves one step for today: look at {a} once more, without {b}, and write down what"
    " stays.",
    "What remains is ordinary work, which is the best that can be said of {a}.",
)
POINTS = (
    ("Start from what is there", "Write down what {a} looks like today, before anything is moved."),
    ("Separate the parts", "Keep {b} and {c} apart until each can be judged by itself."),
    ("Choose one measure", "Decide how a better {a} would be noticed, and by whom."),
    ("Make it small", "Try the idea on the smallest piece of {b} that can still fail."),
    ("Ask early", "Show {a} to somebody who has no reason to be kind."),
    ("Leave room", "Plan for {c} to take twice as long, and use the rest for checking."),
    ("Keep the first version", "The rough {a} often holds the detail that the polished one lost."),
    ("Write the ending first", "Knowing how {b} ends makes every earlier choice easier."),
    ("Remove one thing", "If {a} survives without it, it was not needed."),
    ("Come back tomorrow", "Half of what is wrong with {c} can only be seen after a night."),
)
HEADINGS = (
    "What it is made of", "Where it starts", "The part that is easy to miss", "How to look at it",
    "What changes when it grows", "A way to begin", "What it costs", "What holds it together",
)  # fmt: skip
STORY_OPENINGS = (
    "The morning they brought {a} down the stairs, {name} was the only one who did not look up.",
    "{name} had promised to keep away from {a}, and for eleven days the promise held.",
    "Nobody in the house could say when {a} had arrived, but {name} remembered the sound.",
)
STORY_MIDDLES = (
    "There was {b}, of course. There had always been {b}, folded into the week like a receipt.",
    "“You will want to see this,” said the neighbour, and held out what was left of {c}.",
    "By noon the street smelled of rain. {name} walked as far as {b} and turned round twice.",
    "It was not courage. It was closer to arithmetic: one {a}, two hands, and the light going.",
    "The letter said only a few words, and one of them was {c}. {name} read it standing.",
    "Somebody had painted the door since. Under the paint, {a} was still where it had been.",
    "They spoke about {b} for an hour, which is a way of not speaking about {a}.",
    "When the lamps came on, {name} counted the steps to {c} and found one too many.",
)
STORY_ENDINGS = (
    "In the end {name} left {a} on the sill, with the window open, and went to make tea.",
    "Years later the others would say that {a} had decided it. {name} only remembered the quiet.",
    "And {a}? It is still there. {name} dusts it on Sundays, and says good evening.",
)
NAMES = ("Mara", "Ilse", "Tomas", "Noor", "Edda", "Jonah", "Wren", "Silas", "Anouk", "Piet")
# Pairs of lines that rhyme; each takes one of the prompt's phrases.
COUPLETS = (
    ("I set {a} beside the door", "and did not ask it any more"),
    ("The evening came, and {b} too", "in coats of slate and river blue"),
    ("They say {a} will not stay", "I kept a corner anyway"),
    ("A field away, the lamps were low", "and {c} was the first to go"),
    ("What {b} had lost, the water found", "and turned it over, round and round"),
    ("If {a} is a kind of light", "then who has carried it all night"),
    ("I wrote down {c} on my sleeve", "as people do before they leave"),
    ("The hill was quiet, and the air", "held {b} as if it were a prayer"),
    ("So let {a} be slow, be small", "a shadow warming on the wall"),
    ("And when the morning finds its key", "it opens {c}, and then me"),
)
ASPECTS = (
    ("Purpose", "What {a} is for", "One sentence, no adjectives"),
    ("Material", "What {b} is made of", "A list with quantities"),
    ("Light", "When {a} is seen at its best", "Two pictures, same place"),
    ("Pace", "How fast {c} changes", "A note each morning for a week"),
    ("Risk", "What breaks first in {b}", "Break it on purpose, small"),
    ("People", "Who notices {a}", "Ask three of them"),
    ("Cost", "What {c} takes away from the rest", "A number and its date"),
    ("Ending", "When {a} is finished", "Write the test before the work"),
)
