"""On how many listed parties a sound stands, for each sound that at least 4 of them share.

Counted by `./dev bench screening counts` over the names of 38,531 parties on eight public
lists. A sound is a word without its vowels' differences, or the consonants of an unvowelled one:
see `forms`. Each line of a text is a count and the sounds that have it.
"""

PARTIES = 38531

HEARD = """
4 12 20 224th 27 48th 558 560 8th 924th JadaJamas Jadad Jadka Jadkav Jahads Jakas Jalan Jam
4 Jaman Jamba Jamva JanJaka JanJan JanakavaS Janda JangSang JarJavak JaraJ Jaraslav JaravaS
4 Jasmana JavaS Javalra Javhan Javhar Javs Jhangva Sabh Sad Sadan Sadav Safaklah Sagalav SahJa
4 Sahabdan Sahads SahanSan Sahasa Sahbandar Sahlara Sahsavara SakarzanavaS Sakas Sakatan
4 Salang Salban Saldrans Salkav Samas Samsabada Samsal Samsarahman Samsdan Sanam Sandah
4 SangSal Sanvara Sapatka Saptar Saravka Sarazar Sarazav Sarna Sarnav Sarvazata Sasava Sast
4 Satahan Satra Savanga Savar Savka Savzava Srastan aJaJ aJaJal aJakav aJalal aJava aJbs aJna
4 aSakav aSaklara aSmahamatavaS aSrana abSarasaska abadaha abagatatalna abagna abahavska
4 abaranlagastaka abaranlagastaks abartavaS abasan abax abazad abdabdalah abdaha abdakala
4 abdbara abdbaravna abdbasad abdgadar abdhabab abdkahlal abdmahsa abdmaz abdrasak abdrhman
4 abdsama abdtavab abdvahad abdvahavaS abla abras abvakasa abvasavalna abzav adaJal adaJana
4 adah adalba adara adat adlab admanastrakJa admanastrasaJa admanastrata admaral admaralta
4 adna adnaf adrazanJa advan advard advasara adzal afakJa afanasavaS afasas afrakada agalaz
4 agalna agalnarasaJska aganza agasagas agastan agava agragata ahad ahah aham aharavna ahdad
4 ahdar ahl ahmadza ahval akampa akataranbarg akavlav akbara akbardanavna akf akman
4 aktabalagat aktabar aktav alJahana alJaxandrana alSavskah alaSana alaSanka alaSar
4 aladzamarana alagak alahanav alahavaS alahdad alakbar alaktramaSana alaktramahanaka
4 alaktranstandart alaktraprabar alaktratahnaSaska alalabaka alamavaS alasan alazra albanan
4 albarz alfazl algamda alharaman alk alkan alman almasan alnsam alsaba alsahra altaSkan alvan
4 amabalan amahamad amakva amal amanat amangas amarasa amaravna amarbakav amarska amazanam amg
4 amhamad amna anJam anJana anJanarangava anSara anaSan anadaS anaks anamatan anara
4 anatalaJavatJ anavarsalmaS anavarsara anax andaSah andal andang andar andara andastralna
4 andrah anfarmakas ankasa ankataS anlaStangan anraSmant ansap antarbanas antarkantanantal
4 antarstata antartanmant antarvasp antasar antavan antrapranars anvastkapatalbank apalanara
4 apalatarasa apanastatakas aparasaJa aparasanas aparatas aplat aptak aptama araJ arabat
4 aradrama arafan araklavaS aranaSan aranam aranataga aranlara arasala araspatala ardakana
4 argan arganasazan arganasmas argas arhala arla arlanazadah armakava armar arnalas arnast
4 arsanat arsanavaS arvas arzam asaldarav asals asap asasatans asasvap asgs askan askandar
4 askatasana aslamasta asland asma asmalava asmana asmanav asmasal asnaka asparanza aspasalas
4 astalara astansvag astarda astatat astrala astravska asvabazana asvad atabaka atabakav atak
4 atamasan atangar atbravasanas atdal atlak atlantak atlantaka atm atn atpast atvarta avalas
4 avandana avar avaran avarast avarsta avastratalna avmanav avn avra avrasa avs avsavaS avta
4 avtamabala avtamatazaravana axakatava axambank axangangsa axp axparamantalna axparz axplarar
4 azakamabas azara azarska azatbak azbraJanaS azga azsladvana azvastna baSahr baSr baban babar
4 badam badarana badavSa badma badrasavaS bafankva bagadanavaS bagamaz bagarara bagatara
4 bagdan bagdanavaS baglav baharmaSapa bakanda bakarav bakra balSakav balaga balaraskala
4 balasam balata balatav balatava balavan balga bals balspazvnaStaSnaka baltaSaxpart bambang
4 banJaman banalSadah banav bankarang baraham barakah barasanka barasava barav barava barbasa
4 bardaka barga barhanavaS barmasa barna barnava bart basara basaravna bashalanavaS bast
4 bastalas bastan bastrakan bataSnalaga batav batlafalds baznas bazpaknast bhatava bk bladamar
4 bmz bradagradalasta brakar branata brandan bras bravarman bs bv dSrg dabav dabavska
4 dabnanska dabra dabradav dadana dafaza dagakada dagratas dalaJal dalargk dalta damadav
4 damakrasa damant damavand damvala danamak danar dapartamanz dapasatara daplamasa
4 daraktaratat darangang darapaska dasa dasagnang dasant daska daspla dastan dataSmant davan
4 davar davatas davlatal dax dazka dk dkp dm dmatraJavna dp drJavan dram drava dv dzaba
4 dzahada faJan faSara fab fabla fabrakatan fadasavaS fadat fadl fads fadzan fagtars fahardan
4 fakar fakardan falaha falaka falakas falalasaga falasan falasana fald falkrapablakan falm
4 falman fam fanavara fandaS fandal fanta farahana farakada farasapahr farataS faraza fard
4 fardanandavaS farhat farman fasaka fast fatarahman fatarland fatava fatva favz favza fazlava
4 flar flastakav fna fraJa franklan frantas gaJa gaJavaS gab gabanJa gabarak gadrapras gaga
4 gagaSvala gagardSan gahad gakt galagarazvadaSna galaka galama galang galavna galmarad
4 gamaravaS gamas gamat ganaJavna ganbank ganrahavna gaprastramast garJa garadska garah
4 garalda garanav garanta garasamavaS gardana gargava garmanavaS garzalhasanah gasas gasdan
4 gasnamaS gasnap gatakarakara gatavas gavarS gazal gazan gazanak gazaran gazava gda gladka
4 glakam graSan graSana grab gragaravna gramakav grapas gravang habaS habarava hablan hadraba
4 hafaJa hagland hakamzanav hakar hakazamana halada halafan halah halakav halapa hald halda
4 halpars haltap hamadava hamanka hamatavaS haml hanaSa hanaf hanana handlah hangSa hansa
4 hansara harazan hardan harhavaS harhva harnanda harsanska hasab hasanataS hasn hatak hatama
4 hatamska hatana hatarJa havanatar havarmanah havatal havx hazala hazmara hazra hblan hkn hsa
4 htk kaJagatavaS kaSak kaSza kabana kabanat kabava kabdala kabdalah kabla kabrakav kakal
4 kakar kakazada kalJmanda kalaJska kalaS kalaSan kaladarava kalakalzav kalakan kalambana
4 kalana kalanavska kalar kalzav kamSalav kamana kamanakazana kamandant kamatad kambar kamfart
4 kamharang kampalav kampas kamplakt kamplaxas kamplaxav kamprahansava kamrada kamrang
4 kamsamalska kamsan kamta kamz kanSarn kanaba kanahan kananga kangalasa kangamat kangda
4 kankard kansa kansalar kansalt kansaltara kansarna kansarnas kansartam kanstantana
4 kanstanzan kant kantana kantanar kantrala kanva kapara kapla kaptan karabka karadan
4 karaganav karak karaka karalas karalbavaS karanas karart karaskadalma kardamav kardasta
4 kardat karganmaSzavad karh karhanaJata karhat karkarav karlatalt karnar karpankav karparakJa
4 karska kartakav kartalas kasabanta kasanta kasatanav kaskas kaslaf kasman kasmat kasta
4 kastanada kastantanavaS kastla katabSa kavSanakav kaval kaz kazah kazavalav kazmaSav
4 kazpantJa kbm kf kfa klaSkav kmk knaS knarak kralav krapta krasadars krasnaga krasnav
4 krastan krastana kratav kratava kravn ktJ kvahakvan kvak laSa laSt labas labaska lablank
4 labrakanz labs ladam ladamar lafg lagarara lagfalsab lagvanavaS lahaman lahan lahava
4 lakasJanka lakatad lakbata laktanav lamt lanadavatJ lanafakatan lananka landastra langaxan
4 lanma lans lap lapald lapav laraJana laraba lasad lasanka lasara last latara latas latvanava
4 lavang lavantana lavranav lavrava lazarna lfak lt lta lvava m23 mJanmara mJanmarska mJn
4 mSavah maJaka maJaras maSaJlana maSahas maSamad mabaraxhavaS madah madrana madz
4 madzanaradava mafaz maflah mafta magas magta mahab mahadala mahafad mahalak mahalava mahana
4 maharbak mahat mahdava mahl mahlah mahmadzadah mahn mahran mahrdad makSad makalaJ makalad
4 makara makaravaS malaS malada malakalarna malakav malandaz malgan malna mamada mamataman
4 mamdah manSah manaha manandar manarasahavaS manastaral manastaram manastrstva manatar manda
4 mandar mangak mankada manmara mansalva maraSka maraga maranda marara maraska maraza marmansk
4 marta martar masapatama masaza maskava maskvas mastaf mastatrast mataSa matabasa matalanvast
4 matara matvaSav mavalad mavalata mavand maxat maxhakav mazanga mazar mazaravska mazav mbah
4 mbaraSamana mbdb mpaf mraJa mv mvaraba mvasa nabalana nabasa nadangar nadanka nadara nafa
4 naftan naftas naga nagara nagarna nagda nakal nakaragan nakaragansa naklat nalfaraSan
4 nalfraSan nalsan namanka namat namata namlah nangala nangba naradan narah naran narana
4 narasava narastana narbagand narta nasanalnaga nasanta navar navara navaran navaz nazarlah
4 nazavasama nkandabatvara nmz nr nrk ntaba ntabara nzamana paSaka paSanka padSapnakava padar
4 padarJka padlapanav padlapava padran pahlavan palaSanka palakarpavaS palar palat palma
4 pamfalava pamz panaSar panada panalas panamaranka panza papar parSada parSasang paradas
4 paramaxa pardazan parfalav pargas parlan partasa partav pasasta pasava paslar past pastana
4 pataS patanan patapkan patrataSaska pavlaSanka paxal pazlah pkf plaSavska plahatnak planang
4 planz plata praJakna pradakatara pradsadnaka pradstavatalstva pramaSlanast pramanas pramar
4 pramata pranka pransa pransapala prapalsan prapratara prasadantal prasadantala prasanars
4 prasanda prasasa prasava praspakt pratagana pratasa pravanza prazrak raSak raSata raSatna
4 raShak rab rabah rabana rabataks rabatas radabt radalagakal radalfavaS radanda radaprabarna
4 radaslav radasvaz radataSnakal radatahnaka radatalavazaJa radatan radraga rads rafadana
4 rafavaS rafla rag ragabarta ragal rahlah rahsaz rakala rakana rakasa raktar ralanda ralatans
4 raldagan ramaS ramana ramans ramaz rap rapad rapalagapgarta raral rasJa rasadan rasag
4 rasalaJas rasanam rasang rasarsa rasatamflat rasaxambank rasbataS rasdan rasgalaga
4 raskapstra rasplatana rastamavaS rastargav rastaslavavaS rastav rastrapa ravad raval
4 ravalaka ravaldavaS ravanstva ravaral ravav razak razaskava razvaJav rb rfk rfnk rfpa rm rpk
4 rs rsfsr rta rx rzaS sJa sJarha saJran saSana saSava sabab sababt sabalalah sabalas saban
4 sabana sabantrasata sabarspasa sabkantanant sadada sadaga sadakmal sadalavaS sadata sadav
4 sadavaS sadr sadraJastva safaran sagara sagarta sagata sagaz sagnant sakanah sakaratas
4 sakarna sakta salaJ saladav salafa salag salahnaJad salakav salamdan salan salanav salasanas
4 salav salavatavna salvan salvastra sambara sanafa sanaka sanana sandak sanga sangaJa
4 sanglant sanka sankan santak santanalas santara saparar saparmarkat saplar saraJska saraba
4 sarada saramak sarar saraska saravakan saravatka sardana sargatnaftagas sarvaza sasaJa sasan
4 sasnaras satams savakav savanma savant savkamflat sdb sfara skabava skapJa skara sktb
4 slamana sm spart spravkavska stad stafan stan stanaslas standard standart stankastrana
4 staravat startaraSt stramasav stratkrafta sv svJatlana svan svas svatlav tJarnasJav taJaka
4 taSnalagaJa taban tagaSa taganaka tagras tahanava tahgagata tahnadanamaka tahnalagaJa
4 takarav takazvana taknak taknalaJa taknalaJalara talah talakamanakatans talavazna talmaSav
4 talstakana tamafavaS tamana tamanka tamaraz tambavska tanJal tanas tanda tankars tarSan
4 taraf tarana tarantavaS tarapava tarastakas taraza tarmalasa tarmanaklar tarmanal tarmanatar
4 tartal tarvalasadan tasamasalak tasan task tasnan tatal taxarSa taxtal tdg tmg tnt tpd tpk
4 tr tradava tradavaga traka transat transkantanar transnatanal trapa trgavska trv vadas
4 vagnara vahba vakala valJska valagad valagas valah valakna valanzana valanzanavaS
4 valaraJavaS valaras valaravak valatal valaz valgagrad valha valk valkav valkava valstabana
4 valstabanas valtanahta valxrapablak vaman vanJa vanagradava vanaman vangla varanzava vardan
4 vark vasaga vasalavak vasas vasasas vaskam vata vatalavna vatalhama vatarans vatkanska
4 vazanavaS vazka vladamarska vladaslavavna vladlan vmk vnaStargbank vnatf vnatranah vs
4 vzdasna xanJang xangang zaSata zaga zaganamda zak zaklan zamalanda zamavna zanada zanama
4 zanka zapar zaparaJska zapata zarapar zbrana zdanav znamana znana zta zv zvaza zvazdaSka
4 اكبر الله امان انتظامي برهان بسام بلال تعاون جاسم جبهه حرزله حضرت داد دوري رحيمي رشاد رشيد
4 رضايي رمضان زاهد زغبي زندان سازمان سند سيفله شريف شعبان شومان صرافي صفوي ضيا طالع عادل
4 عبدباقي عبدبصير عبدحق عبدحليم عبدرزاق عبدعزيز عبدغفور عبدقدوس عبدمجيد عبيدله عتيقله عدنان
4 عزت عسيري عمري غسان فاتح فاضل فرماندهي فضلي قاعده للصرافه مالك مجموعه مدني مراد مرعي مزيده
4 مسعود مصري مطلق منير مير نجيبله نوردين والجهاد ياسر ياسين
5 16 195 23 2566 27th 2nd 3mg 586 9 JaJang JaSang Jadat Jadlah JahanavaS Jakab Jakan Jalhama
5 Jalkapla Jaltakav Jamatal Jamsav Janad Jandala Jaramala Jardan Jarmana Jasan Jatna Java
5 Jazarat Jskb SaSaJa SaSanka Sabas Sagamarana Saglav Sagrana Sakab Sakad Sakaka Sakankav
5 Saklar SalaSa Salabanska Salahav Salganav Salkan Samala Samaras Samat SangSangang Sangar
5 Sanmang SapSa Sapakav Sapalan Saplan Sarganav Sark Sarman Sarnak Sartar Sastna Savag Savan
5 Savazag Savkat ShagaSav Skalkana SlaS Svatkan aJ aJad aJnad aSala aSat abab abadana
5 abakangaza abakarav abaradavana abdJabar abdadad abdalavaS abdarak abdasatar abdman abdnasr
5 abdraSman abdrasad abdsad abdvala abnaS abnasav abr abrd adala adarat adatal adl adlah
5 admanastraka admanastrasaJas adra adras afaf afanan aflah agaSan agabav agafarav agal
5 agankJa agasalt agatatan agav aglablana agraSt agrafarma agraran agtasad ahlak ahmatavaS
5 ahnak ahsanlah ahtarabad akaSa akaSav akabavska akad akanakav akanan akata aksaJa aktan
5 aktava akvan alJarba alJatna alSafa alSah alSava alaSan alabarara aladan alaf alakad
5 alaktranakas alaktrataSnakal alalav alamanat alamanz alamava alanah alanara alar alarabaka
5 alasas alaslararasa alaxandrava alaxas alazabat albaSav albakar alfastrahavana alhaba
5 alhakam almara alnavazasa alrasa alsam alsbha altabava altahav altakav amag amalSankava
5 amalanav amanalaha amanavana amaraka amarakan amarama amaravaS amas amasav amazka amn
5 amnakang ampalska ams anJanarna anadas anafrava ananSanka ananskah anasa anatarJa anatlah
5 anav anavazana anavazanah anazatava anbang andana andars andarsan anfarm anfarmasan
5 anfarmata anfarmazJana angah angvan anka ankla ankladang ansanat anstalt anstramantas
5 antartrada antrapanka anvaravaS anzaravaS apafanava aparara aparatang aparatava aparatavna
5 apav apn aprava apta arJa arSanava arSba araJana araSak aradanda arafav arakaza aralsab
5 arapav arara ararta araslavl ardanav arfah arganak arganazazJana arhabala armak armakav
5 arnst arpart arsalan artahav artamanava asabana asabar asadSa asanbakavaS asanla asatak
5 asava asgara askabar askatak aslamaS aslamasa aslamav aslamskaga aslasvanama asmant asmara
5 asparagaza aspasal astadz astakamat astanana astasan astav astradna asvabaJdana ataSava atal
5 atapa ataram atdalana atkalava atkan atvastvanasta avaSanka avaka avalan avanaJankav
5 avananska avanskah avatar avazanah avgazaravaS avkarav avlaka avtahav avtahava avxantava
5 axakav axal axam axananka axsasaJa azaba azamat azarbaJan azkan baJat baSankav baSaravaS
5 baSavra baSkan babaSav babaSkan babakava babal badala badanka badar badav badavka badr
5 badrana badva bafav bag baganma bagaraka bagaskarav bahaJa baharava bahmatav baht bahta
5 bahtar bahzad bakatav balarasa balavanav balaza balbak balgarska balgat balgata balkalam
5 balt baltaska bamanga banam banas bandarav bangaSa bangalam bankas baradar barah barak
5 barala baralava baran barasavak bardan barhanav barkana barlakav barlav barmatav bars basak
5 basanav basarab basarabav basas basava baskav batalava batamba batvara bazala bazalavska
5 bazava bazdanaJnah bazka blazka braSava brana branatankava branska braxan btala btrz
5 bvambala daJana dabanska dabska dadak dadar dafa dafandar dagala dagdag dahaba dahav
5 dakanava dalagan dalap dalat dalgav dalsa damakrata damakrataka damal damala damanak damav
5 damdanzaranav danSakava danak danalanka danama danamata danasta danazka dangbang dangfang
5 dapartamant darJavna darabkan darad darahSandah darahava darakJa daraktaratas daraktaraz
5 daral dasan dasana dastana dastrakt davalapamant davankav davas davat dprkn drJava draJana
5 drabat drakdal dralang drasabas drazdanka drazdav drk dvagatalastratalna dvakarna dvanah
5 dzahad dzamalaJata fadlah fadzav faf fahara faktan falal falapSak falapanas falatav
5 falaxavaS famaSav fanas fandasaJa fandazana fangslat farahav faraka faranda farasaht farast
5 faratavaS farkat fasakal fatanaks fk fka flarata frad frantal fz gabatdanav gabdalhakavaS
5 gabrala gadal gagal gakav gakm galaSana galagaSaska galakava galamala galanda galbart gamada
5 gamarava gambatav ganSarav ganadaras ganadzavaS ganavan gangsa ganzalas garada garadazka
5 garagaha garalav garalkan garasav garazka garba garnakav gartang garvaS gasakavska gasama
5 gasma gavarnmant gazata gazpramnaft glabas glabava gladas glazkava glbk gnz granda grands
5 gsk haJazadah haSard habana habaravsk habazav habhab hadafa hadralaks hadsarag hafad hafs
5 hahlava halala halamav hamSav hamaSaskah hamadlah hamanatara hamarzana hamavanda hamzav
5 hanStan hanabal hanada hanadz handal hapsarakav harSarzasa haraSa harasdan haraza harhvah
5 harmanas harnan harsan hasamdan hasanav hasnalan hast hatas havaS havan havanska hazafa
5 hazanka hazmat hazmatlara hazmra hla hlakana hlavna hnata hranan hz kaJa kaJaJa kaJamaka
5 kaJanava kaSakza kaSalav kaSav kaSkan kaSkav kaSmar kaSnarav kabar kabaz kad kadankav kadas
5 kadra kagagana kagl kahana kakaman kakarara kakpang kakvava kalaSnak kalab kalakavskah
5 kalamalan kalamazav kalasnak kalata kalmanda kamaSa kamaSav kamad kamanda kamaras kamarav
5 kamars kamartan kamasa kamava kamazka kambada kambana kamkam kampasatas kandalaka kandratak
5 kangbang kangla kangra kansalara kansaltanz kansaltaras kanstanzanavaS kantam kantar kapatan
5 kaplan karSanka karaSanka karabava karadzak karalana karamava karamlah karangang karar
5 karasan karban kardara kardastana karganav karganprabar karmazana kartas kasaSav kasahana
5 kasava kaslak kaslakav kastakav kastakavaS kastrabazka katahan katapav katarJa katkan katla
5 katranJa katranga kavJaradza kavanav kavatla kavpak kazanakav kazankav kazavlav kazlavska
5 kazmaS klan klas klav kmz knk kraSananakav krada kragla krakar kramaranka kranStadt krasav
5 krasavska krasnaStanav krata krav kravaJas kravanasav kravfard kvangsan kvangsang kvant
5 kvatka laJar laS laShaJav labaS labada labadava labahav labaka labanga labar labarazJana
5 labarazana labarska ladkav laf lagab lagal laganda laganska lagava lahaSav lahbab lahbas
5 lahva lakak laks lamanda lanadana lanal lanan lanaras lanaz landarang lanska lapak lapazk
5 larada lasak lasavska lasazan lataf latavaltan lavSanka lavan lavrak lavrananka lavrav
5 lazangava lazatkana lazazka lazmanav lda lng lra lvavna maJaga maJahadav maJalas maJambara
5 maJdanaradnaJ maS maSaJla maSaJlav maSaka maSanaka maSanga maSaraf maShadana madafl madan
5 madanda madas madraz madvadSak magamadzakaravaS magaraga magatrada mahaJaran mahalasa
5 mahamazhan mahang mahara maharaz maharba mahfaz mahlas mahmadav mahmat mahsadavaS
5 makalaJavna makanara makavama makbank makmad makran malas malasa malataman maldavas
5 malharavaS malkav mamad mamara mamsarav manaSahr manabarana manan manastaraJa manastraJa
5 manatarang manatasm mangdak mansara mansaran mantarav mantazar manzar mapa marSanka maraba
5 marabatan maratavna mardanSan marfan margaSvala marhav markada markalav markaza marvanaSaka
5 marzak masan masasa masatav masav masavna masbah maskab maskvaSav mast masta mataka matalav
5 matarala matav matavalahanska mava mazaham mazapan mazhan mbatabanga mga ml mpana msa msk
5 mvd naJafabada naJm naSan naSvan nabat nadalman nafantav nafta nagan nagavazan nagra
5 nakaraga namah namkan namzav nanprafat napsa naralan naraldana narbagandav nasamavaS
5 navaJalav navaSkav navahav navka navm navspapar navzarav nazJanala nazal ngaba ngakasa ngama
5 nkamtamaJa nkg nsanzabakara nskl ntavangaka ntavangala ntk nzara paSagan pablaSang
5 padapragarav pagarala pakan pakma palagan palakava palanava palanska palapanka
5 palapravadnakavah palarna palataka palatav palavaS palavan palaza panaS panan pankana panska
5 panstva parag paralta paravarzava parhan parkava parlandangan parmanava parsada partaJa
5 partala partas partata partfala parvaSav pas pasaSnak pasad pasarava paska paskarav paskava
5 pastar patakav patraSamakals patrak patrala patras patravak pavlava pavnanka pavzav pax
5 plakan plasas plasma platnakav plm pradasars prafasanal pramaSlanasta pramah pramam pramat
5 pramsvazbank pramtaS pranaSkan prantang prapaganda prasa prasadanz prasakava prasarvatan
5 pratan pratasav pravadar pravasa pravatna prazanka przamasla przamaslava psk pva raJapavaS
5 raSadra raSarSas raSkan raSnakav rabahan rabzava radak radakav radavtamataka radna radnana
5 ragad ragala ragarara ragaravaS ragav rahmatalavaS rakanda ramaSkan ramanta ramas ramazan
5 ramazkav ramba rambah rambhat ranSa ranatavaS ranavatan ranbang randSarak rangafa rangrada
5 rangsang rangvang ranhva ranla rapalagapgar rapata rar rasJan rasaJa rasabaranaxpart
5 rasalaktranaks rasalhazbank rasars rasaskaga raskan rasman raspazanargamantaJ rast rastak
5 rastalakam rastarantas rastavska rat ratanbarh ravagamakara ravan razvana razvaratnava rhas
5 rkb rsb saJaran sabalan sabanan sabanda sabarskaga sabatan sadahmad sadakav sadana
5 sadaramantna sadavanka sadlah safadang safana safasansa safvan sagnataras sahar sahl saht
5 sakan saksas saladavnakav salamanav salamanavaS salanka salastan salata salpagarav
5 samJanavaS samJang samakaS samakatav samarsana samasatav sanalSakav sanang sanara sanasas
5 sanazan sandara sandas sandaval sangala sangpal sangvang sanhaJa sanrasa sansra santanals
5 santasa sanz sapagan sapaka saprasan sarJa saraJdan saraglar saraka saralav saranava saratav
5 saratavska sarfada sargav sarsa sarv sarvalansa sasad satadal satala satk satlamanz savad
5 savarstal savazka savfraht savkavaS savmastna sazalnaga sazmana sazvazda sbag skaSkav
5 skakavska skalkava skrag skravanav slah slava slavah smala sparz spg sradasnJa staSana
5 stadaltar stalmah stanakana standards stap starSanav stara staraga start stazbadraf stragla
5 stralahan strat stratalna stratan svaSav svastanav svatanka svataslavavaS tJaJka tabak
5 tadang tadarava taf tahnalaJa tahnapramaxpart takfara talabava talamsa talan talar talas
5 talavazaJas talavazas taltav tamarazavaS tamargalav tamasav tamazav tamba tambar tanSan
5 tanaks tangan tansa tantaSa tanzanan tapakan tapalan tapalav taplatahnaka taraSkav tarad
5 tarakadan tarakdan tarangang tarasanka tarav tarbav tarmal tarmalavalalat tarnaba tasav
5 tatardanka tatav tatava tavanmad taxlar taza tazana tg tkaS trafamav trafanav tranadada
5 tranang transfars trapalatana travnakav vJasaslav vaJasa vaSaslatalnah vaSaslavavna vabarna
5 vadalazka vagaka vahaklas vahatav vaktaraJa valagahar valagda valaka valalah valanSak
5 valaranavaS valdama valfsan valmar vanah vanakarav vanasa vanbarg vanda vangard vankala
5 varaJanah varabla varamanka varanaJska varanavska varfalamav vartalata varvaltangs vasSaga
5 vasakanska vasakataSna vasalanavak vasalanka vasalkava vasan vasarman vaskrasanska vatasama
5 vatban vavada vavana vazdaSna vazkaz vazvalana vb vhal vka vladmaravaS vlasava vnaSna vpk
5 vsaraska vtaragana zab zababahan zabahpar zabnav zabralava zadaSan zaganav zagba zagrabah
5 zaharSanka zaklad zalJka zala zalanadalska zaldastanav zamaSa zamaranda zambada zanab zanah
5 zanal zanara zanava zank zapada zapkan zarJamal zarbak zarga zarkava zatalan zavah zavalas
5 zavalava zkb zlanka znama znanstvana zp zrakna zrt zst zvalgabas اديب انور ايمن ايوب بسيج
5 حبيبله حمدان حمزه رحمان رحمتله رحيم زهير سمير سيفدين شهيد صلاح طلفاح طيب عبدستار عبدكريم
5 عراق عزيز عصام عظيم عليرضا فضل فواز معروف مكتب موسسه نصره نظر نور نوري هاني هدايتله هوايي
6 14 144 224 4 70 Jabarav Jadan Jahlab Jahnsan Jakava Jalabab Jalaldan Jalamah Jalazna Jamala
6 Jamana Janan Janatan Jandaba Jandlah Janga Janha Jarava Jasaba Javana Jazar Jazrava Jdad
6 SaSa SaSmah Sada SadaSta Sag Sagav Sahatdanav Samalava Sampanskah Sankata Sapav Sapazan
6 Saraka Sarakav Sarkasava Savalava Savaz Savzav Saza Sparav Srastafar aJada aJama aJang aJmaS
6 abar abdamar abddam abdkadas abdmanam abramSanka abrazavatalna adalfavaS adav admanastrasan
6 admanastratava admanastratavas adnaraka advansa afak afamav afantlaSa afganastan aganda
6 agazgatasag agk agrapakara ahanzada ahd ahmadav ahnalava ahrana ahvan akatamba akazk aktasad
6 aktasalskabat alJaxaJavaS alad aladzamaravak alak alakan alaktramaSanaks alaktranah alaman
6 alanga alanka alasar alataba alaxaJavak alaxanda albatras aldan aldar alhaJ almaravaS alnama
6 alnasam alrava alta alva amamavak amanal amansazan amarat amparska amragang amsan amt
6 anJanar anaga analataSaska anamata anatalavak anavaS anavarsatat anavatans anavaza
6 anfarsamant angaSa anganar angavanda anhap antarnatanala apaSan aparasa aparatans aparga
6 araSkan araga arapan araslavska arata arava arbabsar arfa argava arharav arkaJavaS arkadavna
6 arlanda arlava armaJa armadas armanaza arnalfa artakav artalara artaz asSaraS asadra asaga
6 asaman asarsata asasasaJa asbat aspana asr astaban astra atabav atah atala atamatad atamflat
6 atrad avada avarSak avastar avatrans avlav avsanakav axama baJanav baSav badaga baganama
6 bagrav bahar bahazak bahbad bahmanar bahran bakav bakran balaS balaSastan balar balmahtar
6 baltak banadar banalSabh banavadas bangaza baraSa barakada barangara bard barka barkakat
6 barska basad basanska baspalatna batakav bavagang bazapasnast bazpaknastna baztansaga blad
6 blagatvaratalna blank bragad bran bransk brata bvba dabla dagav dagla dah dahgan dalada
6 dalam dalzavad damavandan danaSJa danalSanka dapa daraktan dasaralas dastJarda davadavaS
6 davah davala davasa dranav drasa drzava dvarnakav dzamaJatal dzrk faS faSang fadana fadarava
6 fadav fadava fagtang fakrat falavars fanansad fands fangSan fangalsat fapa faraha faransa
6 farmasatakal fartalar fatama fatamah fatavaS fazan fazla fdlr fla flarabart fnpz fralava
6 franta frara fras fratas gaSav gabra gafara galda galkan gaman gamara ganadara ganadz ganaka
6 ganzala gapta garamav garasamav garka garkan garmanava gartasa gatvak gavtvan gazala gazana
6 gazarav gladkah gp grad gradna graf gragaranka grazlav gspk haJata habal had hadas halaran
6 halsa hamadan hamatav hambala hamdlah hanJan hanadavaS hanadzavaS hanan handasah hangJan
6 hapJangang harakatal harana hararah harasa haratanav hasanzadah hasbal hasna havapama havla
6 hramav hsan kab kabrara kadam kadana kagalana kahva kakadzanav kalabratan kalak kalamna
6 kalanav kalanlagas kalasav kalaska kalban kaldaran kamanasta kamaran kamarava kamatat kamp
6 kampatars kampbal kamtamaJa kanaSankav kanag kanal kandratav kangras kansaJa kansagla
6 kansalal kansalanan kansalha kanstraksan kantananta karaJa karaban karalan karalavaS karaska
6 karavan kargab karnas karpanka kart karta kasab kasaka kaslav kaspan kastana kastanak kataba
6 katabaSa katada katakav katanga kavas kazakava kazakavaS kazaras kazaraz kazbak klaSas
6 kramanal krams kraz kvahak laSnakav labamava ladang laft lagarSa lakana lakva laman lamana
6 lamanasa lanadavak lanasa landan laptava laran latna latvan laza lazarat lrm maSanava maSas
6 maSastan maSkan maSkav madakamara madanav madar madlax mag magrab mahaJlavaS mahaSak mahan
6 mahra makabara makadam makanga makta malahava malanav malda malkavaS mama manSa manaka
6 manatans manax mandas mansada mantanagra mantanansa mapanza maraSnaSanka maradaga marakab
6 maralata maranaSav maras marasa maratav maravaka marazava markat marna martada masam
6 masanara maskalkava maskana maslaman masraf mastazafan mastfa matabaza matalaga matalak
6 matapa matas matasadak maxamavaS mazlam mpama mzkt nJaba naSa naSar naSnaprazvadstvana nab
6 nadam nadvaJamast nafal nafar namba nanaz nap naraSkan narlah nasatav nasav navad
6 nazanalnaga nazaranka nazarava ngara nkalaba npz ntaganda nv pabada pad pahamav pakpar
6 palang pamanav panatantara panta pantas papava parfanav parl parsa parva patal patarbarg
6 pazarlama pflp pga plagan plastak platan platanavaS pradakatan pramasla pramtahnalaga prasas
6 prasasang prata prazvadna ptazan ptk raSman rabartavaS radalaktranak radanska ragazan ragt
6 ragz rahanah rahanda rahbar rahma rahs rakata rakavaSnakava rala ramadana ramadna ramala
6 rambat ramzanavna ranaga ranalda ranara rasaS rasala rasavaS rastarant ravanka razanska
6 raznak razvan rgb rhama rpa saSarhat sabalav sabsadara sadad sadarat safantas safat saft
6 sagadna sahand saharava saladan salaha salamav salanga salaznav salf salma salsalah samak
6 samakandaktars samananka samanavska samvala sanarga sanarsa sangapara sans saparata sapram
6 saragar saragba saranaks sarav sars sasala satatans satlamant savaS savat sazman sbar skad
6 sklar slasar smal smalan sng spanang spasala spatnak spazalnaga splav staftalsan stantafaka
6 statlaga stavadarang stavan stg stradkraStan stranka svaradanka taJa taSnadanamaka taga
6 taganda tahmaS taknalagas talakamanakatan talangalanamara talsta tamafava tamtama tangbang
6 tankar tant tantaS tarSak tarab tarablas tarakanav tarasav tarkmana tarlakav tars tava tpz
6 transmarflat transpartas tratak trgavana vaJah vadanav vak vakam vakas vaktaravatJ valaJa
6 valantar valazkaz valna valsan vanagrada vanazala vand vangs varala vard varda varta vasaJa
6 vasaladas vasaslav vatar vataz vatkan vatvarSa vazara vha vlasav vna vnaSakanambank
6 vsavaladavaS xarsa zagara zagraba zahra zakaravaS zal zalakav zalatav zalkadr zapadna
6 zaplakav zarJmal zaraf zat zavahra zazata zk zvazna اختر اسامه اسلام اكرم اياد بصير بنياد
6 حنفي حيدري خضر سلطان سليم شام شبكه شفيق صادق طارق عبدحي عبدرحمان عبدغفار عبيدي عماد عيسي
6 غازي فيصل قدس قريشي مقاتله هادي هاشم
7 99 Jabal Jad Jadnalata Jalahmah Jalaladan Jalaznak Jamaldan Jambs JaraS Jarad Jarama Jarav
7 Jaravak Jaraz Jasta Javalara JavganJavna SaJav Saha Sahrara Sanan Sangata Sangsang Saparava
7 Saps Sarlas SarnaSanka Sarvazat Sat Satab SavSak Skalav aSalan aSmad aStan aStana aSvan abSa
7 abadan abakar abata abdah abdhadar abdhasan abdkabar abdpata abdrahmanav abdvahab abramba
7 adar adf adgar adgavarnaska adran adrasa afag afran aganta agrakaltara agranasanam ahlaga
7 ahlas akanama akanamaks akap akasta akatam akma aktsanarna akzanarnaga alJaxa alahan
7 alaktrakal alamant alans alaxandravaz alaxanka almana almar alstar alzahrana amaS amaka
7 amarah amdana amprasaral anJalaka anargataSaska anarma anataranan anatars anatata anaz
7 andapandant andraJavak anfaras angalab ansa ansardan anstatatas antagratad antaras anvara
7 apt arSa araza arbana ardan arktaka ars arta arzad asaba asalt asamdan asasaka asl asp
7 aspanaza asra ataklah atamatav atka avaza axar axplaratan axpras azabav azatlah azmat
7 azsardzabas baSra babakav bad bah bahanah bahman balaba balav balavanzav balgasam banSa
7 bandar baraka barasat basaran baspalav bataraSvala batravar bazalt bazargana bazaza
7 bazpaSanstva bragata braham daS daSarna dada dafandars daglas dak dalasa damSanka damands
7 damasa danalavaS daraga daraka daraktarat daras daratarat darna dasarala dast dastalara
7 datal davana davramsa dmatrava dzarJana fabrakasan fadan fadarasan fadaratanans fadaratans
7 fahrat falapana falapava falatava falkav fandas fantar faran farara farga farkaS farmarla
7 farta fasa fasan fazalan fradman frankas fransas gadat gafangnas galakav galamhasan
7 gambaSadza ganabas ganam ganav gangJa gapgar garahav gararda garban gasanav gastav gatdat
7 gava gavaran gba glazav grabSak grapata grasa gtlk haJatalaslam hababa habar hadafah hadamat
7 halaba halan hamaSaska hamd hamdana hanafah hanar handa hapalan haram harb harkat hasara
7 hasra hastarakal havar hazastan kaJan kaSakav kabaSav kaban kadala kadara kadravzav kafman
7 kagan kalaSav kalama kalaxta kamanata kamarsala kampanant kampananta kamplaxa kamsamalsk
7 kanat kandratanka kankast kansarsa kanstantanavna kanstrakta kanstraktans kanta kantraka
7 kapal karaS karamav karata karaza kardanas karlav karparasan kasal kasama kasaman kasan
7 kastan katan kavkaz kazanka kaznazava kazpant kbk klad klada knak kp krastal kravaz laJnat
7 labartaka labra lad ladavata lahta lakal lalaba lam lamakan lanar landa lanpramtransprakt
7 lards latana latanant latat latvanav lavaSav maSalavaS maSkva maStak mabanza madasana madav
7 mah mahabarat mahadan mahanak mahanaka mahtab makalana makaran makatal maktar malnakav malva
7 mam mamatamang mamlak manafaktara mandaz manga manta marav mark markas markavaS masasat
7 masfar mataSanska matlak mavas mpa mr mta naJat naJda naSav nagasadarstvana nakalava nakanav
7 nakrasav nalavaS namSangang namaz narJaman narav nargalav nasara nasaran natarlands
7 navakambank navala navas navfal nazah nazma ngaJala nz pJatravaS paJaga paJak paSan pagang
7 pakrat palada palamar palata pam panar panatansara panrasa parmska pasakapang pask pavdar
7 pavlav plarafaran pradaksaJna pradazasa prafasar prakafav prakapanka pramakav pramtah
7 pravantan psb raJah raJas raSa raSada raSana raSatnakav rabata rabha radaga radalan radavan
7 radavanaka radazavad rafanang rahab rahmat ramand ramsa ranga rangal rasanav rasland
7 raspandara rasplatan rastama rastaranta ratan ravars razraz rdaf rg rn rvanda rz saSa
7 sabadraba sadahadna sadaramanta safar safasa sagama sagma sagn sahalan sahama saharan
7 sakalav sakars salafast salafasta salana salatan salavarstav salvar sanatara santralna
7 santranas sapfara saplas sapras sarban sargan sarhaJavaS sarhaJavatJ sasalast saska satas
7 satast satazans savakananka savang sazan skaS skf srz staftang stala stanka stapan stars
7 statan stradaska strahavana stratas svardlav svaza taJana taJhaz tabar tabla tad tahab
7 talska tamal tamara tambav tanasan tangsara tap tapaz tarvazarada tatanav tatrav tk tpa
7 transpartna transpartnaga trazk vaSasla vaSaslatalna vadalma vadzam vaha vahakla vakad
7 valata valka valt varaba varabna varanaka varars varas varf vasalana vatan vaz
7 vnaSnakanamaSaska vsk zadna zagar zalav zamada zamrana zaparaJa zarab zavada zavahara zazav
7 اشرف جمهوري حبيب حمد خميس عبدفتاح عبدلله عبدمنان مخلوف موسوي ناصر يونس
8 33rd 8 Jadnatna Jaga JakavlavaS Jal Jalala Janas Jastasa Javlana Sahata Salar Samanav
8 Saramat Saraz Savah aJara aSam aStar aStara abahav abatalan abdla abk abna abrahama abramav
8 adalana adnana afamavaS afanasava afp afra agantara agd ahab ahdal ahla akadamak akal akam
8 akanamaka akmad alJa alaSa alagavna alaka alaktan alanavska alapatvana alavara alavas
8 alaxaJavna alaxandrana alazavata alba alfrad algara amagranz amanah amaspandaka amastama amk
8 amp ampara ampartadara amska anSasara anaba anar anasav anaza andan andastraJa anfantra
8 angan anganara anha ansat antafav antazat antrapraza anvastagasan aptaks araban arals
8 aralvaganzavad aranataks aranta arasl arganasata arganazad arganazakJa arganazazana ark
8 arman arnalda arzamaska asasatad asfalas askalan asnalan asta astanav ataba atamataks
8 atamatava avanava avaz avgan avrara azanka azar azava azaza baSara baSardan babaS badrdan
8 bagar bagaslavska bahaSta bahram bakal bakhan balad balaka balan balgakav barang barazkan
8 barda basadana bastamanta batala batar bazapasnasta bazlar bha bm brakaraga branas dabal
8 dadang dadav daha dalah dalama dalamhanav dalas dalgada damanal danaga danamas danasa dangan
8 dans darakta davak dprk faba fadaralana fadaranka fadarazana fadla faka fakah falap falapa
8 falkan fanavaran fandakJa fandata fandaza farsanka fartana fava fralav fraz gaSa gads
8 gagrafakal galara galarma ganrahavaS garaSa garaSav garav garavaS gardan garmanavna
8 gasalanara gastan gra gs haJaJ haJat haldangava halk hamama hamana hamata harSanka harta
8 hartada havasalak havat hazbal kaSlaf kabal kadama kadsah kalaJamas kamara kamaz kampand
8 kampatang kamran kanav kanganta kantanant kapar karSatav karankav kardana karlan karnat
8 kasak kasana kat kazav kazpanta krasa ksapart lJadmala labarta lagastaka lamatata lantratava
8 lapa lapan lar laranzana lardas lasana maJara maShas mabalasatan madal madara maganvalalat
8 mahalana mahanda maklas makra malSakav malahan malasavak malaza manalav manza marSal marSant
8 markana maska maskara maslav mastar matak matanga matvav mavla maxama maxamav mazalana
8 mazban mazgalam naJablah naJagaradska naJar naba nadasa naftana nakalaJavak nakan nakanarava
8 nakava nakda naman namhang nant nartarn nasanalana nasra nasrah navak navasta navska nazam
8 nazarav nk paSalan paSavara palaS palasas panav pantalav paraJa paras partasans pasban
8 pavlanka pkb prada pradpramstva prakt praktara prama pramara prasadant prazadanta raSard
8 rabar radalfa radkan rafadan rafka ragamant raganalan ragtas rahana rahat rakan raklak
8 ralvas ramal ramavaS rasalas rasas ravas sabarska safata safran sagar sagaradad sagaranka
8 sagarnast sakaratata sakaraza salad salak saltanavaS salvatan samax sanalah sanar sanataram
8 sandra santaga santrafaga santras saraz sarkav satalata sava sax skb slazba sparklang spb
8 sra stavarzaSana strana svaz taSmaS tadavatar tafal tagtaran tamat tamp tarh tark tarkastan
8 tarsasag tast tastang taz tka trank transal vaJanska vaga vahada vahavaS valantars
8 valarJavna valaskaz valdaz valfavaS valtar vanamanavaS vanas varaJana varan varsama
8 vartalatna vasak vatal vava vazana vaznaka vaznasa vhata vladalanavaS x zabarav zabkav zahad
8 zaharava zalanadalsk zambrana zandana zang zatvar zavalav zavba zs zva اسد بكر حامد خيرله
8 زاده سليمان شاه شريعه شيخ عبدقادر عبدلطيف عثمان محسن مرتضي گل
9 6 Jadava Jadran JaraJavatJ Jatana Javadan Jaza Sab Sahadah Sahbaz Sahla Sahr SalaS Samkat
9 Samlah Sangak Sangala Sata Sava Svaba aJavsk aSanka abasav abdalah abdnasar abs absa abzar
9 afrada agalar aganst agapt ahan ahandzada ahmadan ahrar akamalatarna alaktranax alalasat
9 alanavsk alavaS albana alkadafa alvas amJad amsk anastasaJa anatal anavatava andanasan
9 andras anfarmataka anganas anma ansarlah anstatatal antapav antarnahman anvastaza anza apa
9 aparSaka apara aprasad aranataka aranska arapatan arasa arastavaS argkdan arkan artamanav
9 arz arza asasasan asgar astrada atnaka atradas aval azbakastan baSma bagdanav bahnam baladas
9 banavalansa banax barada barasa baraza barazan barazavska barhan barnal bartan basna baz
9 bhatva blanka brakan bratars dadan daf dagan dalag dalnavastaSna damas danamanada danaz
9 daraSanka darasa darazana darta datansa dmatrav dragan dta fadar fadarasaJa faktarang
9 falapavaS famala fanax fandaka farad faradan farhan fat fatasav gaba gabarav gadalapa gadan
9 gadana gafar galavaS gamabas gamda ganarala gap gardav gargas gargavna garma gastaraS gata
9 gatafa gatvaS gavralav gaxala gazman glara grafa granat gvang habablah hadam hadtasta
9 halakaptars hambarta hamra hamsa haraSav harataga harba harmaz hazam hsang hta kahtana kalam
9 kamanast kanama kanan kanda kantraktang karanav karas karbanav karnanka karpal karpasas
9 karpav kartal kasmana katabat katata katatantazat kavan kazara kgra kst lJadska labanan
9 labarasan ladas lagansk lanarda lank larana lasar laskar mahanad makalaJavatJ makalavna
9 makan makana malar malham malnaSanka mamata mandal mandra maratana maratavaS mardaSav
9 martazava masJad masandra masla maslah matals mataralav mavlava max mazanzav mkb ms msn nala
9 nalazasa nalvanasan namav nambar namzata naz nazanala nkanda pJs pabla padpramstva paklanska
9 pampanska panama panansala panga pansana pant papalanas parkandlak partadal pasafaka patak
9 patapav pavlavna plaza pragana prakapav praktaravana praparta prava pravada pravanzas psa
9 radat radatahnaSaska radatalstva ragJanala raganaS raganala raganalkarps ragananas rahmah
9 rakatan ralavant ramananka ranatavna rasatam ravaval razaka razan sabal sabara saga sahara
9 saharav salamavaS salba salsalat salva samad sanan sanasa sanvar saraJa saraJas sardakav
9 sarmad sarska sarvar satalam satnakav savangs savramana sl slazka sprl stankavaS stapanav
9 statas stazaJada straktara taSna taSnapramaxpart tabah tabasa tafak tafar tagran tahmasaba
9 tahrana takarava talaba talavazana tamafa tanga tarSanak tarasa tarvat tasar tasavalan tatan
9 tlas tranadad vaba vadaka vahan valalata valanzala valar valas vangards vantaras vaskaz
9 vasta vatalJavaS vatka vladamarav vnar zabada zaban zadan zalkarnan zaran zarka zatan
9 اسلاميه اسماعيل حسيني سالم سعد محمدي نورزي
10 39 7 Jabhat Jakatarana Jamanaz Janar JarJavna Sahan Salabansk Sarafa Satav aSak abal abara
10 abdala abrana adalfa afanasav agan aganavaS agnatava agra aharavaS ahmadavaS ahmar akamav
10 alaktran alasav alaxan alma alvarada amaga amahanav amalas amaspandas amka ampax anakav
10 anakavaS anakta anatarana andrav anhang anhazantarnahman antagral aparadara arSad arada
10 aranavas aratas arham arsa arsan arvan arzamas asak asasata asbl askara aslaga asm astat
10 atam atvarana avana avnad azav azavska badgat baha balagakal balama banan barahav barnard
10 basada basal batalans dabasa dabna damana danaS daraksan darakt data datadas ds dva
10 fadarakJa fadarasaJas faman fana fanans fap farag faranangan farand farat farka faska fkp
10 frank frat gabanata galbarta galmatdanav ganpavdar garaSava garan gasa gazprambank
10 graJdanska gragarav gramav halana halfan haman harman harsa harza hataba hazrat kaSaf kabala
10 kadav kalaf kalamba kalanan kamadatas kamnav kanada kanstantanav kantraras karakan karalav
10 karalava kard kardan kasalav kaskar kavalanka kavatada kavtar kazama kramas kras labala
10 labanasa labara labaratara lafa lakan langa larant lasan maSanak maSanaks maSanka maSara
10 maStar mab mahamadraza mahandasa mahav mahsad malang malta managang marSad maradav marafa
10 maratanan margarata mars maslamana matalargaSaska mg mna mza naJmdan nalav namr naraza nasaf
10 nasardan nastar nat natalaJa navarav naza ngakasat pJatr paSra palana palatakal pankav
10 pansan parahava paravar parmanav parpasa pasafak pasdaran patan plas pradaka prafat pragaJan
10 rabarta radas rafak raganalas raharavaS rahmana ramanzav rapablakas raslanavaS rav rvk
10 saJada saSan sadarav sadat sadra sakara salava salda salmana salvadar samagan samah
10 samakandaktar sapahr sarna savara savfraSt sazah sbarbanka smarnav smt spanm spanmal
10 sparadanav sparta spazalazaravana srk stk taSnak tagar tagars tahara taknalaga taman tamas
10 tarbana tav vasalJav vasam xa xasan zadran zakav zalata zaman zdralak امير امين ايران جهاد
10 حاجي عامر عبدسلام منصور
11 140 Jahana Jakat JalaJa Janat Jat Sabana Sakra Saldran Samal Sangvang Svk aSar abasa abd
11 abdhalak abdmahsan abdmalak abdraSam abdraf ablasta adardavna adatava adprta adrama afgana
11 agaptan agarav agnatav ahanavaS ahras alara alata alava alaxandravatJ amah amra anba
11 andalanvanaSap anga ansaral anstramanz antarast antarnat apan apanbara aptaka ardana
11 arganaSana argks armarad arms arnasta asadlah asah asav asmatlah atar atlas avakan avtanamna
11 axarsata axas axtarnal azal aznamams baJa baS bahara balah balak bam banat bandaranka barara
11 baza bradkastang bratana dadanka dafasa daga damangaz damatra danala dargam dkb dmatravna
11 dnapr fadaraka fadarata falastana fan fanansava fars fartala farzas gar gargaJavaS gpb
11 gratar habarav haga halp hamadraza hangkang harazant haxan haza hrakav hs hvang kaSm kadat
11 kalaga kambanat kampagna kanakav kap kapa karda karpas kartradga kasav kastantan kavata kaza
11 kazam kaztarsasag klamav krasna krdv larma lavala lvan maJahad maSanas madaras magadam makal
11 makava malaSav malafav manaral manska maranav martanav masar maslams matama matan matasam
11 matvanka maxlana mazadah naSnasladavatalska nadaJda nadra nakamarSaska nasa nasrlah nata nga
11 ntz pakastana paman parka partada paskav pata patral patratak patravska paz prabarav
11 pragaJana pravankJa prazvadnJa raJab rabart radanka rahama rahmatlah rakarda ramanav ramzan
11 rapablasa raskata rasnaft razava sabataga sagnal salar samafal samala sankt santrala sapanar
11 sargaJavak sargaJavna satan sb sgm smp spk staftalsa statlaSas stralkav svadaS tabaka tada
11 tagav tamafav tanzana taran tard tmk transfar transparta traps vaJa vafak valam valdan
11 valtan varxamhad vaskava vastak zarak zna جمال طاهر طه عباس كمال مجيد يحيي
12 3 Jahna Jaka Jalas Javdat Jhan Sakar Sakara Samakals Samara Sanal Sapa Saran Sarbakav
12 Savalav aJavska abdbaka abdbasat abdha abmaJavana abrazavana adanav afara afasana agata
12 akala akan alaktrana alamanam alav alavatar alaza amarav amraka ansan antar araSarSaga
12 arabak aranga arganazasan arganazata arkat armada armamant arsanal asakav asamah askalta
12 askra asladavana asmalavaS astak avarta avatad avhan ax babakar badan badra baf balava
12 balazka baltran bant barakza bartnakav bradga dalavar damakratakas damakratas darda dasasans
12 dastrabatan fadarala fadarasa fanda farah faraz fatar flat frada gabarava gazav hadakavska
12 hal halakaptar hamat harara kabdalaha kadarava kafah kalada kamala kamarsa kamba kambatanta
12 kampatar karaba karala karaman karanka kasar katang kavara kazak kravSanka kravaraSka
12 laJastak laSkar ladan ladava lata maSaJlavna magamad magaraS makada manara manas maral maraz
12 margan maskva mavamanta nasanalna navasabarska ns palakav pama panSak pat patrasa patrat
12 paza planar pradaksan pramatan pravansal pravasla raJkav raSan radvan ragab ralas randan
12 rankan rasaSan saJad salas salavav samal sanah santana sapasad saraJ saratal satara savan
12 savar savkambank sazandaga snaga spaka tabataba tadbar tahrar talal talfah talha tarama
12 tarat tasah tatas traktar valankamas vanadaktavaS vapans vargas zahada zaharav جماعه خان
12 خليل رضا سبعاوي شركه صدام قاسم مهدي موسي پاسداران
13 3d 7th Jadnatka Jarah Jarasalam S Salah Samalav Samastra Sanang Sarah Sarg Sarkata
13 Sarnamarnaftagaz aJma abdhalam adkaznasza afgan agaJana akran alaS alaktrasata alsad
13 ankarparatad antanav antarar anvastagaka apatna araJa aranas aranda arganazaka arlana
13 asambla asapav asavaS asmala asmalav atarata atk atvaraJa axan axanav azama azd bagara
13 baharav bakara barat batana daSasa damand darakza darnava dastrabadara dzmatraJ fandasan
13 farhad fart fatara flagt fradkav gadansa gak gams garara garargah gk grapal hadkartars
13 haktar halak hamam hand haras harzlah hasang kadarav kaman kamandar kamar kampanaJa kananav
13 kanstraktara kartapalav kazazan lagastak lataka mabala madarn maga malat malata manaJmant
13 manala manastara maraJa marada markav masas nakalas napa naval nazara paJagas paJatJa
13 papalara parm pk radar rah ramza ranha ravalatansgardas sadaka safan safava saha sahrava
13 sanad sanda santram sarat sarhan sarla satar satarn sav stadas staf starkar talab taraba
13 tarantav tarhan tavfak tp trabalsa trad trat tva valadamaravatJ vanama varkars vasalJavna
13 vastarn vazar zaklada zama zarav انقلاب و ولد
14 Jaravlav Sadara Sams Saraza Spg abadlah afa afrakan agrakala ah ahmat ahsan akzasalz
14 alaktramahanaSaska alaxandrav alaxav alhasan amparal amz anarJa anasant anstramantatan
14 anvastazana apaSarasa aralana araslav asada asfahan aslan atahad atamad avak avtamabalna
14 avtamataka azan azarav bagrad banar bangladaS baska dagtarav damaskas drJavna fagara fahad
14 fang farkas fgba gamakla gardanas gastava glavna gvarJana haJatlah hag ham hamadah hvan kaSa
14 kalafata kambat karbala kardaS karman kastanka kpa kramska labav ladar laganav lakas lasa
14 maJahdan maJdanaradna mabrak mahraz malaka maraslav maxamad maz naft nasam navagatan navatak
14 paSkav padra pargan pasa patraSav pavla platnazka praJakz prabarastratalna prakaramant radan
14 rafat rakatna ralva ramak rasakas rasart raspablakas ravalatansgardaz sabra sag sah salahan
14 salamah salat samanav saprama sarah sdn strahava stratransgaz talakam tanzam transgaz vagnar
14 vaktaravak valantan valstabas vasal vaska vladamaravak zaba zabar zargrad برزان سعيد سپاه
14 شركت في
15 5 Jabara Jakav Saf SarnaSav abarana abdraza adab agas ahrakat aksanas aladzamar alaktranaka
15 alax alha anana angala anmanad antarnal antraprandara apanastasas arala ardar arganazasa
15 armanda asakahta asat aslamalasan atkrataga avakampana avala azada baSarav balaraska baral
15 bhd dabaSa daktar damakratak daran fJadaravaS fadasa fahd fradam gadafa gamal ganaratan garb
15 gardanalar gaz grat hadatlah hadr hamzah hanra hazblah kalaSnakav kalakav kaltaral
15 kansaltant kantara karparatava maJar maSa maSrak mahras makanaka malatar marvan mas mataral
15 naJab nah nard navarasa navasabarsk navs npf padazasa plk raS ramantna rasal rasara
15 raspablakanska rata ravalasan ravalatansgarda ravalazJana ravalazanalasa raz saJa sakand
15 salazar santa sar sasar savastapal saza slaJba st stada straznakav taSnaka tah td
15 valantanavna vampal xan zadah zava ولي
16 Jv Sakan SanJan Sva aJa abdJalal abdhak af agara agat alabaga albartavaS alfansa andalan
16 anfrastraktara aparatan armata ataf atalat avarsas avhanavaS bankang baranav dama danazk
16 danbas dandang fada faza fazaka galf garab gragarJavaS gvardazata haSama haka halafah
16 haldanga harat hraharavaS kanga kantra kardava karpa karpala kasmaSaska lazang maSan
16 madvadav mahmada mahtar makav makdas manaz markatang markaz mataba mazan naJa nadar navgarad
16 patana pradakta praktna rakanstraktan ranat ravalakJa ravalata sahra saka sanam santafaka
16 sap sapahan sapla saras skapana spasalazad strala strata tadamanas tahran taka tarasm tasang
16 taval tavhad traval vJatJaslavavaS valadamaravna valsz vladaslavavaS xana zahrana zaka zanat
16 zbara صنايع
17 1974 Samazav SavSanka aJarsata abJaktava abarta abdgana abdmaJad adakatanal adk aganztva
17 aksaJna alJaxandravaS alaktrak alfrada alnavazat anSarat anatalJavna anda andravna anganars
17 antarprasas arantal arat arganazasaJa armas aslamaSa aslamskata atamabala avanavak azdan
17 balkasam basantanara dastraktan davasas faradalma fragt fraran fzk gaJav galamraza gastalam
17 glab hakmat haran kaSan kalasnakav karansa kartan kazman lab labalata lanav madakal mahad
17 mandaza maraf marka martars naf papla patrana rafa raganalna rakanasansa ravalaknaS
17 ravalasanarna ravalazanara sabha safara sakr saltana santas spazalna stragazmantaJ taba
17 vanaSap zada zakar zvazda اغا خالد عبدرحمن عمر يوسف
18 Jahan Jahn SaSan Sadra Safak Saga Sahab Sahada aJar aSakza abdmanan alaktra alasa amada
18 anavarsal angana antarnasanal apk aplad aptakal arktak aslamskaS astada avdav baka bala
18 banah baraS barakat barasav bata dam drag fadaravna fal farkan fazlah franka galan ganadavna
18 gasam grand hadra hagar htat hva kaka kampananz kantral kastala lagan lakman lastad marakan
18 marazav marza mk navakav padnak palastanan partnarSap planta pragras pramaSlana radana raf
18 ramadan ravalaza samataSaka sanata sarvas statala sva tahad tama transnaft valansa valav
18 انصار جان
19 Jada Jamas afana alaktramaSanakal alvara amala anavatan aralska arans artar artara asafavaS
19 aslamaSan asman avangard bada bal balasav bas batara dasang fadarav fakal falax farma fzka
19 ganaJavaS garna gat gataraz gvardaJas hadat hamanataran has htan kalad kambatant kamhstak
19 karS karav karpasa kavah kazakav kazanska krataka lahansk lal maban mahalav mahamat makarav
19 maralas nabla nada nal natanala nataral parSan prabarastrana raSarSa ravalasanara razvata rk
19 sabaran sadastratalna sarsatara sas sta stratagak tahnalagaSaska vanaJan varana vasa zakara
20 abdhakam abdsatar adkrata agana amanatan apravlana arad arapa arlav aslamakas atamak azad
20 azat bagdada barma dagatal datat dmatraJavaS faktaras farza galab gards gasav gvarda hadad
20 harasan kazlav lakaSanka mabarak makang nabal nasrat pal palas pana papa papav parvaz pras
20 rapablaka rasaJska ravalasaJas sadag savarna spa stapanavaS svat tahnaka tals targava tkaSav
20 trafakang vada vafa varx vastaSna حقاني
21 Jabral Jalal Jamata Jr Sak Sala Savazaga abdsamad ahmada alaxandravak alvaraz amran
21 anfarmazana araka atamatan axparamantal bak banad bla dalan daman dvaJana faraJ farnanda
21 farnandaz gastar hamdan hlang kabasa kadaSta kafa lara mahala malan masana matalargakal
21 nakalav nasr natalJa parsan prataktan rafanara salahdan samanavaS samant tamSanka vJatJaslav
21 vad varabav مصطفي
22 Jafara Jak Javna SaSana Safa Sarata aSa abSastvana abdbasar abdhada abdlaha advansad
22 agrakaltaral alansa anJanarang anaka araba arg asara aslamaska aslamataSa atanamas faJr fazl
22 gam gama haJaza haSan hadara hatal kadar kampasata kas laga magamadavaS makalaJavaS maman
22 mat matar mz naJna nang nasanal partnars patarsbarg raJa rasaSa sab sapah sarana saz sp
22 staStang statna tahnaSaska tahrak tra vara اخوند
23 aSlam abdfatah ansara ard artaga aslamah asral astatal azlamaka blak bragadas drzavna gada
23 kaltara kamanakatan kamasan katana kava kft lagt lp magraba mahanaSaska mahd masad park rak
23 ramanavaS rava sakal sakar sanabal santra sasal smart stanaslavavaS talavasan tapa محمود
24 Jazara Saman afars agnasa akab akadamaka amanlah angal aranana art astad bar gala hakam
24 kamand karana malana marala maram palastana parz prasan ragan rasaJas sadak saval ska
24 taJarat tam tata vab vadamavaS valalat valfara valga vast zav صالح
25 JaS Sarkat abdgafar abn agaravna akadamasan alaraza antraprasa arganazaza avazana axana
25 dahar darvaS fabraka falah fara hamda kaba kastra kazana lama mal malava manastarstva mansk
25 panamarav pmk przadsabarstva raban rakat ramara sadan safdan sarafa tat zara ابو
26 Jand alaJandra anata andraJavaS balarasan dang dat daz farak farm favaz kamanakatans
26 kaparatava kasa klab kram maran masava matal naJad nana npk raganal raka samara sant
26 sarhavaS savSanka spalka taSnalagakal valarJavaS
27 Sasan abdal abdrahmana adana aksana amr anastasa anvar azana balaras basam daba dava fra
27 gardans haba halafa hama hanafa harlah hava kar kazan lanadavna lav lvavaS mahaJar mahar
27 martan masab maskavska nadal nakatan naradna navan raga ralaf ram rasarsas saflah salama zar
27 اسلامي
28 adard admanastratan agla aktangasalSaft andanasa anmabalara apravlaSa gabral kak kamarSaska
28 kaparatan karama ladmala land maJa mad malad malam manma marska martanaz natvark praJakt
28 safa saldars savalav talaban tavan
29 Javar abdrazak badgatara f fazal galam gara garda hamSa kardastan laban lamatada lat lava
29 makala nazar papalar prapartas raspablaka sabar tab taktakal vahad
30 Jafar Saban abadah alJaxandr alan araf astata avganavna baba gana garman gaza katarana
30 kavalSak labadav laka lasang matalarga nakalaJavna nazanalna panstvava patravna pradakz
30 prasasan rang rf saba salamana tarka trans vantara vat zan
31 Jasaf adarda ahtar alas arkada arkadavaS daka dalnaska draJastva fadal gad gald kama karga
31 kaznazav lada mahamada mahr pan ratanbarg ravara sam stat transpartatan varld zana
32 Jana Sapard Sapbaldang aS afSara akavlavaS akbal akram amara askar astarn gamaz gasan h
32 hamas kansaltang kraman lala lanas mamar marad masalas nakata pavar pvt rafal rapablakan
32 salatans sapartars sk tara vsarasaska
33 Sanga aSraf akas bana bat dad danaka dmk dzmatra fransaska fsa galdan hata hk
33 kamarsalazadara kb matarals pablaka palasa ramaraz stanaslav vang xang
34 Jala abdlataf aktana alaxandra anta anvarsanas araS aslamska barzan dav fata gang hadar
34 hasam hatam karaSa kg madla maza nardan patar patrav rasastansa ravalatan sadam valantana
34 vasalJavaS vasalav
35 Jalana alam ananam anat danal davasan faz mak narza pakastan sanSaz sasadada tana
36 J abdhamad alaxaJavaS amam avad aza baJatna banka farst fasaks flaras gan halaf har hatab
36 kav kvang marat maslam matana nak naklar patra spasa tanasa var
37 Javad alaxavna almaz anstramant faras kads kampanas naka rana tasa zafar
38 JavganJavaS Sabab Saratabla adakatan adnan akb akbar anraka antalagansa garsa haSam kalanal
38 kan kata maSanastrana masala raSvanatarsasag rastam sasa sbarbank عبدله
39 Jarga Jasam Saka atara avanavna avas havala krama magal mahlaf nart pablaSna valaravna valat
39 zad
40 anavarsata aral asana atkrata barasavna dab hamada mant mata saf tamar
41 aSraJdana adardavaS aladzamaravaS arab araspasa asal ava bandrava basanas kanzarn sasadad
41 zantralna حسين
42 astablaSmant fadaraza fanansal fasal lana larasa maratama paraz pravansa ran tv بن
43 kansal manal masra pala raba sastam
44 Javgana alfa anatarna atman bang gadar karam lang nan patralam zahar
45 aksava albarta anfarmatan anvast drazba harnandaz hasa pantra tavarastva vaktara
46 abada alama gragara kal lavant raslan tak z
47 abdraham afraka aras asas bakr drastva fanansa frant garga karparaza madana mahalavna raham
47 sabava salman
48 1 2 Sama adal gran hada lan manar patr sahal sargaJavaS taras
49 anatara asama balal g hafaz harakat laba maSaJlavaS martaza np sansas vatalavaS vtb
50 Samakal adan habab kadafa nama pang sargavna ابراهيم
51 abdkadar abdsalam amprasa armad basa basar bragada fatah sapart stal val
52 Jama Jamah akanamak ald ama b kala malak n saltan srl star tang transpart
53 Jabar akadama ansaransa anvastmanz argk arlanas fadaravaS gargavaS maSanastratalna
54 akapmant hala kaS nakalaJ rama sarl
55 ada asam dana galana karal sala samar taha vasalavna vladaslav سيد
56 amad hat kada lagastaks maka sasatata تكريتي
57 aka dr hamza lapaz manang part valad
58 fgap kamata rapar tahar tar
59 abdkaram ahand aslam ata daraktarata haraman maJad
60 akatarana aktans aslamaka fza hak maSanakal mala radragaz sama sanat sastama sata
61 JarJavaS ab aksa anstatatan azaz davad gas gazpram haJ mahsan mar raska stak t tarak vana
61 vasala
62 Sar kradat manmar maskav
63 Jasas Saraf adam batalan kamal karan pra saman
64 anatalJavaS anatalavna aravna atvaztvanasta az dapartmant sak valadamar
65 Sap abdazaz ampart gard hasana labaratan lanad maJahadan maSanara tala vadam
66 faragn kapatal pablak sahab حسن
67 asar kJsk kanstantanavaS karlas nar raSad
68 Sana alagavaS artam azam hara knavn
69 agranaSana glabal mada pars patraSamakal
70 Jara branS haldangs hana sansa
71 alsa avanav kansarn spasal taSnakal valantanavaS
72 ba hakana ltda sat
73 ahar anan anatad ganzalaz parta trast
74 Jamat abda afasa alah karps valadamaravaS
75 fad gragaravaS kana pta
76 ag arkraft ganada ras
77 agansa ank ga nara para
78 pavlavaS ravalatanara tahnalaga vatala علي
79 d gmbh mansar pravata sada vaktaravna
80 Sam aga dmatravaS farsa احمد
81 Jant alaktranak kasam mahda nava paplas svatlana
82 asad
83 danas tas
84 abad fand kamplax spalaknast
85 bakar gal makalavaS
86 kanstraktarska manafaktarang
87 antan hang ral
88 alaktranaks nav npa rahman vaSaslavavaS
89 abas farsas saran
90 maSal vala
91 faktara rad takarat
92 dar fadaralna kanstantan pak sarha
93 Sara aranan dala mana sakarata vaSaslav
94 axSanga nasar
95 antana dan karp maxam
96 axpart fadaratan tatana
97 aha andravaS baras
98 malah
99 ansar manastra sal sarvasa
100 malatara sarkata tal
101 anatala arak lanadavaS rasaska
103 aftar
104 am dara
105 kanstraktan mang
106 baldang mavamant namad
107 Sahad agaravaS
110 rt
111 ast baSar nakalavna rapablak
112 nam p sastams
113 asladavatalska zantr
114 abadanana nakalaJavaS sang
116 ganadavaS paval
119 arana natala
120 sara
121 asmal maSana
122 anarga
123 gasadarstvana ha
124 Jamal
125 alaxandravna halal masa salaman
126 alga anas santral
127 Jang
128 patravaS vladamaravna
129 fadaral
131 aslama pradprata
133 akzanarna amana asan raman taSnalagas valara
135 avatan
136 sasata
137 rada
138 Sang kang
139 par
140 dafansa
141 arma valaravaS
143 Jahad r
144 grapa
145 kamarsal mastafa
148 halad salam
149 san
152 avan ma
153 tan
154 managamant trada
155 rasa
156 Ja dal
157 andastra
158 hamad m
161 das
162 Jasa anstatat fandatan
163 ar
166 las vasalavaS
167 at barasavaS
168 dasagn
169 pJsk
170 prazvadstvana
171 marana
172 Sal alana man
174 ak haldang
175 natanal takrata
176 asasatan
177 abSastva ana avganavaS han
178 anvastmant
182 sarvasas
185 asaf avgana raza sana
186 ap van
188 ad
189 Sa ask
190 Jan
191 alaxavaS
194 Sah
196 San
203 fa
205 andastral l mahmad salah
206 asa
215 aran
218 bara
219 mara za
220 mahal
221 al
222 as kam
223 abdrahman
226 ang haJa
229 sargavaS
230 va
231 antarprasa ra
232 mahalavaS
236 aman
238 nakala
242 vaktar
245 ganaral
252 na santafak
255 alag
257 محمد
260 naSna
264 pradaktan
266 anganarang
269 davalapmant
270 avanavaS
277 arganazatan
279 anatalavaS
292 rasan
301 agar
304 taSnalaga
310 pa
313 aslamak
314 Sapang
315 santar
317 kara
318 zavad
319 andastras
331 ara
333 vaktaravaS
336 aravaS
338 ban
349 antarnatanal
352 stata
368 la
379 alaxa
384 abraham
385 dmatra
387 anstatata
396 abdlah
405 karparatan
411 amar
413 rasarS
415 plant
419 vladamar
429 v
458 sad
461 bank
480 nakalavaS
495 alaxandar
499 andra
510 k
516 alaxandravaS
539 an
542 far
544 sa
553 tradang vladamaravaS
601 sarga
615 alaxandr
644 grap
747 ahmad
823 hasan
880 lamatad
900 s
981 ala
1008 da
1012 ltd
1046 ta
1107 ka
1204 aba
1256 and
1401 av
1668 lk
1687 kampana
1907 mahamad
1933 Jsk
3521 a
"""

