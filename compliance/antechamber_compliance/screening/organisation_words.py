"""Words of organisations: abbreviations, other spellings and other languages, each in English.

Our own table, one English word a group, followed by what stands for it on lists and in letters:
English abbreviations, then Spanish, Portuguese, French, Italian, German, Turkish, Russian and
Ukrainian (as transliterated, with the commonest endings), Persian and Arabic (romanised). Words
that are also names of people are left out.
"""

_GROUPS = """
international intl int internacional internacionales internationale internazionale uluslararasi
mezhdunarodny mezhdunarodnyy mezhdunarodnyi mezhdunarodnaya mezhdunarodnoe mizhnarodnyi beynolmelal;
national natl nat nacional nationale nazionale ulusal natsionalnyy natsionalnyi natsionalnaya
natsionalnoe nationalnyi; brothers bros hermanos freres; sons hijos fils; manufacturing mfg manufg;
government govt gov gobierno gouvernement; department dept departamento departement departament;
university univ universitet universidad universite universitat universitesi daneshgah universytet;
institute inst institut instituto enstitusu; association assoc assn asociacion associacao
assotsiatsiya asotsiatsiya; industries ind inds industry industria industrias industrie sanaye;
industrial indl industrielle sanati promyshlennyy promyshlennaya promyshlennoe; management mgmt mgt;
services svcs service servicios servicos uslugi; technology tech technologies technol tecnologia
technologie tekhnologii tekhnologiya teknoloji tehnologii fanavari; center centre ctr centro zentrum
tsentr merkezi markaz; defense defence defensa oborony; organization organisation org organizacion
organizatsiya orhanizatsiya sazman sazeman; engineering eng engg engr ingenieria engenharia ingenierie
muhendislik inzhiniring mohandesi; trading trdg trade comercio comercializadora ticaret ticareti
torgovyy torgovaya torgovlya bazargani tijara tijarah commerce commercial comercial; bank banka banque
banco banki bankasi; shipping shpg naviera denizcilik keshtirani sudokhodnaya; construction constr const
construccion construcciones construcao insaat stroitelnaya stroitelstvo stroitelnyy budivelna;
transport transp transportation transporte transportes nakliyat tasimacilik transportnaya transportnyy
transportirovka; equipment equip equipo equipos oborudovanie oborudovaniya; development dev
desarrollo developpement razvitie razvitiya; investment inv invest investments inversion inversiones
investissement yatirim investitsii investitsionnaya investitsionnyy sarmayeh; group grp grupo groupe
gruppe gruppa grubu hrupa goruh; general gen; enterprise ent enterprises empresa empresas entreprise
predpriyatie predpriiatie pidpryiemstvo; foundation fundacion fundacao fondation stiftung fondazione
vakfi bonyad bunyad; fund fond fonds fondo; ministry min ministerio ministere ministerium ministerstvo
bakanligi vezarat wizarat; factory fabrika fabrica usine zavod plant works karkhaneh; laboratory lab
laboratorio laboratoire laboratoriya; scientific sci nauchno nauchnyy nauchnaya elmi; research res
issledovatelskiy issledovatelskii doslidnyi pajoohesh; production prod produccion proizvodstvennoe
proizvodstvennyy proizvodstvo proizvodstvennaya vyrobnyche; federation federatsiya federatsii federacion;
russian rossiyskoy rossiyskaya rossiyskiy rossiiskii rossiiskaya rossiiskoi rossijskaja rossijskoj rf;
russia rossii rossiya rossija; republic respublika respubliki republica republique; agency agentstvo
agencia agence ajansi; council consejo sovet soveta conseil; committee comite komitet komitesi;
company compania companhia compagnie societe societa kompaniya kompaniia kompaniyasi sherkat sherkate
sharikat sharika shirkat sirketi; energy energia energie enerji energetika; petroleum petro petroleo
petrole neftyanaya neft petrol; gas gaz gazovaya; chemical chem quimica chimique kimya khimicheskiy
khimicheskaya; petrochemical petroquimica petrokimya neftekhimicheskiy; electronics electronic elektronik
elektronika electronica; systems sys system sistemas sistemy systemes; products productos produits;
import importacion importadora ithalat; export exportacion exportadora ihracat; air aero; aviation
aviatsiya aviatsionnyy havacilik; airlines airline aerolineas; insurance seguros assurances strakhovaya
sigorta; army ejercito armiya armee ordusu; union soyuz spilka; brigade brigada brigades katibat katiba
kataib; movement movimiento mouvement dvizhenie harakat harakah; front frente jabhat jabhah; party partido
partiya hizb; federal federalnoe federalnyy federalnaya federalnogo; state gosudarstvennyy
gosudarstvennaya gosudarstvennoe gosudarstvennogo derzhavne derzhavnyi; military voennyy
voennaya militar; security bezopasnosti seguridad; school shkola escuela;
culture kultury kultura; justice yustitsii justicia; education obrazovaniya educacion; science nauki nauka
ciencia; health zdravookhraneniya salud; finance finansov finanzas finances; communications svyazi; trade torgovli;
information informatsionnoe informatsionnyy informatsii; television televidenie; channel kanal;
machine mashinostroitelnyy mashinostroitelnaya mashinostroeniya mashinostroenie; building stroitelstva;
ship sudostroitelnyy sudostroitelnaya; aircraft samoletostroitelnaya; office byuro ofis; design konstruktorskoe
konstruktorskaya; experimental opytno opytnyy; instrument priborostroitelnyy priborostroeniya; oil nefte;
"""
# The same in Arabic and Persian, as folded; each also with an article.
_ARABIC = """
ministry وزاره; company شركه شركت; bank بنك مصرف بانك; group مجموعه گروه; foundation موسسه بنياد;
association جمعيه انجمن; movement حركه جنبش; army جيش ارتش; brigade لوا كتيبه تيپ; organization منظمه تنظيم
سازمان; office مكتب دفتر; institute معهد پژوهشگاه; university دانشگاه; center مركز; council مجلس شوراي;
party حزب; front جبهه; islamic اسلاميه اسلامي; syrian سوريه; general عامه; international دوليه;
trading تجاره تجاريه بازرگاني; industries صنايع صناعات; industry صناعه صنعت; construction مقاولات انشاات;
investment استثمار سرمايه; national وطنيه ملي; services خدمات; petroleum نفط نفت; gas غاز گاز; aviation طيران
هوايي; agency وكاله اژانس; security امن; defense دفاع; technology تكنولوجيا فناوري; engineering هندسه مهندسي;
shipping ملاحه كشتيراني; transport نقل حمل; exchange صرافه صرافي; factory مصنع كارخانه;
"""


def _words(table: str) -> dict[str, str]:
    groups = (group.split() for group in table.split(";"))
    return {other: english for english, *others in filter(None, groups) for other in others}


def _with_article(words: dict[str, str]) -> dict[str, str]:
    return {start + word: english for word, english in words.items() for start in ("", "ال", "لل")}


ENGLISH = _words(_GROUPS) | _with_article(_words(_ARABIC))
