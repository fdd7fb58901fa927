"""Read Han and Hangul: the Latin words that lists write for a run of such characters."""

from collections.abc import Iterator
from itertools import product

from anyascii import anyascii

LONGEST_PERSON = 4  # characters; a longer run is taken for an organisation

# Words of organisations, as lists translate them; longest first when cutting a run.
ORGANISATION_WORDS = {
    "有限责任公司": "co ltd", "有限公司": "co ltd", "股份有限公司": "co ltd", "公司": "company",
    "集团": "group", "集團": "group", "国际": "international", "國際": "international",
    "贸易": "trading", "貿易": "trading", "进出口": "import export", "進出口": "import export",
    "科技": "technology", "技术": "technology", "技術": "technology", "电子": "electronics",
    "電子": "electronics", "工业": "industry", "工業": "industry", "实业": "industrial",
    "實業": "industrial", "机械": "machinery", "機械": "machinery", "海运": "shipping",
    "海運": "shipping", "航运": "shipping", "航運": "shipping", "船务": "shipping",
    "船務": "shipping", "物流": "logistics", "银行": "bank", "銀行": "bank",
    "石油": "petroleum", "化工": "chemical", "化学": "chemical", "化學": "chemical",
    "动力": "power", "動力": "power", "能源": "energy", "投资": "investment", "投資": "investment",
    "控股": "holdings", "发展": "development", "發展": "development", "建设": "construction",
    "建設": "construction", "航空": "aviation", "研究所": "institute", "研究院": "institute",
    "大学": "university", "大學": "university", "中国": "china", "中國": "china",
    "朝鲜": "korea", "朝鮮": "korea", "香港": "hong kong", "市": "", "省": "", "联合": "united",
    "聯合": "united", "会社": "corporation", "會社": "corporation", "商贸": "trading",
    "商貿": "trading", "供应链": "supply chain", "半导体": "semiconductor", "光电": "optoelectronics",
    "조선": "korea", "총회사": "general corporation", "회사": "company", "무역": "trading",
    "은행": "bank", "건설": "construction", "대외": "external", "해운": "shipping",
    "기술": "technology", "국제": "international", "주식회사": "co ltd",
}  # fmt: skip
LONGEST_WORD = max(map(len, ORGANISATION_WORDS))

# Pinyin beginnings and the Wade-Giles ones that Taiwan and older papers write.
WADE_GILES = {
    "zh": "ch",
    "q": "ch",
    "x": "hs",
    "j": "ch",
    "b": "p",
    "d": "t",
    "g": "k",
    "z": "ts",
    "r": "j",
}
HANGUL_FIRST = (
    ("k", "g"), ("kk", "gg"), ("n",), ("t", "d"), ("tt", "dd"), ("r", "l"), ("m",), ("p", "b"), ("pp", "bb"), ("s",),
    ("ss",), ("",), ("ch", "j"), ("jj", "tch"), ("ch",), ("k",), ("t",), ("p",), ("h",),
)  # fmt: skip
HANGUL_VOWEL = (
    ("a",), ("ae",), ("ya",), ("yae",), ("o", "eo", "u"), ("e",), ("yo", "yeo", "you"), ("ye",), ("o",),
    ("wa",), ("wae",), ("oe", "oi"), ("yo",), ("u", "oo"), ("wo",), ("we",), ("wi",), ("yu",), ("u", "eu"), ("ui", "eui"), ("i",),
)  # fmt: skip
HANGUL_LAST = ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
               "t", "t", "ng", "t", "t", "k", "t", "p", "t")  # fmt: skip
SURNAMES = {"이": ("ri", "lee", "yi", "li", "rhee"), "박": ("pak", "park"), "최": ("choe", "choi"), "김": ("kim",),
            "정": ("jong", "jung", "chong", "jeong", "chung"), "노": ("ro", "roh", "no"), "류": ("ryu", "yu"),
            "임": ("rim", "lim", "im"), "윤": ("yun", "yoon"), "우": ("u", "woo"), "오": ("o", "oh")}  # fmt: skip
MAX_SPELLINGS = 64


def words_of(run: str, alone: bool) -> list[tuple[str, tuple[str, ...]]]:
    """Return (word, other spellings) for an unbroken run; `alone` when the name has no other."""
    if len(run) > LONGEST_PERSON:
        return _organisation(run)
    if alone and len(run) > 1:
        return [_word(run[0], surname=True), _word(run[1:])]
    return [_word(run)]


def _organisation(run: str) -> list[tuple[str, tuple[str, ...]]]:
    found: list[tuple[str, tuple[str, ...]]] = []
    place = 0
    while place < len(run):
        for length in range(min(LONGEST_WORD, len(run) - place), 0, -1):
            known = ORGANISATION_WORDS.get(run[place : place + length])
            if known is not None:
                found += [(word, ()) for word in known.split()]
                break
        else:
            length = 1
            found.append(_word(run[place]))
        place += length
    return found


def _word(run: str, surname: bool = False) -> tuple[str, tuple[str, ...]]:
    if "\uac00" <= run[0] <= "\ud7a3":
        spellings = list(dict.fromkeys(_hangul(run)))
        if surname:
            spellings = [*SURNAMES.get(run, ()), *spellings]
        return spellings[0], tuple(spellings[1:])
    pinyin = [anyascii(character).strip().casefold() for character in run]
    other = "".join(map(_wade_giles, pinyin))
    text = "".join(pinyin)
    return text, (other,) if other != text else ()


def _wade_giles(syllable: str) -> str:
    for start in (syllable[:2], syllable[:1]):
        if start in WADE_GILES:
            syllable = WADE_GILES[start] + syllable[len(start) :]
            break
    return syllable.replace("ong", "ung").replace("ian", "ien")


def _hangul(run: str) -> Iterator[str]:
    parts = [_syllable(character) for character in run]
    for number, choice in enumerate(product(*parts)):
        if number == MAX_SPELLINGS:
            return
        yield "".join(choice)


def _syllable(character: str) -> list[str]:
    code = ord(character) - 0xAC00
    if not 0 <= code < 11172:
        return [anyascii(character).strip().casefold()]
    first, vowel, last = code // 588, code % 588 // 28, code % 28
    return [a + b + HANGUL_LAST[last] for a in HANGUL_FIRST[first] for b in HANGUL_VOWEL[vowel]]
