"""The country names that OFAC and the United Nations write, as ISO 3166-1 alpha-2 codes.

Countries only sort and inform; a name that is not here is left out, never guessed.
"""

from collections.abc import Iterable

# code: names as published, separated by a bar; a code may stand for several spellings.
_NAMES = """
ad Andorra;ae United Arab Emirates;af Afghanistan;ag Antigua and Barbuda;al Albania;am Armenia
ao Angola;ar Argentina;at Austria;au Australia;aw Aruba;az Azerbaijan;ba Bosnia and Herzegovina
bb Barbados;bd Bangladesh;be Belgium;bf Burkina Faso;bg Bulgaria;bh Bahrain;bi Burundi;bj Benin
bm Bermuda;bn Brunei;bo Bolivia|Bolivia (Plurinational State of);br Brazil
bs Bahamas, The|Bahamas;bt Bhutan;bw Botswana;by Belarus;bz Belize;ca Canada
cd Congo, Democratic Republic of the|Democratic Republic of the Congo
cf Central African Republic;cg Congo, Republic of the|Congo;ch Switzerland
ci Cote d Ivoire|Cote d'Ivoire|Côte d'Ivoire;cl Chile;cm Cameroon;cn China;co Colombia
cr Costa Rica;cu Cuba;cv Cabo Verde;cy Cyprus;cz Czech Republic|Czechia;de Germany;dj Djibouti
dk Denmark;dm Dominica;do Dominican Republic;dz Algeria;ec Ecuador;ee Estonia;eg Egypt
er Eritrea;es Spain;et Ethiopia;fi Finland;fj Fiji;fr France;ga Gabon
gb United Kingdom|United Kingdom of Great Britain and Northern Ireland;gd Grenada;ge Georgia
gg Guernsey;gh Ghana;gi Gibraltar;gm The Gambia|Gambia;gn Guinea;gq Equatorial Guinea;gr Greece
gt Guatemala;gw Guinea-Bissau;gy Guyana
hk Hong Kong|China, Hong Kong Special Administrative Region;hn Honduras;hr Croatia;ht Haiti
hu Hungary;id Indonesia;ie Ireland;il Israel;im Man, Isle of;in India;iq Iraq
ir Iran|Iran (Islamic Republic of);is Iceland;it Italy;je Jersey;jm Jamaica;jo Jordan;jp Japan
ke Kenya;kg Kyrgyzstan;kh Cambodia;km Comoros;kn Saint Kitts and Nevis
kp Korea, North|Democratic People's Republic of Korea;kr Korea, South|Republic of Korea
kw Kuwait;ky Cayman Islands;kz Kazakhstan;la Laos|Lao People's Democratic Republic;lb Lebanon
lc Saint Lucia;li Liechtenstein;lk Sri Lanka;lr Liberia;ls Lesotho;lt Lithuania;lu Luxembourg
lv Latvia;ly Libya;ma Morocco;mc Monaco;md Moldova|Republic of Moldova;me Montenegro
mg Madagascar;mh Marshall Islands;mk North Macedonia, The Republic of|North Macedonia;ml Mali
mm Burma|Myanmar;mn Mongolia;mo Macau;mr Mauritania;mt Malta;mu Mauritius;mv Maldives;mw Malawi
mx Mexico;my Malaysia;mz Mozambique;na Namibia;ne Niger;ng Nigeria;ni Nicaragua;nl Netherlands
no Norway;np Nepal;nr Nauru;nz New Zealand;om Oman;pa Panama;pe Peru;pg Papua New Guinea
ph Philippines;pk Pakistan;pl Poland;ps Palestinian|State of Palestine|West Bank;pt Portugal
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
CODES = {
    name.casefold(): pair[:2]
    for pair in _NAMES.replace("\n", ";").split(";")
    for name in pair[3:].split("|")
    if name
}


def codes(names: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of the names that are known, once each, in order."""
    found = (CODES.get(name.casefold()) for name in names)
    return tuple(dict.fromkeys(code for code in found if code))
