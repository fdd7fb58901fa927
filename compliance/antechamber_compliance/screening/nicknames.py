"""Given names that one person answers to: short forms and forms in other languages."""

from antechamber_compliance.screening.nickname_table import ENGLISH

# Our own: names that languages share, with their short forms. Not every pair in a group is
# used for the other by everybody; the likeness of a nickname says so.
SHARED = """
alexander aleksandr alexandre alejandro alessandro oleksandr aliaksandr iskandar sasha sanya
alexandra aleksandra alejandra alessandra oleksandra sasha; aleksei alexei alexey oleksii alyosha
anatoly anatoli tolya tolik; andrew andrei andrey andriy andreas andres andre andrea
anna ann anne hanna anya; anthony anton antonio antoine antonios toni; boris borya
charles carlos carl karl karel carlo; daniel danil danylo danila; dmitry dmitri dmytro dima mitya
edward eduard eduardo edik; elizabeth yelizaveta elisabeth isabel lisa
emmanuel manuel emanuel; eugene evgeny yevgeny yevhen eugenio zhenya
francis francisco francois franz frantisek pancho paco; frederick friedrich federico fritz
gabriel gavriil jibril jabrail; george georgy georgi jorge georges jiri yuri yury yuriy giorgi gosha
gregory grigory hryhoriy grisha; henry heinrich enrique henri henrik; helen elena olena yelena lena
igor ihor; ivan john juan jean giovanni joao johannes jan ioannis vanya hans johann yahya
jacob yakov yaakov yaqub yakub; james jaime; joseph josef jose giuseppe iosif yusuf youssef yosef pepe
katherine ekaterina yekaterina kateryna catherine katarina katya; konstantin kostya costantino
lawrence lorenzo laurent lavrenty; leo lev leon leonid lyonya
louis luis luigi ludwig lewis; luke luca lucas luka lukas; lyudmila ludmila lyuda mila
maksim maxim maksym max; margaret margarita marguerite rita; mark marco marcos marc marcus
maria mary marie mariya maryam miriam masha; martha marta marfa; matthew matvei mateo matteo mathieu matthias
michael mikhail miguel michel mykhailo michele mikael misha mikail; moses moisei musa moshe moise
natalia natalya natasha nataliya; nicholas nikolai nikolay mykola nicolas nikolaos niccolo klaus kolya
olga olha olya; paul pavel pablo pavlo paolo pasha; peter petr pyotr pedro pierre petro pietro pieter boutros
philip filipp felipe philippe filippo; raphael rafael rafail; richard ricardo riccardo
robert roberto ruprecht; roman romain romano; samuel samuil sami samuele
sergei sergey serhiy sergio serge seryozha; sofia sophia sophie zofia; solomon suleiman sulayman salomon
stanislav stas; stephen stepan esteban stefan etienne stefano stephane; svetlana svitlana sveta
tatiana tatyana tetyana tanya; theodore fyodor fedor teodoro; thomas tomas foma tommaso
timothy timofei tymofiy tima; valentin valya; valery valeriy valerii; vasily vasiliy vasyl vasya basil
victor viktor vitya vittorio; vincent vicente vincenzo; vitaly vitaliy vitalii vitalik
vladimir volodymyr uladzimir wladimir vova volodya; vladislav vlad vladyslav uladzislau
vyacheslav viacheslav slava; walter gualtiero valter; william wilhelm guillermo guillaume vilhelm willem
xavier javier saverio; yaroslav slava jaroslav; zachary zakhar zakaria zechariah
abraham ibrahim avraham avram; david daoud dawud davyd; isaac ishaq isaak; ismail ishmael
jesus isa issa; noah nuh; elijah ilya ilia elias ilyas illia; adam adem; aaron harun haroun
gholam ghulam gulam; reza riza; mehdi mahdi; abdlah abdollahi; abubakar bakr; mohammad mohd md muh
"""
Table = dict[str, frozenset[str]]


def _table() -> Table:
    related: dict[str, set[str]] = {}
    for group in ENGLISH.replace("\n", " ").split(";"):
        formal, *short = group.split()
        for name in short:
            related.setdefault(formal, set()).add(name)
            related.setdefault(name, set()).add(formal)
    for group in SHARED.replace("\n", ";").split(";"):
        names = set(group.split())
        for name in names:
            related.setdefault(name, set()).update(names - {name})
    return {name: frozenset(others) for name, others in related.items()}


RELATED = _table()


def related(word: str) -> frozenset[str]:
    """Return the names that somebody called by this one may also go by; none for most words."""
    return RELATED.get(word, frozenset())
