"""What pages print around articles: menus, share bars, counters, links to other articles, leftovers of mark-up."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from postil.domain.zone import ZoneKind
from postil.ingest.lines import Unit
from postil.ingest.markup import plain, without_macros
from postil.ingest.signals import signals, words_of
from postil.ingest.verdicts import LONGEST, NEUTRAL, Verdict

_PLAYER: Final = re.compile(r"\d{1,2}(?::\d{2}){1,2}(?:\s?/\s?\d{1,2}(?::\d{2}){1,2})?|\d(?:[.,]\d{1,2})?x|\d{1,3}\s?/\s?\d{1,3}")
_RULE: Final = re.compile(r"[\s*_=~#.·•—–-]+")
_ANCHOR_ONLY: Final = re.compile(r"<a\s[^<>]{0,1000}>[^<>]{0,200}</a>", re.IGNORECASE)
_LINK_ONLY: Final = re.compile(r"(?:[\s*+•▪◦●►»>|/·,;–—-]|\d{1,2}[.)]|\[[^\[\]\n]{0,500}\]\([^)\n]{0,2000}\))+")
_HASHTAGS: Final = re.compile(r"(?:[#@][\w.-]{1,60}[\s,;|]*)+")
_BREADCRUMB: Final = re.compile(r"\s(?:>|›|»|/|\|)\s|(?<=\w)›(?=\w)")
_POINTER: Final = re.compile(r"^(?:>>+|»+|=>|->|→|☞|👉|➡|\[\s*(?:video|photos?|clip|infographics?)\s*\])\s*\S", re.IGNORECASE)
_CUT: Final = re.compile(r"(?:\[\s*(?:…|\.\.\.)\s*\]|\[\s*\+?\d+ chars\s*\])\s*$")
_EMBED: Final = re.compile(r"pic\.twitter\.com/|\(@\w{2,20}\)|^—\s.{0,80}\(@", re.IGNORECASE)
_REPOST: Final = re.compile(r"(?:the post|l'article|cet article)\b.{3,200}\b(?:appeared first on|est apparu en premier sur)\b")
""" "The post … appeared first on …": what WordPress adds to its feeds."""
_LABEL: Final = re.compile(r"(?:\*\*)?\[[^\[\]\n]{2,20}\](?:\*\*)?\s*(?=\[)")
_ADDRESS: Final = re.compile(
    r"(?:[\w.+-]{2,60}@[\w-]{2,60}\.[\w.]{2,20}|(?:\+|00)\d[\d ().-]{7,20}\d|(?:tel|tél|phone|fax|hotline|đt|điện thoại|e-?mail)\.?\s?:\s?\S.{3,80})",
    re.IGNORECASE,
)
_LONGEST_NOTICE: Final = 200
"""Words of a disclaimer or a note of copyright."""
_SHORTEST_REPORT: Final = 7
_LONGEST_ANSWER: Final = 3
_FEWEST_IN_SENTENCES: Final = 6
"""Words of the interface that make a finished sentence furniture ("No votes so far! Be the first to rate this post.")."""
_LONGEST_NEIGHBOUR: Final = 15
_LONG_RULE: Final = 20
"""Signs; a shorter rule goes with what is around it."""
_FONT_SIZE: Final = re.compile(r"[+-]?A(?:\s?[+-])?(?:[\s|/]+[+-]?A(?:\s?[+-])?){1,3}")
_COPYRIGHT: Final = re.compile(r"(?:(?:copyrights?|bản quyền|©|\(c\))[\s,-]*){1,3}(?:19|20)\d\d(?!\d)")
_WEATHER: Final = re.compile(r"^[+-]?\d{1,2}\s?°|\d\s?°\s?[CF]?(?:\s?[|/-]\s?\d{1,2}\s?°\s?[CF]?)?$")
_RATES: Final = re.compile(r"\b(?:USD|EUR|GBP|JPY|CNY|CHF|XAF|XOF|VND|AUD)[ :/]\s?\d")
_LONGEST_WEATHER: Final = 8
_SITE_NAME: Final = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,10}){1,3}/?", re.IGNORECASE)
_COMMENT_WORDS: Final = frozenset({"comment", "comments", "commentaire", "commentaires", "bình"})


def signs(unit: Unit) -> Verdict | None:
    """Lines of signs, playing times, picture counters, tags or template codes without a word."""
    if unit.is_spacer or _RULE.fullmatch(unit.text):
        is_long = not unit.is_spacer and len(unit.text) >= _LONG_RULE and unit.text[0] != "="
        return Verdict(ZoneKind.BOILERPLATE, "rule") if is_long else NEUTRAL
    if _PLAYER.fullmatch(unit.text) or _FONT_SIZE.fullmatch(unit.text):
        return Verdict(ZoneKind.BOILERPLATE, "player")
    if any(map(str.isalnum, unit.text)):
        is_macro = unit.text[0] in "{<[" and len(unit.text) < 1_000 and not without_macros(unit.text).strip()
        return Verdict(ZoneKind.BOILERPLATE, "macro") if is_macro else None
    return None if "?" in unit.text or "…" in unit.text else Verdict(ZoneKind.BOILERPLATE, "signs")


def residue(unit: Unit) -> Verdict | None:
    """Alt texts and editors' leftovers ("image banner") that are no caption."""
    return Verdict(ZoneKind.BOILERPLATE, "residue") if unit.folded in signals().residue.whole else None


