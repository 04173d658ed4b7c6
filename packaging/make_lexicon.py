"""Write the lexicon tables that come from CLDR (Unicode Common Locale Data Repository) by babel: territories, currencies, units.

    python packaging/make_lexicon.py

Forms are overwritten at every run; `alias` (the spellings of the news, which CLDR does not have) is kept as it stands
in the file, so people add words there. Also writes the code list of countries. babel is needed here only, never at run time.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import babel
from babel import Locale
from babel.numbers import get_territory_currencies

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
LANGUAGES = ("en", "fr", "vi")
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
HEADER = f"""# Made by packaging/make_lexicon.py from CLDR (babel {babel.__version__}), under the Unicode licence.
# `forms` are overwritten at the next run; write further spellings into `alias`, which is kept.
"""

# Our unit (English, singular) -> CLDR unit and kind of quantity.
UNITS = {
    "kilometre": ("length-kilometer", "length"),
    "metre": ("length-meter", "length"),
    "centimetre": ("length-centimeter", "length"),
    "millimetre": ("length-millimeter", "length"),
    "mile": ("length-mile", "length"),
    "nautical_mile": ("length-nautical-mile", "length"),
    "foot": ("length-foot", "length"),
    "inch": ("length-inch", "length"),
    "yard": ("length-yard", "length"),
    "square_kilometre": ("area-square-kilometer", "area"),
    "square_metre": ("area-square-meter", "area"),
    "square_mile": ("area-square-mile", "area"),
    "square_foot": ("area-square-foot", "area"),
    "hectare": ("area-hectare", "area"),
    "acre": ("area-acre", "area"),
    "tonne": ("mass-tonne", "mass"),
    "kilogram": ("mass-kilogram", "mass"),
    "gram": ("mass-gram", "mass"),
    "milligram": ("mass-milligram", "mass"),
    "microgram": ("mass-microgram", "mass"),
    "pound_weight": ("mass-pound", "mass"),
    "ounce": ("mass-ounce", "mass"),
    "carat": ("mass-carat", "mass"),
    "litre": ("volume-liter", "volume"),
    "millilitre": ("volume-milliliter", "volume"),
    "hectolitre": ("volume-hectoliter", "volume"),
    "cubic_metre": ("volume-cubic-meter", "volume"),
    "cubic_kilometre": ("volume-cubic-kilometer", "volume"),
    "cubic_foot": ("volume-cubic-foot", "volume"),
    "gallon": ("volume-gallon", "volume"),
    "barrel": ("volume-barrel", "volume"),
    "bushel": ("volume-bushel", "volume"),
    "watt": ("power-watt", "power"),
    "kilowatt": ("power-kilowatt", "power"),
    "megawatt": ("power-megawatt", "power"),
    "gigawatt": ("power-gigawatt", "power"),
    "horsepower": ("power-horsepower", "power"),
    "kilowatt_hour": ("energy-kilowatt-hour", "energy"),
    "joule": ("energy-joule", "energy"),
    "calorie": ("energy-foodcalorie", "energy"),
    "kilocalorie": ("energy-kilocalorie", "energy"),
    "volt": ("electric-volt", "electric"),
    "hertz": ("frequency-hertz", "frequency"),
    "kilohertz": ("frequency-kilohertz", "frequency"),
    "megahertz": ("frequency-megahertz", "frequency"),
    "gigahertz": ("frequency-gigahertz", "frequency"),
    "byte": ("digital-byte", "digital"),
    "kilobyte": ("digital-kilobyte", "digital"),
    "megabyte": ("digital-megabyte", "digital"),
    "gigabyte": ("digital-gigabyte", "digital"),
    "terabyte": ("digital-terabyte", "digital"),
    "petabyte": ("digital-petabyte", "digital"),
    "pixel": ("graphics-pixel", "digital"),
    "megapixel": ("graphics-megapixel", "digital"),
    "kilometre_per_hour": ("speed-kilometer-per-hour", "speed"),
    "metre_per_second": ("speed-meter-per-second", "speed"),
    "mile_per_hour": ("speed-mile-per-hour", "speed"),
    "knot": ("speed-knot", "speed"),
    "degree_celsius": ("temperature-celsius", "temperature"),
    "degree_fahrenheit": ("temperature-fahrenheit", "temperature"),
    "kelvin": ("temperature-kelvin", "temperature"),
    "degree": ("angle-degree", "angle"),
    "decade": ("duration-decade", "time"),
    "century": ("duration-century", "time"),
    "year": ("duration-year", "time"),
    "month": ("duration-month", "time"),
    "week": ("duration-week", "time"),
    "day": ("duration-day", "time"),
    "night": ("duration-night", "time"),
    "hour": ("duration-hour", "time"),
    "minute": ("duration-minute", "time"),
    "second": ("duration-second", "time"),
}
# Units that CLDR does not name, in the order of LANGUAGES.
OWN_UNITS = {
    "count": ("number of things", "nombre d'unités", "số lượng"),
    "percent": ("percent", "pour cent", "phần trăm"),
    "percentage_point": ("percentage point", "point de pourcentage", "điểm phần trăm"),
    "basis_point": ("basis point", "point de base", "điểm cơ bản"),
    "per_mille": ("per mille", "pour mille", "phần nghìn"),
    "point": ("point", "point", "điểm"),
    "magnitude": ("magnitude", "magnitude", "độ lớn (Richter)"),
    "quintal": ("quintal (100 kg)", "quintal (100 kg)", "tạ (100 kg)"),
    "teu": ("twenty-foot container", "conteneur de vingt pieds", "container 20 feet"),
    "megawatt_hour": ("megawatt hour", "mégawattheure", "megawatt giờ"),
    "gigawatt_hour": ("gigawatt hour", "gigawattheure", "gigawatt giờ"),
    "terawatt_hour": ("terawatt hour", "térawattheure", "terawatt giờ"),
    "megabit_per_second": ("megabit per second", "mégabit par seconde", "megabit trên giây"),
    "gigabit_per_second": ("gigabit per second", "gigabit par seconde", "gigabit trên giây"),
    "kilovolt": ("kilovolt", "kilovolt", "kilovolt"),
    "decibel": ("decibel", "décibel", "decibel"),
    "part_per_million": ("part per million", "partie par million", "phần triệu"),
    "microgram_per_cubic_metre": ("microgram per cubic metre", "microgramme par mètre cube", "microgam trên mét khối"),
}
# Short forms that would be read into ordinary words; linguists add the safe ones to `alias`.
TOO_SHORT = set(
    "in a an j n d w y yr b ° s o ts t. ng ph p c mo k m min dec déc. s. m. sem. cd ct v po pi nd ac bu kn gal # ′ ″ ' mi mi² ch cal".split()
)
TOO_SHORT |= {'"', "deg", "once", "onces", "mẫu", "thùng", "pao", "oát", "vôn", "jun"}


def main() -> None:
    """Write every table of every language."""
    for language in LANGUAGES:
        locale = Locale(language)
        folder = RESOURCES / "lexicon" / language
        _write(folder / "territories.toml", "territory", _territories(locale))
        _write(folder / "currencies.toml", "currency", _currencies(locale))
        _write(folder / "units.toml", "unit", _units(language))
    _write(RESOURCES / "lexicon" / "common" / "currency_families.toml", "currency_family", _families())
    _write_units(RESOURCES / "codes" / "units.toml")
    _write_countries(RESOURCES / "codes" / "countries.toml")


def _territories(locale: Locale) -> list[dict[str, Any]]:
    fold = {"fold": True} if locale.language == "fr" else {}
    names = sorted((code, name) for code, name in locale.territories.items() if len(code) == 2 and code not in NO_COUNTRIES | {"UM", "BV", "HM"})
    return [{"value": code, "forms": [name.split(" (")[0]], "capital": True, **fold} for code, name in names]


def _currencies(locale: Locale) -> list[dict[str, Any]]:
    tender = _legal_tender()
    plurals = locale._data["currency_names_plural"]
    rows = []
    for code in sorted(tender):
        names = [str(locale.currencies[code]), *map(str, dict(plurals.get(code, {})).values())] if code in locale.currencies else []
        forms = list(dict.fromkeys(name.lower().split(" (")[0] for name in names))
        rows.append({"value": code, "forms": [code, *forms]})
    return rows


def _legal_tender() -> dict[str, list[str]]:
    """Currency code -> the countries where it is legal tender today."""
    users = defaultdict(list)
    for country in sorted(Locale("en").territories):
        if len(country) == 2 and country not in NO_COUNTRIES:
            for code in get_territory_currencies(country)[:1]:
                users[code].append(country)
    return dict(users)


def _families() -> list[dict[str, Any]]:
    """Names that several currencies share ("rupee"), with the code by country; forms are ours, per language."""
    english = Locale("en").currencies
    shared: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for code, countries in _legal_tender().items():
        word = str(english.get(code, "")).split(" (")[0].lower().split(" ")[-1]
        shared[word] |= dict.fromkeys(countries, code)
    rows = []
    for word, codes in sorted(shared.items()):
        if len(set(codes.values())) > 1:
            rows.append({"value": word, "forms": [word], "by_country": dict(sorted(codes.items()))})
    return rows


def _units(language: str) -> list[dict[str, Any]]:
    locales = [Locale(language)] + ([Locale("en", "GB")] if language == "en" else [])
    rows = []
    for unit, (cldr, kind) in UNITS.items():
        forms = []
        for locale in locales:
            lengths = locale._data["unit_patterns"].get(cldr, {})
            for length in ("long", "short", "narrow"):
                patterns = dict(lengths[length]) if length in lengths else {}
                forms += [" ".join(p.replace("{0}", " ").split()) for key, p in patterns.items() if key != "per"]
        kept = [form for form in dict.fromkeys(forms) if form and form.lower() not in TOO_SHORT]
        rows.append({"value": unit, "forms": kept or [unit], "kind": kind})
    return rows


def _write(path: Path, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Write `rows`, with the aliases that the file had."""
    path.parent.mkdir(parents=True, exist_ok=True)
    old = tomllib.loads(path.read_text("utf-8"))[table] if path.exists() else []
    kept = {row["value"]: row for row in old}
    lines = [HEADER]
    for row in rows:
        before = kept.get(row["value"], {})
        lines.append(f"[[{table}]]")
        lines += [f"{key} = {_toml(content)}" for key, content in (before | row).items() if key != "alias"]
        if before.get("alias"):
            lines.append(f"alias = {_toml(before['alias'])}")
        lines.append("")
    path.write_text("\n".join(lines), "utf-8")


