"""Given names that languages share, their short forms, and surnames romanised in several ways.

Our own tables. Not every pair in a group is used for the other by everybody; the likeness of a
nickname says so.
"""

SHARED = """
alexander aleksandr aleksander aleksandar alexandre alejandro alessandro oleksandr aliaksandr iskandar
sasha sanya shura alik aleco sandro aca xande;
alexandra aleksandra alejandra alessandra oleksandra aliaksandra sasha sandra shura;
aleksei alexei alexey oleksii aliaksei alyosha lyosha lesha alexis alejo;
anastasia anastasiya nastya nastia nastassia; anatoly anatoli anatolii anatol tolya tolik;
andrew andrei andrey andriy andreas andres andre andrea andrzej andras andryusha dru;
anna ann anne hanna anya annushka ania anita; anthony anton antonio antoine antonios toni tono tonino;
arkady arkadiy arkasha; artem artyom artiom artsiom tyoma; arthur artur arturo;
boris barys borya; bartholomew bartolomeo bartosz; bogdan bohdan; bronislav branislav bronya;
charles carlos carl karl karel karol carlo charly carlitos kalle;
daniel danil danylo danila daniil dani danya; denis denys dzianis dionisio;
dmitry dmitri dmytro dzmitry dima mitya dimitri dimitrios dimitar mitko;
dominic domingo domenico dominique; edward eduard eduardo edik lalo edu; elias eliasz;
elizabeth yelizaveta elisabeth isabel lisa liza elisaveta elzbieta; emmanuel manuel emanuel manolo manny;
enrique henry heinrich henri henrik enrico quique kike heinz; ernest ernesto neto;
eugene evgeny yevgeny evgenii yevhen eugenio zhenya yauhen;
eugenia evgenia yevgenia zhenya; fernando ferdinand hernando nando; francis francisco francois franz
frantisek pancho paco kiko franco fran francesco ciccio franciszek chico;
frederick friedrich federico fritz fryderyk; fyodor fedor theodore teodoro fedir fiodar fedya theodoros;
gabriel gavriil jibril jabrail gavrilo; galina halyna galya; gennady gennadiy hennadii gena;
george georgy georgi jorge georges jiri yuri yury yuriy yurii giorgi gosha zhora georgios jurgen jerzy jirka
georg yura juraj; gerard gerardo gerhard; gonzalo gonza; gregory grigory hryhoriy hryhorii grisha ryhor gregorio
gregor grzegorz grigorios krikor; guillermo william wilhelm guillaume vilhelm willem memo guilherme;
gustav gustavo gus tavo; helen elena olena yelena lena alena helena lenka; igor ihor ihar igorek gosha;
ignatius ignacio ignazio nacho ignat; ilya illia elijah ilia elias ilyas ilyusha;
irina iryna ira irena; ivan john juan jean giovanni joao johannes jan ioannis vanya hans johann yahya
yvan ioan janos gianni nino juancho juanito vania jovan ivica hovhannes yohannes;
jacob yakov yaakov yaqub yakub iakov jakub jacques giacomo jacobo yasha; james jaime jimmy jim; diego santiago iago;
jesus isa issa chucho chuy eesa; joachim joaquin quino; joseph josef jose giuseppe iosif yusuf youssef yosef
pepe beppe peppe josip osip osyp jozef jozsef josele yosif sepp chepe;
julia yulia yuliya iuliia yulya julie; julius julio jules yuliy; karen garen; khristina christina kristina;
katherine ekaterina yekaterina kateryna catherine katarina katya katsiaryna caterina katarzyna kasia;
kirill kyrylo cyril kiryl; konstantin kostya costantino kostiantyn kanstantsin constantine constantin
konstantinos kostas kosta dinos; kuzma kozma cosimo; ladislav laszlo ladislao vladislaus;
larisa larysa lara; lawrence lorenzo laurent lavrenty lavrentiy laurentiu; leo lev leon leonid lyonya leanid
leonidas leonardo; louis luis luigi ludwig lewis lucho ludvik luisito; luke luca lucas luka lukas;
lyudmila ludmila lyuda mila liudmyla; lyubov liubov lyuba; maksim maxim maksym max massimo maximo;
manuel manolo; margaret margarita marguerite rita malgorzata; mark marco marcos marc marcus marko markus;
maria mary marie mariya maryam miriam masha marusya marija mariam; marina maryna;
martha marta marfa; martin marcin martino; matthew matvei mateo matteo mathieu matthias matviy mateusz
matej matija mattia; michael mikhail miguel michel mykhailo michele mikael misha mikail mihail mihai mihailo
michal mikayel mikhael; milorad mile mico; miroslav mirko myroslav miro; moses moisei musa moshe moise;
mykola nicholas nikolai nikolay nicolas nikolaos niccolo klaus kolya mikalai nikola nicolae mikolaj
nikos kolyan nicola; natalia natalya natasha nataliya natallia; nadezhda nadia nadiia nadya;
nikita mykyta mikita; oleg oleh aleh olezhka; olga olha olya volha; oksana aksana ksenia kseniya oxana;
paul pavel pablo pavlo paolo pasha pal pawel paulo pavle; peter petr pyotr pedro pierre petro pietro pieter
boutros petya petar piotr perico boutrous bedros petros; philip filipp felipe philippe filippo pylyp filip;
polina paulina; rafael raphael rafail rafa raffaele rafal; ramon raymond raimundo moncho raimondo;
raul raoul; ricardo richard riccardo richi; robert roberto ruprecht beto berto; rodrigo roderick;
roman romain romano raman roma; ruben reuben rubem; rudolf rodolfo rudy; ruslan rusik;
salvador salvatore toto; samuel samuil sami samuele; sebastian sebastiano bastian;
sergei sergey serhiy serhii sergio serge seryozha serezha siarhei sarkis checo sergiu; simon semyon semen
shimon simeon simone szymon; slobodan boba; sofia sophia sophie zofia sofiya sonya;
solomon suleiman sulayman salomon suleyman sulo; stanislav stas stanislaw stanislau estanislao slava;
stephen stepan esteban stefan etienne stefano stephane istvan stsiapan stepanos stevan szczepan;
svetlana svitlana sveta sviatlana; svyatoslav sviatoslav slava; tatiana tatyana tetyana tetiana tanya tatsiana;
taras tarasik; teresa tereza theresia; thomas tomas foma tommaso tomasz khoma tom toma; tikhon tykhon;
timothy timofei tymofiy tima timofey; vadim vadym vadik; valentin valya valentyn valiantsin;
valery valeriy valerii valera valerio; vasily vasiliy vasyl vasya basil vasil vasile vasilis basilio;
veniamin benjamin beniamin venya benyamin; viktor victor vitya vittorio viktar vito;
vincent vicente vincenzo; vitaly vitaliy vitalii vitalik vital; vladimir volodymyr uladzimir wladimir vova
volodya vladimer vlado; vladislav vlad vlado vladyslav uladzislau wladyslaw slava; vojislav voja;
vsevolod seva; vyacheslav viacheslav slava viachaslau vaclav wenceslao; walter gualtiero valter;
william wilhelm guillermo guillaume vilhelm willem bill; xavier javier saverio;
yaroslav slava jaroslav yaraslau; yegor egor yahor georgy; yevdokia evdokia dunya;
zachary zakhar zakaria zechariah zakariya; zinaida zina; zoran zoki; goran gogo; radovan rade; milan mica;
branko brane; dragan gaga; nebojsa nesa;
abraham ibrahim avraham avram ibo; david daoud dawud davyd davit dato; isaac ishaq isaak;
ismail ishmael isko; noah nuh; adam adem; aaron harun haroun; gholam ghulam gulam; reza riza; mehdi mahdi;
abdlah abdollahi abdu abdou; abubakar bakr boubacar; mohammad mohammed muhammad mohamed muhammed mohd md muh mehmet magomed mamadou mahomed
magomet muhammet; mustafa moustapha mostafa mustu; hussein husain husayn hossein hossain huseyin husein; ahmad akhmed ahmet;
yunus jonah yunis; umar omar omer gumar; uthman osman othman usman ousmane; ali aly;
"""

# Korean surnames as the north, the south and their bearers write them; Chinese ones as mainland,
# Taiwan, Hong Kong and the world write them.
SURNAMES = """
kim gim; ri lee yi rhee li; pak park bak; choe choi; jong jung jeong chong chung; jo cho; jang chang;
kang gang; im rim lim; ryu yu yoo; ro roh no noh; sin shin; so seo suh; o oh; u woo; yun yoon;
paek baek; kwak gwak; ku koo gu; ko go koh; kwon gwon; mun moon; ju joo; an ahn; jon chon jeon;
zhang chang cheung; huang hwang wong; wang wong; chen chan; lin lam; liu lau; wu ng; zhou chow chou;
xu hsu hui; cai tsai choi; guo kuo kwok; zheng cheng; zhao chao chiu; ye yip yeh; xie hsieh tse;
he ho; luo lo; gao kao; jiang chiang; xia hsia; zhu chu; liang leung; yang yeung; feng fung; deng tang;
cao tsao; zeng tseng; xiao hsiao siu; pan poon; dong tung; yuan yuen; qian chien; sun suen; hu wu;
"""
