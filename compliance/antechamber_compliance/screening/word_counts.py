"""On how many listed parties a sound stands, for each sound that at least 4 of them share.

Counted by `./dev bench screening counts` over the names of 38,531 parties on eight public
lists. A sound is a word without its vowels' differences, or the consonants of an unvowelled one:
see `forms`. Each line of a text is a count and the sounds that have it.
"""

PARTIES = 38531

HEARD = """
4 12 20 558 560 924 JadaJamas Jadad Jadka Jadkav Jahads Jakas Jalan Jam Jaman Jamba Jamva
4 JanJaka JanJan JanakavaS Janda JangSang JaraJ Jaraslav Jasmana JavaS Javalra Javhar Javs
4 Jhangva Sabh Sad Sadan Sadav Safaklah Sagalav SahJa Sahabdan Sahads SahanSan Sahasa
4 Sahbandar Sahlara Sahsavara SakarzanavaS Sakas Sakatan Salang Salban Saldrans Salkav
4 Samsabada Samsal Samsarahman Samsdan Sanam Sandah SangSal Sanvara Sapatka Saptar Saravka
4 Sarazar Sarazav Sarga Sarha Sarna Sarnav Sarvazata Sasava Sast Satahan Satra Savanga Savar
4 Savka Savzava Srastan aJaJ aJaJal aJakav aJalal aJava aJbs aJna aSakav aSaklara
4 aSmahamatavaS aSrana abSarasaska abadaha abagatatalna abagna abahavska abaranlagastaka
4 abaranlagastaks abartavaS abasan abax abazad abdabdalah abdaha abdakala abdbara abdbaravna
4 abdbasad abdgadar abdhabab abdkahlal abdmahsa abdmaz abdrasak abdrhman abdsama abdtavab
4 abdvahad abdvahavaS abla abras abvakasa abvasavalna abzav adaJal adaJana adah adalba adara
4 adat adlab admanastrakJa admanastrasaJa admanastrata admaral admaralta adna adnaf adrazanJa
4 advan advard advasara adzal afakJa afanasavaS afasas afrakada agalaz agalna agalnarasaJska
4 aganza agasagas agastan agava agragata ahad ahah aham aharavna ahdad ahdar ahl ahmadza ahval
4 akampa akataranbarg akavlav akbara akbardanavna akf akman aktabalagat aktabar aktav alJahana
4 alJaxandrana alSavskah alaSana alaSanka alaSar aladzamarana alahanav alahavaS alahdad
4 alakbar alaktramaSana alaktramahanaka alaktranstandart alaktraprabar alaktratahnaSaska
4 alalabaka alamavaS alasan alazra albanan albarz alfazl algamda alharaman alk alkan alman
4 almasan alnsam alsaba alsahra altaSkan alvan amabalan amahamad amakva amal amanat amangas
4 amarasa amaravna amarbakav amarska amazanam amg amhamad amna anJam anJana anJanarangava
4 anSara anaSan anadaS anaks anamatan anara anavarsalmaS anavarsara anax andaSah andal andang
4 andar andara andastralna andrah anfarmakas ankasa ankataS anlaStangan anraSmant ansap
4 antarbanas antarkantanantal antarstata antartanmant antarvasp antasar antavan antrapranars
4 anvastkapatalbank apalanara apalavtarasa apanastatakas aparasaJa aparasanas aparatas aplat
4 aptak aptama araJ arabat aradrama arafan araklavaS aranaSan aranam aranataga aranlara
4 arasala araspatala ardakana argan arganasazan arganasmas arganazazJana argas arhala arla
4 arlanazadah armakava armar arnalas arnast arsanat arsanavaS arvas arzam asaldarav asals asap
4 asasatans asasvap asgs askan askandar askatasana aslamasta asland asma asmalava asmana
4 asmanav asmasal asnaka asparanza aspasalas astalara astansvag astarda astatat astrala
4 astravska asvabazana asvad atabaka atabakav atak atamasan atangar atbravasanas atdal atlak
4 atlantak atlantaka atm atn atpast atvarta avalas avandana avar avaran avarast avarsta
4 avastratalna avhanavna avmanav avn avra avrasa avs avsavaS avta avtamabala avtamatazaravana
4 axakatava axambank axangangsa axp axparamantalna axparz axplarar azakamabas azara azarska
4 azatbak azbraJanaS azga azsladvana azvastna baSahr baSr baban babar badam badarana badavSa
4 badma badrasavaS bafankva bagadanavaS bagamaz bagarara bagatara bagdan bagdanavaS baglav
4 baharmaSapa bakanda bakarav bakra balSakav balaga balaraskala balasam balata balatav
4 balatava balavan balga bals balspazvnaStaSnaka baltaSaxpart bambang banJaman banalSadah
4 banav bankarang baraham barakah barasanka barasava barav barava barbasa bardaka barga
4 barhanavaS barmasa barna barnava bart basara basaravna bashalanavaS bast bastalas bastan
4 bastrakan bataSnalaga batav batlafalds baznas bazpaknast bhatava bk bladamar bmz
4 bradagradalasta brakar branata brandan bras bravarman bs bv dSrg dabav dabavska dabnanska
4 dabra dabradav dadana dafaza dagakada dagratas dalaJal dalargk dalta damadav damakrasa
4 damant damavand damvala danamak danar dapartamanz dapasatara daplamasa daraktaratat
4 darangang darapaska dasa dasagnang dasant daska daspla dastan dataSmant davan davar davatas
4 davlatal dax dazka dk dkp dm dp drJavan dram drava dv dvaJana dzaba dzahada faJan faSara fab
4 fabla fabrakatan fadasavaS fadat fadl fads fadzan fagtars fahardan fakar fakardan falaha
4 falaka falakas falalasaga falasan falasana fald falkrapablakan falm falman fam fandaS fandal
4 fanta farahana farakada farasapahr farataS faraza fard fardanandavaS farhat farman fasaka
4 fast fatarahman fatarland fatava fatva favz favza fazlava flar flastakav fna fraJa franklan
4 frantas gaJa gaJavaS gab gabanJa gabarak gadrapras gaga gagaSvala gagardSan gahad gakt
4 galagarazvadaSna galaka galama galang galavna galmarad gamaravaS gamas gamat ganbank
4 ganrahavna gaprastramast garJa garadska garalda garanav garanta garasamavaS gardana gargava
4 garmanavaS garzalhasanah gasas gasdan gasnamaS gasnap gatakarakara gatavas gavarS gazal
4 gazan gazanak gazaran gazava gda gladka glakam graSan graSana grab gragaravna gramakav
4 grapas gravang habaS habarava hablan hadraba hafaJa hagland hakamzanav hakar hakazamana
4 halada halafan halah halakav halapa hald halda halpars haltap hamadava hamanka hamatavaS
4 haml hanaSa hanaf hanana handlah hangSa hansa hansara harazan hardan harhavaS harhva
4 harnanda harsanska hasab hasanataS hasn hatak hatama hatamska hatana hatarJa havanatar
4 havarmanah havatal havx hazala hazmara hazra hblan hkn hsa htk kS kaJagatavaS kaSak kaSara
4 kaSza kabana kabanat kabdala kabdalah kabla kabrakav kahramanavaS kakal kakar kakazada
4 kalJmanda kalaJska kalaS kalaSan kaladarava kalakalzav kalakan kalambana kalana kalanavska
4 kalar kalav kalzav kamSalav kamanakazana kamandant kamatad kambar kamfart kamharang kampalav
4 kampas kamplakt kamplaxas kamplaxav kamprahansava kamrada kamrang kamsamalska kamsan kamta
4 kamz kanSarn kanaba kanahan kananga kangalasa kangamat kangda kankard kansa kansalar kansalt
4 kansaltara kansarna kansarnas kansartam kanstantana kanstanzan kant kantana kantanar
4 kantrala kanva kapara kapla kaptan karabka karadan karaganav karak karaka karalas karalbavaS
4 karanas karart karaskadalma kardamav kardasta kardat karganmaSzavad karh karhanaJata karhat
4 karkarav karlatalt karnar karpankav karparakJa karska kartakav kartalas kasabanta kasanta
4 kasatanav kaskas kaslaf kasman kasmat kasta kastanada kastantanavaS kastla katabSa
4 kavSanakav kaval kaz kazah kazavalav kazmaSav kazpanSa kbm kf kfa klaSkav kmk knaS knarak
4 kralav krapta krasadars krasnaga krasnav krastan krastana kratav kratava kravn kvahakvan
4 kvak laSa laSt labas labaska lablank labrakanz labs ladam ladamar lafg lagarara lagfalsab
4 lagvanavaS lahaman lahan lahava lakatad lakbata laktanav lalavaS lamt lanafakatan lananka
4 landastra langaxan lanma lans lap lapald lapav laraJana laraba lasad lasanka lasara last
4 latara latas latvanava lavang lavantana lavranav lavrava lazarna lfak lt lta lvava m23
4 mJanmara mJanmarska mJn mSavah maJaka maJaras maSaJlana maSada maSahas maSamad maSas
4 mabaraxhavaS madah madrana madz madzanaradava mafaz maflah mafta magas magta mahab mahadala
4 mahafad mahalak mahalava mahana maharbak mahat mahdava mahl mahlah mahmadzadah mahn mahran
4 mahrdad makSad makalaJ makalaJavna makalad makara makaravaS malaS malada malakalarna malakav
4 malandaz malgan malna mamada mamataman mamdah manSah manaha manandar manarasahavaS
4 manastaral manastrstva manatar manda mandar mangak mankada manmara mansalva maraSka maraga
4 maranda marara maraska maraza marmansk marta martar masapatama masaza maskava maskvas mastaf
4 mastatrast mataSa matabasa matalanvast matara matvaSav mavalad mavalata mavand maxat
4 maxhakav mazanga mazar mazaravska mazav mbah mbaraSamana mbdb mpaf mraJa mv mvaraba mvasa
4 naJkan nabalana nabasa nadangar nadanka nadara nafa naftan naftana naftas naga nagara
4 nagarna nagda nakal nakaragan nakaragansa nalfaraSan nalfraSan nalsan namanka namat namata
4 namlah nangala nangba naradan narah naran narana narasava narastana narbagand narta
4 nasanalnaga nasanta navar navara navaran navaz nazarlah nazavasama nkandabatvara nmz nr nrk
4 ntaba ntabara nzamana paSaka paSanka padSapnakava padar padarJka padlapanav padlapava padran
4 pahlavan palaSanka palakarpavaS palar palat palma pamfalava pamz panaSar panada panalas
4 panamaranka panza papar parSada parSasang paradas paramaxa pardazan parfalav pargas parlan
4 partasa partav pasasta pasava paslar past pastana pataS patanan patapkan patrataSaska
4 pavlaSanka paxal pazlah pkf plaSavska plahatnak planang planz plata praJakna pradakatara
4 pradsadnaka pradstavatalstva pramaSlanast pramanas pramar pramata pranka pransa pransapala
4 prapalsan prapratara prasadantal prasadantala prasanars prasanda prasasa prasava praspakt
4 pratagana pratasa pravanza prazrak raSata raSatna raShak raSmatalavaS rab rabah rabana
4 rabataks rabatas radabt radalagakal radalfavaS radanda radaprabarna radaslav radasvaz
4 radataSnakal radatahnaka radatalavazaJa radatan radraga rads rafadana rafavaS rafla rag
4 ragabarta ragal rahlah rahsaz rakala rakana rakasa raktar ralanda ralatans raldagan ramaS
4 ramana ramans ramaz rap rapad rapalagapgarta raral rasJan rasadan rasag rasalaJas rasanam
4 rasang rasarsa rasatamflat rasaxambank rasbataS rasdan rasgalaga raskapstra rasplatana
4 rastamavaS rastargav rastaslavavaS rastav rastrapa ravad raval ravalaka ravaldavaS ravanstva
4 ravaral ravav razak razaskava razvaJav rb rfk rfnk rfpa rm rpk rs rsfsr rta rx rzaS saJran
4 saSana saSava sabab sababt sabalalah sabalas saban sabana sabantrasata sabarspasa
4 sabkantanant sadada sadaga sadahadna sadakmal sadalavaS sadata sadav sadavaS sadr
4 sadraJastva safaran sagara sagarta sagata sagaz sagnant sakanah sakaratas sakarna sakta
4 salaJ saladav salafa salag salahnaJad salakav salamdan salan salanav salasanas salav
4 salavatavna salvan salvastra sambara sanafa sanaka sanana sandak sanga sangaJa sanglant
4 sanka sankan santak santanalas santara santra saparar saparmarkat saplar saraJska saraba
4 sarada saramak sarar saraska sarava saravakan saravatka sardana sargatnaftagas sarvaza
4 sasaJa sasan sasnaras satams savakav savanma savant savkamflat sdb sfara skabava skapJa
4 skara sktb slamana sm spart spravkavska stad stafan stan stanaslas standard standart
4 stankastrana staravat startaraSt stramasav stratkrafta sv svJatlana svan svas svatlav taJaka
4 taSnalagaJa taban tagaSa taganaka tagras tahanava tahgagata tahnadanamaka tahnalagaJa
4 takarav takazvana taknak taknalaJalara talah talakamanakatans talavazna talmaSav talstakana
4 tamafavaS tamana tamanka tamaraz tambavska tanJal tanas tanda tankars tarSan taraf tarana
4 tarantavaS tarapava tarastakas taraza tarmalasa tarmanaklar tarmanal tarmanatar tartal
4 tarvalasadan tasan task tasnan tatal taxarha taxtal tdg tmg tnt tpd tpk tr tradava tradavaga
4 traka transat transkantanar transnatanal transpartna trapa trgavska trv vadas vagnara vahba
4 vakala valJska valagad valagas valah valakna valanzana valanzanavaS valaras valatal valaz
4 valgagrad valha valk valkav valkava valstabana valstabanas valtanahta valxrapablak vaman
4 vanJa vanagradava vanaman vangla varanzava vardan vark vasaga vasas vasasas vaskam vata
4 vatalavna vatalhama vatarans vatkanska vazanavaS vazka vladamarska vladaslavavna vladlan vmk
4 vnaStargbank vnatf vnatranah vs vzdasna xanJang xangang zaSata zaga zaganamda zak zaklan
4 zamalanda zamavna zanada zanama zanka zapar zaparaJska zapata zarapar zbrana zdanav znamana
4 znana zta zv zvaza zvazdaSka اكبر الله امان انتظامي برهان بسام بلال تعاون جاسم حرزله حضرت
4 داد دوري رحيمي رشاد رشيد رضايي رمضان زاهد زغبي زندان سند سيفله شريف شعبان شومان صفوي ضيا
4 طالع عادل عبدباقي عبدبصير عبدحق عبدحليم عبدرزاق عبدعزيز عبدغفور عبدقدوس عبدمجيد عبيدله
4 عتيقله عدنان عزت عسيري عمري غسان فاتح فاضل فرماندهي فضلي قاعده مالك مدني مراد مرعي مزيده
4 مسعود مصري مطلق منير مير نجيبله نوردين والجهاد ياسر ياسين
5 16 195 23 2566 3mg 48 586 JaJang JaSang Jabhat Jadat Jadlah Jakab Jakan Jalhama Jalkapla
5 Jaltakav Jamatal Jamsav Janad Jandala Jaramala Jardan Jarmana Jasan Jatna Java Jazarat Jskb
5 SaSaJa SaSanka Sabas Sagamarana Saglav Sagrana Sakab Sakad Sakaka Sakankav Saklar SalaSa
5 Salabanska Salahav Salganav Salkan Samala Samaras Samat SangSangang Sangar Sanmang SapSa
5 Sapakav Sapalan Saplan Sarganav Sark Sarman Sarnak Sartar Sastna Savag Savan Savazag Savkat
5 ShagaSav Skalkana SlaS Svatkan aJ aJad aJnad aSala aSat abab abadana abakangaza abakarav
5 abarana abdJabar abdadad abdalavaS abdarak abdasatar abdman abdnasr abdraSman abdrasad
5 abdsad abdvala abnaS abnasav abr abrd adala adarat adatal adl adlah admanastraka
5 admanastrasaJas adra adras afaf afanan aflah agaSan agabav agafarav agal agankJa agasalt
5 agatatan agav aglablana agraSt agrafarma agraran agtasad ahlak ahmatavaS ahnak ahsanlah
5 ahtarabad akaSa akaSav akabavska akad akanakav akanan akata aksaJa aktan aktava akvan
5 alJarba alJatna alSafa alSah alSava alaSan alabarara aladan alaf alagak alakad alaktranakas
5 alaktrataSnakal alalav alamanat alamanz alamava alanah alanara alar alarabaka alasas
5 alaxandrava alaxas alazabat albaSav albakar alfastrahavana alhaba alhakam almara alnavazasa
5 alrasa alsam alsbha altabava altahav altakav amag amalSankava amalanav amanalaha amanavana
5 amaraka amarakan amarama amaravaS amas amasav amazka amn amnakang ampalska ams anJanarna
5 anadas anafrava ananSanka ananskah anasa anatalaJavaS anatarJa anatlah anav anavazana
5 anavazanah anazatava anbang andana andars andarsan anfarm anfarmasan anfarmata anfarmazJana
5 angah anganara angvan anka ankla ankladang ansanat anstalt anstramantas antartrada
5 antrapanka anvaravaS anzaravaS apafanava aparara aparatang aparatava aparatavna apav apn
5 aprava apta arJa arSa arSba araJana araSak aradanda arafav arakaza aralsab arapav arara
5 ararta araslavl ardanav arfah arganak arhabala armak armakav arnst arpart arsalan artahav
5 artamanava asabana asabar asadSa asanbakavaS asanla asatak asava asgara askabar askatak
5 aslamaS aslamasa aslamav aslamskaga aslasvanama asmant asmara asparagaza aspasal astadz
5 astakamat astanana astasan astav astradna asvabaJdana ataSava atal atapa atdalana atkalava
5 atkan avaSanka avaka avalan avanaJankav avananska avanskah avatar avazanah avgazaravaS
5 avkarav avlaka avtahav avtahava avxantava axakav axal axam axananka axsasaJa azaba azamat
5 azarbaJan azkan baJat baSankav baSaravaS baSavra baSkan babaSav babaSkan babakava babal
5 badala badanka badar badav badavka badr badrana badva bafav bag baganma bagaraka bagaskarav
5 bahaJa baharava bahmatav baht bahta bahtar bahzad bakatav balarasa balavanav balaza balbak
5 balgarska balgat balgata balkalam balt baltaska bamanga banam banas bandarav bangaSa
5 bangalam bankas baradar barah barak barala baralava baran bardan barhanav barkana barlakav
5 barlav barmatav bars basak basanav basarab basarabav basas basava baskav batalava batamba
5 batvara bazala bazalavska bazava bazdanaJnah bazka blazka braSava brana branatankava branska
5 braxan btala btrz bvambala daJana dabanska dabska dadak dadar dafa dafandar dagala dagdag
5 dahaba dahav dakanava dalagan dalap dalat dalgav dalsa damakrata damakrataka damal damala
5 damanak damav damdanzaranav danSakava danak danalanka danama danamata danasta danazka
5 dangbang dangfang darabkan darad darahSandah darahava darakJa daraktaratas daraktaraz daral
5 dasan dasana dastana dastrakt davankav davas davat dprkn drJava draJana drabat drakdal
5 dralang drasabas drazdanka drazdav drk dvagatalastratalna dvakarna dvanah dzahad dzamalaJata
5 fadlah fadzav faf fahara faktan falal falapSak falapanas falatav falaxavaS famaSav fanas
5 fandasaJa fangslat farahav faraka faranda farasaht farast faratavaS farkat fasakal fatanaks
5 fk fka flarata frad frantal fz gabatdanav gabdalhakavaS gabrala gadal gagal gakav gakm
5 galaSana galagaSaska galakava galamala galanda galbart gamada gamarava gambatav ganSarav
5 ganadaras ganadzavaS ganavan gangsa ganzalas garada garadazka garagaha garalav garalkan
5 garasav garazka garba garnakav gartang garvaS gasakavska gasama gasma gavarnmant gazata
5 gazpramnaft glabas glabava gladas glazkava glbk gnz granda grands gsk haJazadah haSard
5 habana habaravsk habazav habhab hadafa hadralaks hadsarag hafad hafs hahlava halala halamav
5 hamSav hamaSaskah hamadlah hamanatara hamarzana hamavanda hamzav hanStan hanabal hanada
5 hanadz handal hapsarakav harSarzasa haraSa harakat harasdan haraza harhvah harnan harsan
5 hasamdan hasanav hasnalan hast hatas havaS havan havanska hazafa hazanka hazmat hazmatlara
5 hazmra hla hlakana hlavna hnata hranan hz kaJa kaJaJa kaJamaka kaJanava kaSakza kaSalav
5 kaSav kaSkav kaSmar kaSnarav kabar kabava kabaz kad kadankav kadas kadra kagagana kagl
5 kahana kakaman kakarara kakpang kakvava kalaSnak kalab kalakavskah kalamalan kalamazav
5 kalasnak kalata kalmanda kamaSav kamad kamanda kamaras kamarav kamars kamartan kamasa kamava
5 kamazka kambada kambana kamkam kampasatas kandalaka kandratak kangbang kangla kangra
5 kansalara kansaltanz kansaltaras kanstanzanavaS kantam kantar kapatan kaplan karSanka
5 karaSanka karabava karadzak karalana karamava karamlah karangang karar karasan karban
5 kardara kardastana karganav karganprabar karmazana kartas kasaSav kasahana kasava kaslak
5 kaslakav kastakav kastakavaS kastrabazka katahan katapav katarJa katkan katla katranJa
5 katranga kavJaradza kavanav kavatla kavpak kazanakav kazankav kazavlav kazlavska kazmaS klan
5 klas klav kmz knk kraSananakav krada kragla krakar kramaranka kranStadt krasav krasavska
5 krasnaStanav krata kravaJas kravanasav kravfard kvangsan kvangsang kvant kvatka laJar laS
5 laShaJav labaS labada labadava labahav labaka labanga labar labarazJana labarazana labarska
5 ladkav laf lagab lagal laganda laganska lagava lahaSav lahbab lahbas lahva lakak laks
5 lamanda lanadana lanal lanan lanaras lanaz landarang lanska lapak lapazk larada lasak
5 lasavska lasazan lataf latavaltan lavSanka lavan lavrak lavrananka lavrav lazangava
5 lazatkana lazazka lazmanav lda lng lra lvavna maJaga maJahadav maJalas maJambara
5 maJdanaradnaJ maS maSaJla maSaJlav maSaka maSanaka maSanga maSaraf maShadana madafl madan
5 madanda madas madraz madvadSak magamadzakaravaS magaraga magatrada mahaJaran mahalasa
5 mahamazhan mahang mahara maharaz maharba mahfaz mahlas mahmadav mahmat mahsadavaS makanara
5 makavama makbank makmad makran malas malasa malataman maldavas malharavaS malkav mamad
5 mamara mamsarav manaSahr manabarana manan manastaraJa manastraJa manatarang manatasm mangdak
5 mansara mansaran mantarav mantazar manzar mapa marSanka maraba marabatan maras maratavna
5 mardanSan marfan margaSvala marhav markada markalav markaza marvanaSaka marzak masan masasa
5 masatav masav masavna masbah maskab maskvaSav mast masta mataka matalav matarala matav
5 matavalahanska mava mazaham mazapan mazhan mbatabanga mga ml mpana msa msk mvd naJafabada
5 naJm naSan naSvan nabat nadalman nafantav nafta nagan nagavazan nagra nakalaJavaS nakaraga
5 namah namavaS namkan namzav nanprafat napsa naralan naraldana narbagandav nasamavaS
5 navaJalav navaSkav navahav navka navm navspapar navzarav nazJanala nazal ngaba ngakasa ngama
5 nkamtamaJa nkg nsanzabakara nskl ntavangaka ntavangala ntk nzara paSagan pablaSang
5 padapragarav pagarala pakan pakma palagan palakava palanava palanska palapanka
5 palapravadnakavah palarna palataka palatav palavaS palavan palaza panaS panan pankana panska
5 panstva parag paralta paravarzava parhan parkava parlandangan parmanava parsada partaJa
5 partala partas partata partfala parvaSav pas pasaSnak pasad pasarava paska paskarav paskava
5 pastar patakav patraSamakals patrak patras pavlava pavnanka pavzav pax plakan plasas plasma
5 platnakav plm pradasars prafasanal pramaSlanasta pramah pramam pramat pramsvazbank pramtaS
5 pranaSkan prantang prapaganda prasa prasadanz prasakava prasarvatan pratan pratasav pravadar
5 pravasa pravatna prazanka przamasla przamaslava psk pva raJapavaS raSadra raSak raSarSas
5 raSkan raSnakav rabahan rabzava radak radakav radavtamataka radna radnana ragad ragala
5 ragarara ragaravaS ragav rahmatalavaS rakanda ramaSkan ramanta ramas ramazan ramazkav ramba
5 rambah rambhat ranSa ranatavaS ranavatan ranbang randSarak rangafa rangrada rangsang
5 rangvang ranhva ranla rapalagapgar rapata rar rasabaranaxpart rasalaktranaks rasalhazbank
5 rasars rasaskaga raskan rasman raspazanargamantaJ rast rastak rastalakam rastarantas
5 rastavska rat ratanbarh ravagamakara ravan razvana razvaratnava rhas rkb rsb saJaran sabalan
5 sabanan sabanda sabarskaga sabatan sadahmad sadakav sadana sadaramantna sadavanka sadlah
5 safadang safana safasansa safvan sagnataras sahar sahl saht sakan saksas saladavnakav
5 salamanav salamanavaS salanka salastan salata salpagarav samJanavaS samJang samakaS
5 samakatav samarsana samasatav sanalSakav sanang sanara sanasas sanazan sandara sandas
5 sandaval sangala sangpal sangvang sanhaJa sanrasa sansra santanals santasa sanz sapagan
5 sapaka saprasan sarJa saraJdan saraglar saraka saralav saranava saratav saratavska sarfada
5 sargav sarsa sarv sarvalansa sasad satadal satala satk satlamanz savad savarstal savazka
5 savfraht savkavaS savmastna sazalnaga sazmana sazvazda sbag skaSkav skakavska skalkava skrag
5 skravanav slah slava slavah smala sparz spg sradasnJa staSana stadaltar stalmah stanakana
5 standards stap starSanav stara staraga start stazbadraf stragla stralahan strat stratan
5 svaSav svastanav svatanka svataslavavaS tabak tadang tadarava taf tahnalaJa tahnapramaxpart
5 takfara talabava talamsa talan talar talas talavazaJas talavazas taltav tamarazavaS
5 tamargalav tamasav tamazav tamba tambar tanSan tanaks tangan tansa tantaSa tanzanan tapakan
5 tapalan tapalav taplatahnaka taraSkav tarad tarakadan tarakdan tarangang tarasanka tarav
5 tarbav tarmal tarmalavalalat tarnaba tasav tatardanka tatav tatava tavanmad taxlar taza
5 tazana tg tkaS trafamav trafanav tranadada tranang transfars transparta trapalatana
5 travnakav vJasaslav vaJasa vaSaslatalnah vaSaslavavna vabarna vadalazka vagaka vahaklas
5 vahatav vaktaraJa valagahar valagda valaka valalah valanSak valaranavaS valdama valfsan
5 valmar vanah vanakarav vanasa vanbarg vanda vangard vankala varaJanah varabla varamanka
5 varanaJska varanavska varfalamav vartalata varvaltangs vasSaga vasakanska vasakataSna
5 vasalanavaS vasalanka vasalkava vasan vasarman vaskrasanska vatasama vatban vavada vavana
5 vazdaSna vazkaz vazvalana vb vhal vka vladmaravaS vlasava vnaSna vpk vsaraska vtaragana zab
5 zababahan zabahpar zabnav zabralava zadaSan zaganav zagba zagrabah zaharSanka zaklad zalJka
5 zala zalanadalska zaldastanav zamaSa zamaranda zambada zanab zanah zanal zanara zanava zank
5 zapada zapkan zarJamal zarbak zarga zarkava zatalan zavah zavalas zavalava zkb zlanka znama
5 znanstvana zp zrakna zrt zst zvalgabas اديب انور ايمن ايوب بسيج حبيبله حمدان حمزه رحمان
5 رحمتله رحيم زهير سمير سيفدين شهيد صلاح طلفاح طيب عبدستار عبدكريم عراق عزيز عصام عظيم عليرضا
5 فضل فواز معروف نصره نظر نور نوري هاني هدايتله
6 144 4 70 Jabarav Jadan Jahlab Jahnsan Jakava Jalabab Jalaldan Jalamah Jalazna Jamala Jamana
6 Janan Janatan Jandaba Jandlah Janga Janha Jarava Jasaba Javana Jazar Jazrava Jdad SaJka SaSa
6 SaSmah Sada SadaSta Sag Sagav Sahatdanav Samalava Sampanskah Sankata Sapav Sapazan Saraka
6 Sarakav Sarkasava Savalava Savaz Savzav Saza Sparav Srastafar aJada aJama aJang aJmaS abar
6 abdamar abddam abdkadas abdmanam abramSanka abrazavatalna adalfavaS adav admanastrasan
6 admanastratava admanastratavas adnaraka advansa afak afamav afantlaSa afganastan aganda
6 agazgatasag agk agrapakara ahanzada ahd ahmadav ahnalava ahrana ahvan akap akatamba akazk
6 aktasad aktasalskabat alJaxavaS alad aladzamaravak alak alakan alaktramaSanaks alaktranah
6 alaman alanga alanka alasar alataba alaxanda albatras aldan aldar alhaJ almaravaS alnama
6 alnasam alrava alta alva amamavaS amanal amansazan amarat amparska amragang amsan amt
6 anJanar anaga analataSaska anamata anavaS anavatans anavaza anfarsamant angaSa anganar
6 angavanda anhap apaSan aparasa aparatans aparga araSkan araga arapan araslavska arata arava
6 arbabsar arfa argava arharav arkadavna arlanda arlava armaJa armadas armanaza arnalfa
6 artakav artalara artaz asSaraS asadra asaga asaman asarsata asasasaJa asbat aspana asr
6 astaban astra atabav atah atala atamatad atamflat atrad avada avarSak avastar avatrans avlav
6 avsanakav axama baJanav baSav badaga baganama bagrav bahar bahazak bahbad bahmanar bahran
6 bakav bakran balaS balaSastan balar balmahtar baltak banadar banalSabh banavadas bangaza
6 baraSa barakada barangara bard barka barkakat barska basad basanska baspalatna batakav
6 bavagang bazapasnast bazpaknastna baztansaga blad blagatvaratalna blank bragad bran bransk
6 brata bvba dabla dagav dagla dah dahgan dalada dalam dalzavad damavandan danaSJa danalSanka
6 dapa daraktan dasSarda dasaralas davah davala davasa dranav drasa drzava dvarnakav
6 dzamaJatal dzrk faS faSang fadana fadarava fadav fadava fagtang fakrat falavars fanansad
6 fangSan fangalsat fapa faraha faransa farmasatakal fartalar fatama fatamah fatavaS fazan
6 fazla fdlr fla flarabart fnpz fralava franta frara fras fratas gaSav gabra gafara galda
6 galkan gaman gamara ganadara ganadz ganaka ganzala gapta garamav garasamav garka garkan
6 garmanava gartasa gatvak gavtvan gazala gazana gazarav gladkah gp grad gradna graf
6 gragaranka grazlav gspk haJata habal had hadas halaran halsa hamaSaska hamadan hamatav
6 hambala hamdlah hanJan hanadavaS hanadzavaS hanan handasah hangJan hapJangang harakatal
6 harana hararah harasa haratanav hasanzadah hasbal hasna havapama havla hramav hsan kaSkan
6 kab kabrara kadam kadana kagalana kahva kakadzanav kalabratan kalak kalamna kalanav
6 kalanlagas kalasav kalaska kalban kaldaran kamaSa kamanasta kamaran kamarava kamp kampatars
6 kampbal kamtamaJa kanaSankav kanag kandratav kangras kansagla kansalal kansalanan kansalha
6 kantananta karaJa karaban karalan karalavaS karaska karavan kargab karnas karpanka kart
6 karta kasab kasaka kaslav kaspan kastana kastanak katabaSa katada katakav katanga kavas
6 kazakava kazakavaS kazaras kazaraz kazbak klaSas kramanal krams krav kraz kvahak labamava
6 ladang laft lagarSa lakana lakva laman lamana lamanasa lanasa landan laptava laran latna
6 latvan laza lazarat lrm maJdanaradna maSanava maSastan maSkan maSkav madakamara madanav
6 madar madlax mag magrab mahaSak mahan mahra makabara makadam makanga makta malahava malanav
6 malda malkavaS mama manSa manaka manatans manax mandas mansada mantanagra mantanansa mapanza
6 maraSnaSanka maradaga marakab maralata maranaSav marasa maratav maravaka marazava markat
6 marna martada masam masanara maskalkava maskana maslaman masraf mastazafan mastfa matabaza
6 matalaga matalak matapa matas matasadak maxamavaS mazlam mpama mzkt nJaba naSa naSar
6 naSnaprazvadstvana nab nadam nadvaJamast nafal nafar namba nanaz nap naraSkan narlah nasatav
6 nasav navad nazanalnaga nazaranka nazarava ngara nkalaba npz ntaganda nv pabada pad pahamav
6 pakpar palang pamanav panatantara panta pantas papava papavaS parfanav parl parsa parva
6 patal patarbarg pazarlama pflp pga plagan plastak platan platanavaS pradakatan pramasla
6 pramtahnalaga prasas prasasang prata prazvadna ptazan ptk raSman rabartavaS radalaktranak
6 radanska ragazan ragt ragz rahanah rahanda rahbar rahma rahs rakata rakavaSnakava rala
6 ramadana ramadna ramala rambat ramzanavna ranaga ranalda ranara rasaS rasala raspansabalata
6 rastarant ravanka razanska raznak razvan rgb rhama rpa saSarhat sabalav sabsadara sadad
6 sadarat safantas safat saft sagadna sahand saharava saladan salaha salamav salanga salaznav
6 salf salma salsalah samak samakandaktars samananka samanavska samvala sanarga sanarsa
6 sangapara saparata sapram saragar saragba saranaks sarav sars sasala satatans satlamant
6 savaS sbar skad sklar slasar smal smalan sng spanang spasala spatnak spazalnaga splav
6 staftalsan stantafaka statlaga stavadarang stavan stg stradkraStan strahava stranka
6 svaradanka taJa taSnadanamaka taga taganda tahmaS taknalaga taknalagas talakamanakatan
6 talangalanamara talsta tamafava tamtama tangbang tankar tant tantaS tarab tarablas tarakanav
6 tarasav tarkmana tarlakav tars tava tpz transmarflat tratak trgavana vaJah vadanav vak vakam
6 vakas valaJa valantar valazkaz valna valsan vanagrada vanazala vand vangs varala vard varda
6 varta vasaJa vasaladas vasaslav vatar vataz vatkan vatvarSa vazara vha vlasav vna
6 vnaSakanambank vsavaladavaS xarsa zagara zagraba zahra zakaravaS zal zalakav zalatav zalkadr
6 zapadna zaplakav zarJmal zaraf zat zavahra zazata zk zvazna اختر اسامه اسلام اكرم اياد بصير
6 حنفي حيدري خضر سلطان سليم شام شبكه شفيق صادق طارق عبدحي عبدرحمان عبدغفار عبيدي عماد عيسي
6 غازي فيصل قدس قريشي مقاتله هادي هاشم
7 14 27 9 Jabal Jad Jadnalata JahanavaS Jalahmah Jalaladan Jalaznak Jamaldan Jambs JaraS Jarad
7 Jarama Jarav Jaraz Jasta Javalara SaJav Saha Sahrara Sanan Sangata Sangsang Saparava Saps
7 Sarlas SarnaSanka Sarvazat Sat Satab SavSak Skalav aSalan aSmad aStan aStana aSvan abSa
7 abadan abakar abata abdah abdhadar abdhasan abdkabar abdpata abdrahmanav abdvahab abramba
7 adar adf adgar adgavarnaska adran adrasa afag afran aganta agrakaltara agranasanam ahlaga
7 ahlas akanama akanamaks akasta akatam akma akzanarnaga alJaxa alahan alaktrakal alamant
7 alans alaxandravaz alaxanka almana almar alstar alzahrana amaS amaka amarah amdana
7 amprasaral anJalaka anargataSaska anarma anataranan anatars anatata anaz andapandant anfaras
7 angalab ansa ansardan anstatatas antagratad antaras anvara anvastazana apatna apt arSanava
7 araza arbana ardan arktaka ars arta arzad asaba asalt asamdan asl asp aspanaza asra ataklah
7 atamatav atka avaza axar axplaratan axpras azabav azatlah azmat azsardzabas baSra babakav
7 bad bah bahanah bahman balaba balav balavanzav balgasam banSa bandar baraka barasat basaran
7 baspalav bataraSvala batravar bazalt bazaza bazpaSanstva bragata braham daS daSarna dada
7 dafandars daglas dak dalasa damSanka damands damasa danalavaS daraga daraka daraktarat daras
7 daratarat darna dast dastalara datal davadavaS davana davramsa dmatrava dzarJana fabrakasan
7 fadan fadaratanans fadaratans fahrat falapana falapava falatava falkav fandas fantar faran
7 farara farga farkaS farmarla farta fasa fasan fazalan fradman frankas fransas gadat
7 gafangnas galakav galamhasan gambaSadza ganabas ganam ganav gangJa gapgar garahav gararda
7 garban gasanav gastav gatdat gava gavaran gaz gba glazav grabSak grapata grasa gtlk
7 haJatalaslam hababa habar hadafah hadamat halaba halan hamd hamdana hanafah hanar handa
7 hapalan haram harb harkat hasara hasra hastarakal havar hazastan kaJan kaSakav kabaSav kaban
7 kadala kadara kadravzav kafman kagan kalama kalaxta kamanata kamarsala kampanant kampananta
7 kamplaxa kamsamalsk kanat kandratanka kankast kansarsa kanstantanavna kanstrakta
7 kanstraktans kanta kantraka kapal karaS karamav karata karaza kardanas karlav kasal kasama
7 kasaman kasan kastan katan kavkaz kazanka kaznazava kazpant kbk klad klada knak kp krastal
7 kravaz laJnat laSnakav labartaka labra lad ladavata lahta lakal lalaba lam lamakan lanar
7 landa lanpramtransprakt lards latana latanant latat latvanav lavaSav maSalavaS maSkva maStak
7 mabanza madasana madav mah mahabarat mahadan mahanak mahanaka mahtab makalana makaran
7 makatal maktar malnakav malva mam mamatamang mamlak manafaktara mandaz manga manta marav
7 mark markas masasat masfar mataSanska matlak mavas mpa mr mta naJat naJda naSav
7 nagasadarstvana nakalava nakanav nakrasav nalavaS namSangang namaz narJaman narav nargalav
7 nasara nasaran natarlands navakambank navala navas navfal nazah nazma ngaJala nz pJatravaS
7 paJaga paJak paSan padpramstva pagang pakrat palada palamar palata pam panar panatansara
7 panrasa parmska pasakapang pask pavdar pavlav plarafaran pradaksaJna pradazasa prafasar
7 prakafav prakapanka pramakav pramtah pravantan psb raJah raJas raSada raSana raSatnakav
7 rabata rabha radaga radalan radavan radavanaka radazavad rafanang rahab rahmat ramand ramsa
7 ranga rangal rasanav rasavaS rasland raspandara rasplatan rastama rastaranta ratan ravars
7 razraz rdaf rg rn rvanda rz saSa sabadraba sadaramanta safar safasa sagama sagma sagn
7 sahalan sahama saharan sakalav sakars salafast salafasta salana salatan salavarstav salvar
7 sanatara santralna santranas sapfara saplas sapras sarban sargan sarhaJavaS sasalast saska
7 satas satast satazans savakananka savang sazan skaS skf srz stala stanka stapan stars statan
7 stradaska strahavana stratas svardlav taJana taJhaz tabar tabla tad tahab talska tamal
7 tamara tambav tanasan tangsara tap tapaz tarSak tarvazarada tatanav tatrav tk tpa
7 transpartnaga trazk vaSasla vaSaslatalna vaba vadalma vadzam vaha vahakla vakad valata valka
7 valt varaba varabna varanaka varars varas varf vasalana vatan vaz vnaSnakanamaSaska vsk
7 zadna zagar zalav zamada zamrana zaparaJa zarab zavada zavahara zazav اشرف جمهوري حبيب حمد
7 خميس عبدفتاح عبدلله عبدمنان مخلوف موسوي ناصر يونس
8 224 99 Jadnatna Jaga JakavlavaS Jal Jalala Janas Jastasa Javlana Sahata Salar Samanav
8 Saramat Saraz Sata Savah aJara aSam aStar aStara abahav abatalan abdla abk abna abrahama
8 abramav adalana adnana afamavaS afanasava afp afra agantara agd ahab ahdal ahla akadamak
8 akal akam akanamaka akmad alJa alaSa alagavna alaka alaktan alanavska alapatvana alavara
8 alavas alaxandrana alazavata alba alfrad algara amagranz amanah amaspandaka amastama amk amp
8 ampara amska anSasara anaba anar anasav anaza andan andastraJa anfantra angan anha antafav
8 antazat antrapraza anvastagasan anvastaza aptaks araban arals aralvaganzavad aranataks
8 aranta arasl arganasata arganazad arganazakJa arganazazana ark arman arnalda arzamaska
8 asasatad asfalas askalan aslaga asnalan asta astanav ataba atamataks atamatava avanava avaz
8 avgan avrara azanka azar azava azaza baSara baSardan babaS badrdan bagar bagaslavska bahaSta
8 bahram bakal bakhan balad balaka balan balgakav barang barazkan barda basadana bastamanta
8 batala batar bazlar bha bm brakaraga branas dabal dadang dadav daha dalah dalama dalamhanav
8 dalas dalgada damanal danaga danamas danasa dangan dans darakta davak dprk faba fadaralana
8 fadaranka fadarazana fadla faka fakah falap falapa falkan fanavaran fandakJa fandata fandaza
8 farsanka fartana fava fralav fraz gaSa gads gagrafakal galara galarma ganrahavaS garaSa
8 garaSav garav garavaS gardan garmanavna gasalanara gastan gra gs haJaJ haJat haldangava halk
8 hamama hamana hamata harSanka harta hartada havat hazbal it1 kaSlaf kabal kadama kadsah
8 kalaJamas kalaSav kamara kamaz kampand kampatang kamran kanav kanganta kantanant kapar
8 karSatav karankav kardana karlan karnat kasak kasana kat kazav kazpanta krasa ksapart
8 lJadmala labarta lagastaka lantratava lapa lapan lar laranzana lardas lasana maJara maShas
8 mabalasatan madal madara maganvalalat mahaJlavaS mahalana mahanda maklas makra malSakav
8 malahan malasavaS malaza manalav manastara manza marSal marSant markana maska maskara maslav
8 mastar matak matanga matvav mavla maxama maxamav mazalana mazban mazgalam naJablah
8 naJagaradska naJar naba nadasa naft nakan nakanarava nakava nakda naman namhang nant nartarn
8 nasanalana nasra nasrah navak navasta navska nazam nazarav nk paSalan paSavara palaS palasas
8 panav pantalav paraJa paras partasans pasban pavlanka pkb prabarastratalna prada
8 pradpramstva prakt praktara prama pramara prasadant prazadanta raSard rabar radalfa radkan
8 rafadan rafka ragamant raganalan ragtas rahana rahat rakan raklak ralvas ramal ramavaS
8 rasalas rasas ravas sabarska sadastratalna safata safran sagar sagaranka sagarnast
8 sakaratata sakaraza salad salak saltanavaS salvatan samax sanalah sanar sanataram sandra
8 sans santaga santrafaga santras saraz sarkav satalata sava sax skb slazba sparklang spb
8 stavarzaSana strana svaz taSmaS tadavatar tafal tagtaran tamat tamp tarh tark tarkastan
8 tarsasag tast tastang taz tka trank transal vaJanska vaga vahada vahavaS valantars valaskaz
8 valdaz valfavaS valtar vanamanavaS vanas varaJana varan varsama vartalatna vasak vatal vava
8 vazana vaznaka vaznasa vhata vladalanavaS x zabarav zabkav zahad zaharava zalanadalsk
8 zambrana zandana zang zatvar zavalav zavba zs zva اسد بكر حامد خيرله زاده سليمان شاه شريعه
8 شيخ عبدقادر عبدلطيف عثمان محسن مرتضي گل
9 6 Jadava Jadran JaraJavaS Jaravna Jatana Javadan Jaza Sab Sahadah Sahbaz Sahla Sahr SalaS
9 Samkat Samlah Sangak Sangala Sava Svaba aJavsk aSanka abasav abdalah abdnasar abs absa abzar
9 afrada agalar aganst agapt ahan ahandzada ahmadan ahrar akamalatarna aksanarna alaktranaka
9 alaktranax alalasat alanavsk alavaS albana alkadafa alma alvas amJad amsk anastasaJa anatal
9 anavatava andanasan andras anfarmataka anganas anma ansarlah anstatat anstatatal antapav
9 antarnahman anza apa apara aparhaka aprasad aranataka aranska arapatan arasa arastavaS
9 argkdan arkan artamanav arz arza asgar astrada atnaka atradas aval azbakastan baSma bagdanav
9 bahnam baladas banavalansa banax barada barasa baraza barazan barazavska barhan barnal
9 bartan basna baz bhatva blanka brakan dadan daf dagan dalag dalnavastaSna damas danamanada
9 danaz daraSanka darasa darazana darta davtansa dmatrav dragan dta fadar fadarasaJa faktarang
9 famala fanax fanda farad faradan farhan fat fatasav gaba gabarav gadalapa gadan gadana gafar
9 gamabas gamda ganarala gap gardav gargas gargavna garma gastaraS gata gatafa gatvaS gavralav
9 gaxala gazman glara grafa granat gvang habablah hadam hadtasta halakaptars hambarta hamra
9 hamsa haraSav harataga harba harmaz hazam hsang hta kahtana kalam kamanast kanama kanan
9 kanda kantraktang karanav karas karbanav karnanka karpal karpasas karpav kartal kasmana
9 katata katatantazat kavan kazara kgra kst lJadska labanan labarasan ladas lagansk lanarda
9 lank larana lasar laskar maSad mahanad makalaJavaS makan makana malar malham malnaSanka
9 mamata mandal mandra maratana maratavaS mardaSav markavaS martazava masandra masla maslah
9 matals mataralav mavlava max mazanzav mkb ms msn nala nalazasa nalvanasan namav nambar
9 namzata naz nkanda pJs pabla paklanska pampanska panama panansala panga pansana pant
9 papalanas parkandlak partadal pasafaka patak patapav pavlavna plaza pragana prakapav
9 praktaravana pramaSlana praparta prava pravada pravanzas psa radat radatahnaSaska
9 radatalstva ragJanala raganaS raganala raganalkarps ragananas rahmah rakatan ralavant
9 ramananka ranatavna rasatam ravaval razaka razan sabal sabara saga sahara saharav salamavaS
9 salba salsalat salva samad sanan sanasa sanata sanvar saraJa saraJas sardakav sarmad sarska
9 sarvar satalam satnakav savangs savramana sl slazka sprl stapanav statas stazaJada straktara
9 taSna taSnapramaxpart tabah tabasa tafak tafar tagran tahmasaba tahrana takarava talaba
9 talavazana tamafa tanga tarSanak tarasa tarvat tasar tasavalan tatan tlas tranadad vadaka
9 vahan valalata valanzala valar valas vangards vantaras vaskaz vasta vatka vladamarav vnar
9 zabada zaban zadan zalkarnan zaran zarka zatan اسماعيل حسيني سالم سعد محمدي نورزي
10 33 39 Jakatarana Jamanaz Janar Sahan Salabansk Sarafa Satav aSak abal abara abdala abrana
10 adalfa afanasav agan aganavaS agnatava agra ahmadavaS ahmar akamav alaktran alasav alaxan
10 alvarada amaga amahanav amalas amaspandas amka ampax amprasa anakav anakavaS anakta
10 anatarana andrav anhang anhazantarnahman antagral aparadara arSad arada aranavas aratas
10 arham arsa arsan arvan arzamas asak asasata asbl askara asm astat atam atvarana avana avnad
10 azav azavska badgat baha balagakal balama banan barahav barnard basada basal batalans dabasa
10 dabna damana danaS daraksan darakt data datadas ds dva fabraka fadarakJa fadarasaJas
10 falapavaS faman fana fanans fap farag faranangan farand farat farka faska fkp frank frat
10 gabanata galavaS galbarta galmatdanav ganpavdar garaSava garan gasa gazprambank graJdanska
10 gragarav gramav halana halfan haman harman harsa harza hataba hazrat kaSaf kabala kadav
10 kalaf kalamba kalanan kamadatas kamnav kanada kanstantanav kantraras karakan karalav
10 karalava kard kardan kasalav kaskar kavalanka kavatada kavtar kazama kramas kras labala
10 labanasa labara lafa lakan langa larant lasan maSanak maSanaks maSanka maSara maStar mab
10 mahamadraza mahav mahsad makalavna malang malta managang manastarstva marSad maradav marafa
10 maratanan margarata mars maslamana matalargaSaska mg mna mza naJmdan naSna nalav namr naraza
10 nasaf nasardan nastar nat natalaJa navarav naza ngakasat pJatr paSra palana palatakal pankav
10 pansan parahava paravar parmanav parpasa pasafak pasdaran patan plas pradaka prafat pragaJan
10 raSa rabarta radas rafak raganalas raharavaS rahmana ramanzav rapablakas raslanavaS rav rvk
10 saJada saSan sadarav sadat sadra sakara salava salda salmana salvadar samagan samah
10 samakandaktar sapahr sarna sarvasa savara savfraSt sazah sbarbanka smarnav smt spanm spanmal
10 sparadanav sparta spazalazaravana srk stk taSnak tagar tagars tahara taman tamas tarbana tav
10 vasam xa xasan zadran zakav zalata zaman zdralak امير امين ايران جهاد حاجي عامر عبدسلام
10 منصور
11 140 Jahana Jakat JalaJa Janat Jat Sabana Sakra Saldran Samal Sangvang Svk aSar abasa abd
11 abdhalak abdmahsan abdmalak abdraSam abdraf ablasta adardavna adatava adprta adrama afgana
11 agaptan agarav agnatav ahanavaS aharavaS ahras alara alata alava amah amra anba
11 andalanvanaSap andastra anga ansaral anstramanz antarast antarnat apan apanbara aptaka
11 aranas ardana argks armarad arms arnasta asadlah asah asmatlah atar atlas avakan avtanamna
11 axarsata axas axtarnal azal aznamams baJa baS bahara balah balak bam banat bandaranka barara
11 baza bradkastang bratana dadanka dafasa daga damangaz damatra danala dargam dkb dmatravna
11 dnapr fadaraka fadarata falastana fan fanansava fars fartala farzas gar gpb gratar habarav
11 haga halp hamadraza hangkang harazant haxan haza hrakav hs hvang kaSm kadat kalaga kambanat
11 kanakav kap kapa karda karpas kartradga kasav kastantan kavata kaza kazam kaztarsasag klamav
11 krasna krdv larma lavala lvan maJahad maSanas madaras magadam makal makava malaSav malafav
11 manaral manska maranav martanav masar maslams matama matan matasam matvanka maxlana mazadah
11 naSnasladavatalska nadaJda nadra nakamarSaska nasa nasrlah nata natanala nga ntz pakastana
11 paman parka paskav pata patratak patravska paz prabarav pragaJana pravankJa prazvadnJa raJab
11 rabart radanka rahama rahmatlah rakarda ramanav ramzan rapablasa raskata rasnaft razava
11 sabataga sagnal salar samafal samala sankt santrala sapanar satan sb sgm smp spk staftalsa
11 statlaSas stralkav svadaS tabaka tada tagav tamafav tanzana taran tard tmk transfar traps
11 vaJa vafak valam valdan valtan varxamhad vaskava vastak zarak zna جمال طاهر طه عباس كمال
11 مجيد يحيي
12 8 Jahna Jaka Jalas Javdat Jhan Sakar Sakara Samakals Samara Sapa Saran Sarbakav Savalav
12 aJavska abdbaka abdbasat abdha abmaJavana adanav afara afasana agata akala akan alaktrana
12 alamanam alav alavatar alaza amarav amraka ansan antar araSarSaga arabak aranga arganazata
12 arkat armada armamant arsanal asakav asamah asav askalta askra asladavana asmalavaS astak
12 avarta avatad avazana ax babakar badan badra baf balava balazka baltran bant barakza
12 bartnakav bradga dalavar damakratakas damakratas darda dasasans dastrabatan fadarala
12 fadarasa farah faraz fatar flat frada gabarava gazav hadakavska hal halakaptar hamat harara
12 kabdalaha kadarava kafah kalada kamala kamba kambatanta kampatar karaba karala karaman
12 karanka kasar katang kavara kazak kravSanka kravaraSka laJastak laSkar ladan ladava lata
12 maSaJlavna magamad magaraS makada manara manas maral maraz margan maskva mavamanta nasanalna
12 navasabarska ns palakav pama panSak pat patrasa patrat paza planar pramatan pravansal
12 pravasla raJkav radvan ragab ralas randan rankan rasaSan saJad salas salavav samal sanah
12 santana sapasad saraJ saratal satara savan savar savkambank saz sazandaga snaga spaka
12 stankavaS tabataba tadbar tahrar talal talfah talha tarama tarat tasah tatas traktar
12 valankamas vanadaktavaS vapans vargas zahada zaharav جماعه خان خليل رضا سبعاوي صدام قاسم
12 مهدي موسي پاسداران
13 3 3d Jadnatka Jarah Jarasalam S Salah Samalav Samastra Sanal Sanang Sarah Sarg
13 Sarnamarnaftagaz aJma abdhalam adkaznasza afgan agaJana akran alaS alaktrasata alsad
13 ankarparatad antanav antarar anvastagaka aranda arganazaka asambla asapav asavaS asmala
13 asmalav atarata atk atvaraJa avhan axan axanav azama azd bagara baharav bakara barat batana
13 daSasa damand darakza darnava dastrabadara dzmatraJ farhad fart fatara flagt fradkav gadansa
13 gak gams garara garargah gk grapal hadkartars haktar halak hamam hand haras harzlah hasang
13 kadarav kaman kamandar kamar kampanaJa kananav kanstraktara kartapalav kazazan lagastak
13 lataka mabala madarn maga malat malata manaJmant manala maraJa marada markav masas nakalas
13 napa naval nazara paJaSa paJagas papalara parm pk radar rah ramza ranha ravalatansgardas
13 sadaka safan safava saha sahrava sanad sanda santram sarat sarhan sarla satar satarn sav
13 stadas staf starkar talab taraba tarantav tarhan tavfak tp trabalsa trad trat tva vanama
13 varkars vastarn vazar zaklada zama zarav انقلاب و ولد
14 Jaravlav Sadara Sams Saraza abadlah afa afrakan agrakala ah ahmat ahsan akzasalz
14 alaktramahanaSaska alaxandrav alhasan amparal amz anasant anstramantatan apaharasa araJa
14 aralana araslav asada asfahan aslan atahad atamad avak avtamabalna avtamataka azan azarav
14 bagrad banar bangladaS banka baska bratars dagtarav damaskas drJavna fagara fahad fang
14 farkas fgba gamakla gardanas gastava glavna gvarJana haJatlah hag ham hamadah hvan kaSa
14 kalafata kambat karbala kardaS karman kastanka kpa kramska labav ladar laganav lakas lasa
14 maJahdan mabrak mahraz malaka maraslav maxamad maz naka nasam navagatan navatak paSkav padra
14 pargan pasa patraSav pavla platnazka praJakz prakaramant radan rafat rakatna ralva ramak
14 rasakas rasart raspablakas ravalatansgardaz sabra sag sah salahan salamah salat samanav
14 saprama sarah sdn stratransgaz talakam tanzam transgaz vagnar valantan valstabas vasal vaska
14 zaba zabar zargrad برزان سعيد سپاه في
15 Jabara Jakav Saf SarnaSav abdraza adab agas aksanas aladzamar alax alaxav alha anana angala
15 anmanad antarnal antraprandara apanastasas arala ardar arganazasa armanda asakahta asat
15 aslamalasan atkrataga avakampana avala azada baSarav balaraska baral bhd dabaSa daktar
15 damakratak daran fJadaravaS fadasa fahd fradam gadafa gamal ganaratan garb gardanalar grat
15 hadatlah hadr hamzah hanra hazblah kalaSnakav kalakav kaltaral kansaltant kantara labalata
15 maJar maSa maSanastrana maSrak mahras makanaka marvan mas mataral naJab nah nard navarasa
15 navasabarsk navs nazanalna npf padazasa patra plk raS ramantna rasal rasara raspablakanska
15 rata ravalasan ravalatansgarda ravalazJana ravalazanalasa raz saJa sakand salazar santa sar
15 sasar sastam savastapal saza slaJba sp st stada straznakav taSnaka tah td valantanavna
15 vampal xan zadah zava ولي
16 5 Jv Sakan SanJan Sva abdJalal abdhak af agara agat alabaga albartavaS alfansa andalan
16 anfrastraktara aparatan armata ataf avarsas bankang baranav dama danazk danbas dandang fada
16 faza fazaka galf garab gvardazata haSama haka halafah haldanga harat hraharavaS kanga kantra
16 kardava karpa karpala kasmaSaska lazang maSan madvadav mahmada mahtar makdas manaz markatang
16 markaz mataba mazan naJa nadar navgarad patana pradakta praktna raSan rakanstraktan ranat
16 ravalakJa ravalata sahra saka sanam santafaka sap sapahan sapla saras skapana spasalazad
16 strala strata tadamanas tahnalaga tahran taka tarasm targava tasang taval tavhad traval
16 vJaSaslavavaS valadamaravna valsz vladaslavavaS xana zahrana zaka zanat zbara
17 1974 Samazav SavSanka aJa abJaktava abarta abdgana abdmaJad adakatanal adk aksaJna
17 alJaxandravaS alaktrak alfrada alnavazat anSarat anda andravna anganars arantal arat arg
17 arganazasaJa armas aslamaSa aslamskata atamabala avhanavaS azdan balkasam basantanara
17 dastraktan davasas faradalma fragt fraran fzk gaJav galamraza gastalam glab hakmat kaSan
17 kalasnakav karansa kartan kazman lanav madakal mahad makav mandaza maraf marka martars naf
17 papla patrana rafa raganalna rakanasansa rapablaka ravalaknaS ravalasanarna ravalazanara
17 sabha safara sakr saltana santas spazalna stragazmantaJ taba vanaSap zada zakar zvazda اغا
17 خالد عبدرحمن عمر يوسف
18 Jahan Jahn Sadra Safak Saga Sahab Sahada aJar aSakza abdmanan alaktra alasa amada anavarsal
18 angana apk aplad aptakal arktak asana aslamskaS astada avdav baka bala banah baraS barakat
18 barasav bata dam drag fadaravna fal farkan fazlah franka galan ganadavna gasam grand hadra
18 hagar haran htat hva kaka kampananz kantral kastala lagan lakman lastad marakan marazav
18 marza mk navakav pablaka padnak palastanan partnarSap planta pragras radana raf ramadan
18 ravalaza samatahaka sarvas sastama statala sva tahad tama transnaft valansa valav انصار جان
19 Jada Jamas SaSan afana alaktramaSanakal alvara amala anavatan anfarmazana aralska arans
19 artar artara asafavaS aslamaSan asman avangard bada bal balasav bas batara dasang fadarav
19 fakal falax farma fzka garna gat gataraz gvardaJas hadat hamanataran has htan kalad
19 kambatant kamhstak karS karav karpasa kavah kazakav kazanska krataka lahansk lal maban
19 mahalav mahamat makarav maralas nabla nada nal nataral parSan raSarSa ravalasanara rk
19 sabaran sarsatara sas sta stratagak tahnalagaSaska vanaJan varana vasa zakara
20 abdhakam abdsatar adkrata agana amanatan apravlana arad arapa arlav aslamakas atamak azat
20 bagdada barma dagatal datat faktaras farza galab gards gasav gvarda hadad harasan kazlav
20 lakaSanka mabarak makang nabal nasrat pal palas pana papa papav parvaz pras rasaJska
20 ravalasaJas sadag savarna spa svat tahnaka tals tkaSav trafakang vada vafa vastaSna حقاني
21 Jabral Jalal Jamata Jr Sak Sala Savazaga abdsamad ahmada alvaraz amran araka atamatan azad
21 bak bla dalan daman faraJ farnanda farnandaz gastar hamdan hlang kabasa kadaSta kafa lara
21 mahala malan masana matalargakal nakalav nasr natalJa parsan prataktan rafanara salahdan
21 samanavaS samant stapanavaS tamSanka tavarastva vJaSaslav vad varabav مصطفي
22 7 Jafara Jak Javna SaSana Safa Sarata abSastvana abdbasar abdhada abdlaha advansad
22 agrakaltaral alansa anaka araba asara aslamaska aslamataSa atanamas faJr fadaralna fazl gam
22 gama haJaza haSan hadara hatal kadar kampasata kas laga magamadavaS maman mat matar mz naJna
22 nang partnars patarsbarg raJa rasaSa sab sapah sarana staStang statna tahnaSaska tahrak tra
22 vara اخوند
23 aSlam abdfatah ansara ard artaga aslamah asral astatal axparamantal azlamaka blak drzavna
23 gada kaltara kamanakatan kamasan katana kava kft lagt lp magraba mahanaSaska mahd masad park
23 rak ramanavaS rava sakal sakar sanabal sasal smart stanaslavavaS talavasan tapa محمود
24 Jazara Saman aSa afars agnasa akab akadamaka amanlah angal aranana art astad bar gala hakam
24 kamand karana malana marala maram palastana parz prasan ragan rasaJas sadak saval ska
24 taJarat tam tata vab vadamavaS valalat valfara valga vast zav صالح
25 JaS abdgafar abn agaravna akadamasan alaraza axana dahar darvaS falah fara hamda kaba kastra
25 kazana lama mal malava mansk panamarav pmk przadsabarstva raban rakat ramara sadan safdan
25 sarafa tat zara ابو
26 Jand alaJandra anata balarasan dang dat daz farak farm favaz kanstraktarska kasa klab kram
26 maran masava matal naJad nana npk pradprata raganal raka samara sant sarhavaS spalka
26 taSnalagakal
27 Sasan abdal abdrahmana adana aksana amr anastasa anvar azana balaras basam daba dav dava fra
27 gardans haba halafa hama hanafa harlah hava kaparatava kar kazan labaratara lanadavna lav
27 lvavaS mahaJar mahar martan masab maskavska nadal nakatan naradna navan raga ralaf ram
27 rasarsas saflah salama sra zar
28 adard admanastratan agla aktangasalSaft andanasa anmabalara apravlaSa asladavatalska gabral
28 kak kamarSaska kaparatan karama ladmala land maJa mad malad malam manma marska martanaz
28 natvark praJakt safa saldars savSanka savalav talaban tavan
29 Javar abdrazak badgatara f fazal galam gara garda hamSa kardastan laban lat lava makala
29 nazar papalar prapartas sabar tab taktakal vahad
30 Jafar Saban abadah alJaxandr alan araf astata avganavna baba gana garman gaza grapa kama
30 katarana kavalSak labadav laka lasang matalarga panstvava patravna prasasan rang saba
30 salamana tarka trans vantara vat zan
31 Jasaf adarda ahtar alas arkada arkadavaS atkrata daka dalnaska draJastva fadal gad gald gan
31 gasadarstvana kamanakatans karga kaznazav lada mahamada mahr pan ratanbarg ravara sam stat
31 varld zana
32 Jana Sapard Sapbaldang aS afSara akavlavaS akbal akram amara askar astarn gamaz gasan h
32 kansaltang kraman lala lanas mamar marad masalas nakata pavar pvt rafal rapablakan salatans
32 sapartars sk tara vsarasaska
33 Sanga aSraf akas bana bat dad danaka dmk dzmatra fransaska fsa galdan hamas hata hk kb
33 matarals palasa pradakz ramaraz stanaslav vang xang
34 Jala abdlataf aktana alaxandra anta araS aslamska barzan fata gang hadar hasam hatam kg
34 maSanastratalna madla maza nardan patar patrav rasastansa ravalatan sadam valantana
35 Jalana alam anat danal davasan faz karaSa lamatada mak narza pakastan sanSaz tana
36 J abdhamad amam avad aza baJatna farst fasaks flaras halaf har hatab kav kvang marat maslam
36 matana nak naklar spasa tanasa var vasalav
37 Javad alaxavna almaz faras kads kampanas pablaSna rana tasa zafar
38 Sabab Saratabla adnan akb akbar anraka antalagansa garsa haSam kalanal kan kata masala
38 raSvanatarsasag rastam sasa sbarbank عبدله
39 Jarga Jasam Saka ananama atara avanavna avas havala krama magal mahlaf nart valat z zad
40 adakatan aral barasavna dab hamada mant mata saf tamar valaravna
41 aSraJdana adardavaS aladzamaravaS anavarsata arab araspasa asal ava bandrava basanas kanzarn
41 zantralna حسين
42 astablaSmant fanansal fasal lana larasa maratama paraz pravansa ran tv بن
43 manal masra pala raba rasaska
44 alfa anatarna anstramant atman bang gadar kansal karam lang nan zahar
45 aksava albarta drazba harnandaz hasa pantra vaktara
46 abada alama anfarmatan gragara kal lavant raslan tak
47 abdraham afraka aras asas bakr drastva garga karparaza madana mahalavna prazvadstvana raham
47 sabava salman
48 Sama adal atvaztvanasta fanansa gran hada lan manar patr sahal taras
49 1 2 anatara asama balal g hafaz laba martaza np sansas vatalavaS vtb
50 adan habab kadafa maSaJlavaS nama pang sargavna sarl ابراهيم
51 abdkadar abdsalam armad ata basa basar fatah sapart stal val
52 Jama Jamah akanamak ald ama b kala malak n saltan star tang
53 Jabar akadama argk fadaravaS gargavaS
54 Samakal agranaSana hala kaS nakalaJ rama srl
55 ansaransa asam dana frant galana karal sala samar taha vasalavna vladaslav سيد
56 ada amad hat kada lagastaks maka sasatata تكريتي
57 aka dr hamza lapaz manang part valad
58 akapmant arlanas d fgap kamata rapar tahar tar
59 abdkaram ahand aslam daraktarata haraman maJad
60 akatarana aktans aslamaka fza hak maSanakal mala radragaz sama sanat sata stak vana
61 ab aksa anstatatan azaz davad gazpram haJ mahsan mar raska t tarak vasala
62 Sar kradat manmar maskav sasadad
63 Jasas Saraf adam batalan kamal karan pra saman sasata
64 anatalavna aravna az dapartmant sak valadamar
65 abdazaz gard hasana labaratan lanad maJahadan maSanara tala vadam
66 faragn kapatal sahab حسن
67 JaravaS asar gas kJsk kanstantanavaS karlas nar raSad
68 Sana alagavaS artam azam hara knavn
69 glabal mada pars patraSamakal
70 Jara branS hana
71 alsa avanav kansarn spasal taSnakal valantanavaS
72 ba hakana ltda sat
73 ahar anatad ganzalaz trast
74 Jamat abda alah karps
75 fad kana pta valadamaravaS
76 Sap ag arkraft ganada gragaravaS ras
77 Sam ank ga nara para
78 bragada pavlavaS ravalatanara vatala علي
79 anan gmbh mansar parta pravata sada vaktaravna
80 Jant aga agansa dmatravaS farsa احمد
81 kasam mahda nava paplas sansa svatlana
82 asad
83 danas tas
84 abad kamplax spalaknast
85 bakar gal makalavaS pablak
86 ampart manafaktarang patralam
87 antan hang ral
88 nav npa rahman vaSaslavavaS
89 abas akzanarna fand farsas saran
90 aranan maSal vala
91 rad
92 dar kanstantan pak sarha
93 Sara dala mana vaSaslav
94 nasar
95 antana dan karp maxam sakarata
96 tatana
97 aha baras transpart
98 axSanga malah
99 ansar sal
100 andravaS tal
101 anatala arak
103 aftar malatara
104 am dara lanadavaS
105 mang
106 baldang fadaratan namad
107 Sahad agaravaS
110 rt
111 ast baSar
112 axpart nakalavna nam p
114 abadanana sang
115 rapablak
116 abSastva ganadavaS paval
119 arana kanstraktan natala
120 sara
121 asmal manastra
123 ha
124 Jamal r
125 alaxandravna halal masa salaman
126 alga anas santral
127 Jang
128 vladamaravna
130 patravaS
131 aslama
133 amana asan raman valara
134 anarga
135 kang
137 rada
138 Sang
139 maSana par
142 mavamant valaravaS
143 Jahad dafansa
145 avatan mastafa
146 arma sastams
148 halad salam sana
149 san
150 ma
152 avan
153 afasa man tan
154 managamant
155 rasa
156 Ja alaktranaks dal
157 l
158 hamad m
161 das
162 Jasa
166 las
167 at barasavaS vasalavaS
169 fadaral pJsk
171 marana
172 Sal alana
174 ak
175 takrata
177 ana han
178 avganavaS
181 dasagn
182 fandatan
183 asasatan
185 asaf avgana raza
186 ap ar van
188 ad
189 ask
190 Jan natanal
191 Sa
194 Sah
196 San alaxavaS
202 bara
203 fa
205 mahmad salah
206 asa
210 andastral
215 aran
219 mara za
220 mahal
221 al
222 as kam
223 abdrahman
226 ang haJa
229 sargavaS
230 va
231 ra
232 mahalavaS
235 haldang
236 aman
238 nakala
242 vaktar
248 ganaral
252 na
255 alag
257 محمد
263 sarvasas
275 avanavaS
278 anganarang
281 anatalavaS
291 davalapmant
294 arganazatan
301 agar
306 pradaktan
308 ara
310 anvastmant pa
317 kara
321 Sapang
326 aslamak
329 rasan
330 antarprasa
334 vaktaravaS
336 aravaS
338 ban
346 santar
368 la
369 antarnatanal
379 alaxa
384 abraham
385 dmatra
396 abdlah stata
402 santafak
409 anstatata
411 amar
419 vladamar
426 karparatan
429 v
431 rasarS
439 taSnalaga
444 andastras
458 sad
462 k
469 bank
480 nakalavaS
495 alaxandar
499 andra
518 alaxandravaS
539 an
541 sa
542 far
553 vladamaravaS
572 faktara
601 sarga
615 alaxandr
703 grap
747 ahmad
823 hasan
855 s
884 lamatad
930 tradang
981 ala
1013 ltd
1031 da
1044 ta
1107 ka
1204 aba
1256 and
1401 av
1719 lk
1859 kampana
1907 mahamad
1943 Jsk
3498 a
"""

