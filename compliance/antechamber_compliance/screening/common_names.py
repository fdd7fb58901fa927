"""Names that very many people in the world have, however rare they are on lists.

Our own choice of the commonest given and family names in English, Spanish, Portuguese, French,
German, Italian, Arabic, Persian, Turkish, Russian, South Asian, Chinese, Korean and Vietnamese
use, in the spelling of lists. A name that lists have too counts by `word_counts` as well.
"""

_NAMES = """
smith johnson williams brown jones miller davis wilson anderson thomas taylor moore jackson martin
lee thompson white harris clark lewis robinson walker young allen king wright scott hill green
adams baker nelson carter mitchell roberts turner phillips campbell parker evans edwards collins
stewart morris murphy cook rogers morgan cooper reed bailey bell kelly howard ward cox richardson
wood watson brooks bennett gray james hughes price myers long foster ross henry
john robert michael william david richard joseph charles christopher daniel matthew anthony mark
donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey
ryan jacob gary nicholas eric jonathan stephen larry justin brandon frank benjamin gregory samuel
raymond patrick alexander jack dennis jerry tyler aaron jose adam henry nathan peter
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty
sandra ashley dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca
laura sharon cynthia kathleen helen amy anna angela ruth brenda pamela nicole katherine virginia
garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera
gomez diaz cruz morales ortiz reyes gutierrez ramos ruiz alvarez mendoza vasquez castillo jimenez
moreno romero herrera medina aguilar vargas castro guzman fernandez munoz rojas ortega delgado
juan carlos luis jorge miguel pedro francisco antonio manuel fernando ricardo roberto eduardo
javier alejandro rafael sergio alberto mario ramon pablo andres diego daniel maria ana rosa
silva santos oliveira souza pereira lima costa ferreira almeida carvalho ribeiro joao
mueller muller schmidt schneider fischer weber meyer wagner becker hans peter rossi russo ferrari
bianchi romano giuseppe giovanni marco bernard dubois durand laurent jean pierre michel philippe
mohammed muhammad mohamed ahmed ahmad ali hassan hussein omar ibrahim mahmoud mustafa khalid said
youssef abdlah hamid karim salah samir fatima aisha khan hussain malik shah iqbal akhtar begum
reza hossein mehdi mohammadi hosseini ahmadi karimi mousavi jafari yilmaz kaya demir mehmet
ivanov smirnov kuznetsov popov petrov sokolov ivan sergey dmitry andrey alexey vladimir alexander
mikhail olga elena natalia tatiana irina svetlana singh kumar sharma patel gupta das devi ram
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang
xie tang wei ming jun hong ying hua jie hui ping min fang lei tao kim park pak choi choe jung
jong kang cho yun yoon lim nguyen tran pham hoang phan vu dang bui ngo duong
"""
COMMON = frozenset(_NAMES.split())
COMMON_WEIGHT = 0.42
