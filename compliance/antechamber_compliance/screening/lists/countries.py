"""The names of countries and nationalities that publishers write, as ISO 3166-1 alpha-2 codes.

Countries only sort and inform; a name that is not here is left out, never guessed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

# code: names as published, separated by a bar; a code may stand for several spellings.
_NAMES = """
ad Andorra;ae United Arab Emirates;af Afghanistan;ag Antigua and Barbuda;al Albania;am Armenia
ao Angola;ar Argentina;at Austria;au Australia;aw Aruba;az Azerbaijan;ba Bosnia and Herzegovina
bb Barbados;bd Bangladesh;be Belgium;bf Burkina Faso;bg Bulgaria;bh Bahrain;bi Burundi;bj Benin
bm Bermuda;bn Brunei;bo Bolivia|Bolivia (Plurinational State of);br Brazil
bs Bahamas, The|Bahamas;bt Bhutan;bw Botswana;by Belarus;bz Belize;ca Canada
cd Congo, Democratic Republic of the|Democratic Republic of the Congo|Congo (Democratic Republic)
cd Democratic Republic of Congo
cf Central African Republic;cg Congo, Republic of the|Congo;ch Switzerland
ci Cote d Ivoire|Cote d'Ivoire|Côte d'Ivoire;cl Chile;cm Cameroon;cn China;co Colombia
cr Costa Rica;cu Cuba;cv Cabo Verde|Cape Verde;cy Cyprus;cz Czech Republic|Czechia;de Germany;dj Djibouti
dk Denmark;dm Dominica;do Dominican Republic;dz Algeria;ec Ecuador;ee Estonia;eg Egypt
er Eritrea;es Spain;et Ethiopia;fi Finland;fj Fiji;fr France;ga Gabon
gb United Kingdom|United Kingdom of Great Britain and Northern Ireland|Great Britain;gd Grenada;ge Georgia
gg Guernsey;gh Ghana;gi Gibraltar;gm The Gambia|Gambia;gn Guinea;gq Equatorial Guinea;gr Greece
gt Guatemala;gw Guinea-Bissau;gy Guyana
hk Hong Kong|China, Hong Kong Special Administrative Region;hn Honduras;hr Croatia;ht Haiti
hu Hungary;id Indonesia;ie Ireland;il Israel;im Man, Isle of;in India;iq Iraq
ir Iran|Iran (Islamic Republic of);is Iceland;it Italy;je Jersey;jm Jamaica;jo Jordan;jp Japan
ke Kenya;kg Kyrgyzstan;kh Cambodia;km Comoros;kn Saint Kitts and Nevis
kp Korea, North|Democratic People's Republic of Korea|North Korea|DPRK
kr Korea, South|Republic of Korea|South Korea
kw Kuwait;ky Cayman Islands;kz Kazakhstan;la Laos|Lao People's Democratic Republic;lb Lebanon
lc Saint Lucia;li Liechtenstein;lk Sri Lanka;lr Liberia;ls Lesotho;lt Lithuania;lu Luxembourg
lv Latvia;ly Libya;ma Morocco;mc Monaco;md Moldova|Republic of Moldova;me Montenegro
mg Madagascar;mh Marshall Islands;mk North Macedonia, The Republic of|North Macedonia;ml Mali
mm Burma|Myanmar;mn Mongolia;mo Macau;mr Mauritania;mt Malta;mu Mauritius;mv Maldives;mw Malawi
mx Mexico;my Malaysia;mz Mozambique;na Namibia;ne Niger;ng Nigeria;ni Nicaragua;nl Netherlands
no Norway;np Nepal;nr Nauru;nz New Zealand;om Oman;pa Panama;pe Peru;pg Papua New Guinea
ph Philippines;pk Pakistan;pl Poland;ps State of Palestine|West Bank|Occupied Palestinian Territories;pt Portugal
pw Palau;py Paraguay;qa Qatar;ro Romania;rs Serbia;ru Russia|Russian Federation;rw Rwanda
sa Saudi Arabia;sb Solomon Islands;sc Seychelles;sd Sudan;se Sweden;sg Singapore;si Slovenia
sk Slovakia;sl Sierra Leone;sm San Marino;sn Senegal;so Somalia;sr Suriname;ss South Sudan
st Sao Tome and Principe;sv El Salvador;sy Syria|Syrian Arab Republic;sz Eswatini;td Chad
tg Togo;th Thailand;tj Tajikistan;tl Timor-Leste;tm Turkmenistan;tn Tunisia;to Tonga
tr Turkey|Türkiye;tt Trinidad and Tobago;tv Tuvalu;tw Taiwan
tz Tanzania|United Republic of Tanzania;ua Ukraine;ug Uganda
us United States|United States of America;uy Uruguay;uz Uzbekistan
vc Saint Vincent and the Grenadines;ve Venezuela|Venezuela (Bolivarian Republic of)
vg Virgin Islands, British|British Virgin Islands;vi Virgin Islands, U.S.
vn Vietnam|Viet Nam;vu Vanuatu;ws Samoa;xk Kosovo;ye Yemen;za South Africa;zm Zambia
zw Zimbabwe
"""
# How people of these countries are called, where a list gives nationality that way.
_PEOPLE = """
af Afghan|Afghani;al Albanian;am Armenian;ao Angolan;at Austrian;au Australian;az Azerbaijani
ba Bosnian;bd Bangladeshi;be Belgian;bg Bulgarian;bh Bahraini;bi Burundian;by Belarusian|Belarussian
ca Canadian;cd Congolese;cf Central African;ch Swiss;cn Chinese;co Colombian;cu Cuban;cy Cypriot
cz Czech;de German;dk Danish;dz Algerian;eg Egyptian;er Eritrean;es Spanish;et Ethiopian;fi Finnish
fr French;gb British;ge Georgian;gr Greek;gt Guatemalan;ht Haitian;hr Croatian;hu Hungarian
id Indonesian;ie Irish;il Israeli;in Indian;iq Iraqi;ir Iranian;it Italian;jo Jordanian;jp Japanese
ke Kenyan;kg Kyrgyz;kp North Korean;kr South Korean;kw Kuwaiti;kz Kazakh|Kazakhstani;lb Lebanese
lk Sri Lankan;lr Liberian;lt Lithuanian;lv Latvian;ly Libyan;ma Moroccan;md Moldovan;ml Malian
mm Burmese;mr Mauritanian;mu Mauritian;mx Mexican;my Malaysian;ng Nigerian;ni Nicaraguan;nl Dutch
no Norwegian;om Omani;ph Filipino;pk Pakistani;pl Polish;ps Palestinian;pt Portuguese;qa Qatari
ro Romanian;rs Serbian;ru Russian;rw Rwandan;sa Saudi Arabian|Saudi;sd Sudanese;se Swedish;si Slovenian
sk Slovak;sn Senegalese;so Somali;ss South Sudanese;sy Syrian;td Chadian;th Thai;tj Tajik;tm Turkmen
tn Tunisian;tr Turkish;tz Tanzanian;ua Ukrainian;ug Ugandan;us American;uz Uzbek|Uzbekistani
ve Venezuelan;vn Vietnamese;ye Yemeni;za South African;zw Zimbabwean
"""


def _named(table: str) -> Iterator[tuple[str, str]]:
    for pair in table.replace("\n", ";").split(";"):
        for name in filter(None, pair[3:].split("|")):
            yield name.casefold(), pair[:2]


CODES = dict(_named(_NAMES)) | dict(_named(_PEOPLE))
ISO = frozenset(CODES.values())
# What stands between names, the surest first: "a) ... b) ...", remarks in brackets and doubts;
# then signs; then "and", which is also part of some names.
_BETWEEN = (
    re.compile(r";|\b[a-z]\)|\([^)]*\)|\bpossibly\b", re.IGNORECASE),
    re.compile("[,/|]"),
    re.compile(r"\band\b", re.IGNORECASE),
)


def codes(names: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of the names that are known, once each, in order."""
    found = (CODES.get(name.casefold()) for name in names)
    return tuple(dict.fromkeys(code for code in found if code))


def codes_in(cell: str) -> tuple[str, ...]:
    """Return the codes of the countries or nationalities that a cell lists, in order.

    Names stand between commas, semicolons, strokes, "and", or after "a)", "b)"; an ISO
    code in capitals may stand instead of a name.
    """
    text = " ".join(cell.replace("’", "'").split())
    return tuple(dict.fromkeys(_read(text, _BETWEEN)))


def _read(text: str, between: Sequence[re.Pattern[str]]) -> Iterator[str]:
    """Yield the code of a text that names a country, or those of its parts."""
    if code := _code(text):
        yield code
    elif between:
        for part in between[0].split(text):
            yield from _read(part, between[1:])


def _code(name: str) -> str:
    text = name.strip(" .")
    code = text.casefold()
    return code if text.isupper() and code in ISO else CODES.get(code, "")