READ = """
4 AJJ AJJl AJbs AJl AJll ASklr ASmhmtS ASrn AbSrssk Abbkr Abdbrn Abdbsd Abddhr Abdgdr Abdk
4 Abdkhll Abdmhs Abdns Abdrkb Abdrsk Abdsm Abg Abgn Abgttln Abhsk Ablnr Abltrs Ablts Abnsttks
4 Abrnlgstk Abrnlgstks AbrsJ Abrsns AbrtS Abrtr Abtm Abtr AdJl AdJn AdbrJnS Addsn Adhr Adkm
4 Adkmbs Adld AdmnstrkJ AdmnstrsJ Admrl Admrlt AdnS Adnf Adrnk Adrsk Adsldn Adsr Adtbk Afdr
4 AfkJ AfnsS Afrkd Afss Agld AglnrsJsk Agsgs Ahdr Ahmdd Ahnn Akbd Akbrdnn Akmb Akmn Aksblrr
4 Aksbrd Aksbrmntln Akskt Aksmbnk Aksngngs Aktblgt Aktrnbrg AlJd AlJdr AlJhn AlJln AlJsk
4 Alddmrn Aldmrsk Aldsln Alfnd Alggrd AlhS Alhdd Alhl Alhm Alhrb Alhrmn Alhrs Alkdn Alkl
4 Alksrbblk Alktrbrbr AlktrmSn Alktrmhnk Alktrnstndrt Allbk Allm AlmS Almbk Almdd Almrn Alms
4 Almslmn Almsn Almsr Alndn AlndnS Alrt Alsdn Alshr Alsk Alstbn Alstbns AltSkn Althd Althr
4 Altnht Altt Ambln Amdnm Amngs Amrsk AnJm AnSnk AnStrgbnk Andd Andrnk Andstrln Anfrmks
4 Anfrmtks Ankss AnktS AnlStngn Anls Anmtn AnrSmnt AnrslmS Ansb Anstkbtlbnk Antls Antrbns
4 Antrbrnrs Antrg Antrkntnntl AntrnSnl Antrsb Antrstt Antrtnmnt Ants Antsr ArbS Arbsk Ardg
4 Ardkn Ardnt Ardrm Ards Arft ArgnddJn Argns Argnsdn Argnsms ArklS Arlndd ArnSn Arnls Arnm
4 Arnr Arnstn Arntg Arsbtl Arsd ArsnS Arsnt ArtS Artbt AsbS Asbdn Asbnl Asbrnd Asbsls Asgs
4 Asktsn AslJn Asld Aslnd Asmsl Asns Asrs Asss AstSnk Astlr Astnsg Astrsk Astrtln Asttk Asttt
4 Atbrsns Atbst Atdl Atlhm Atlk Atmsn Atngr Atrs JSn JdJms Jh Jhdl Jhds Jlsk JnJk JnJn Jnb
4 JngSng Jnkk JrJn JrJs Jrsl Jsmn SSkn Sbtk Sbtr Sdn Sfkl ShJ Shbndr Shdr Shds Shlr ShnSn Shrn
4 Shsr SkrdnS Sktn Slbn Sldrns Sln Sls Smlh Smsrhmn SngSl Snt SrSn Srh Srl Srm Srsn Sthn bJr
4 bShr bSkr bSrn bStnk bbln bddnk bdlb bdlbn bdrJk bdrsS bdt bfnk bgmd bgrr bhln bhrmSb bkS
4 blSsk bldr blhtnk blknk blkrbS blksn blnfthm blnng blrskl blsJ blsbdnStSnk blsts bltSksbrt
4 bmfl bnJ bnJmn bnSr bnkrng bnlSd bnls bnmrnk brJkn brSsng brblnt brblsn brbrtr brdd brddk
4 brdgrdlst brdktr brdl brdm brdrs brdsdnk brdsttlst brf brhnS brmns brrmn brsnd brsnrs brsns
4 brtdn brtgn brtnr bsbk bshlnS bslr bsrgn bsst bstls bstrkn bsts btSnlg btbkn bth btlflds
4 btrl btrtSsk dblms dbnnsk dbrJsk dbrbt dbrd dbrtmnd dbstr ddb dddSk dddk dfd dgkd dgnmd dgrs
4 dgrts dkldn dkln dlJl dldn dlfn dlmSn dlrgk dltl dmSk dmkrs dmlnd dmm dmng dnJn dntns drbsk
4 drktrtt drngng dsbl dsd dsgnng dtSmnt dtk fJ fJn fbr fbrktn fddn fdsS fgtrs fhrdd fhrdn
4 fkrdn flkrbblkn fllsg flmn flrd flstk fndS fndl fnnsr frdnndS frdrk frdt frht frkd frmndh
4 frms frnkln frnts frsbhr ftrhmn ftrlnd gJS gbdl gbnJ gbrk gbrstrmst gdJ gdm gdrbrs gg ggSl
4 ggrdSn ggrn ghd glgrddSn glkm gmrS gmt gnbnk gnrhn gnrls grJ grbr grdlhsn grdnk grdnnsk grfn
4 grld grln grmnS grsmS grsn gsdrst gsnb gsnmS gss gtkrkr hbS hbmsd hdrb hfJ hglnd hgs hkdmn
4 hkmdd hkmdn hks hlbrs hldk hltb hmdlhl hmtS hnS hngS hrbrt hrhS hrms hrmt hrnnd hrsnsk hsb
4 hsd hsk hsntS hstr htf htmsk htrJ kJgtS kJk kSd kSnk kblr kbm kbnt kdS kdbnS kdrtl kfk kfr
4 khkn khrmnS kkdd kkl klJmnd klJsk klbk kldd klkld klmbn kmSl kmblkss kmblkt kmbrhns kmfrt
4 kmhrng kmnkdn kmnsk kmrd kmrng kmtd knSrn kndrhn kngls kngmt kngs knhn knkrd knls knslt
4 knsrns knsrtm knstndn kntnr kntnt krSS krbrkJ krbrt krds krdst krgnmSdd krhnJt krht krkrn
4 krks krlbS krltlt krrg krsdrs krskdlm krsng krsnrsk krtks krtls ksbnt ksd ksks kslf ksms
4 ksmt ksmtks ksnJng ksngng ksnt kss kstnd kstng kstntnS kstrn ktm lSt lblnk lbrknd ldd ldmr
4 lfg lfk lgflsb lgrr lhmn lhn lktd llS llk lndstr lnfktn lngksn lnks lnm lnnk lrJn lrb lsd
4 ltr mJn mJnmr mJnmrsk mJrs mSm mbd mbdb mbrSmn mbrkshS mbt mddnrd mdfr mdng mdrsk mgb mgmt
4 mgn mhdl mhg mhmddd mhrbk mkSd mklJ mkrS mkshk mksl mlgn mlklrn mlnSk mlndd mmtmn mndn mngk
4 mnh mnhn mnkd mnndr mnrshS mrSk mrmnsk msbtm msg msttrst mtbs mtlnst mtmn mtsmbl nJf nJkn
4 nbln ndd ndngr ndnk ndrlnd nfts ngss nkb nkld nkndbtr nkrgn nkrgns nks nlk nln nlsn nmnk
4 nngb nngl nrg nrgn nrk nsnlng nsnt ntb ntbr rShk rSmtlS rblgbgrt rbls rbrsn rbtks rbts rdS
4 rdbrbrn rdbt rdd rddk rdlfS rdlgkl rdrg rdrn rdsd rdsl rdtSnkl rdthnk rdtldJ rdtn rfS rfb
4 rfnk rgbrt rhsd rhtm rkd rktr rldS rldgn rlk rltns rmSn rmns rmnsk rnJ rnst rnts rsJn rsbtS
4 rsfsr rsglg rskbstr rsksmbnk rslJs rsng rsnm rstmflt rstr rstrb rstrg rstslS sJtln sSk sbbt
4 sbkntnnt sbll sblnk sblr sbntrst sbrksk sbrmrkt sbrr sbrsbs sbtl sdhdn sdkml sdlS sdln
4 sdrJst sfrS sgd sgrt shn skbJ skm skmflt skrm skrts sktb slSnk slhnJd slmdn slsns slstr smJn
4 snb sndk snf sngJ snglnt snkn sntrn srJnk srJsk srgd srgtnftgs srkd srkt srmk srtk ssJ ssnrs
4 sstmn stfn stms stndrd stndrt stnkstrn stnsls stnt strms strtkrft strtrSt sttlS tSnlgJ tbrk
4 tbt tdg tgS tgnk thggt thmr thndnmk thnlgJ tkdn tkl tknlJlr tksrh tlJ tlkmnktns tlkn tlm
4 tlstkn tmbsk tmfS tmg tnJl tnkrs tnr trJ trdn trgsk trkk trlsdn trmls trmnklr trmnl trmntr
4 trnd trnsbrtn trnskntnr trnsntnl trnst trntS trsS trstk trstks trtl tsn tsnn
5 AJb AJnd AJssl ASsln Abdbdl Abdbr Abdhbb Abdkl Abdmd Abdmn AbdrSmn Abdrb Abdrk Abdrsd Abdsd
5 Abdtb Abkngd Abm AbnS Abnd Abrh Abrk Abrtng Abrts Absl Abtl AdJ AddSn Adldk Adml Admnstrk
5 AdmnstrsJs AdrbJn AdrdnJ Adstn Adtn Afnn AgSn AgdrS Agfr Aglbln AgnkJ AgrSt Agrfrm Agrgt
5 Agrrn Agttn Ahdd Ahk AhmtS Ahtrbd AkJn Akbsk Akg Aknn AksJ Aksk Aksnnk AksssJ Aktbr AktrJ
5 Aktts AlJksndrn AlJrb AlJtn AlSf AlSk AlSsk Albkr Albnn Albrr Aldb Aldbt Aldl Aldln Alfsn
5 Alfstrhn Alghr Algk Algmd Algmr Alhmr Alkbs AlktrtSnkl AlktrthnSsk Almk Almnd AlnSk Alnds
5 Alrbk Alrk AlrnS Alsbh Alsm Alth Altk Altns Amblsk Amdk Amnkng Amnlh Amrbk Amrkn AnJnk
5 AnJnrn Anbrg Andng Andrd Andrsn Anfrm AnfrmdJn Anfrmt Ankldng Anl AnnSnk Anrsr Anstgt Anstlt
5 Anstrmnts Ansttd AntrJ Antrbnk Antrtrd ArSb Arbl Arbs Ardk Ardm Arflm Arhbl Arlsb Arltngs
5 Armr ArnJsk Arrt Arsk Arsll Arth Artlt AsSg AsbJdn Asbrgd Asbsl AsdS Asdk Askbr Askndr
5 Asknsk Askrsnsk AsktSn Asktk Asldr Aslms Aslmst AslnS Aslnk Aslsnm Asmnt AsnbkS Asnl Asnt
5 Asrmn Asrsk Assb Astdd Astkmt Astrdn Astrl Astsn Atbn Atknsk Atrgn Atsm JJng JSng Jbht Jdrt
5 Jgn Jlkbl Jlt Jltk Jmtl JnkS Jrk Jrml Jskb Jsn SSJ SbS Sgmrn Shbdn ShgS Skd Skk Sklkn Sklr
5 Sks Sld Slng Smrs Smsbd Smsdn Smsl SngSngng Sngr Snmng Srb Srdr Srgn Srmn Srnk Srtr Stkn bJt
5 bSgn bSrS bbSkn bbs bdbknst bdbrgr bddnJn bdlsk bgS bgk bgskr bhdn bhmt bhnd bhrd bkf bkm
5 blJk blSnk blbk blbnk bldmr bldrs blf blgrsk blh blmrs blndn blns blnsk blrn bltS bltnk bmbl
5 bmbng bmng bngS bnkn bnnk bnsk brSd brbgnd brdrk brdsrs brfl brfsnl brgr brgrms brkl brksn
5 brlndngn brmks brmm brmsdbnk brmtS brnSkn brnr brnsbl brntng brntnk brrd brsrtn brtJ brtfl
5 brtt bsJ bsSnk btmb btrSm btrSmkls dSk dSn dSrg dbbhn dbhbr dbkn dbnsk dbrkn dbrl ddSn
5 ddmlJt dfndr dgd dgtlstrtln dhb dhrSnk dkS dkrn dlJk dlbr dldstn dlgbs dlgn dlnk dmbd
5 dmdndrn dmkrt dmrnd dngbng dngfng dnlnk dnmt dnnstn drbkn drbr drddnk drhSnd drkJ drkdl drks
5 drktrd drktrts drlng drsbs dsnt dstrkt dtln dts fJdr fSr fdd fkr fktn flbSk flbns flksS flrt
5 fmS fndsJ fngslt fnt frS frkt frmn frntl frsht ftn ftnks gbdlhkS gbtdn gdbrmnft gdrn gks gkt
5 glSn glbk glbs gldd glds glgSsk glks gmbt gnddS gndls gndrs gngs gnrln grddk grgh grgrn grlS
5 grlkn grnds grnmnt grnn grtng gsdn gsk gsksk hJdd hSrd hbhb hbrsk hbs hbsrk hdmtlr hfs hkr
5 hmdt hmnd hmntr hmrdn hnStn hnbl hndd hnsk hnsr hrSrds hrbk hrsdn hrst hsnln hst hts kJJ
5 kJmk kJrdd kSkd kSnr kdb kdlsk kkbng kkmn kkrr klksk klmd klmln klmnd klnsk kmbsts kmdk kmkm
5 kmrt kmrtn kmtt kndlk kndrtk kngbng kngd kngr kngsn knsltnd knsltr knsltrs knstndnS kntm
5 kntn krbt krddk krdm krfrd krgnbrbr krmdn krmrnk krnStdt krngng krnl krrt krsnStn krtr kshn
5 kstkS kstrbdk kthn ktrJ ktrnJ lJb lJr lShJ lbh lbld lbng lbrdJn lbrdn lbrsk lbsk lddk ldrg
5 ldrn ldrs ldtkn lgl lgr lhS lhbb lhl lkbt lkk lktn lmbrt lmnd lndrng lnrs lnsk lrnnk lsdn
5 lsnk lssk ltltn lts mJdnrdnJ mJg mJk mJmbr mJtb mShdn mSmd mSng mSs mbtbng mddSk mdfl mdhm
5 mdhn mfd mfl mgmddkrS mgrg mgtrd mhb mhmdhn mhng mhsdS mkbnk mkld mkmd mknr mkns mlds mlhrS
5 mlmb mltmn mltn mmsr mnShr mnbrn mngdk mnn mnsrn mnstrJ mnstrl mntrng mntsm mrS mrbtn mrdnSn
5 mrgSl mrhmd mrln mrnSk mrr mrtr mskb msnk mtd mtlhnsk nJfbd nbr nbtn ndJnl ndlmn ndrl nfnt
5 ngd ngks ngl ngrn ngt nht nkfr nkmtmJ nkrg nmS nmkn nml nnbrft nrbgnd nrldn nrln nrstn nsbbr
5 nskl nsmS nsndbkr ntn ntngk ntngl rJbS rSdr rSk rSkn rSnk rSrSs rbhn rblgbgr rddnn rdrtn
5 rdtmtk rgmkr rgrS rgrr rhmtlS rknd rlnd rmSkn rmbht rmdk rmnt rnbng rndSrk rngf rngng rngrd
5 rngsng rntS rsbdnrgmntJ rsbrnksbrt rsdn rsgrd rskn rslhdbnk rslktrnks rsmn rsskg rstk rstlkm
5 rstmS rstrnts rstsk rtnbr sbgn sbrskg sdb sddd sdhmd sdlng sdnk sdrmntn sfdng sfrht sfsns
5 sgntrs sgt skSk skksk sklk skrg skss slbgr sldnk slg slstn smJnS smJng smS smbr smkS smkt
5 smnn smrsn smst smstn snS sngbl sngng snhJ snlSk snng srJdn srdsnJ srglr srlns srns srstl
5 srtn srtsk stdbdrf stdl stdltr stlmnd stndrds stnkn strSn strg strgl strk strlhn strtn stslS
5 tSnks tSnlgk tbkn tbln tblthnk tdn tdng thnbrmksbrt thnlJ tkfr tks tkslr tldJs tlds tlfh
5 tlmS tlms tmbr tmnk tmrdS tmrgl tnSn tndnn tngn trSn trbltn trdg trfm trfn trmlllt trnb
5 trngng trnng trnsfrs trr trsnk ttrdnk
6 AJmS AbdJbr Abdd Abdmnm Abdmr Abfn Ablt Abrdn Abrdtln AbrmSnk Abrtns Absn Adbl Adbrtln AdlfS
6 Admnstrsn Admnstrts Adnrk Adtk Afgnstn Afm AfntlS Agln Agmr Agrbkr Agslt Agstn Agtsd Ahm
6 Ahndd Ahsnl Aksbrtn Aksnt Aktmb Aktslskbt AlJksS AlSnk AlbS Albdl Albtrs Alddmrk Aldk Aldkd
6 Alfdl Alhb Alhkm Alhmd Alkr Alksnd AlktrmSnks Alln Almktl AlmrS Alnm Alrb Alsb Alss Altl
6 Ambls Ambrsk Amln AmmS Amnn Amns Amnsdn Amnt Amrgng Amrm Amrs Amsn AnJnr AnJnrng AnSr Andg
6 Andstrls Anfr Anfrmsn Anfrsmnt Angnd Ankm AnltSsk Anmt Antdm AntlJS ArSkn Arbbsr Arbrt Arfn
6 Argnk Arh Arhl Arhr Arkdn ArmJ Armds ArnS Arnl Arnlf Arslsk Artlr AsSrS Asdr Askn AsldS
6 Aslds Aslmskg Asls Asmr Asrst Assl AsssJ Astbn Atbk Atdln Atmflt Atmtd Atmtdrn Ats Jdl Jhlb
6 Jhnsn Jkb Jkn Jks Jlbb Jlk Jlm Jmb Jndb Jnh Jntn Jrdn Jrmn SSm Sbdn Sbt SdSt Sgrn Shs Shtdn
6 Sknk Slh Slkn Smbnsk Snkt Snm Srks Srns Srstfr Srstn bdbknstn bdbsnst bdrk bdrlm bdtnsg bflb
6 bgrk bhS bhbd bhdk bhmnr bkbr blSstn blgt blgtrtln blklm blsr blstk bltnS bnglm bntntr brdng
6 brkkt brkr brlt brmthnlg brndn brngr brnk brsdnd brssng bss btdn btnn dblk dbrn ddmJtl dds
6 dgdg dkrS dkrt dld dldd dmndn dmnt dmr dnSk dnlSnk dnn drdd drh drktn drnk dsSrd dsrls fSng
6 fbl fdt fgtng fkrt fks flm flrbrt fm fnbd fngSn fnglst fnnsd frmstkl frtlr frts fskl ftS
6 gdnk gkm glkn glml glnd gls gnS grbs grdk grdl grgrnk grmk grng grsk grsm gsbk gts hbJngng
6 hbd hbl hbn hdl hdmr hdrlks hdsrg hhl hlkn hlrn hmbl hnJn hndS hnddS hnds hngJn hntr hsmdn
6 hsndd kSl kSmr kbt kdbk kgl kgln khk kkddn klbn klbrtn kldr kldrn klnlgs kmbbl kmbddn kmbs
6 kmbtrs kmk kmndnt kmtmJ knSnk knb kndr kndrt kngl kngsng knng knrk knsgl knslh knsll knslnn
6 krJn krSk krSnnk krgb krgl krml krmnl krssk ksS ksbn kstk ktkn lJn ldm ldmn ldrt lft lgb
6 lgnS lgrS lhbs lmt lnl lnn lrk mJls mSh mSrf mbf mbk mbm mdkmr mdkt mdlks mdm mf mgt mhJrn
6 mhS mhSk mhdd mhlk mhrn mkdm mksmS mlkS mnsd mntngr mntnns mntns mrSnSnk mrdg mrdk mrh mrkb
6 mrkt mrlt mrnd msklk msnr mstdfn mtbd mtrs mtsdk nJl nSk nSnbrddstn nbt ndk ndmn ndnlng
6 ndrnk ndsm ngb nklJS nklb nlfrSn nrSkn nsb ntgnd ntr rbl rbrtS rdnd rfd rgdn rgt rhl rhnd
6 rkSnk rkb rkl rmb rmbt rsbnsblt rsg rstn rtk sSrht sbdlng sbnng sbrd sbrk sbrsn sbsdr sdrdn
6 sfnts sgnnt sklr slmnS slsr smkndktrs smnnk smnsk sndl sndn sngbr snrg sntnls srJn srfd srgb
6 srgr srks srm srnks stdr stdrng stftlsn stg stlmnt strdkrStn strm strnk sttlg tJk tSndnmk
6 tbn thmS tknlg tknlgs tkstl tlkmnktn tlnglnmr tlr tlt tmrd tmtm tngbng tnkr tnks tnmd trS
6 trbdn trf trml trnsmrflt trsk trtn ttl
7 AJng AJs ASl ASln Abb Abdbt Abdfth AbdhS Abdhb Abdhdr Abdhsn AbdlS Abrmb Absln Addm Adgrnsk
7 Adkd Adsrddbs Aff Afl Agdgtsg Agrkltr Agrnsnm Ahkls Ahlg Ahlk Ahls Ahnk Akdk Akdnrng Aknm
7 Aksb Aksblrtn Aksbrs Aksl Aktsd AlJks AlJn Albd Aldhr Algs AlhJ Alkbr Alksndrd Alktrkl Alnsm
7 Ambrsrl AmlSnk AmrS AnJlk AnSnknmSsk Andbndnt Anfrs AngS Angr Anmn AnrS AnrgtSsk Anrm Anstdn
7 Ansttts Antgrtd Antns Antrnn Arbt Ardnd Arlnd Arnlr Arrs Arsln Artd AsJ Asbnd Asbr Aslt
7 Asmdn Assk Asstns AtSnk AtrS Atrd Att Jdnlt JhnS Jhng Jldnk Jmbs Jmldn Jrm Jst SJ SJk SSk
7 Skb Skt Slgn Slm Smt Snd Sngsng Snn Srls SrnSnk Srs Sst Str bJg bJtrS bdS bdbSnst bdbrmst
7 bdlt bdns bgl bgt bhJ bhdd bhm bhmn bknd bkrn bkrt bksl bkt blSk blgsm blkn blmhtr blrfrn
7 blsk bnl bnlSb bntnsr bnts brdksJn brgdn brgs brkbnk brkf brmk brmsk brnt brsbkt brsdntl
7 brsnk brtl bsbltn bskbng bskr bsnsk bstr btS btrSl btrbrg btrr dSrn dSt dbdn dbrJ dbt ddS
7 ddhd ddrJn ddt dfndrs dgls dlb dlkdr dmS dmSnk dmnds dmrn dmt dnSJ dnlS dnmk dnmn dnst drl
7 drms drtrt dstlr fS fbrksn fdlr fdrtnns fdrtns fg fhrt flbn fll fnds fns fntr frdmn frkS
7 frmrl frnks frnss gbgr gbt gfngns glng gmbSdd gnbs gndl gndr gngJ grSnk grbSk grkn grts gtdt
7 gtk hJtlslm hddd hmnk hns hnt hrktl hstrkl kbS kbrk kdkS kdrs kfmn khn klSs klkn klkst klt
7 kmbd kmbl kmrsl kms knS kndrtnk kngrs knl knsrs knstntnn knstrktns kntrk krJs krdns krdr krr
7 krstl krts ktrng lJnt lbm lbrtk lgnd lht lkl llb lmkn lnbrmtrnsbrkt lrd lsk ltnnt ltt mSlS
7 mSstn mStk mdk mdlm mdrd mdsn mft mhbrt mhrdd mht mhtb mklJn mktl mlh mll mmlk mmtmng mnb
7 mnds mnfktr mnsl mrbl mrg mrkl mskS mtSnsk mtlg nJt nSr nbd ndJmst nfr ngJl ngm ngsdrstn nkg
7 nkmbnk nmSngng nrJmn nrgl ntrlnds rJs rddd rdf rdg rdsk rfnng rhb rhbr rhmt rmdnn rnS rngl
7 rnk rrs rsbltn rsbndr sbdrb sdl sdrmnt sdrt shln shnd shrn skln sknnk skrhd slJ slrst slsl
7 smln sntrln sntrns srb srdl srdn srdnk srhJS ssn stdns strdsk strh strhn strts sttns tJhd
7 tgnd thb thn tlsk tlst tmm tngsr tnl trdrd trgn trkdn trlk trtk tsk ttr
8 AJnsk Abddm Abdkbr Abdkds Abtln Abtn Adkn Adlb Adrt Ads Afb AfmS Afrn Agntr AhS Ahdl Ahkl
8 Ahnl Akmd AlJm Albtn Aldhrn AldlnS AlfS Alksnk Almdn Alng Alntrs Alrhmn Alskd Alslm Amgrnd
8 Amrt Amsbndk Amstm AnSknmbnk AnSsr Anbng Ands AndstrJ Andt Anfntr Anglb Anhb AnmnS Ansrdn
8 Anstd Anstgsn Antrbrd Ardd Ardmsk Argnddn ArgndkJ Argnst Arlgndd Arnld Artl Artltn Asbt
8 Asfls Askm Aslg Aslk Asnln Asstd Astnn Atln Atlntk Atmtks Jb Jdntn Jg JklS Jldn Jlhm Jnn
8 Sbrn Shrr Slr Sstn bJn bSln bSrdn bbd bblSng bbn bdSbnk bdg bdlr bdrdn bds bgdnS bgnm bgrl
8 bgslsk bgtr bhSt bhrn bkhn blbrdnk bltsk bngd brbrstrtln brdbrmst brddnt brdds brdkn brfn
8 brfsr brkrg brktr brms brng brnsk brsdnt bsbl bstmnt btrk dSr dbrk ddng ddr dgb dhgn dlgd
8 dlk dmbrn dmnk drJml drbk drbt dtl fdrdn fdrnk flh fndd fndkJ fndt fnrn frn frsnk fsn fst
8 fth ggrfkl glrm glt gmn gnSr gnrhS gnt grSn grbt grh grmnn grrd gslnr gstn hJJ hbm hdnk hds
8 hdstn hml hrSnk hrh hrtd hrtn hsbl kJ kSr kbrn kbrr kggn kkd kkr klJms klSn klsk kmnt
8 kmsmlsk kngnt knkst knslr krbnk krnd krstn ksrs ktb lJdml lbS lbdk lbt lntrt lrndn mblstn
8 mdglm mdln mdst mgnllt mgs mhJlS mhmdl mkls mkst mktr mlSk mlsS mntdr mrSnt mrfn mskr msks
8 msrf msst mtng nJgrdsk nJm nftn ngdn ngn nh nknr nkrs nmb nmhng nmt nnt nrtrn nsn rSmn rSrd
8 rStnk rbh rdkn rdlf rdlktrnk rdln rdnn rdrd rgmnt rgts rklk rnld rnr rrl rsb rslnd rsls rss
8 sbnd sbrklng sbrsk sbtn sdmn sdstrtln sfs sgrnk sgrnst shd shm skd skrtt skt slfst slng slnk
8 sltnS smks snds sngl snsr sntg sntk sntrfg ssd sslst stlt stntfk strdSn sts stst tJn tSmS
8 tdk tdtr tf tgtrn tknk tmd tml tntS trdk trkmn trkstn trnsl trssg tst tstng
9 ASd ASmd ASt AbSn Abrg Abrhk Abrr Abrsd Adbkstn Addl Adf Admn Admnstrt Agbt Ahmdn Akf
9 Akmltrn Aknk Aknmks Aksnrn Aksr AlSm Albrd Alfd Algd Alkdf Alkss Alktn Allst Alndl Alnsk
9 Alntr AmJd AmS Amhmd Andnsn Angns Angrds Anh AnstsJ Anstttl Antrnhmn ArSn Arfl Argkdn Argndd
9 Armnk Arntk ArstS Artn Atrds Jdk Jdrn JrJ JrJS Jsb Jsts SS Sbl Smk Smkt Sngk Sngl Sngt Snr
9 Srmt Stb bSkn bSn bblns bdd bhl bhnm bhrm bhtr bklnsk bkn blgk blmr bmbnsk bmd bnds bnlns
9 bnnsl bnrs brdnk brkb brkndlk brktrn brmSlnst brmsl brnds brnl brntn brtdl brtsns bsb bsdn
9 btb dS dbsk ddrk dlkrnn dlnstSn dmnl dnmnd dnms drSnk drm dstn fdrsJ fktrng fld flkn flr
9 flsn fnks gdlb ggl gksl glmhsn gmbs gndd gnk gnn grSk gtS gtlk hdn hdtst hmbrt hrdn hrmd
9 hrtg kSkn kSlf kbln kbtn kdmS kh kmbnd kmbr knstrkt kntrktng krbss krkr krlS krnnk krnr krnt
9 krst ksbrt ktbS lJdsk lbrsn lbrt lbs lskr lst mJdnrdn mhdn mkbr mklJS mkrtS mkt mlhm mlnSnk
9 mnS mrSnk mrkS mrks mrnS mrtS msndr mstr mtS nbs ndn nds nknd nlS nlds nlnsn nmdt nrl rdtlst
9 rfdn rgJnl rgl rgnS rgnlkrbs rgnns rht rlnt rmnnk rnl rsrs rtn sJrn sbfr sbln sbnn sbrs
9 sbtnk sgdn skf skrd slslt srJs stSn stdJd strktr stts tJ tSnbrmksbrt tbr tdr tfl tfr thmsb
9 tln tnd tnsn trnsbrtng tsln
10 AJn ASm Abdll Abdnsr Abks Abrs Abtks Adgr Adlf Afg Afrd Aglr Agnst AhmdS Ahmr Ahnddd Ahrr
10 Aksm Aktm AlJhd Aldd Aldt Algr Alnd Alnr Alnsr Ambks Ambr Amdn Amhn Amls Amsbnds Amt AndS
10 Anf Anfrmtk Anhdntrnhmn Ankl Ankr Antdt Antgrl Arbtn Ardms Argn Arls Arnt Arntks Askd Askln
10 AtS Ath Atnk Atrns Jbl Jdd Jhr Jktrn Jmn Jmnd Jns Jtn Sbln Shbd Sht Slk Srdt bJs bJtr bSm
10 bbr bdgt blds blgkl bltkl bntl brdmsl brft brgt brlk brln brmSln brsd brss bsbn bsrb btrd
10 ddrlk dgl dks dlndlsk drksn dtds dtns fdln fdrkJ fdrsJs fhr fkb flbS fmn frnngn frtn gbnt
10 gdbrmbnk glmtdn gnbdr grJdnsk gstrS gtf gtn hlkbtrs hnn kSf kbdl kgn kgr klmb klmn klnn
10 kmbtng kmdts kns kntrrs krbk kssn kttntdt lbnn lbns ldt lh lmns lnr lnrd lntn ltf mShs mStr
10 mds mhfd mhrb mhsd mlhn mngng mrSd mrSl mrgrt mrtnn msm mtlrgSsk mtls mts nJbl nJmdn nJr
10 ngkst nkd nmbr nsrn rSt rStn rdJ rdt rdthnSsk rgnls rh rhrS rhs rslnS sbhr sbnm sbnml sbrdn
10 sbrl sbt sdd sfrSt sgn skrn skrs sldb slf slmS smgn smk smkndktr sngs srS srbn srmd ssk stb
10 strs tldn tmt tnk tsr
11 AbS Abdmhsn Abdr AbdrSm Abh Abrdr Adbrt Adnmms Adrdn Adrm Agbtn AhrS AkS Aksrst Akst Akstrnl
11 Aldm Algn Alnk Ambrs AndlnnSb Andstr Angnr Anhng Annsk Ansk Anstrmnd Antb ArSd Argks Arhm
11 Arhn Arkn Arksmhd Armrd Artk Asdl Atkn Atnmn JlJ Jlr Jmhr Jnr Jrn Skl Sldrn bkb blg blng
11 blsm bndrnk brbrt brddnJ brdkstng brnkJ brnrd bsrn bstn btlns ddnk dfs dkn dlmhn dmngd dmtrn
11 dnb dnbr drkn dtn fml frns frtS frtl fts glS gmr grgn hbbl hlfn hmSsk hmdrd hngkng hrdnt
11 khtn klg kmrs krSt krtrdg kslk kstntn ktt lds lgnsk mSkn mSnks mSns mgdm mhls mhmdrd mksln
11 mlng mlnk mlr mmt mndl mnks mnstrst mrb msfr mslms mtsm nSnsldtlsk ndJd nfl nkmrSsk nsf ntd
11 rbbls rbk rnd rsnft rstrnt sbdldrn sbls sbtg sgnl slb smfl snkt snrs sntrs srkn srmn sstn
11 stftls sttlSs tgrn tld tmk tndn trSnk trnsfr
12 ASsltln Abdbst Abdhlk Abdmlk Abdrf Abnbr Abrm Adrs Adsk Adtl Agk Agnd Ahrs AlSn Almnm Alnkms
12 Alstr AnJ AnSn AndktS Angs Ankt Antrnt Argndt Armmnt Arsnl Asbl Asklt AsmlS Asmtl Asst Jkt
12 Jlldn Jndl Sbs Shr Slbnsk Smkls Sngng bbkr bdm bkl blr bltk bltrn bnSk brdg brds brmtn btrtk
12 dmkrtks dmkrts dnS dngn dnm drf dsk dssns dstrbtn fbrk gbb gdmn gds gdt gnm grbn grdsk grgs
12 grnk hbln hdksk hksn hlkbtr hlm hndl kJn kSm kbdlh kdt kdtrssg klnk kmbnt kmbtr kmnst kntnnt
12 krms krrSk kskr lJstk ldk lmn lnk lrnt mSJl mSJln mgrS mkd mkm mkrn mls mnrl mskn mtm mtnk
12 nmn nnd nsrdn nsrl rbblks rbd rdnsk rgd rkrd rks rnkn rsSn rskt sbb sbd sbnr sbsd sfrn
12 skmbnk sldk snk sntn stnkS tbtb tdbr tlf tlh trkn
13 ASn Abkr Ablst AbmJn Abrd Adkdnsd Adlm Admt AgJn Ahrn Akss Albn Alhn Alkd Alktrnk Alktrst
13 Amsk AnkS Ankrbrtd Anstgk Antf Antrst Antt Argndk Arkrs Arnk Arsm Arts Asg Asldn Asmbl Asnk
13 Atls AtrJ Jdntk Jrslm Shl Shn Smstr Snl Srbk Srnmrnftgd Ss bJgs bJk bSnk bgdn bhn blgn blnd
13 bltn bnsn brdr brdsk brtnk bsl btrsk btrt dSs ddmtrJ ddrn dgrb drJ drkd dstrbdr dtr fdrk
13 fdrs fdrt flgt flstn frdk frds frhn gdns grbl grr grrg hdkrtrs hdrt hktr hls hrkt hrm hrnn
13 kbn klS klf klr kmbnJ kmndr knm krgn krtbl krtl lSkr lbk lsr mSr mdrs mh mlf mnJmnt mnk mrdn
13 nkls rJb rhmtl rkn rltnsgrds rmS rms rndn sbn sdndg sdt skS sks smb smrn srtl stf strkr
13 strlk tbs tgrs thrr trbs trktr tts
14 AJk AStn Abdbk Abdn Abhrs Adns Agnr Agrkl Akdsld Akr AlktrmhnSsk Alstbs Altb Andl Anstrmnttn
14 Antrr ArSrSg Arkt Astrd Atkl Sbk Sh Smr Snng bJS bdl bgng blb blnr blss bltndk bngldS bnks
14 bnm brJ brJkd brddn brhm brkrmnt brmr brnsl brsl brtrs dgr dh dmsks dndn drgrd fgr frdn frhd
14 frr gmkl grJn grtr hJtl hS hmdl hrdl hrk hsr kddn kdrd klft kmS kmrn knstrktr krkn lSnk lbl
14 mbl mbnd mdbn mgmd mhnk mmd mntr mrgn nS nft nst nstr rJk rft rltnsgrdd rml rntn rsbblks
14 rsks rsrt sbg sgr skn slhn sndr snl snn srdk srr srsk stlm strtrnsgd tSn tgr tkr tll tmn
14 trbn trnsgd
15 AStr Abdhlm Abnstss Adg Afsn Agb Agd Ahb Ahmt Ahsn Aksns Alntnn Ambrl Andrs Anklb Antrbrndr
15 Antrnl ArSk Arbk Ardr Argnds Armk Arnsk Arr Artmn Asbn Asfhn Askht Aslmlsn Athd Atkrtg
15 Atmbln Jls bdds bgrd bks blrsk bns dJn dbS dbl dbs df dgtr drb drgm fJdrS frdm frh fsk ftm
15 glbrt gnrtn grdnlr grk hJt hdf hdmt kbk kdbnt kltrl kmbnnt knsltnt krmsk ktk ktl lblt lrds
15 ltk mSd mSnstrn mSrk mdnd mhrs mkb mknk mksmd mtk mtlk nbf ngtn nmr nrn nsbrsk nsm nsnln rbt
15 rdr rds rldJn rldnls rltnsgrd rmntn rnh rst sSn sbrm sh sht slJb sldn ssr sstbl stds strdnk
15 tlkm tndm tnt trSk trndd
16 AJSslS Abdrd Abtk Adnk Afrkn Akmbn Akrn AlbrtS Alddmr Alfns Almnt Alsn Alsr Anfrstrktr Anks
16 Anmnd Ansn Args Armn Arst Asgr Atmd Atmt Atmtk Sgl Skn SnJn SrnS bJ bdk bnkng bnn dbk dktr
16 dlm dmd dml dmnd dnbs dnd dndng dnr drgn ff frl gdl gfr grddt grnt hmr hrS kmbt krJ krdS ksb
16 mm mrktng mslmn ndnln ngrd rknstrktn rlkJ rmk rsbblknsk sbsldd sdS skb skbn smd tdmns thnlg
16 tms trnk tsng
17 AJsk ASr AbdJll Abns Adktnl Adln Adrn AlJksndrS Albg Alktrk Alndt Alrs Amb Ambl AnSb AnSrt
17 ArgndsJ Armt Atm Atrt Jdt Jrd Jt Sms bhd brdk brg brkn brktn brnd brst bsntnr ddd ddk dgn
17 dlg dlr dms dndk dstrktn frg frks frrn gS gdf gldk glf gstlm hdtl hkmt hrhrS htk krk kstn
17 ldn lf lrm mdkl mhnd mkln mlS mndr mns mrdS mrtrs rgnln rhn rknsns rldnr rlknS rlsnrn rsr sJ
17 sbhn sknd strgdmntJ tbl trhn
18 AJm ASk AbJkt Abdgn Abdhk Abtkl Afns Ags Aht AksJn AlJ AldslS Altn Ams Andln Angnrs Arng
18 Arntl Arsn AslmskS Aslmskt Astn Jdn Jrl bdrn bht bldk blstnn bnS brbs brsk brtnrSb bsn dhrn
18 dmkrtk drkt dss fng frdlm frkn frnd glr gml gms gndn grl hmn kdmn kmbnnd kst ktng lstd mdr
18 mhrd mhtr mst nJ ngr nsk rgb rlsn rmd sls smthk trg trm trnsnft
19 AJd ASkd AbdmJd Afgn Akd AlktrmSnkl Anrsl Arlsk Arss AsfS AslmSn Atrn Srg bbS blksm bmn brSn
19 brgJn brgrs brkd brts bsfk dkld dsng fkl flk frgt grdJs grf hmntrn htt kbd kdnsk kmhstk krln
19 ksmSsk ktr lgstk lhnsk lkmn lsn mJhd mdrn mhn mrls ng ntrl rSrS rld rlsnr rmnd sbh srhn
19 srstr strtgk sttl tbd thnlgSsk trsm
20 ASnk Abrln Addn Afn Alktr Amg Amntn Amrk Ansrl Arln Aslmks AstSn Atf Atmk bf dbd drt dtt
20 fdrn fktrs gtrd hdd hrd hrr klSnk kln kls ksr kstnk ktd lkSnk lkn mSk mkds mkn mks mrsl nSn
20 nsrt rlsJs rsJsk sbdln stbn strl tbk tmb trbls trfkng
21 AJSsl Abdhkm Abdmnn Abld Abrtn Adkrt AlSr Alkn Anfrmdn AslmS Atmbl Atmtn Jbrl Sfk Shb SlS bg
21 bgdd brdkt brmt brtktn dgtl dst fds frnnd frnndd glk glmrd hdt hgr hlng hmm hrb kdSt kntrl
21 krsn krtn ldr lks mrJ mss mtlrgkl nkn rfnr rlt slr smnt smt snm sntrm srt stbnS thnk trl
22 Abdlh Abdsmd Adnsd Agrkltrl Alh Andrn ArJn AslmtS Astr Atnms SSnk Sbr bSk bbk bh blnt brh
22 brhn brtnrs bsd bsdrn bst btrsbrg dhd fJr gJ hSn kSk klsnk kmbst krsk ksmn lrn mgmdS mmn nJb
22 nrs ntk rfk rls rnt sft slk snts srJ stStng tfk tg tmSnk trnt
23 ASlm AbSstn Abdft Abdh Adlmk Afk Akt Alb Aldr ArJ Armnd Artg Asrl Smd blm bnr brbr btrs dkb
23 dnt fdn fdrln fhd grds grnd grt gst gstr hJd hdbl hdm kft klk kltr kmnktn krSnk nf nng rktn
23 rmnS sfn slhdn smnS strn tSnk thnSsk thrk tlsn trn
24 Abdbsr Abdstr Abl Afr Aksbrmntl AnJn Ansnt Arktk Arnd Arnst AsS Atd Jms blnk brmn btl drJn
24 flks ftr hln hnr hsng kmb kmbtnt kmd knd krbn krnk mJr mhnSsk mrs nJn ndm rSn rbrt rsJs rsl
24 sld smrt snbl snr stnk stnslS
25 Abt Afrs Akdmsn Almn Aml Antrs bdn bdnk blstn brddsbrst dg flb hbr hg hmt hrsn kSn kdnk kmnd
25 krdn ksl kstl lbr ldng mhmt mndd mtb rS sJd sbrn sgm sldr std tJrt thrn
26 Ahl AlJndr Alfr Alfrd All Almr Asttl Sdg Srn blrsn brdbrt dls drs grdn kbr knstrktrsk lgt
26 mkng mnsk mrm ntlJ rdnk rgnl srhS stn tSnlgkl tmf
27 Abrn Alktrn Andn Ansts Arms Arsl St bgr bnmr brgn brr bsm fk flt fn grdns kbrt kmsn knt
27 lbrtr mS mSnk msksk mtr rgn rlf rmr rsrss sblk sg srf tkS
28 AbrlS Admnstrtn AhnS AktngslSft Aldn Amrn Anb Andns Anm Anmblr Ssn blrs bmk dbn dln dlt frJ
28 frnk gbr grm hlb kbrtn kbs kmrSsk krtk kstr ldml mgrb mrkd mrtnd nbk nktn rkt sdg sldrs tlb
29 AJr Abrt AdmS Agrn Akn Altr Asldtlsk bdgtr brbrts drd hkm hnd hrt htn klm knk krbl krdstn
29 ksk lg mhJr mlm mnm mrkn mtrl nt sSnk sfdn srd ssl sttn tktkl tlbn
30 Abdgfr Agnn Agnt AlJksndr Alhsn Arbn bS bnd brssn drS fb gsm hlk lsng mbn mrf ntrk rJ sS sdr
30 sfr thd
31 Abdhd Abdrdk Akdmk Allt Amnl Angn ArkdS Arld Jll Srk Srt bblr drJst gsdrstn hrn hrs htl
31 kmnktns rtnbrg sfl slt strt
32 AfSr Akbl Asrssk Atkrt Jsf Sbbldng Sbrd Srd bbl brJkt btk dlnsk fdr gdn hrl kmr knsltng ktn
32 msls mtlrg rbblkn sbrtrs srk sstm trns
33 Agt Amk Ardn ddmtr drg frnssk gbrl gt hb kmn mrsk msd mtrls rmrd skl sln sltns stnsl
34 Ahtr AklS Arg Astk JS Sdr gldn hmdn klSk lgn lm mb mkr rltn rsstns
35 ASrf Angrd Asmn Sf Sg bnst brdkd brkt drdn glm hsm kntr ktrn mSnstrtln mg nJd ndl rbn snSd
35 trt
36 Arkd Aslmsk Jdr bJtn brtn fsks kbl klb krg krns ltn mrl nklr nkt rdk rfl rsS
37 Abdltf Abk Agl Akm Jnd Smn bblSn dmk gb gk hmS kmbns krs krt ksng lndn mJ mmr msb mtl rf sbk
38 Adk Anrk Antlgns SSn Sbb Srtbl brS grmn kg klnl mbrk mnd rSntrssg slh snd
39 Akrm Amm Arns Artr Atk Jrg Skr bhr bkstn hnf kdm mgl mhlf sbrbnk tls
40 Abdhmd Adktn Astt htm mdd tns
41 ASrJdn AdrdS Aktn AlddmrS Almd Annm Jsm bsns btn dntrln frst frt kdl sdm trb
42 Adb Akbr Akl Anrst Arsbs AstblSmnt Astrn Sbn blt dkr fnnsl fs gsn lbn mkl mrtm nbl sbs
43 Alrn Asb Astd Jl flrs gmd htb kdk kf kndrn mslm rng sbl
44 Ahn Anstrmnt dfr drk fsl gng kdnd mlt rr rssk
45 Abr Adt AlS Angl Sd bnt drdb dsn hrnndd lr lrs mdl msn sml
46 Anfrmtn Jln bm bntr frk frm grS lS lns mrk nrt rg
47 Abdrhm Adnn btrn mhln
48 AJ Ahd Albrt Sml knsl ksn rsln td tm tmr
49 Afrk Alksn Alntn Atdtnst AtlS brddstn drst krbrd mtn shr
50 Alns Atmn brl dmn dng gm hm hms mSJlS rmdn
51 lt skr trd
52 Alk Antrn bdr glb gld kdf
53 Alf Alsd Argk dbr dnl fdrS grgS kds mnt mrt
54 AgrnSn Ass Smkl bln grgr kdn kld lnt nklJ
55 Abdkdr Abdslm Akdm Aldsl Ansrns brm drn fdk grg grs mrtn rstm shl
56 Altkrt Arf Askr Jfr bld bll brns frnt lgstks sdk sdn snss srs sstt
57 Abn brn ddn fl gdr mld mnng
58 Akbmnt Aknmk Arlns dnk hbb hfd msr
59 Jk drktrt nl ns srgn tt
60 fnns hSm mSnkl rdrgd
61 Aktns Anstttn dm gdbrm krmn mln tng
62 Abdkrm Anr Armd brdn mnmr mrtd ssdd
63 Adrd Jss bndr bsk kk
64 Adr Alrd Jhn bsr dbrtmnt nrdn
65 AS Antln btln kmt lbrtn lng mSnr mnr th
66 frgn krS ll mJd mhsn mnl msl shb sst
67 dt gr kJsk kbtl knstntnS kt rsk ss
68 AlgS Atr rbr
69 btrSmkl kdr stl
70 Ahnd glbl hlf ld mhr
71 AlntnS brnS knsrn krls nd rb sbsl
72 fgb krdt tSnkl thr
73 Antd gn gndld
74 Artm Srf hrmn mJhdn sbrt
75 Akb Jbr
76 Abddd Arkrft Asln JrS rdn stk
77 Art Atb grgrS nrd sbr
78 Sk brgd krbs msk rltnr trs
79 Alt blk mlk rhm
80 Ahr dmtrS frd hd kml rSd rk
81 mdn stln
82 Aksn brk tk
83 gmb kS
84 Adl bbls hkn hs
85 gnd rm sf smn
86 Jd btrlm krd mklS mnfktrng sblknst smr
87 Ambrt str
88 bblk
89 ASslS Akdnrn frss
90 Arl bb grn
91 knn mnsr mt sltn
92 ft ks
93 Jmt bng brsn fnd srh
94 ASsl gln mSl
95 Jnt blS dk hdr kmblks lbd
96 Amd Antr Ars Atl
97 rn
98 AksSng ndr skrt trst
99 nn
100 hng sns
101 bls ksm
102 Ard rhmn trnsbrt
103 Aftr Asr
104 kd lb lndS mltr
105 dns lnd nk sm
106 AndrS knstntn
107 AgrS bldng fdrtn grd gs krl
108 Agns Antl Asd tb
109 Arnn dhr ht trk
110 hk mksm
111 bd
112 Aksbrt kb snt
114 Abdnn Alm Ant fdl mng nkln ttn
115 rbblk
116 AbSst Jm bs gndS
119 gl knstrktn ntl
120 Sb krn mrd srl
121 hr rl
122 db mnstr
123 gd nmd
124 Arb
125 Alksndrn Ank
126 Sm krb sntrl
129 Add ln
130 hl
131 Ann kl
132 Ansr Jml
134 Abs Anrg Jng Shd nsr
135 frs g rt
136 Aldmrn Asm hll
137 Ah Aktrn Ark mhd mk ts
138 krm
142 AlrS
143 sk tr
144 kn srn
145 btrS dfns
146 Jhd Jr mmnt sstms
147 bkr sng
148 Aks
150 rmn
151 Asml
153 Afs btr
154 Ald Arm mngmnt
156 mSn
157 bk
159 Alktrnks Atn mstf
162 bSr
163 brd
167 AslS brsS
168 Asl Asn Sr
169 bJsk fdrl
170 Js hld
172 Am nr
175 Ans Sng
176 Adn tkrt
177 nb nm
180 AgnS
181 Als Ast dsgn
182 fndtn
183 Ag Asstn
186 tl
188 ls
189 bt
190 ds ntnl
193 Asf kng
196 AlksS Alr ms
198 st
200 slm
204 h
205 md
206 Aslm
207 sb
209 Agn
210 Andstrl slmn
214 J
219 ml
220 sr
221 Antn
222 Adm
223 tn
229 srgS
230 Sl
231 mrn
232 mhlS
237 Aln
240 hldng
244 brt
245 rs
246 dd
248 Abd fd
249 gnrl
250 dn
257 brs
259 Ask
263 Abdrhmn mhl
264 At srss
265 Jn km mn
266 Ak
269 nkl
271 dl
272 Sn
276 hn
278 Angnrng
281 AntlS
285 AnS bl
287 Ang
288 Aktr
289 hJ
291 dlbmnt
294 Argndtn
303 mr
310 Anstmnt
312 brdktn
317 sn
322 Sbng hmd
330 Antrbrs m
331 Aslmk dr
334 AktrS
338 rsn
341 Agr
355 sntr
369 Antrntnl
382 ArS
386 kr
402 Amn
403 sntfk
404 stt
406 r
408 Alg
409 Ansttt
410 dmtr
412 Alks
414 Abrhm
426 krbrtn
431 rsrS
436 S
438 Arn
439 tSnlg
444 Andstrs
451 rd
458 sl
461 Aldmr
465 n
472 bn
474 Abdl
480 nklS
484 bnk
500 Ad Amr
506 As
519 AlksndrS
523 Andr
525 br
556 b
562 Ar
573 fktr
574 l
590 AldmrS
605 fr
608 srg
613 sd
752 grb
801 Ahmd
853 Alksndr
901 f
919 lmtd
920 hsn
930 trdng
1085 ltd
1153 An
1166 t
1319 And
1355 d
1371 s
1485 Af
1513 Ab
1514 Al
1621 k
1762 lk
1865 kmbn
1944 Jsk
2182 mhmd
"""