def weather(unit: Unit) -> Verdict | None:
    """ "27°C Nairobi Saturday, 4 May", "Hà Nội 28°C": the box of a page's head."""
    is_short = len(unit.words) <= _LONGEST_WEATHER and not unit.end_sign and unit.function_share < 0.2
    is_rates = not unit.end_sign and len(unit.words) <= 2 * _LONGEST_WEATHER and len(_RATES.findall(unit.text)) >= 2
    return Verdict(ZoneKind.BOILERPLATE, "weather") if is_rates or (is_short and _WEATHER.search(unit.text)) else None


def furniture(unit: Unit) -> Verdict | None:
    """Headings of link lists, phrases of the interface, sentences that speak to a user of the site, links elsewhere."""
    table = signals()
    count = len(unit.words)
    bare = unit.folded.strip("-*#:.…!?>»›<|[]() ")
    if bare in table.tail_heading.whole:
        return Verdict(ZoneKind.BOILERPLATE, "tail.heading", is_end=bare not in table.soft_heading.whole)
    is_answer = count <= _LONGEST_ANSWER and unit.text.endswith(".") and not unit.text.endswith("..")  # "Agree.", "Đồng ý." in an interview
    if bare in table.ui_lines and not is_answer:
        return Verdict(ZoneKind.BOILERPLATE, "ui.whole")
    is_notice = table.disclaimers.opening(unit.folded.lstrip("([*_ ")) or _COPYRIGHT.match(unit.folded)
    if count <= _LONGEST_NOTICE and is_notice:
        return Verdict(ZoneKind.BOILERPLATE, "disclaimer")
    if not count or count > LONGEST:
        return None
    if table.strong.is_in(unit.words) and not _is_report(unit) and not table.source_sentences.opening(bare):
        return Verdict(ZoneKind.BOILERPLATE, "ui.strong")
    return _counted(unit) or _covered(unit) or _related(unit) or _called(unit)


def _called(unit: Unit) -> Verdict | None:
    """ "Relive the debate with us.", "Découvrez notre carte": a short line that begins by telling the reader what to do with the site."""
    if len(unit.words) > 22 or unit.has_bullet or any(sign in unit.text for sign in '“"«'):
        return None
    before, colon, _ = unit.folded.partition(":")
    if colon:
        is_call = signals().calls.opening(before) and signals().media.is_in(words_of(before)) and len(words_of(before)) <= 5
        return Verdict(ZoneKind.BOILERPLATE, "ui.call") if is_call else None
    opening = signals().calls.opening(unit.folded)
    if not opening:
        return None
    rest = unit.words[len(words_of(opening)) :]
    signs_given = signals().address.is_in(rest) + signals().media.is_in(rest)
    return Verdict(ZoneKind.BOILERPLATE, "ui.call") if signs_given >= (2 if unit.end_sign else 1) else None


def _is_report(unit: Unit) -> bool:
    """A sentence that addresses nobody, or that quotes, is the article's when it speaks of newsletters on the way."""
    count = len(unit.words)
    strong = signals().strong
    if unit.end_sign != "." or unit.text.rstrip().endswith("!") or strong.length_at(unit.words, 0):
        return False
    if any(sign in unit.text for sign in '“"«'):
        return count >= _SHORTEST_REPORT
    is_at_end = any(at + strong.length_at(unit.words, at) == count for at in range(max(0, count - 8), count))
    return count >= (15 if is_at_end else _SHORTEST_REPORT) and not signals().address.is_in(unit.words)


