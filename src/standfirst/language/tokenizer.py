"""Where do words begin and end: spaCy's English rules, brought near the tokenisation of the English treebanks.

The text is never changed: joining every token with its white space gives the text back.
"""

import re
from collections.abc import Callable
from typing import Any

#: What stays in one piece with the word after the hyphen, as in the treebanks: "non-binding", "pro-Beijing", "e-mail".
AFFIXES = frozenset(
    """anti auto bi bio co counter cross cyber de e ex extra geo hyper infra inter intra mega meta micro mid mini multi
    neo non over para poly post pre pro proto pseudo psycho quasi re semi socio sub super trans tri ultra un
    uni""".split()
)
#: Abbreviations that end in a stop and are followed by a name or a number, beyond those that spaCy knows.
ABBREVIATIONS = """Lt. Ft. Sgt. Cpl. Col. Capt. Maj. Cmdr. Adm. Brig. Pvt. Pte. Insp. Supt. Det. Const. Hon. Amb. Atty.
    Sr. Jr. Gov. Sen. Rep. Sens. Reps. Gens. Cols. Profs. Messrs. Mmes. Ave. Blvd. Rd. Mt. Ste. Nos. vs. al. Wed. Tues.
    Thurs. Sept. approx. est. dept. Dept. Univ. Assn. Bros. Inc. Ltd. Corp. Co. Cos. Pty. Plc. Fig. Figs. Vol. pp. ed.
    eds. Cpt.""".split()
#: Words that are written as one, as the treebanks part them.
JOINED = {
    "wanna": ("wan", "na"),
    "Wanna": ("Wan", "na"),
    "CANNOT": ("CAN", "NOT"),
    "alot": ("a", "lot"),
    "outta": ("out", "ta"),
    "dunno": ("du", "n", "no"),
}

#: Rules of spaCy that do harm in news: emoticons that are really brackets, and "Id" or "wed" read as "I'd" and "we'd".
_HARMFUL = ("):", "(:", "8)", "(8", "Wed", "wed", "Id", "id", "Ill", "ill", "and/or")
_RUNS = [r"(?<!\.)\.[!?]+", r"[!?]{2,}", *(rf"{re.escape(sign)}{{2,}}" for sign in "=_*<>~-#+$")]
_CLOCK = r"(?<=[0-9])(?:am|pm|AM|PM|a\.m\.|p\.m\.)"
_INFIXES = [
    r"(?<=[A-Za-z0-9])[-\u2010\u2011](?=[A-Za-z])",
    r"(?<=[A-Za-z])[-\u2010\u2011](?=[0-9])",
    r"(?<=[A-Za-z])/(?=[A-Za-z])",
    r"\)(?=\()|(?<=\))\(",
    # a quotation that opens right at a stop, where a page lost the white space between: 'all night."There was a hole"'
    r"(?<=[.!?])[\"\u201c](?=[A-Z])",
]
#: Quotation marks of Windows-1252 that were decoded as if they were Latin-1.
_OPENING, _CLOSING = "[\x91\x93]", "[\x92\x94]"
_SHOUTED_NOT = r"(?<=[A-Z])N['\u2019]T"
_LEFT_OF_HYPHEN = re.compile(r"[A-Za-z]*$")
#: Never parted: telephone numbers, dates in figures, names of files, and words cut short with a stroke ("b/c").
_NUMBERED = re.compile(r"\+?\d+(?:[-\u2010\u2011]\d+){2,}|[a-z]?\d{1,3}[-\u2010\u2011]\d{4}")
_FILE = re.compile(r"[\w#.-]+\.(?:docx?|xlsx?|pptx?|pdf|jpe?g|png|gif|txt|csv|zip|mp3|mp4|html?)", re.IGNORECASE)
_STROKE = re.compile(r"[A-Za-z]/[A-Za-z]")


def make_tokenizer(nlp: Any) -> Any:
    """Tune and return the tokenizer of a blank English ``Language`` (spaCy's own is compiled and has no types)."""
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    tokenizer, defaults = nlp.tokenizer, nlp.Defaults
    tokenizer.rules = {word: rule for word, rule in defaults.tokenizer_exceptions.items() if word not in _HARMFUL}
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    for word, parts in JOINED.items():
        tokenizer.add_special_case(word, [{"ORTH": part} for part in parts])
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, _OPENING, *defaults.prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, _CLOCK, _SHOUTED_NOT, _CLOSING, *defaults.suffixes]).search
    tokenizer.infix_finditer = _find_infixes(compile_infix_regex([*defaults.infixes, *_INFIXES]).finditer)
    return tokenizer


def _find_infixes(find: Callable[[str], Any]) -> Callable[[str], list[re.Match[str]]]:
    """Leave hyphens after an affix alone, and what is one piece however it is written."""

    def kept(word: str) -> list[re.Match[str]]:
        if _NUMBERED.fullmatch(word) or _FILE.fullmatch(word) or _STROKE.fullmatch(word):
            return []
        return [
            match
            for match in find(word)
            if not (match.group() in "-\u2010\u2011" and _after_affix(word, match.start()))
        ]

    return kept


def _after_affix(word: str, at: int) -> bool:
    left = _LEFT_OF_HYPHEN.search(word[:at])
    return left is not None and left.group().lower() in AFFIXES
