"""Which language a text is in: by its script, by letters that only one language of a script has, and by its smallest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from geomap.reading import parse_rows

#: Characters of a text that are looked at, from its beginning.
MOST_LOOKED_AT: Final = 100_000
#: The least share of a text's words that must be small words of its language: news English has .3 to .5, a list of names none.
LEAST_SHARE: Final = 0.08

#: The letters of each script, as ranges of a regular expression; source: the blocks of Unicode.
_SCRIPTS: Final[Mapping[str, str]] = {
    "Latin": r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
    "Greek": r"\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": r"\u0400-\u052f",
    "Armenian": r"\u0531-\u058f",
    "Hebrew": r"\u05d0-\u05f2",
    "Arabic": r"\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Thaana": r"\u0780-\u07b1",
    "Devanagari": r"\u0900-\u097f",
    "Bengali": r"\u0980-\u09ff",
    "Gurmukhi": r"\u0a00-\u0a7f",
    "Gujarati": r"\u0a80-\u0aff",
    "Oriya": r"\u0b00-\u0b7f",
    "Tamil": r"\u0b80-\u0bff",
    "Telugu": r"\u0c00-\u0c7f",
    "Kannada": r"\u0c80-\u0cff",
    "Malayalam": r"\u0d00-\u0d7f",
    "Sinhala": r"\u0d80-\u0dff",
    "Thai": r"\u0e00-\u0e7f",
    "Lao": r"\u0e80-\u0eff",
    "Tibetan": r"\u0f00-\u0fff",
    "Burmese": r"\u1000-\u109f",
    "Georgian": r"\u10a0-\u10ff",
    "Hangul": r"\u1100-\u11ff\uac00-\ud7a3",
    "Ethiopic": r"\u1200-\u139f",
    "Khmer": r"\u1780-\u17ff",
    "Kana": r"\u3041-\u30ff",
    "Han": r"\u3400-\u4dbf\u4e00-\u9fff",
}
#: The languages of a script, the first where nothing tells them apart: letters or small words that only it has.
_BY_SCRIPT: Final[Mapping[str, Mapping[str, str]]] = {
    "Greek": {"el": ""},
    "Cyrillic": {
        "ru": "[ыэё]",
        "uk": "[їєґ]|і",
        "be": "ў",
        "bg": r"ъ|\b(?:на|от|се|са|е|ще|беше|като|което|след|при)\b",
        "sr": "[ђћџљњј]",
        "mk": "[ѓќѕ]",
        "kk": "[әғқұһ]|і(?=[а-я]*ң)|ң",
        "ky": r"[ңөү]|\b(?:жана|менен|үчүн|болгон)\b",
        "mn": r"[өү]|\b(?:нь|байна|юм|болон|гэж)\b",
        "tg": "[ӣӯҳҷ]",
    },
    "Armenian": {"hy": ""},
    "Hebrew": {"he": ""},
    "Arabic": {
        "ar": r"[ةىأإ]|\bال|\b(?:في|من|على|إلى|التي|الذي|عن|أن)\b",
        "fa": r"[گچپژ]|\b(?:در|از|به|که|را|این|با|است|شد|شده|برای|های)\b",
        "ur": r"[ٹڈڑںےہھ]|\b(?:کے|کی|میں|ہے|سے|نے|کو|اور)\b",
        "ps": r"[ټډړښږځڅڼېۍ]|\b(?:چې|په|له|کې|ته|دي|شوي|وو)\b",
        "ku": "[ێۆڕڵەڤ]",
        "sd": "[ڄڃڏڌٻڀڳڱڻٺٽڦ]",
        "ug": "[ېۇۈۋە]",
    },
    "Thaana": {"dv": ""},
    "Devanagari": {
        "hi": r"(?<!\S)(?:है|हैं|के|की|में|से|और|को|का|ने|पर|था|थे)(?!\S)",
        "mr": r"ळ|(?<!\S)(?:आहे|आहेत|आणि|या|च्या|होते|झाला|झाले)(?!\S)",
        "ne": r"(?<!\S)(?:छ|छन्|को|र|मा|गरेको|भएको|भने|पनि|लागि)(?!\S)|(?:को|मा|ले|हरू)(?!\S)",
    },
    "Bengali": {"bn": "র", "as": "[ৰৱ]"},
    "Gurmukhi": {"pa": ""},
    "Gujarati": {"gu": ""},
    "Oriya": {"or": ""},
    "Tamil": {"ta": ""},
    "Telugu": {"te": ""},
    "Kannada": {"kn": ""},
    "Malayalam": {"ml": ""},
    "Sinhala": {"si": ""},
    "Thai": {"th": ""},
    "Lao": {"lo": ""},
    "Tibetan": {"bo": ""},
    "Burmese": {"my": ""},
    "Georgian": {"ka": ""},
    "Ethiopic": {"am": r"(?<!\S)(?:ነው|እና|ላይ|ውስጥ|ነበር|ወደ|ጋር|መሆኑን|ናቸው)", "ti": r"[ኣዕቕ]|(?<!\S)(?:እዩ|ኣብ|ናይ|ነቲ|ከም|እቲ|ምስ)"},
    "Khmer": {"km": ""},
    "Kana": {"ja": ""},
    "Hangul": {"ko": ""},
    "Han": {"zh": ""},
}
_LETTER: Final = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _SCRIPTS.items()))
_ASCII: Final = re.compile(r"[\x00-\x7f]+")
_ASCII_LETTER: Final = re.compile("[A-Za-z]")
_WORD: Final = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language in which most of a text's words are; None where it has too few words to tell.

    Names do not tell: English that is full of them stays English. Known are 34 languages in Latin letters, by the words
    that ``stop_words.csv`` lists, and those of 26 other scripts. Source: our own lists of the commonest words of news.

    >>> language_of("Two soldiers were killed near the border on Monday."), language_of("Dos soldados murieron en la frontera.")
    ('en', 'es')
    """
    text = unicodedata.normalize("NFC", text[:MOST_LOOKED_AT])
    amounts: Counter[str] = Counter()
    if latin := len(_ASCII_LETTER.findall(text)):  # letters one by one: their runs are many, and short
        amounts["Latin"] = latin
    for found in _LETTER.finditer("" if text.isascii() else _ASCII.sub("", text)):
        amounts[str(found.lastgroup)] += found.end() - found.start()
    if not amounts:
        return None
    if amounts["Kana"] * 20 > amounts["Han"]:  # Japanese is written in both
        amounts["Kana"] += amounts.pop("Han", 0)
    script = amounts.most_common(1)[0][0]
    return _of_latin(text) if script == "Latin" else _of_script(text, script)


