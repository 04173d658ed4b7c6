"""Code lists as look-up tables: the terms of an entry in one language, ready for longest match on tokens."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from postil.domain.codebook import shipped
from postil.suggest.lexicon import Entry, Lexicon
from postil.suggest.text.tokens import norms

_COMPOUNDS: Final = {
    "giá": ("đánh giá", "giá trị", "tham giá"),
    "trường": ("thị trường", "môi trường", "hiện trường", "lập trường", "trường hợp", "công trường", "quảng trường", "nông trường"),
    "xe": ("xe cộ",),
    "lãi": ("lãi suất",),
    "thuế": ("thuế quan",),
    "phí": ("chi phí", "kinh phí", "lãng phí", "miễn phí", "học phí"),
    "dài": ("lâu dài", "kéo dài"),
    "mưa": ("mưa bão",),
    "khách": ("khách sạn", "khách hàng"),
    "quân": ("quân sự", "quân đội", "bình quân", "hải quân"),
    "tù": ("tù nhân",),
    "lỗ": ("lỗ hổng",),
    "phạt": ("trừng phạt", "xử phạt"),
    "vốn": ("vốn có", "vốn là", "nguồn vốn nhân lực"),
    "nợ": ("nợ máu",),
    "lương": ("lương thực",),
    "tàu": ("tàu điện",),
    "gió": ("điện gió",),
    "bộ": ("cán bộ", "toàn bộ", "nội bộ", "bộ trưởng", "đồng bộ", "tiến bộ", "bộ phận"),
    "công nghiệp": ("công nghiệp hóa",),
    "đoàn": ("tập đoàn", "công đoàn", "đoàn viên", "đoàn thể", "binh đoàn", "sư đoàn", "đoàn kết"),
    "hội": ("xã hội", "quốc hội", "đại hội", "lễ hội", "cơ hội", "hội nghị", "hội đồng", "hội nhập", "hội thảo"),
    "tuyến": ("trực tuyến",),
    "loại": ("phân loại",),
    "nhóm": ("nhóm họp",),
    "hạng": ("xếp hạng", "hạng mục"),
    "ảnh": ("hình ảnh", "ảnh hưởng", "điện ảnh"),
    "đoạn": ("giai đoạn",),
    "bao": ("bao gồm", "bao phủ", "bao nhiêu"),
}
"""Single Vietnamese syllables are terms only outside these longer words."""


@lru_cache(maxsize=16)
def terms(name: str, language: str) -> Lexicon:
    """The code list `name` as a lexicon with one table of that name; an entry's value is its id, `unit` and `group` are attributes."""
    entries = []
    for code in shipped(name).entries:
        forms = code.terms.get(language) or ((code.labels[language],) if language in code.labels else ())
        if forms:
            attributes = {"unit": code.unit, "group": code.group}
            blocked = tuple(norms(phrase) for form in forms for phrase in _COMPOUNDS.get(form, ())) if language == "vi" else ()
            entries.append(Entry(name, tuple(forms), code.id, attributes, conflicts=blocked, fold=language == "fr"))
    return Lexicon(list(reversed(entries)))
