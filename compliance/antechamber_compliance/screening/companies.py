"""Words that say little by themselves: legal forms, titles, particles."""

import re

from antechamber_compliance.screening.common_names import COMMON, COMMON_WEIGHT
from antechamber_compliance.screening.organisation_words import ENGLISH


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Phrases that are legal forms, as lists spell them out: one code each.
LEGAL_PHRASES = {
    "limited liability company": "llc",
    "company with limited liability": "llc",
    "obshchestvo s ogranichennoy otvetstvennostyu": "llc",
    "obshchestvo s ogranichennoi otvetstvennostyu": "llc",
    "obshchestvo s ogranichennoj otvetstvennostju": "llc",
    "obshestvo s ogranichennoj otvetstvennostyu": "llc",
    "tovarystvo z obmezhenoyu vidpovidalnistyu": "llc",
    "private limited company": "ltd",
    "public limited company": "plc",
    "sociedad anonima": "sa",
    "sociedad de responsabilidad limitada": "srl",
    "societe anonyme": "sa",
    "societe a responsabilite limitee": "sarl",
    "gesellschaft mit beschrankter haftung": "gmbh",
    "open joint stock company": "jsc",
    "closed joint stock company": "jsc",
    "public joint stock company": "jsc",
    "joint stock company": "jsc",
    "otkrytoe aktsionernoe obshchestvo": "jsc",
    "zakrytoe aktsionernoe obshchestvo": "jsc",
    "publichnoe aktsionernoe obshchestvo": "jsc",
    "aktsionernoe obshchestvo": "jsc",
    "federal state unitary enterprise": "fgup",
    "obshchestvo s ogranichenoy otvetstvennostyu": "llc",
    "otkrytoye aktsionernoye obshchestvo": "jsc",
    "zakrytoye aktsionernoye obshchestvo": "jsc",
    "publichnoye aktsionernoye obshchestvo": "jsc",
    "aktsionernoye obshchestvo": "jsc",
    "aktsyianernae tavarystva": "jsc",
    "aktsionerne tovarystvo": "jsc",
    "anonim sirketi": "as",
    "limited sirketi": "ltd",
    "sociedade anonima": "sa",
    "societa per azioni": "spa",
    "societa a responsabilita limitata": "srl",
    "free zone company": "fzc",
    "cong ty tnhh": "ltd",
    "cong ty": "co",
    "l l c": "llc",
    "o o o": "ooo",
    "d o o": "doo",
    "sp z o o": "doo",
    "s r o": "sro",
    "w l l": "llc",
    "free zone establishment": "fze",
}
PHRASE_STARTS = frozenset(phrase.split()[0] for phrase in LEGAL_PHRASES)
LEAST_MENDED = 6  # letters; shorter words come from one another by one letter too often
LEGAL = _words(
    """
    llc jsc liability joint stock public open closed responsibility ltd limited ltda limitada co
    company corp corporation inc incorporated plc gmbh ag sa sarl srl sas spa bv nv ab as ooo oao
    zao pao ao ojsc pjsc cjsc tov aktiengesellschaft oy kg kft doo dooel ad eood ood sro zrt sdn
    bhd pte pty pvt private llp lp fgup fzc fze fzco dmcc pjs pc kk the of and for de la le du des
    et und y e i a an group holding obshchestvo obshestvo obshcestvo obschestvo obsestvo
    ogranichennoy ogranichennoi ogranichennoj otvetstvennostyu otvetstvennostiu otvetstvennostju s
    aktsionernoe aktsionernoye akcionernoe aktsyianernae aktsionerne tovarystvo tavarystva
    otkrytoe otkrytoye adkrytae vidkryte zakrytoe zakrytoye publichnoe publichnoye nepublichnoe
    zat vat pat pp up rup oaa zaa coop cooperative sal fzllc est cv rl pt tbk cia ca saic sapi eirl
    aps asa osoo bvba psc tnhh wll uab gup gesellschaft mbh haftung sociedad anonima responsabilidad societe anonyme sirket شركه شركت محدوده المحدوده مسووليه المسووليه
    """
)
PARTICLES = _words(
    """
    bin ben ibn bint binti ould wuld oglu ogly kyzy qizi van von der den de del della dela di da
    dos das do du des la le los las y e i al el ul abu um umm st san بن ابن بنت بني ابو
    """
)
TITLES = _words(
    """
    mr mrs ms miss dr prof professor sir sheikh shaykh sheik shaikh cheikh hajj haj haji hajji
    hadji mullah mulla molla maulavi mawlawi maulawi moulavi maulana mawlana qari hafiz sayyid
    sayed seyed seyyed sayyed syed ustad ustaz ayatollah hojjatoleslam general gen brigadier
    colonel col major maj captain capt lieutenant lt commander engineer jr sr u daw president
    presidente minister king prince princess mister monsieur madame mme mlle herr frau senor senora
    sra srta don dona dott dottore lic licenciado engr eng hon honourable honorable excellency
    his her exc rev reverend father brother marshal admiral adm brig maj lieut sgt sergeant judge
    justice senator governor ambassador amb phd md esq retd ret mp ii iii iv alhaj alhaji elhadj
    hajja hojat hujjat allamah malam mallam comrade datuk
    شيخ الشيخ سيد السيد حاج الحاج حاجي ملا مولوي دكتور
    """
)
ORDINAL = re.compile("(?<=[0-9])(?:st|nd|rd|th)$")
LEGAL_WEIGHT, PARTICLE_WEIGHT, TITLE_WEIGHT = 0.08, 0.1, 0.2


def _without_one(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))} | {word}


_MISSPELT = {
    part: word
    for word in sorted(LEGAL)
    if len(word) >= LEAST_MENDED and word.isascii()
    for part in _without_one(word)
}


def _mended(word: str) -> str:
    """Return the legal form of which a word is a misspelling by one letter, or the word."""
    if word in LEGAL or len(word) < LEAST_MENDED:
        return word
    return next((_MISSPELT[part] for part in sorted(_without_one(word)) if part in _MISSPELT), word)


def common_weight(word: str, person: bool) -> float:
    """Return the most that a word may weigh; 1 for most words."""
    if person:
        if word in PARTICLES:
            return PARTICLE_WEIGHT
        if word in TITLES:
            return TITLE_WEIGHT
        return COMMON_WEIGHT if word in COMMON else 1.0
    return LEGAL_WEIGHT if word in LEGAL else 1.0


def canonical(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of an organisation with phrases and abbreviations in one form."""
    words = tuple(ENGLISH.get(word) or _mended(ORDINAL.sub("", word)) for word in words)
    if PHRASE_STARTS.isdisjoint(words):
        return words
    text = f" {' '.join(words)} "
    for phrase, code in LEGAL_PHRASES.items():
        text = text.replace(f" {phrase} ", f" {code} ")
    return tuple(text.split())
