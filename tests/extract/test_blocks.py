"""The parts of a page: (text, kinds) pairs, and what always holds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.extract.blocks import find_blocks
from standfirst.extract.blocks.layout import page_of, paragraphs, sentences
from standfirst.extract.blocks.stamps import read_stamp
from standfirst.lexicon.agencies import agencies, agency_name
from standfirst.lexicon.layout import layout_rules
from standfirst.lexicon.titles import is_site_title
from standfirst.model.reading import aside_reason
from standfirst.model.report import Report
from standfirst.text import plain


def kinds(text: str, **fields: object) -> list[tuple[str, str]]:
    report = Report(id="r", text=text, **fields)  # type: ignore[arg-type]
    return [(block.kind, report.words(block.span)) for block in find_blocks(report)]


LEAD = "The old bridge over the Varn was closed on Monday after an inspector found cracks in two of its piers."
MORE = [
    "Engineers said the cracks were found below the water line and had grown since the spring.",
    "The bridge carries some 9,000 cars a day between the two halves of the town, the council said.",
    "Mayor Ines Calder said the ferry would run every ten minutes while the bridge was closed.",
    "Drivers waited for two hours at the ferry on Monday evening, and some turned back to the town.",
    "The council said that repairs to the piers would take until the autumn at least.",
    "The inspector will look at the other piers of the bridge on Thursday, the council said.",
]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", "boilerplate"),
        ("Home | News | Sport | Weather", "boilerplate"),
        ("News / Business / Opinion / Arts & Culture", "boilerplate"),
        ("Sign up for our daily newsletter.", "boilerplate"),
        ("Follow us on Facebook and Twitter", "boilerplate"),
        ("This is a developing story. Stay with BayTV for updates.", "boilerplate"),
        ("Please support us by buying a subscription.", "boilerplate"),
        ("READ MORE: Ferry timetable for the week", "boilerplate"),
        ("MORE: What the inspector found", "boilerplate"),
        ("WATCH LIVE AT BAYTV.EXAMPLE", "boilerplate"),
        ("0:41 Cars queue at the ferry", "boilerplate"),
        ("https://bay.example/ferry", "boilerplate"),
        ("desk@bay.example", "boilerplate"),
        ("(313) 555-0148", "boilerplate"),
        ("On Twitter:", "boilerplate"),
        ("abyrne@bay.example, 313-555-0148 or Twitter: @adabyrne", "boilerplate"),
        ("Go here for the timetable of the ferry.", "boilerplate"),
        ("We will update this story as more information becomes available.", "boilerplate"),
        ("Complete coverage of the bridge over the Varn", "boilerplate"),
        ("Get the BayTV mobile app.", "boilerplate"),
        ("To continue reading this story, you will need to log in.", "boilerplate"),
        ("Staff Writers Ada Byrne-Holt and Tom Rell contributed.", "credit"),
        ("Contributing: Ada Byrne, Bay Post", "credit"),
        ("Ada Byrne | Staff Photographer", "credit"),
        ("“Engineers said the cracks were found below the water line.” Per Holt, inspector", "repeated"),
        ("Add a location to your Tweets", "boilerplate"),
        ("© 2031 BayTV. All rights reserved.", "credit"),
        ("Copyright 2031 BayTV", "credit"),
        ("Copyright Coast Wire / BayTV", "credit"),
        ("Source: Coast Wire", "credit"),
        ("Editing by Tom Rell", "credit"),
        ("(Reporting by Ada Byrne; editing by Tom Rell)", "credit"),
        ("With News Wire Services", "credit"),
        ("The Associated Press contributed to this report.", "credit"),
        ("Last updated 4.14pm.", "credit"),
        ("Published January 6, 2031", "credit"),
        ("Photo credit: Ada Byrne", "credit"),
        ("Reuters", "credit"),
        ("By Ada Byrne and Tom Rell", "byline"),
        ("Staff writer", "byline"),
        ("Ines Calder (Facebook)", "caption"),
        ("Ines Calder, left, with inspector Per Holt at the bridge on Monday.", "caption"),
        ("A photo provided by a driver shows the line of cars at the ferry.", "caption"),
        ("What happens next?", "heading"),
        ("THE INSPECTION", "heading"),
        ("“We will not open it before it is safe.”", "quotation"),
        ("Council cancels summer festival after row over fees", "boilerplate"),
    ],
)
def test_lines_around_the_story(line, kind):
    text = "\n\n".join([LEAD, *MORE[:2], line, *MORE[2:]])
    found = kinds(text)
    assert found[3] == (kind, line)
    assert all(k == "body" for k, _ in [*found[:3], *found[4:]])


@pytest.mark.parametrize(
    "line",
    [
        "World leaders gather in the town on Friday to talk about the bridge.",
        "Copyright law is no help here, the council's lawyer said.",
        "He told reporters to “click here” if they wanted to know more.",
        "The country wants to become a member of the union, the minister said.",
        "More than 40 people waited at the ferry.",
        "The ferry is free for everyone until Sunday.",
        "“Follow us,” the pilot said.",
        "5 p.m. was the deadline.",
        "The ministry (MOFA) said nothing.",
        "The cup was won. Hale United - Ross City",
        "The North Strait Treaty Organisation (NSTO) did not reply.",
        "- three of the four piers have cracks",
        "Anyone who saw the piers move is asked to write to bridge@varn.example.",
        "“They had seen the cracks in March.” Per Holt, inspector",
        "The engineers and two divers contributed.",
        "The council said it would update residents as more information becomes available.",
        "A defendant in an earlier case over the ferry pleaded guilty last year.",
    ],
)
def test_lines_of_the_story_stay(line):
    found = kinds("\n\n".join([LEAD, *MORE[:2], line, *MORE[2:]]))
    assert ("body", line) in found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("HARSUND (Coast Wire) – The bridge is closed.", ["dateline", "body"]),
        ("HARSUND, Vika (AP) — The bridge is closed.", ["dateline", "body"]),
        ("NEW BAY, Oct 8 (Reuters) - The bridge is closed.", ["dateline", "body"]),
        ("HARSUND -- The bridge is closed.", ["dateline", "body"]),
        ("Harsund (AFP) - The bridge is closed.", ["dateline", "body"]),
        ("Port Harsund — The bridge is closed, the council said on Monday.", ["dateline", "body"]),
        ("Harsund, Vika – The bridge is closed, the council said on Monday.", ["dateline", "body"]),
        ("Monday — The bridge is closed, and the council does not know why.", ["body"]),
        ("BEIJING (Kyodo) The bridge is closed.", ["dateline", "body"]),
        ("The bridge was closed on Monday. Ferry in demand PARIS (AFP) The ferry is full.",
         ["body", "heading", "dateline", "body"]),
        ("Cars wait at the ferry on Monday. Photo: Ada Byrne", ["caption", "credit"]),
        ("Cars wait at the ferry on Monday. (Ada Byrne/Harbour Post)", ["caption", "credit"]),
        ("Cars wait at the ferry. (Photo: Harbour Police)", ["caption", "credit"]),
        ("The bridge will stay closed. The Harbour Post: Nov. 3, 2031", ["body", "credit"]),
        ("“It is not safe,” he said. -- With Business Editor Mara Lund", ["body", "credit"]),
        ("The ferry is full, the council said. (Click here for the timetable) It runs all day.",
         ["body", "boilerplate", "body"]),
        ("UPDATE: The ferry is full.", ["boilerplate", "body"]),
        ("HARSUND – UPDATE: The ferry is full.", ["dateline", "boilerplate", "body"]),
        ("CLOSE Skip in Skip x Embed x Share Cars wait at the ferry.", ["boilerplate", "caption"]),
        ("EMBED >More News Videos Cars wait at the ferry.", ["boilerplate", "caption"]),
        ("Cars wait at the ferry. View Full Caption Bay Post/Ada Byrne", ["caption", "boilerplate", "credit"]),
        ("Cars wait at the ferry. (Bay Photo/Ada Byrne)", ["caption", "credit"]),
        ("A headline that stands nowhere [ ] Hide Caption [ ] Show Caption", ["headline", "boilerplate"]),
        ("Cars wait. Local News A headline that stands nowhere The ferry is full.", ["body", "repeated", "body"]),
        ("Cars wait at the ferry. Mara Lund | Bay Post", ["caption", "credit"]),
        ("Cars wait at the ferry. Mara Lund for Bay Post", ["caption", "credit"]),
        ("Cars wait at the ferry, near St. Mara Lund House for Seamen.", ["body"]),
        ("Cars wait at the ferry. (Mara Lund / Bay Post)", ["caption", "credit"]),
        ("The ferry is full. To get alerts, grab the free Bay News App for iPhone.", ["body", "boilerplate"]),
        ("The council told the crew to download the plan for the ferry today.", ["body"]),
        ("The crew sold its app for iPhone to the Bay Post, the mayor said.", ["body"]),
        ("SUBSCRIBE: Bay Post email alerts", ["boilerplate"]),
        ("Subscribe: the mayor urged every reader to do so.", ["body"]),
        ("Comments are moderated and will not appear at once.", ["boilerplate"]),
        ("The council kept its comments civil on Monday.", ["body"]),
        ("You've now read the maximum number of stories available without a subscription.", ["boilerplate"]),
        ("The ferry carried the maximum number of cars on Monday.", ["body"]),
        ("This slideshow requires JavaScript.", ["boilerplate"]),
        ("The bridge requires new steel, and the council has none.", ["body"]),
        ("Find Bay News on Twitter, Facebook and Instagram.", ["boilerplate"]),
        ("Divers hope to find the ferry on Tuesday.", ["body"]),
        ("With Mara Lund and Tom Rell", ["credit"]),
        ("A fund for the families was set up. If you'd like to donate, click here.", ["body", "boilerplate"]),
    ],
)  # fmt: skip
def test_parts_of_one_paragraph(text, parts):
    found = kinds("\n\n".join([text, *MORE]), headline="A headline that stands nowhere")
    assert [kind for kind, _ in found][: len(parts)] == parts
    assert all(kind == "body" for kind, _ in found[len(parts) :])


@pytest.mark.parametrize(
    ("foot", "kind"),
    [
        ("Ada Byrne is a Bay Post staff writer. Reach her at 313-555-0148 or abyrne@bay.example.", "credit"),
        ("You can reach Staff Writer Ada Byrne at abyrne@bay.example.", "credit"),
        ("Contact the writer: 313-555-0148 and abyrne@bay", "boilerplate"),
        ("Contact Ada Byrne at 313-555-0148.", "credit"),
        ("Contact Detective Ada Byrne at 313-555-0148.", "body"),
        ("Relatives can call the ferry company at 313-555-0148.", "body"),
        ("The ferry company can be reached at 313-555-0148.", "body"),
        ("Ines Calder is a former reporter for the Bay Post.", "body"),
    ],
)
def test_the_foot_of_a_page_tells_of_its_writer(foot, kind):
    assert kinds("\n\n".join([LEAD, *MORE, foot, "Copyright 2031 BayTV"]))[-2] == (kind, foot)


def test_headline_standfirst_byline_and_the_lead_printed_twice():
    text = f"Bridge over the Varn closed\n\n{LEAD}\n\nHARSUND (Coast Wire) – {LEAD}\n\n" + "\n\n".join(MORE)
    found = kinds(text, headline="Bridge over the Varn closed", outlet="Coast Wire")
    assert [kind for kind, _ in found][:4] == ["headline", "standfirst", "dateline", "repeated"]


def test_a_headline_is_found_without_front_matter_and_under_a_site_title():
    text = "Bridge over the Varn closed\nBy ADA BYRNE\nStaff writer\n" + "\n".join([LEAD, *MORE])
    assert [kind for kind, _ in kinds(text)][:4] == ["headline", "byline", "byline", "body"]
    found = kinds(text, headline="The Harbour Post Online", outlet="harbourpost.example")
    assert found[0] == ("headline", "Bridge over the Varn closed")


def test_a_bare_line_above_the_lead_is_a_caption_where_the_headline_is_another():
    text = "\n".join(["The repairs are led by engineer Per Holt", LEAD, *MORE])
    assert kinds(text, headline="Bridge closed after cracks")[0][0] == "caption"


def test_a_sentence_told_again_is_repeated_and_the_first_stays():
    quoted = "“We counted eleven cracks in the second pier and four in the third,” Holt said."
    again = "“We counted eleven cracks in the second pier and four in the third,” said Holt. He left the town at noon."
    found = kinds("\n\n".join([LEAD, quoted, *MORE, again]))
    assert found[1] == ("body", quoted)
    assert [kind for kind, _ in found[-2:]] == ["repeated", "body"]


def test_a_paragraph_of_another_story_is_unrelated():
    stray = "The youth orchestra has sold out its spring season of Baroque concertos at the Odeon theatre."
    found = kinds("\n\n".join([LEAD, *MORE[:3], stray, *MORE[3:]]))
    assert ("unrelated", stray) in found
    assert sum(kind == "unrelated" for kind, _ in found) == 1


def test_updates_reach_to_the_next_heading_and_stamps_part_them():
    text = "\n\n".join(
        ["Bridge closed", "What is closed?", LEAD, "UPDATE – 3.52pm: The ferry is full.", "“It is full,” he said.",
         "When will it open?", MORE[4], "UPDATE 4.10pm: The ferry has stopped."]
    )  # fmt: skip
    found = [kind for kind, _ in kinds(text, headline="Bridge closed")]
    assert found == ["headline", "heading", "body", "update", "update", "heading", "body", "update"]


def test_times_of_events_are_no_updates():
    text = "\n\n".join([LEAD, "8:58 p.m.: The first crack is seen.", "9:10 p.m.: The bridge is closed.", *MORE])
    assert all(kind == "body" for kind, _ in kinds(text))


def test_a_live_page_is_all_updates():
    text = "\n\n".join(["5:15 p.m.", LEAD, "5:02 p.m.", MORE[0], "4:40 p.m.", MORE[1]])
    assert {kind for kind, _ in kinds(text)} == {"update"}


@pytest.mark.parametrize(
    "text",
    [
        "Add a location to your Tweets\n\nWhen you tweet with a location, Twitter stores that location. Learn more",
        "1:56 Crowds on the quay\n\n0:41 A dog on the ferry\n\n3:30 Video of the crash on Elm Street",
        "Loading Top Stories...\nSubscriptions >",
        "Please enable JavaScript to watch this video",
    ],
)
def test_pages_without_an_article_have_failed(text):
    assert {kind for kind, _ in kinds(text)} == {"failed_page"}


def test_a_headline_alone_has_not_failed():
    assert kinds("Bridge over the Varn closed") == [("headline", "Bridge over the Varn closed")]


def test_a_poll_is_set_aside_across_its_lines():
    text = (
        f"{LEAD} QUICK VOTE Should the bridge be rebuilt?\nYes\nNo, never\nView results The ferry is full.\n"
        + "\n".join(MORE)
    )
    found = kinds(text)
    assert [kind for kind, _ in found[:5]] == ["body", "boilerplate", "boilerplate", "boilerplate", "boilerplate"]
    assert found[5] == ("body", "The ferry is full.")


def test_wrapped_lines_are_one_paragraph():
    text = (
        "The old bridge over the Varn was closed on Monday after an inspector\n"
        "found cracks in two of its piers, and it will\nstay closed until the repairs are done, the council of the\n"
        "town said in a statement that it gave out on\n"
        "Monday evening after a long meeting in the hall.\n\nA second one."
    )
    assert len(paragraphs(page_of(text))) == 2


def test_sentences_do_not_end_at_abbreviations():
    text = "Gov. Ada Byrne met Sen. Tom Rell Jr. in the U.S. on Jan. 5. “It went well.” She left."
    found = [text[start:end] for start, end in sentences(page_of(text), 0, len(text))]
    assert found == [
        "Gov. Ada Byrne met Sen. Tom Rell Jr. in the U.S. on Jan. 5.", "“It went well.”", "She left."
    ]  # fmt: skip


@pytest.mark.parametrize("rule", layout_rules(), ids=lambda rule: rule.name)
def test_every_rule_matches_its_example(rule):
    words = plain(rule.example)
    assert rule.pattern.fullmatch(words) if rule.scope == "line" else rule.pattern.search(words)


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("UPDATE - 3.52pm: It", "15:52"), ("UPDATE 3.42pm: It", "15:42"), ("[4:14 PM] It", "16:14"),
        ("14:05 - The", "14:05"), ("Updated at 15:52 GMT", "15:52"), ("6:20 p.m. UPDATE", "18:20"),
        ("UPDATE (5:10 p.m. 6 May): It", "17:10"), ("10.30am The minister", "10:30"), ("12:05 a.m.:", "00:05"),
        ("6 people died", None), ("5 p.m. was the deadline", None), ("UPDATE: It", None), ("Update 12: It", None),
        ("25:10 - The", None), ("1:56 Crowds on the quay", None), ("UPDATE 13:75pm: It", None),
    ],
)  # fmt: skip
def test_stamps(words, clock):
    stamp = read_stamp(words)
    assert (f"{stamp.clock:%H:%M}" if stamp else None) == clock


def test_site_titles():
    assert is_site_title("The Harbour Post Online", "harbourpost.example")
    assert is_site_title("Top News Article", None)
    assert not is_site_title("Bridge closed", "harbourpost.example")


def test_agencies_are_named_once_and_found_by_every_form():
    assert agency_name("The Associated Press") == agency_name("AP") == "Associated Press"
    assert agency_name("ap") is None
    names = [agency.name for agency in agencies()]
    assert len(names) == len(set(names))
    assert all(agency_name(agency.name) is not None for agency in agencies())


@pytest.mark.parametrize(
    ("kind", "words", "reason"),
    [
        ("byline", "By Ada Byrne", "credit"),
        ("dateline", "HARSUND (AP) -", "credit"),
        ("boilerplate", "Advertisement", "boilerplate"),
        ("caption", "Ines Calder (Facebook)", "caption"),
        ("caption", "Cars wait at the ferry on Monday.", None),
        ("caption", "A woman holds a lamp on the quay.", "caption"),
        ("caption", "Gallery: The ferry has sunk.", "caption"),
        ("caption", "The ferry sank on Monday.", None),
        ("body", "A woman holds a lamp on the quay.", None),
        ("body", "The ferry is full.", None),
    ],
)
def test_what_is_listed_as_set_aside(kind, words, reason):
    assert aside_reason(kind, words) == reason


PARTS = st.sampled_from(
    ["UPDATE – 3.52pm: ", "HARSUND (AP) — ", "Photo: Ada", "Advertisement", "\n", "\n\n", " ", "“It is,” ", "said.",
     "By Ada", "(Photo: X)", "'); //-->", "The bridge is closed. ", "Click here.", "QUICK VOTE", "View results",
     "0:41 ", "\u00a0", "-", "|"]
)  # fmt: skip


@given(st.text(max_size=300) | st.lists(PARTS, max_size=40).map("".join), st.none() | st.text(max_size=40))
def test_blocks_hold_every_character_once_and_in_order(text, headline):
    report = Report(id="r", text=text, headline=headline)
    at = 0
    for block in find_blocks(report):
        assert block.span.start >= at
        assert not text[at : block.span.start].strip()
        assert report.words(block.span).strip()
        at = block.span.end
    assert not text[at:].strip()


@pytest.mark.parametrize("unit", ["The ship sank. ", "A ", "(", "\"", "Ab. ", "1:2 ", "NEW ", "- ", "/ "])  # fmt: skip
def test_one_long_line_takes_linear_time(unit):
    report = Report(id="r", text=unit * (200_000 // len(unit)))
    start = time.perf_counter()
    assert find_blocks(report) is not None
    assert time.perf_counter() - start < 5