def _write_countries(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    locales = {language: Locale(language) for language in LANGUAGES}
    lines = [HEADER.splitlines()[0], "version = 1", ""]
    for code in sorted(str(c) for c in locales["en"].territories if len(str(c)) == 2 and c not in NO_COUNTRIES | {"UM", "BV", "HM"}):
        lines += ["[[entry]]", f'id = "{code}"', *(f"{name} = {_toml(locale.territories[code])}" for name, locale in locales.items()), ""]
    path.write_text("\n".join(lines), "utf-8")


def _write_units(path: Path) -> None:
    """The code list of units: ours without a CLDR name, then units of measure, then currencies in use."""
    locales = {language: Locale(language) for language in LANGUAGES}
    lines = [HEADER.splitlines()[0], "version = 1", ""]
    rows: list[tuple[str, str, dict[str, str]]] = [(code, "basic", dict(zip(LANGUAGES, names, strict=True))) for code, names in OWN_UNITS.items()]
    for unit, (cldr, kind) in UNITS.items():
        rows.append((unit, kind, {language: _long_name(locale, cldr) for language, locale in locales.items()}))
    rows += [
        (code, "currency", {name: str(locale.currencies.get(code, code)) for name, locale in locales.items()}) for code in sorted(_legal_tender())
    ]
    for code, group, names in rows:
        lines += ["[[entry]]", f'id = "{code}"', *(f"{language} = {_toml(name)}" for language, name in names.items()), f'group = "{group}"', ""]
    path.write_text("\n".join(lines), "utf-8")


def _long_name(locale: Locale, cldr: str) -> str:
    lengths = locale._data["unit_patterns"][cldr]
    patterns = dict(lengths["long" if "long" in lengths else "short"])
    return " ".join(str(patterns.get("one", patterns.get("other", ""))).replace("{0}", " ").split())


def _toml(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{key} = {_toml(content)}" for key, content in value.items()) + "}"
        case _:
            return str(value)


if __name__ == "__main__":
    main()
