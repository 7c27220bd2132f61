"""(sentence, whether it says that something is not known)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from standfirst.extract.unknowns import find_unknowns
from standfirst.model.reading import Reading
from standfirst.model.report import Report

CASES = [
    ("It is not yet known how many people were on board.", True),
    ("The cause of the fire remains unclear.", True),
    ("That is unclear.", True),
    ("The damage is still being assessed.", True),
    ("We don’t know why the door was open.", True),
    ("The owner declined to comment.", True),
    ("Police have not released the driver’s name.", True),
    ("She could not be reached on Tuesday.", True),
    ("Officials have yet to say who gave the order.", True),
    ("It is too early to say whether the road will open.", True),
    ("It’s unclear whether the bidder had seen the accounts.", True),
    ("The cause of the outbreak is pending.", True),
    ("The names of the crew were not immediately released.", True),
    ("No further details were available.", True),
    ("The ministry has not said when the border will open.", True),
    ("Engineers are still trying to work out why the dam gave way.", True),
    ("The coastguard declined to share the ship’s last position.", True),
    ("The motive remains under investigation.", True),
    ("Inspectors are looking into whether the valve had been shut.", True),
    ("Rescuers did not know how many people had been below deck.", True),
    ("The bank said on Friday it did not know who had ordered the transfer.", True),
    ("No group has claimed responsibility for the coup.", True),
    ("Why the alarm was switched off remains a mystery.", True),
    ("The court has not yet ruled on the merger.", True),
    ("A captain was detained initially, but his part in it has not been established.", True),
    ("A full count of the voters was not immediately available.", True),
    ("An autopsy will be held to determine how he drowned.", True),
    ("We do not fully know the last hours of the ship.", True),
    ("Divers have not found the flight recorder.", True),
    ("No explanation has emerged for the outage.", True),
    ("A date for the recount has not been set.", True),
    ("The footage does not show who opened the gate.", True),
    ("The tests on the water were inconclusive.", True),
    ("Her condition is currently unknown.", True),
    ("It’s not 100 percent confirmed that the ship sailed.", True),
    ("Rescuers are still searching for the pilot.", True),
    ("An unknown number of sheep were lost.", True),
    ("The inquiry into the derailment is still under way.", True),
    ("“We don’t have all the answers,” the mayor said.", True),
    ("The name of the patient will not be released.", True),
    ("The envoy doesn’t know the present whereabouts of the clerk.", True),
    ("Inspectors are reviewing the tapes to figure out if the brakes failed.", True),
    ("There is no evidence to show who opened the valve.", True),
    ("The ministry still did not know why the pump had stopped.", True),
    ("The table has not been set for the guests.", False),
    ("The team has not found the net since May.", False),
    ("He is still looking for his first win.", False),
    ("The display case was open to visitors.", False),
    ("Before they landed, a search was under way.", False),
    ("The museum does not show what it owns.", False),
    ("The council confirmed the date.", False),
    ("The shop does not have all the sizes.", False),
    ("Uncertain where the boat was, he swam.", False),
    ("The road opened at noon.", False),
    ("I don’t know what I would do without the boat.", False),
    ("“We didn’t know what was happening,” said a passenger.", False),
    ("The buyer was not known to the police.", False),
    ("A sailor who declined to give her last name wept.", False),
    ("At first it was not known how many had been on board.", False),
    ("The fire is being investigated as arson.", False),
    ("The patient was not released until Tuesday.", False),
    ("The company is trying to sell the yard.", False),
    ("The rebels refused to give up the palace.", False),
    ("The army is investigating what appears to be a mutiny.", False),
    ("The minister said that the road was clear.", False),
    ("She knew the captain well.", False),
    ("Is the cause still unclear?", False),
    ("He did not say goodbye.", False),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_unknowns(report: Callable[..., Report], text: str, expected: bool) -> None:
    made = report(text)
    reading = Reading(report=made, sentences=(made.span(0, len(text)),))
    assert bool(find_unknowns(reading, spacy.blank("en")(text)).unknowns) is expected