def _of_script(text: str, script: str) -> str:
    """Of the languages of a script the one whose own letters and words stand there most often."""
    languages = _BY_SCRIPT[script]
    first = next(iter(languages))
    if len(languages) == 1:
        return first
    counts = {language: len(re.findall(told, text.lower())) for language, told in languages.items()}
    return max(counts, key=lambda language: counts[language])


def _of_latin(text: str) -> str | None:
    """The language whose small words are most of a text's words; a word of several languages is shared among them."""
    words = Counter(word for word in _WORD.findall(text.replace("İ", "i").lower()))
    owners = _owners()
    scores: dict[str, float] = defaultdict(float)
    held: Counter[str] = Counter()
    for word, times in words.items():
        for language in owners.get(word, ()):
            scores[language] += times / len(owners[word])
            held[language] += times
    best = max(scores, key=lambda language: (scores[language], language == "en"), default=None)
    return best if best and held[best] >= max(2, LEAST_SHARE * sum(words.values())) else None


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    """The languages that have each small word."""
    owners: dict[str, tuple[str, ...]] = {}
    data = (files("geomap.sources") / "stop_words.csv").read_bytes()
    for row in parse_rows(data, "stop_words.csv", ["language", "words"]):
        for word in dict.fromkeys(row["words"].split()):
            owners[word] = (*owners.get(word, ()), row["language"])
    return owners