def _counted(unit: Unit) -> Verdict | None:
    """ "Comment (0)", "12 shares", "Lượt xem: 1.254", "5 min read"."""
    words = [word for word in unit.words if not word[0].isdigit()]
    is_known = 0 < len(words) < len(unit.words) <= 8 and signals().counters.covered(words) == len(words)
    return Verdict(ZoneKind.BOILERPLATE, "ui.counter", is_end=words[0] in _COMMENT_WORDS) if is_known else None


def _covered(unit: Unit) -> Verdict | None:
    """Menus, share bars and breadcrumbs: nearly every word belongs to a phrase of the interface."""
    count = len(unit.words)
    ui = signals().ui.covered(unit.words)
    if unit.end_sign == "." and "?" not in unit.text and "..." not in unit.text and not ui == count >= _FEWEST_IN_SENTENCES:
        return None
    if ui == count and (count >= 2 or not unit.text[0].isalpha()):
        return Verdict(ZoneKind.BOILERPLATE, "ui.covered")
    if not ui and "," in unit.text:  # "Trade, tourism, energy" may head a paragraph
        return None
    known, all_known = signals().furniture.counted(unit.words)
    is_menu = signals().ui.counted(unit.words)[0] >= 2 or (all_known == count and known >= 3) or _BREADCRUMB.search(unit.text)
    if count >= 3 and all_known >= 0.8 * count and is_menu:
        return Verdict(ZoneKind.BOILERPLATE, "ui.menu")
    return None


def _related(unit: Unit) -> Verdict | None:
    if (_POINTER.match(unit.text) and len(unit.words) <= 40) or _is_neighbour(unit):
        return Verdict(ZoneKind.BOILERPLATE, "related.pointer")
    if (_EMBED.search(unit.text) or _REPOST.match(unit.folded)) and len(unit.words) <= 40:
        return Verdict(ZoneKind.BOILERPLATE, "embed")
    if _HASHTAGS.fullmatch(unit.text):
        return Verdict(ZoneKind.BOILERPLATE, "tags")
    if ("](" in unit.text and _LINK_ONLY.fullmatch(_LABEL.sub("", unit.text))) or _ANCHOR_ONLY.fullmatch(unit.text):
        return Verdict(ZoneKind.BOILERPLATE, "related.link")
    if _CUT.search(unit.text) and len(unit.words) <= 40:
        return Verdict(ZoneKind.BOILERPLATE, "related.cut")
    if _is_glued_opener(unit.text):
        return Verdict(ZoneKind.BOILERPLATE, "related.glued")
    if _ADDRESS.fullmatch(unit.text) or (_SITE_NAME.fullmatch(unit.text) and len(unit.words) == 1):
        return Verdict(ZoneKind.BOILERPLATE, "address")
    opening = signals().related.opening(unit.folded.lstrip("[(*-•> "))
    return Verdict(ZoneKind.BOILERPLATE, "related.opener") if opening and _is_link_after(unit, opening) else None


def _is_neighbour(unit: Unit) -> bool:
    """ "« Port workers return", "A second bridge »": the page before or after, with one quotation mark as an arrow."""
    if unit.end_sign or not 3 <= len(unit.words) <= _LONGEST_NEIGHBOUR:
        return False
    is_before = unit.text[0] in "«‹←" and not any(sign in unit.text for sign in "»›")
    return is_before or (unit.text[-1] in "»›→" and not any(sign in unit.text for sign in "«‹"))


def _is_glued_opener(text: str) -> bool:
    """ "À LIRELes minerais …": an opener in capitals run into the headline after it."""
    capitals = text[:40]
    if not capitals[:1].isupper() or capitals[1:2].islower():
        return False
    opener = next((word for word in _openers_in_capitals() if capitals.startswith(word)), "")
    after = capitals[len(opener) : len(opener) + 2]
    return bool(opener) and after[:1].isupper() and (after[1:].islower() or after[1:] in ("'", "’"))


@cache
def _openers_in_capitals() -> tuple[str, ...]:
    return tuple(sorted((phrase.upper() for phrase in signals().related.whole if phrase[-1].isalpha()), key=len, reverse=True))


def _is_link_after(unit: Unit, opening: str) -> bool:
    """A separator, or a new capital in a line that is no sentence: "READ ALSO Governor opens …"."""
    own = plain(unit.text).lstrip("[(*-•> ")
    rest = own[len(opening) :].lstrip(" \u00a0*_])")
    if len(unit.words) > 35 or not rest:
        return not rest
    if opening.endswith(":") or rest[0] in ':|–—-»>«"“':
        return True
    is_open = unit.end_sign != "." or unit.text.endswith(("...", "…"))
    return is_open and rest[0].isupper() and len(unit.words) <= 25