READ = """
4 AJJ AJJl AJbs AJl AJll ASklr ASmhmtS ASrn AbSrssk Abbkr Abdbrn Abdbsd Abddhr Abdgdr Abdk
4 Abdkhll Abdmhs Abdns Abdrkb Abdrsk Abdsm Abg Abgn Abgttln Abhsk Ablnr Abltrs Ablts Abnsttks
4 AbrS Abrnlgstk Abrnlgstks AbrsJ Abrsns AbrtS Abrtr Abtm Abtr AdJl AdbrJnS Addsn Adhr Adkm
4 Adkmbs Adld Adml AdmnstrkJ AdmnstrsJ Admrl Admrlt AdnS Adnf Adrnk Adrsk Adsldn Adsr Adtbk
4 Afdr AfkJ AfnsS Afrkd Afss Agld AglnrsJsk Agrk Agsgs Ahdr Ahmdd Akbd Akbrdnn Akmb Akmn
4 Aksblrr Aksbrd Aksbrmntln Akskt Aksmbnk Aksngngs Aktblgt Aktrnbrg AlJd AlJdr AlJhn AlJln
4 AlJsk Alddmrn Aldmrsk Aldsln Alfnd Alggrd AlhS Alhdd Alhdmt Alhl Alhm Alhrb Alhrmn Alhrs
4 Alkdn Alkl Alksrbblk Alktrbrbr AlktrmSn Alktrmhnk Alktrnstndrt Allbk Allm AlmS Almbk Almdd
4 Almrn Alms Almslmn Almsn Almsr Alndn AlndnS Alrt Alsdn Alshr Alsk Alstbn Alstbns AltSkn
4 Althd Althr Altnht Altt Ambln Amdnm Amngs Amrsk AnJm AnSnk AnStrgbnk Andd Andrd Andrnk
4 Andstrln Anfrmks Anfrmtks Ankss AnktS AnlStngn Anls Anmtn AnrSmnt AnrslmS Ansb Anstkbtlbnk
4 AntlJtJ Antls Antrbns Antrbrnrs Antrg Antrkntnntl AntrnSnl Antrsb Antrstt Antrtnmnt Ants
4 Antsr ArSg ArbS Arbsk Ardg Ardkn Ardnt Ardrm Ards Arft Argns Argnsdn Argnsms Arh ArklS
4 Arlndd ArnSn Arnls Arnm Arnr Arnstn Arntg Arsbtl Arsd ArsnS Arsnt ArtS Artbt AsJtJnk AsbS
4 Asbdn Asbnl Asbrnd Asbsls Asgs Asktsn Aslnd Asmsl Asns Asrs Asss AstSnk Astlr Astnsg Astrsk
4 Astrtln Asttk Asttt Atbrsns Atbst Atdl Atlhm Atmsn Atngr Atrs Jbh JdJms Jh Jhdl Jhds Jkr
4 Jlsk JnJk JnJn Jnb JngSng JnkS Jnkk JrJs Jrn Jrsl Jsmn SSkn Sbtk Sbtr Sdn Sfkl ShJ Shbndr
4 Shdr Shds Shlr ShnSn Shrn Shsr SkrdnS Sktn Slbn Sldrns Sln Sls Smlh Smsrhmn SngSl Snt Srl
4 Srm Srsn Sthn bJr bShr bSkr bSrn bbln bddnk bdlb bdlbn bdrJk bdrsS bdt bfnk bgmd bgrr bhln
4 bhrmSb blSsk bldr blhtnk blknk blkrbS blksn blnfthm blnng blrskl blsJ blsbdnStSnk blsts
4 bltSksbrt bmfl bnJmn bnSr bnkrng bnlSd bnls bnmrnk brJkn brSsng brblnt brblsn brbrtr brddk
4 brdgrdlst brdktr brdl brdm brdrs brdsdnk brdsttlst brf brgdJn brhnS brmns brrmn brsJn brsnd
4 brsnrs brsns brtdn brtgn brtnr bsbk bshlnS bslr bsrgn bsst bstls bstrkn bsts btSnlg btbkn
4 bth btlflds btrtSsk dblms dbnnsk dbrJsk dbrbt dbrd dbrtmnd dbstr ddb dddSk dddk dfd dgkd
4 dgnmd dgrs dgrts dkldn dkln dlJl dldn dlfn dlmSn dlrgk dltl dmSk dmkrs dmlnd dmm dmng dmtrJn
4 dnJn dntns drbsk drdk drktrtt drngng dsbl dsd dsgnng dtSmnt dtk fJn fbr fbrktn fddn fdsS
4 fgtrs fhrdd fhrdn fkrdn flkrbblkn fllsg flmn flrd flstk fndS fndl fnnsr frdnndS frdrk frdt
4 frht frkd frmndh frms frnkln frnts frsbhr ftrhmn ftrlnd gJS gbdl gbnJ gbrk gbrstrmst gdm
4 gdrbrs gg ggSl ggrdSn ggrn ghd glgrddSn glkm gmrS gmt gnJn gnbnk gnrhn gnrls grbr grdJ
4 grdlhsn grdnk grdnnsk grfn grgk grld grln grmnS grsmS grsn gsdrst gsnb gsnmS gss gtkrkr hbS
4 hbmsd hdJ hdb hdrb hfJ hglnd hgs hkdmn hkmdd hkmdn hks hlbrs hldk hltb hmdlhl hmtS hnS hngS
4 hrbrt hrhS hrms hrmt hrnnd hrsnsk hsb hsd hsk hsntS hstr htf htmsk htrJ kJgtS kJk kSd kSnk
4 kblr kbm kbnt kdS kdbntJ kdrtl kfk kfr khkn kkdd kkl klJmnd klJsk klbk kldd klkld klmbn kmSl
4 kmblkss kmblkt kmbrhns kmfrt kmhrng kmnkdn kmnsk kmrd kmrng kmtd knSrn kndrhn kngls kngmt
4 kngs knhn knkrd knls knslt knsrns knsrtm knstndn kntnr kntnt krSS krbrkJ krds krdst krgnmSdd
4 krhnJt krht krkrn krks krlbS krltlt krrg krsdrs krskdlm krsng krsnrsk krtks krtls ksbnt ksd
4 ksks kslf ksms ksmt ksmtks ksnJng ksngng ksnt kss kstnd kstng kstntnS kstrn ktm lSt lblnk
4 lbrknd ldJ ldd ldmr lfg lfk lgflsb lgrr lhmn lhn lksJnk lktd llsrf lndstr lndtJ lnfktn
4 lngksn lnks lnm lnnk lrJn lrb lsd ltr mJn mJnmr mJnmrsk mJrs mSJlk mSm mbd mbdb mbrSmn
4 mbrkshS mbt mdJ mddnrd mdfr mdng mdrsk mgb mgmt mgn mhdl mhg mhmddd mhrbk mkJ mkSd mklJ mkrS
4 mkshk mksl mlgn mlklrn mlnSk mlndd mmtmn mndn mngk mnh mnhn mnkd mnndr mnrshS mrSk mrmnsk
4 msbtm msg msttrst mtbs mtlnst mtmn mtsmbl nJf nbln ndd ndngr ndnk ndrlnd nfts ngss nkb nklt
4 nkndbtr nkrgn nkrgns nks nln nlsn nmnk nngb nngl nrg nrgn nrk nsnlng nsnt ntb ntbr rShk rSk
4 rblgbgrt rbls rbrsn rbtks rbts rdS rdbrbrn rdbt rdd rddk rdlfS rdlgkl rdrg rdrn rdsd rdsl
4 rdtSnkl rdthnk rdtldJ rdtn rfS rfb rfnk rgbrt rhsd rhtm rkd rktr rldS rldgn rlk rltns rmSn
4 rmns rmnsk rnJ rnst rnts rsbtS rsfsr rsglg rskbstr rsksmbnk rslJs rsng rsnm rstmflt rstr
4 rstrb rstrg rstslS sJml sJrh sJtln sbbt sbkntnnt sbll sblnk sblr sbntrst sbrksk sbrmrkt sbrr
4 sbrsbs sbtl sdkml sdlS sdln sdrJst sfrS sgd sgrt shn skm skmflt skrm skrts sktb slSnk slhnJd
4 slmdn slsns slstr sltJ smJn smtk snJ snS snb sndk snf sngJ snglnt snkn sntrn srJnk srJsk
4 srgtnftgs srkd srmk srtk ssJ ssnrs sstmn stfn stms stndrd stndrt stnkstrn stnsls stnt strms
4 strtkrft strtrSt sttlS tJrnsJ tSnlgJ tbrk tbt tdg tgS tgnk thggt thmr thndnmk thnlgJ tkdn
4 tkl tknlJlr tksrS tktJ tlkmnktns tlkn tlm tlstkn tmbsk tmfS tmg tnJl tnkrs tnr trJ trdn
4 trgsk trkk trlsdn trmls trmnklr trmnl trmntr trnd trnskntnr trnsntnl trnst trntS trsS trstk
4 trstks trtl tsmslk tsn tsnn
5 AJb AJnd AJssl ASsln Abdbdl Abdbr Abdhbb Abdkl Abdmd Abdmn AbdrSmn Abdrb Abdrk Abdrsd Abdsd
5 Abdtb Abkngd Abm AbnS Abnd Abrtng Abrts Absl Abtl AdJn AddSn Adldk Admnstrk AdmnstrsJs
5 AdrbJn AdrdnJ Adstn Adtn Afnn AgSn AgdrS Agfr Aglbln AgnkJ AgrSt Agrfrm Agrgt Agrrn Agttn
5 Ahdd Ahk AhmtS Ahtrbd AkJn Akbsk Akg Aknn AksJ Aksk Aksnnk AksssJ Aktbr AktrJ Aktts
5 AlJksndrn AlJrb AlJtn AlSf AlSk AlSsk Albkr Albnn Albrr Aldb Aldbt Aldl Aldln Alfsn Alfstrhn
5 Alghr Algmd Algmr Alhmr Alkbs AlktrtSnkl AlktrthnSsk Almk Almnd AlnSk Alnds Alrbk AlrnS
5 Alsbh Alslrrs Alsm Alth Altk Altns Amblsk Amdk Amnkng Amnlh Amrbk Amrkn AnJnk AnJnrn Anbrg
5 Andng Andrsn Anfrm AnfrmdJn Anfrmt Ankldng Anl AnnSnk Anrsr Anstgt Anstlt Anstrmnts Ansttd
5 AntJ AntrJ Antrbnk Antrtrd ArSb Arbl Arbs Ardk Ardm Arflm ArgnddJn Arhbl Arlsb Arltngs Armr
5 ArnJsk Arrt Arsk Arsll Arth Artlt AsSg AsbJdn Asbrgd Asbsl AsdS Asdk Askbr Askndr Asknsk
5 Askrsnsk AsktSn Asktk Asldr Aslms Aslmst Aslsnm Asmnt AsnbkS Asnl Asnt Asrmn Asrsk Assb
5 Astdd Astkmt Astrdn Astrl Astsn Atbn Atknsk Atlk Atrgn Atrm Ats Atsm Atstnst JJng JSng Jdrt
5 JhnS Jlkbl Jlt Jltk Jmtl Jrml Jskb Jsn SSJ SbS Sgmrn Shbdn ShgS Skd Skk Sklkn Sklr Sks Sld
5 Slng Smrs Smsbd Smsdn Smsl SngSngng Sngr Snmng Srb Srdr Srgn Srmn Srnk Srtr Stkn bJt bSgn
5 bSrS bbSkn bbs bdbknst bdbrgr bddnJn bdlsk bgS bgk bgskr bhdn bhmt bhnd bhrd bkf bkm blJk
5 blSnk blbk blbnk bldmr bldrs blf blgrsk blh blmrs blndn blns blnsk blrn bltS bltnk bmbl
5 bmbng bmng bngS bnkn bnnk bnsk brSd brbgnd brdd brdrk brdsrs brfl brfsnl brgr brgrms brkl
5 brksn brlndngn brmks brmm brmsdbnk brmtS brnSkn brnr brnsbl brntng brntnk brrd brsrtn brtfl
5 brtt bsJ bsSnk btmb btrSm btrSmkls dJk dSk dSn dSrg dbbhn dbhbr dbkn dbnsk dbrkn dbrl ddSn
5 ddmlJt dfndr dgd dgtlstrtln dhb dhrSnk dkS dkrn dlJk dlbr dldstn dlgbs dlgn dlnk dmbd
5 dmdndrn dmkrt dmrnd dngbng dngfng dnlnk dnmt dnnstn drbkn drbr drddnk drhSnd drkJ drkdl drks
5 drktrd drktrts drlng drsbs dsnt dstrkt dtln dts fJdr fSr fdd fkr fktn flbSk flbns flksS flrt
5 fmS fnddn fndsJ fngslt fnt frS frkt frmn frntl frsht ftn ftnks gbdlhkS gbtdn gdbrmnft gdrn
5 gks gkt glSn glbk glbs gldd glds glgSsk glks gmbt gnddS gndls gndrs gngs gnrln grddk grgh
5 grgrn grlS grlkn grnds grnmnt grnn grtng gsdn gsk gsksk hJdd hSrd hbhb hbrsk hbs hbsrk
5 hdmtlr hfs hkr hmdt hmnd hmntr hmrdn hnStn hnbl hndd hnsk hnsr hrSrds hrbk hrmns hrsdn hrst
5 hsnln hst hts kJmk kJnk kJrdd kSkd kSnr kdb kkbng kkmn kkrr klksk klmd klmln klmnd klnsk
5 kmbsts kmdk kmkm kmrt kmrtn kndlk kndrtk kngbng kngd kngr kngsn knsltnd knsltr knsltrs
5 knstndnS kntm kntn krbt krddk krdm krfrd krgnbrbr krmdn krmrnk krnStdt krngng krnl krrt
5 krsnStn krtJnk krtr ksS kshn kstkS kstrbdk ktJ kthn ktrJ ktrnJ lJb lJr lShJ lbh lbld lbng
5 lbrdJn lbrdn lbrsk lbsk lddk ldrg ldrn ldrs ldtkn lgl lgr lhS lhbb lhl lkbt lktn llk lmbrt
5 lmnd lndrng lnrs lnsk lrnnk lsdn lsnk lssk ltltn lts mJdnrdnJ mJg mJk mJm mJmbr mJtb mSd
5 mShdn mSmd mSng mbtbng mddSk mdfl mdhm mdhn mfd mfl mgmddkrS mgrg mgtrd mhb mhmdhn mhng
5 mhsdS mkbnk mkld mkmd mknr mkns mlds mlhrS mlmb mltmn mltn mmsr mnShr mnbrn mngdk mnn mnsrn
5 mnstrJ mnstrl mnstrm mntrng mntsm mrbtn mrdnSn mrgSl mrhmd mrln mrnSk mrr mrtr mskb msnk mtd
5 mtlhnsk nJfbd nbr nbtn ndJnl ndlmn ndrl nfnt ngd ngks ngl ngrn ngt nht nkfr nkmtmJ nkrg nlk
5 nmkn nml nnbrft nrbgnd nrldn nrln nrstn nsbbr nskl nsmS nsndbkr ntn ntngk ntngl rJbS rSdr
5 rSkn rSnk rSrSs rbhn rblgbgr rddnn rdrtn rdtmtk rgmkr rgrS rgrr rhmtlS rknd rlnd rmSkn rmbht
5 rmdk rmnt rnbng rndSrk rngf rngng rngrd rngsng rntS rsJn rsbdnrgmntJ rsbrnksbrt rsdn rsgrd
5 rskn rslhdbnk rslktrnks rsmn rsskg rstk rstlkm rstmS rstrnts rstsk rtnbr sbgn sbrskg sdb
5 sddd sdhmd sdlng sdnk sdrmntn sfdng sfrht sfsns sgntrs sgrs sgt skSk skbJ skksk sklk skrg
5 skss slbgr sldnk slg slstn smJnS smJng smS smbr smkS smkt smnn smrsn smst smstn sngbl sngng
5 snhJ snlSk snng srJdn srdsnJ srglr srlns srns srstl srtn srtsk stJn stdbdrf stdl stdltr
5 stlmnd stndrds stnkn strSn strg strgl strk strlhn strtln strtn stslS tJJk tSnks tSnlgk tbkn
5 tbln tblthnk tdn tdng thnbrmksbrt thnlJ tkfr tks tkslr tldJs tlds tlfh tlmS tlms tmbr tmnk
5 tmrdS tmrgl tnSn tndnn tngn trSn trbltn trfm trfn trmlllt trnb trngng trnng trnsfrs trr
5 trsnk ttrdnk
6 AJmS AbSrsk AbdJbr Abdd Abdmnm Abdmr Abfn Ablt Abrdtln AbrmSnk Abrtns Absn Adbl Adbrtln
6 AdlfS Admnstrsn Admnstrts Adnrk Adtk Afgnstn Afm AfntlS Agln Agmr Agrbkr Agslt Agstn Agtsd
6 Ahm Ahndd Ahsnl Aksbrtn Aksnt Aktmb AktrtJ Aktslskbt AlJksJS AlSnk AlbS Albdl Albtrs Alddmrk
6 Aldk Aldkd Alfdl Alhb Alhkm Alhmd Alkr AlksJk Alksnd AlktrmSnks Alln Almktl AlmrS Alnm Alrb
6 Alsb Alss Altl Ambls Ambrsk Amln Ammk Amnn Amns Amnsdn Amnt Amrgng Amrm Amrs Amsn AnJnr AnSr
6 Andg Andstrls Anfr Anfrmsn Anfrsmnt Angnd Ankm AnltSsk Anmt Antdm Antlk ArSkn Arbbsr Arbrt
6 Arfn Argnk Arhl Arhr ArkJS Arkdn ArmJ Armds ArnS Arnl Arnlf Arslsk Artlr AsSrS Asdr Askn
6 AsldS Aslds Aslmskg Asls Asmr Asrst Assl AsssJ Astbn Atbk Atdln Atmflt Atmtd Atmtdrn Jdl
6 Jhlb Jhnsn Jkb Jkn Jks Jlbb Jlk Jlm Jmb Jndb Jnh Jntn JrJk Jrdn Jrmn SSm Sbdn Sbt SdSt Sgrn
6 Shs Shtdn Sknk Slh Slkn Smbnsk Snkt Snm Srks Srns Srstfr Srstn bdbknstn bdrk bdrlm bdtnsg
6 bflb bgrk bhS bhbd bhdk bhmnr bkbr blSstn blgt blgtrtln blklm blsr blstk bltJ bltnS bnglm
6 bntntr brdng brkkt brkr brlt brmthnlg brndn brngr brnk brsdnd brssng brtJ brtl bss btdn btnn
6 dblk dbrn ddS ddmJtl dds dgdg dkrS dkrt dld dldd dmndn dmnt dmr dnSk dnlSnk dnn drdd drh
6 drktn drnk dsrls dstJrd fSng fbl fdt fgtng fkrt fks flm flrbrt fm fnbd fngSn fnglst fnnsd
6 frmstkl frtlr frts fskl gdnk gkm glkn glml glnd gls gnS grJ grbs grdk grdl grgrnk grmk grng
6 grsk grsm gsbk gts hbJngng hbd hbl hbn hdl hdmr hdrlks hdsrg hhl hlkn hlrn hmbl hnJn hndS
6 hnddS hnds hngJn hntr hsmdn hsndd kJJ kSl kSmr kbt kdbk kdlsk kgl kgln khk kkddn klbn klbrtn
6 kldr kldrn klnlgs kmbbl kmbddn kmbs kmbtrs kmk kmndnt kmtmJ knSnk knb kndr kndrt kngl kngsng
6 knng knrk knsgl knslh knsll knslnn krJn krSk krSnnk krgb krgl krml krmnl krssk ksbn kstk
6 ktkn lJn ldm ldmn ldrt lft lgb lgnS lgrS lhbs lkk lndk lnl lnn lrk mSh mSrf mbf mbk mbm
6 mdkmr mdkt mdlks mdm mf mgt mhJlS mhJrn mhS mhSk mhdd mhlk mhrn mkdm mksmS mlkS mnsd mntngr
6 mntnns mntns mrSnSnk mrdg mrdk mrh mrkb mrkt mrlt mrnd mskS msklk msnr mstdfn mtbd mtrs
6 mtsdk nJl nSk nSnbrddstn nbt ndk ndmn ndnlng ndrnk ndsm ngb nklb nlfrSn nrSkn nsb ntgnd ntr
6 rbl rbrtS rdnd rfd rgdn rgt rhl rhnd rkSnk rkb rkl rmb rmbt rsbnsbldd rsg rstn rtk sSrht
6 sbdlng sbnng sbrd sbrk sbrsn sbsdr sdrdn sfnts sgnnt sklr slmnS slsr smkndktrs smnnk smnsk
6 sndl sndn sngbr snrg sntnls srJn srfd srgb srgr srnks stdr stdrng stftlsn stg stlmnt
6 strdkrStn strm strnk sttlg tJk tSndnmk tbn thmS tknlJ tknlgs tkstl tlkmnktn tlnglnmr tlr tlt
6 tmrd tmtm tngbng tnkr tnks tnmd trS trbdn trf trml trnsbrts trnsmrflt trtn ttl
7 AJng AJs ASl ASln Abb Abdbt Abdfth AbdhS Abdhb Abdhdr Abdhsn AbdlS Abrmb Absln Addm Adgrnsk
7 Adkd Adsrddbs Aff Afl Agdgtsg Agrkltr Agrnsnm Ahkls Ahlg Ahlk Ahls Ahnk Akdk Akdnrng Aknm
7 Aksb Aksblrtn Aksbrs Aksl Aktsd Aktsnrn AlJks AlJn Albd Aldhr Algk Algs AlhJ Alkbr Alksndrd
7 Alktrkl Alnsm Ambrsrl AmlSnk AmrS AnJlk AnSnknmSsk Andbndnt AndrJk Anfrs AngS Angr Anmn AnrS
7 AnrgtSsk Anrm Anrstt Ansttts Antgrtd Antns Antrnn ArSn Arbt Ardnd Arlnd Arnlr Arrs Arsln
7 Artd Asbnd Asbr Aslt Asmdn Asstns AtSnk AtrS Atrd Att Jdnlt JgnJn Jhng Jldnk Jmbs Jmldn Jrm
7 Jst SJ SSk Skb Skt Slgn Slm Smt Snd Sngsng Snn Srls SrnSnk Srs Sst Str bJg bJtrS bdS bdbSnst
7 bdlt bdns bgl bgt bhJ bhdd bhm bhmn bknd bkrn bkrt bksl bkt blSk blgsm blkn blmhtr blrfrn
7 blsk bnl bnlSb bntnsr bnts brdksJn brgdn brgs brkbnk brkf brmk brmsk brnt brsbkt brsdntl
7 brsnk bsbltn bskbng bskr bsnsk bstr btS btrSl btrbrg btrr dSrn dSt dbdn dbrJ dbt ddhd ddrJn
7 ddt dfndrs dgls dlb dlkdr dmS dmSnk dmnds dmrn dmt dnSJ dnlS dnmk dnmn dnst drl drms drtrt
7 dsrl dstlr fS fbrksn fdlr fdrtnns fdrtns fg fhrt flbn fll fnds fnr fns fntr frdmn frkS frmrl
7 frnks frnss ftS gbgr gbt gfngns glng gmbSdd gnbs gndl gndr gngJ grSnk grbSk grkn grts gtdt
7 gtk hJtlslm hddd hmnk hns hnt hrktl hstrkl kJ kSr kbS kbrk kdkS kdrs kfmn khn klSs klkn
7 klkst klt kmbd kmbl kms knS kndrtnk kngrs knsJ knsrs knstntnn knstrksn knstrktns kntrk krJs
7 krbrsn krdns krdr krr krstl krts ktrng lJnt lbm lbrtk lgnd lht lkl llb lmkn lmt
7 lnbrmtrnsbrkt lrd lsk ltnnt ltt mJls mSlS mSs mSstn mStk mdk mdlm mdrd mdsn mft mhbrt mhrdd
7 mht mhtb mklJn mktb mktl mlh mll mmlk mmtmng mnb mnds mnfktr mnsl mrbl mrg mrkS mrkl mtSnsk
7 mtlg nJt nSr nbd ndJmst nfr ngJl ngm ngsdrstn nkg nkmbnk nmSngng nrJmn nrgl ntrlnds rJs rddd
7 rdf rdg rdsk rfnng rhb rhbr rhmt rmdnn rnS rngl rnk rrs rsJ rsbltn rsbndr sbdrb sdhdn sdl
7 sdrmnt sdrt shln shnd shrn skln sknnk skrhd slrst slsl smln sntrln sntrns srb srdl srdn
7 srdnk srhJS srhJtJ srks srm ssn stdns stftng strdsk strhn strts sttns tJhd tgnd thb thn tlsk
7 tlst tmm tngsr tnl trdg trdrd trgn trkdn trlk trnsbrtn trsk trtk tsk ttr
8 AJnsk Abddm Abdkbr Abdkds Abtln AdJ Adkn Adlb Ads Afb AfmS Afrn Agntr AhS Ahdl Ahkl Ahnl
8 Akmd AlJm Albtn Aldhrn AldlnS AlfS AlksJn Alksnk Almdn Alng Alntrs Alrhmn Alskd Ambrtdr
8 Amgrnd Amrt Amsbndk Amstm AnSknmbnk AnSsr Anbng AndstrJ Andt Anfntr Anglb Anhb AnmnS Ansrdn
8 Anstgsn Antrbrd Ardd Ardmsk Argnddn ArgndkJ Argnst Arlgndd Arnld Artl Artltn Asbt Asfls Askm
8 Asnln Asstd Astnn AtS Atln Atlntk Atmtks Jb Jdntn Jg JklS Jldn Jlhm Jnn SS Sbrn Shrr Slr
8 Sstn bJn bSln bSrdn bbd bblSng bbn bdSbnk bdg bdlr bdrdn bdrgn bds bgdnS bgnm bgrl bgslsk
8 bgtr bhSt bhrn bkhn blbrdnk bltsk bngd brdbrmst brddnt brdds brdkn brfn brfsr brkrg brktr
8 brms brng brnsk brsdnt bsbl bstmnt dSr dbrk ddng ddr dgb dhgn dlgd dlk dmbrn dmnk drJml drbk
8 drbt dtl fdrdn fdrnk fdrsn flh fndd fndkJ fndt fnrn frn frsnk fsn fst fth ggrfkl glrm glt
8 gmn gnSr gndd gnrhS gnt grSk grSn grbt grh grmnn grrd gslnr gstn hJJ hbm hdnk hds hdstn hml
8 hrSnk hrh hrtd hrtn hsbl hslk kSkn kbrn kbrr kggn kkd kkr klJms klSn klsk kmnt kmsmlsk kngnt
8 knkst knslr krbnk krnd krstn ksrs lJdml lbS lbdk lbt lmtt lntrt lrndn mblstn mdglm mdln mdst
8 mgnllt mgs mhmdl mkls mkst mktr mlSk mntdr mrSnt mrfn mskr msks msrf msst mtng nJgrdsk nJm
8 ngdn ngn nh nklJk nknr nkrs nmb nmhng nmt nnt nrtrn nsn rSmn rSrd rStnk rbh rdkn rdlf
8 rdlktrnk rdln rdnn rdrd rgmnt rgts rklk rnld rnr rrl rsb rslnd rsls rss sbnd sbrklng sbrsk
8 sbtn sfs sgrdd sgrnk sgrnst shd shm skd skrtt slfst slng slnk sltnS smks snds sngl snsr sntg
8 sntk sntrfg ssd sslst stlt stntfk strdSn sts stst tJn tSmS tdtr tf tgtrn tknk tmd tml tntS
8 trdk trkmn trkstn trnsl trssg tst tstng
9 ASd ASmd ASt AbSn AbrSk Abrg Abrr Abrsd Adbkstn Addl Adf Admn Admnstrt Adrt Agbt Ahmdn Akf
9 Akmltrn Aknmks Aksr AlSm Albrd Alfd Algd Alkdf Alkss Alktn Allst Alndl Alnsk Alntr Alrk AmJd
9 AmS Amhmd Andnsn Angns Angrds Anh Anstd AnstsJ Anstttl Antrnhmn Arfl Argkdn Armnk Arntk
9 ArstS Artn Asssn AtlJS Atrds Jdk Jdrn JrJ JrJtJ Jsb Jsts Sbl Smk Smkt Sngk Sngl Sngt Snr
9 Srmt Stb bSkn bSn bblns bdbrmst bdd bhl bhnm bhrm bhtr bklnsk bkn blgk blmr bmbnsk bmd bnds
9 bnlns bnnsl bnrs brdnk brkb brkndlk brktrn brmSlnst brmsl brnds brnl brntn brtdl brtrs
9 brtsns bsb bsdn btb dS dbsk ddrk dlkrnn dlnstSn dmnl dnmnd dnms drSnk drm dstn fdrsJ fktrng
9 flbS fld flkn flr flsn fndk fnks gdlb ggl gksl glmhsn gmbs gnk gnn gtS gtlk hdn hdtst hmbrt
9 hrdn hrmd hrtg kSlf kbln kbtn kdmS kh kmbnd kmbr kmtt knstrkt kntrktng krbss krkr krlS krnnk
9 krnr krnt krst ksbrt ktbS ktbt lJdsk lbrsn lbrt lbs lskr lst mhdn mkbr mklJtJ mkrtS mkt mlhm
9 mlnSnk mnS mrSnk mrks mrnS mrtS msndr mstr mtS nbs ndn ndnl nds nknd nlS nlds nlnsn nmdt nrl
9 rdtlst rfdn rgJnl rgl rgnS rgnlkrbs rgnns rht rlnt rmnnk rnl rsrs rtn sJrn sbfr sbln sbnn
9 sbrs sbtnk sgdn skf skrd skt slslt srJs stSn stdJd stnkS strktr stts tJ tSnbrmksbrt tbr tdk
9 tdr tfl tfr thmsb tln tnd tnsn trnsbrtng tsln
10 AJn ASm Abdll Abdnsr Abks Abrs Abtks Adgr Adlf Afg Afrd Aglr Agnst AhmdS Ahmr Ahnddd AhrS
10 Ahrr AkS Aksm Aktm AlJhd Aldd Aldt Algr Alnd Alnr Alnsr AlrJn Ambks Ambr Amdn Amhn Amls
10 Amsbnds Amt AndS Ands Anf Anfrmtk Anhdntrnhmn Ankl Ankr Antdt Antgrl Arbtn Ardms Argn Arls
10 Arnt Arntks Askd Askln AslJ Aslg Aslnk Ath Atnk Atrns Jbht Jbl Jdd Jhr Jktrn Jmnd Jns JrJn
10 Jtn Sbln Shbd Sht Slk Srdt bJs bJtr bSm bbr bdgt blds blgkl bltkl bntl brdmsl brft brgt brlk
10 brln brsd brss bsbn bsrb btrd ddrlk dgl dks dlndlsk drksn dtds dtns fdln fdrkJ fdrsJs fhr
10 fkb fmn frnngn frtn gbnt gdbrmbnk glS glmtdn gnbdr grJdnsk gstrS gtf gtn hlkbtrs hnn kSf
10 kbdl kgn kgr klmb klmn klnn kmbtng kmdts kns kntrrs krbk kssn kttntdt lbnn lbns lbrtr ldt lh
10 lmns lnr lnrd lntn ltf mShs mStr mds mhfd mhrb mhsd mlhn mngng mrSd mrSl mrgrt mrtnn msJd
10 msm mtlrgSsk mtls mts nJbl nJmdn nJr ngkst nkd nmbr nsrn rSt rStn rdJ rdthnSsk rgnls rh rhrS
10 rhs rslnS sbhr sbnm sbnml sbrdn sbrl sbt sdd sfrSt sgn skrn skrs sldb slf slmS smgn smk
10 smkndktr sngs srS srbn srmd ssk stb strs tknlg tldn tmt tnk tsr
11 AbS Abdmhsn Abdr AbdrSm Abh Abrdr Adbrt Adnmms Adrdn Adrm Agbtn Agnd Aknk Aksrst Akst
11 Akstrnl Aldm Algn AlksndrtJ Alnk AndlnnSb Angs Anhng Annsk Ansk Anstrmnd Antb ArSd Argks
11 ArgnSn Arhm Arhn Arkn Arksmhd Armrd Artk Asdl Atkn Atnmn JlJ Jlr Jmhr Jmn Jnr Sldrn bkb blg
11 blng blsm bndrnk brbrt brddnJ brdkstng brnkJ brnrd bsrn bstn btlns ddnk dfs dkn dlmhn dmngd
11 dmtrn dnb dnbr drkn dsk dtn fml frns frtS frtl fts gmr grgJS grgn hbbl hlfn hmdrd hngkng
11 hrdnt khtn klg knl krSt krtrdg kslk kstntn ktt lds lgnsk mSkn mSnks mSns mgdm mhls mhmdrd
11 mksln mlng mlnk mlr mls mlsk mmt mndl mnks mrb msfr mslms mtsm nSnsldtlsk ndJd nfl nkmrSsk
11 nsf ntd rbbls rbk rnd rsnft rstrnt sbdldrn sbls sbtg sgnl slb smfl snkt snrs sntrs srgJk
11 srgJn srkn srmn sstn stftls sttlSs tgrn tld tmk tndn trSnk trnsfr
12 ASsltln Abdbst Abdhlk Abdmlk Abdrf Abnbr Abrm Adrs Adsk Adtl Agk Ahrs AlSn Almnm Alnkms
12 Alstr AnSn AndktS Ankt Antrnt ArSk Argndsn Argndt Armmnt Arsnl AsJ Asbl Asklt Aslk AsmlS
12 Asmtl Asst Jkt Jlldn Jndl Jrk Sbs Shr Skl Slbnsk Smkls Sngng Snl Ss bJk bbkr bdm bkl blr
12 bltk bltrn bnSk brdg brds brmtn brtd btrtk dmkrtks dmkrts dnS dngn dnm drf dssns dstrbtn gbb
12 gdmn gds gdt gnm grbn grdsk grgs grnk hbln hdksk hksn hlkbtr hlm hmSsk hndl kJn kSm kbdlh
12 kdt kdtrssg klS klnk kmbgn kmbnt kmbtr kmnst kntnnt krms krrSk kskr lJstk ldk lmn lnk lrnt
12 mSJl mSJln mgrS mkd mkm mkrn mnrl mskn mtm mtnk nftn nmn nnd nsrdn nsrl rbblks rbd rdnsk rgd
12 rkrd rks rnkn rsSn rskt sbb sbd sbnr sbsd sfrn skmbnk slJ sldk sntn tbtb tdbr tlf tlh trkn
13 ASn Abkr Ablst AbmJn Abrd Adkdnsd Adlm Admt AgJn Ahrn Akss Albn AldmrtJ Alhn Alkd Alktrst
13 Amsk AnJ AnkS Ankrbrtd Anstgk Antf Antrst Antt Argndk Arkrs Arnk Arsm Arts Asg Asldn Asmbl
13 Asnk Atls AtrJ Jdntk JrS Jrslm Shl Shn Smstr Srbk Srnmrnftgd bJgs bJtJ bgdn bhn blgn blnd
13 bltn bnsn brdksn brdr brdsk brtnk bsl btrk btrsk btrt dSs ddmtrJ ddrn dgrb drJ drkd dstrbdr
13 dtr fdrs fdrt flgt flstn fndsn frdk frds frhn gdns grbl grr grrg hdkrtrs hdrt hktr hls hrm
13 hrnn kbn klf klr kmS kmbnJ kmndr knm krgn krtbl krtl lSkr lSnk lbk lsr mSr mdrs mh mhnds mlf
13 mnJmnt mnk mrdn nkls rJb rhmtl rkn rltnsgrds rmS rms rndn sbn sdndg sdt skS sks smb smrn snk
13 srtl stf strkr strlk tbs tgrs thrr trbs trktr tts
14 AJk AStn AbSrs Abdbk Abdn Abtn Adns Agnr Agrkl Akdsld Akr Aktrk AlktrmhnSsk Alstbs Altb Andl
14 Angnr AnrJ Anstdn Anstrmnttn Antrr ArSrSg Arkt AslJn Assk Astrd Atkl Jls Sbk Sh Smr Snng
14 bSnk bdbsnst bdl bgng blb blnr blss bltndk bngldS bnks bnm brJkd brbrstrtln brddn brhm
14 brkrmnt brmr brnsl brsl dgr dh dmsks dndn drgrd fdrk fgr frdn frhd frr gmkl grJn grtr hJtl
14 hS hmdl hrdl hsr kddn kdrd klft kmrn knstrktr krkn lbl mbl mbnd mdbn mgmd mhnk mmd mntr mrgn
14 nS nst nstr rJk rft rltnsgrdd rml rntn rsbblks rsks rsrt sbg sgr skn slhn sndr snl snn srdk
14 srr srsk stlm strtrnsgd tSn tgr tkr tll tmn trSk trbn trnsgd
15 AStr Abdhlm Abnstss Adg Afsn Agb Agd Ahb Ahmt Ahrkt Ahsn Aksns Aldmrk Alntnn Ambrl Andrs
15 Anklb Antrbrndr Antrnl Arbk Ardr Argnds Armk Arnsk Arr Artmn Asbn Asfhn Askht Aslmlsn Athd
15 Atkrtg Atmbln Jrd bdds bgrd bks blrsk bns brJ btrl dbS dbl dbs dgtr drb drgm fJdrS frdm frh
15 fsk ftm glbrt gnrtn grdnlr grk hJt hdf hdmt kbk kdbnt kltrl kmbnnt knsltnt krmsk ktk ktl
15 lrds ltk mSrk mdnd mhrs mkb mksmd mtk mtlk nbf ngtn nmr nrn nsbrsk nsm nsnln rbt rdr rds
15 rldJn rldnls rltnsgrd rmntn rnh rst sSn sbrm sh sht slJb sldn ssr sstbl stds strdnk strh
15 tlkm tnt trndd
16 AJtJslS Abdrd Abtk Adnk Afrkn Akmbn Akrn AlbrtS Alddmr Alfns Almnt Alsn Alsr Anfrstrktr Anks
16 Anmnd Ansn Args Armn Arst Asgr Atmd Atmt Atmtk Sgl Skn SnJn SrnS bJ bbS bdk bnkng bnn dbk
16 dktr dlm dmd dml dmnd dms dnbs dnd dndng dnr drgn ff frl gdl gfr grddt grnt hmr hrS kmbt
16 krdS ksb mknk mm mrktng mslmn ngrd rknstrktn rlkJ rmk rsbblknsk sbsldd sdS skb skbn smd
16 tdmns tms trnk tsng
17 AJrst AJsk ASr AbdJll Abns Adktnl Adln Adrn AlJksndrS Albg Alktrk Alndt Alrs Amb Ambl AnSb
17 AnSrt AntlJn Antrbrss ArgndsJ Armt Atm Atrt Jdt Jt Sbg bhd bnS brdk brg brkn brktn brnd brst
17 bsntnr ddd dgn dlg dlr dndk dstrktn frg frks frrn gS gdf gldk glf grgrJS gstlm hdtl hkmt
17 hrhrS hrk htk krJ krk kst kstn ktb lblt ldn lf lrm mJdnrdn mdkl mhnd mkln mlS mndr mns mrdS
17 mrtrs rgnln rhn rknsns rldnr rlknS rlsnrn rsr sbhn sknd strgdmntJ tbl trhn
18 AJm ASk AbJkt Abdgn Abdhk Abtkl Afns Ags Aht AksJn AldslS Altn Ams Andln Angnrs Antrnsnl
18 Arng Arntl Arsn AslmskS Aslmskt Astn Atlt Jdn Jrl Srg bdrn bht bldk blstnn brbs brtnrSb bsn
18 df dhrn dmkrtk drkt dss fng frdlm frkn frnd glr gml gms gndn grl hmn kdmn kmbnnd krbrt ktng
18 lstd mdr mhrd mhtr mst nJ ngr nsk rgb rlsn rmd sdmn sls smtSk tndm trm trnsnft
19 AJd ASkd AbdmJd Afgn Akd AlJ AlktrmSnkl Anrsl Arlsk Arss AsfS AslmSn Atrn Sms blksm bmn brSn
19 brbrstrn brgJn brgrs brkd brmSln bsfk ddk dkld dsng fkl flk frgt gnJS grdJs grf hmntrn htt
19 kbd kdnsk kmhstk krln ksmSsk ktr lgstk lhnsk lkmn lsn mJhd mdrn mhn mrls ng ntrl rSrS rld
19 rlsnr rmnd sbh sdstrtln srhn srstr strtgk sttl tbd thnlgSsk trsm
20 ASnk Abrln Addn Afn Agndt Alktr Amg Amntn Amrk Ansrl Aslmks AstSn Atf Atmk SlS bf brts dbd
20 dmtrJS drt dtt fdrn fktrs gtrd hdd hrd hrr klSnk kln kls ksr kstnk ktd lkSnk lkn mSk mkds
20 mkn mks mrsl nft nsrt rSn rlsJs sJ sbdln stbn stbnS strl tbk tmb trbls trfkng
21 AJtJsl Abdhkm Abdmnn Abld Abrdn Abrtn Adkrt AlSr Alkn Alksndrk AslmS Atmbl Atmtn Jbrl Sfk
21 Shb bg bgdd brdkt brh brmt brtktn dgtl dst fds frnnd frnndd glk glmrd grt hdt hgr hlng hmm
21 hrb kdSt kntrl krsn krtn ldr lks mrJ mtlrgkl nkn rfnr rlt rsJsk slr smnt smt snm sntrm srt
21 thnk trl
22 Abdlh Abdsmd Adnsd Agrkltrl Aksbrmntl Alh Andrn ArJ ArJn AslmtS Astr Atnms SSnk Sbr Smd bSk
22 bh brhn brtnrs bsd bsdrn bst btrs btrsbrg dhd fJr gJ hSn kSk klsnk kmbst kmrs krsk ksmn lrn
22 mgmdS mklJS mmn nJb nrs nsnl ntk rS rfk rls rnt sft slk snts stStng tfk tg tmSnk trg trnt
23 ASlm AbSstn Abdft Abdh Adlmk Afk Akt Alb Aldr Anfrmdn Arks Armnd Artg Asrl blm bnr brbr
23 brgds brsk dkb dnt fdn fhd grds grnd gst gstr hJd hdbl hdm kft klk kltr kmnktn krSnk nf nng
23 rktn rmnS sfn slhdn smnS srJ strn tSnk thnSsk thrk tlsn trn
24 Abdbsr Abdstr Abl Afr AnJn Ansnt Arktk Arnd Arnst AsS Atd Jms blnk brmn btl flks ftr hln hnr
24 hsng kmb kmbtnt kmd knd krbn krnk mJr mhnSsk mrs nJn ndm rbrt rsJs rsl sld smrt snbl snr
24 stnk stnslS
25 Abt Afrs Akdmsn Almn Alslm Aml Antrs Srn bbk bdn bdnk blstn brddsbrst dg flb hbr hg hmt hrsn
25 kSn kdnk kmnd krdn ksl kstl lbr ldng mS mhmt mndd mnstrst mss mtb sbrn sgm sldr std tJrt
25 thrn
26 Ahl AlJndr Alfr Alfrd All Almr AndrJS Asttl Sdg blrsn dls drs fbrk grdn kbr kbrt kmnktns lgt
26 mkng mnsk mrm ntlJ rdnk rgnl srhS stn tSnlgkl tmf
27 AhnS Alktrn Andn Ansts Arms Arsl bgr bnmr brgn brr bsm fk flt fn grdns kbs kmsn knt mSnk
27 msksk mtr rgn rlf rmr rsrss sJd sSnk sblk sg tkS
28 AbrlS Admnstrtn AktngslSft Aldn Amrn AnJnrng Anb Andns Anm Anmblr Ssn St blrs bmk dbn dln
28 dlt frJ frnk gbr grm hlb kbrtn kmrSsk krtk kstr ldml mgrb mrtnd nbk nktn rdt rkt sS sdg
28 sldrs tlb
29 AJr Abrt AdmS Agrn Akn AlrJS Altr bdgtr brbrts drJn drd hkm hnd hrt htn klm knk krbl krdstn
29 lg mhJr mlm mnm mrkd mrkn mtrl nt rsbblk sfdn srd srf ssl sttn tktkl tlbn
30 Abdgfr Agnn Agnt AlJksndr Alhsn Arbn Srt bS brssn drS fb gsm hrn ksk lsng mrf nklJn ntrk rJ
30 sdr sfr thd
31 Abdhd Abdrdk Akdmk Allt Amnl Angn ArkdS Arld Arln Jll bblr drJst hlk hrs htl mbn ndnln
31 rtnbrg sfl slt strt trnsbrttn
32 AfSr Akbl Asrssk JS Jsf Sbbldng Sbrd Srd bbl brJkt brdkd btk dlnsk fdr gdn hrl kmr knsltng
32 ktn msls mtlrg rbblkn sbrtrs srk trns
33 Agt Amk Ardn Argndd ddmtr drg frnssk gbrl gt hb kmrslddr mrsk msd mtrls rmrd skl sln sltns
33 stnsl
34 Ahtr AklS Anrsns AslJS Astk Sdr dJn gldn hmdn klSk kmn lgn mb mkr rltn rsS rsstns
35 ASrf Angrd Asmn Sf Sg bnst brS brkt drdn glm hsm kntr ktrn lm mg nJd ndl rbn snSd trt
36 Abrn AlksJS Arkd Aslmsk Jdr bJtn brtn fsks kbl klb krg krns ltn mrl nklr nkt rdk rfl
37 Abdltf Abk Agl Akm Anstrmnt Jnd SSn Smn dmk gb gk hmS kmbns krs krt ksng lndn mJ mmr msb mtl
37 sbk
38 Adk Adktn Antlgns JgnJS Sbb Srtbl grmn kg klnl mSnstrn mbrk mnd rSntrssg slh snd
39 Akrm Amm Anrk Arg Arns Artr Atk Jrg Skr bblSn bhr bkstn hnf kdm mgl mhlf sbrbnk tls
40 Abdhmd Annm Astt htm mdd tns
41 ASrJdn AdrdS Aktn AlddmrS Almd Anrst Atkrt Jsm bsns btn dntrln frst frt kdl sdm trb
42 Adb Akbr Akl Alrn Arsbs AstblSmnt Astrn Sbn Srk blt dkr fdrd fnnsl fs gsn lbn mkl mrtm nbl
42 sbs
43 Ahn Asb Jl flrs gmd htb kdk kf kndrn mslm rng sbl
44 Adt AlS Astd btrlm dfr drk fsl gng kdnd mlt rr
45 Abr Anfrmtn Angl Sd bnt drdb dsn hrnndd lr lrs mdl msn sml
46 Jgn Jln bm bntr frk frm grS lS lns nrt rg
47 AJ Abdrhm Adnn btrn knsl mhln mrk
48 Ahd Albrt Sml frnt ksn rsln srgJS td tm tmr
49 Afrk Alksn Alntn AtlS drst hms krbrd mSJlS mtn shr
50 Alns Atmn Smkl brl dmn dng gm hm lt rmdn
51 brgd skr
52 Ambrs Antrn Srkt bdr glb gld kdf
53 Alf Alk Alsd Ansrns Anstmnd Argk Arlns dbr dnl fdrS grgS hrkt kds mSnstrtln mnt mrt
54 Akbmnt Ass bln grgr kdn kld lnt
55 Abdkdr Abdslm Akdm Aldsl bnd brm drn fdk grg grs mrtn rstm shl
56 Altkrt Anst Arf Askr Jfr bld bll brns lgstks nklJ sdk sdn snss sstt
57 Abn brn ddn fl gdr mld mnng
58 Aknmk dnk hbb hfd msr
59 Jk drktrt fnns nl ns srgn tt
60 hSm mSnkl rdrgd
61 Aktns Anstttn JrJS dm gdbrm krmn mln tng
62 Abdkrm Anr Armd brdn mnmr mrtd
63 Adrd Alrd Jss bndr kk
64 AS Adr bsk bsr dbrtmnt nrdn ssdd trnsbrt
65 AntlJS Antln btln kmt krS lbrtn lng mSnr mnr th
66 Ambrt Atdtnst Jhn frgn ll mJd mhsn mnl msl shb
67 dt kJsk kbtl knstntnS kt rf ss
68 AlgS Atr rbr rsk
69 AgrnSn btrSmkl kdr stl
70 Ahnd glbl hldngs hlf ld mhr
71 AlntnS brnS gr knsrn krls nd rb sbsl
72 fgb krdt tSnkl thr
73 Antd gndld
74 Artm Srf hrmn mJhdn sbrt
75 Afs Jbr
76 Abddd Arkrft Asln grgrS rdn
77 Akb Art Atb nrd sbr trs
78 Sk gn krbs msk rltnr thnlg
79 Alt kS mlk rhm stk
80 Ahr dmtrS frd hd kml rSd rk
81 blk mdn stln
82 Aksn tk
83 brk gmb
84 Adl bbls hkn hs
85 gnd rm sf smn
86 Jd knstrktrsk krd mklS mnfktrng sblknst smr
87 sns str
88 bblk
89 ASslS frss
90 Arl bb grn
91 fnd knn mnsr mt sltn
92 fktr ft ks
93 Alktrnks Jmt bng brsn fdrln srh
94 ASsl AksSng gln mSl sstm
95 blS dk hdr kmblks lbd
96 Aksbrt Amd Antr Ars Atl Jnt skrt
97 Alktrnk fdrtn rn
98 ndr
99 nn
100 hng
101 bls gs ksm lndS srkt
102 Ard rhmn rssk
103 Aftr AndrS Asr mnstr
104 kd mltr
105 Agns dns knstrktn lnd sm
106 knstntn
107 AgrS bldng grd krl
108 Antl Asd tb
109 Arnn Sb dhr ht nk trk
110 bd hk mksm mmnt
111 kb rbblk
113 Asldtlsk nkln sstms
114 Abdnn Ant dntr fdl mng ttn
115 nklJS
116 bs gndS
117 Alm Jm
119 gl ntl
120 krn lb mrd srl
121 hr rl snt
122 Anrg db trst
123 gsdrstn nmd
124 Arb
125 Alksndrn Ann
126 krb sntrl
128 Add
129 Sm fdrl ln
130 gd hl kl
131 Ah brdbrt srs
132 Ansr Jml
133 Akdnrn tSnlgs
134 Abs Jng Shd nsr
135 frs g rt
136 Aldmrn Asm hll mk
137 Aktrn Ark mhd ts
138 krm mSn
139 sst
141 AlrS Ank
142 dfns
143 btrS sk tr
144 kn srn
145 kmrsl
146 Jhd Jr
147 bkr sng
149 Aks Arm Atn
150 rmn
151 Asml
154 Ald mngmnt
157 Andstr bk
159 mstf
162 bSr fndtn
163 brd
166 Asl AslS
167 brsS
168 dsgn
169 Sr
170 Js bJsk hld
171 Am
172 brddstn nr
174 btr
175 Ans Sng
176 Asstn
177 AbSst nb nm
178 Anstmnt
179 AgnS
180 Ast hldng ntnl
181 Als
183 Ag srss
186 tl
188 Adn ls
189 bt
190 Asn ds
191 AlksS
193 Asf
196 Alr kng ms
197 trd
200 slm sr st
205 Andstrl md
209 Agn h
210 slmn
211 Aslm
214 J sb
219 ml
221 Antn
222 Adm
224 tn
229 srgS
230 Sl
231 mrn
232 mhlS
237 Aln
238 brt
239 Antrbrs
245 rs
246 gnrl
248 Abd fd
250 dn
254 sntfk
257 brs
259 Ask
263 Abdrhmn mhl
265 Jn
266 Ak Angnrng km
267 tkrt
269 nkl
270 brdktn nSn
271 dl
272 At Sn
273 dlbmnt
276 hn
277 Argndtn
279 AntlS
280 AnS
284 mn
285 bl
287 Ang
288 Aktr
289 hJ
301 rsn
303 mr
304 tSnlg
315 Sbng
318 Aslmk
319 Andstrs
322 hmd
331 dr
332 m sntr
333 AktrS
341 Agr
349 Antrntnl
361 stt
366 sn
384 ArS
385 kr
402 Amn
405 krbrtn
408 Alg
409 Ansttt
410 dmtr
411 Alks
413 rsrS
414 Abrhm
419 blnt
425 r
434 S
438 Arn
451 rd
458 sl
461 Aldmr
465 n
472 bn
474 Abdl
480 nklS
484 bnk
499 Ad
500 Amr
505 As
517 AlksndrS
523 Andr
541 br
553 trdng
556 b
561 dd
562 Ar
590 AldmrS
605 fr
608 srg
620 l
627 sd
749 grb
801 Ahmd
853 Alksndr
904 f
912 lmtd
920 hsn
1084 ltd
1154 An
1168 t
1319 And
1361 d
1418 s
1485 Af
1514 Al
1515 Ab
1661 k
1693 kmbn
1712 lk
1935 Jsk
2182 mhmd
"""
