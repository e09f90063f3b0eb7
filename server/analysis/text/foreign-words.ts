/** Words of one language, beyond the lists of `natural`: lower case, separated by white space. */
interface ForeignWords {
  /** Words that hold a sentence together. */
  stop: string
  /** Words of any abstract, whatever it is about. Not those that names are made of: `modèle de langue`. */
  academic: string
}

/** German. */
export const GERMAN: ForeignWords = {
  stop: `
ab aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aufgrund aus außerdem bei beide beiden
beim bereits bis bisher bzw da dabei dadurch dafür daher damit dann dar daran darauf darin darüber das dass davon dazu dem den denen denn
der deren des dessen die dies diese diesem diesen dieser dieses doch dort durch eher ein eine einem einen einer eines einige einigen er erst
es etwa für gegen gegenüber gibt hat hatte haben hier hierbei hierfür hierzu hinaus hinsichtlich ihr ihre ihrem ihren ihrer im in indem
innerhalb insbesondere ist je jede jedem jeden jeder jedes jedoch kann kein keine keinen können könnte könnten lassen lässt man mehr mehrere
mehreren meist mit mittels müssen muss nach neben nicht nie noch nun nur ob oder ohne oft pro rund sehr sein seine seinem seinen seiner seit
sich sie sind so sodass sofern solche solchen sollen sollte somit sondern sowie sowohl statt trotz über um und uns unser unsere unserem
unseren unserer unter viele vielen vom von vor während war waren was weil weitere weiteren weiterhin welche welchen welcher wenn wenige wer
werden wie wieder wir wird wo wobei wurde wurden zu zudem zum zur zwar zwei drei vier zwischen
`,
  academic: `
analysiert analysieren ansatz ansatzes ansätze ansätzen anhand anwendung anwendungen arbeit arbeiten art artikel aufgabe aufgaben aufsatz
autoren basiert basieren basierend beispiel beispiele beitrag beiträge bereich bereiche bereits beschreiben beschreibt beschrieben besonders
besser bessere bestehende bestehenden bietet deutlich diskutieren diskutiert durchgeführt einfluss eingesetzt entwickelt entwickeln
entwicklung erfolgt ergebnis ergebnisse ergebnissen ermöglicht erreicht ersten erste fragen frage führt ganz geben gezeigt gilt groß große
großen grundlage gut hoch hohe hohen kapitel klein liegt method methode methoden mögliche möglich möglichkeiten neu neue neuen neuer neues
nutzen paper präsentieren problem probleme sektion stellen stellt studie studien techniken teil unterschiede unterschiedlich
unterschiedliche untersuchen untersucht untersuchung unterschiedlichen vergleich vergleichen verfahren verschiedene verschiedenen
verschiedener verwenden verwendet verwendung vorgeschlagen vorgeschlagene vorgestellt vorschlagen vorstellen vorliegende weise wesentlich
wichtig wichtige ziel zeigen zeigt zusätzlich
abhängt abhängig klar klare versuch versuche versuchen verbessern verbessert verbesserte vergleichend experimente experimenten
`,
}

/** French. */
export const FRENCH: ForeignWords = {
  stop: `
afin ainsi alors après aucun aucune aujourd aujourd'hui auprès auquel autant autre autres avant beaucoup car cas cela celle celles celui
cependant certain certaine certaines certains cet cette chacun chaque ci comme comment concernant contre deux depuis derrière desquelles
desquels dès devant doit doivent donc dont du duquel durant également elles encore enfin ensemble ensuite entre environ façon faire fait
font furent grâce hors ici ils jusqu jusque laquelle lequel lesquelles lesquels lors lorsque là malgré mieux moins non notamment ont or où
outre parce parfois parmi pendant peu peut peuvent plupart plus plusieurs plutôt pouvoir pourtant près presque puis puisque qu quand quant
quatre quelque quelques rien sans sauf selon seul seule seulement si sinon sous souvent telle telles tel tels toujours tous tout toute
toutefois toutes trois très trop une vers via voire vue y
`,
  academic: `
aborder actuel actuelle actuellement adapté afin aide amélioration améliorer améliore analysons approche approches article auteurs base basé
basée basées basés bon bonne bons but cadre capable caractéristiques chapitre comparaison comparons conclusion concluons considérons
contribution contributions correspondant décrire décrit décrivons démontrer démontrons détaillons développé développement développer
différence différences différent différente différentes différents difficile difficultés discutons divers diverses donne double effectuer
efficace également enjeux ensemble essentiel étape étapes étude études étudier étudions évaluons exemple exemples existant existante
existantes existants expérience expériences expérimentales expliquons exploiter explorons façon faible faibles facilement général générale
grand grande grandes grands haut important importante importants intéressons introduire introduisons jeu jeux lié liée liés manière même
meilleur meilleure meilleurs mesure mesures mettre mettons mise mode montre montrent montrer montrons méthode méthodes méthodologie niveau
nombre nombreuses nombreux nouveau nouveaux nouvelle nouvelles objectif objectifs obtenir obtenons obtenu obtenue obtenus outil outils
particulier particulière part partie parties partir performance performances permet permettant permettent permettre petit point points
possible possibles pratique premier première présent présentation présente présentent présenter présentons présenté présentée principal
principale problème problématique problèmes processus projet propose proposé proposée proposer proposition proposons question questions
rapport recherche recherches réaliser réalisé réalisée récemment récent récente récents réduire rendre résultat résultats second
significative similaires simple spécifique spécifiques suivant tâche tâches technique techniques terme termes test tests travail travaux
type types utilisant utilisation utilise utilisé utilisée utilisées utilisés utiliser utilisons utile utiles
clair claire dépend dépendent expérimental utilisateur
`,
}

/** Spanish. */
export const SPANISH: ForeignWords = {
  stop: `
además ahora al algo algunas algunos allí ambos ante antes aquel aquella aquellos aquí así aun aún aunque bajo bien cada casi cierta cierto
como con contra cual cuales cualquier cuya cuyas cuyo cuyos da dado de debe deben debido decir del dentro desde después dicha dichas dicho
dichos donde dos durante e él ella ellas ellos embargo en entonces entre era es esa esas ese eso esos esta está estaba están estas este esto
estos fue fueron gran ha había hacer hacia han hasta hay incluso junto la las le les lo los luego manera más mayor mayores me mediante medio
mejor menos mi mientras misma mismas mismo mismos muchas mucho muchos muy nada ni ningún ninguna no nos nosotros nuestra nuestras nuestro
nuestros o otra otras otro otros para parte partir pero poco poder podría por porque puede pueden pues que quien quienes respecto sea sean
según ser si sí sido siempre siendo sin sino sobre solamente solo sólo son su sus tal tales también tampoco tan tanto tanta te tiene tienen
toda todas todavía todo todos tras través tres tu un una unas uno unos usted ya y
`,
  academic: `
analiza analizamos analizar aplicación aplicaciones aplicar aproximación artículo aspectos autores basa basada basadas basado basados buen
calidad características caso casos clave comparación comparamos conclusión conclusiones conjunto conjuntos considerar contribución
corresponde demuestra demuestran desarrolla desarrollado desarrollar desarrollo describe describimos descripción diferencias diferente
diferentes distintas distintos diversas diversos ejemplo ejemplos efecto eficaz eficiente enfoque enfoques estado estrategia estrategias
estudia estudiamos estudiar estudio estudios evalúa evaluamos evaluar existentes experimentales experimento experimentos explora forma
formas general generales gracias grande grandes herramienta herramientas importancia importante importantes incluye introduce investigación
investigaciones mejora mejorar mejoras método métodos metodología muestra muestran muestras necesario necesidad nivel niveles nueva nuevas
nuevo nuevos número objetivo objetivos objeto obtenemos obtener obtenidos ofrece papel permite permiten permitir posible posibles presenta
presentado presentamos presentan presente principal principales primer primera problema problemas proceso procesos propone proponemos
propuesta propuesto proporciona prueba pruebas punto realiza realizado realizar relación rendimiento representa resultado resultados sección
tarea tareas técnica técnicas tipo tipos trabajo trabajos trata través último usando uso utiliza utilizado utilizamos utilizan utilizando
utilizar valor valores ventajas
claro clara depende dependen comparar mejorarse
`,
}

/** Portuguese. */
export const PORTUGUESE: ForeignWords = {
  stop: `
a ainda além algum alguma algumas alguns ambos antes ao aos apenas após aquela aquele aqueles as assim até bem cada cerca com como contra
contudo cuja cujas cujo cujos da das de dela dele deles dentro depois desde dessa dessas desse desses desta destas deste destes deve devem
devido diante disso do dois dos duas durante e é em embora enquanto entre era eram essa essas esse esses esta está estão estas este estes eu
foi foram for fora fosse há isso isto já junto lhe logo maior mais mas me meio melhor menos mesma mesmas mesmo mesmos muita muitas muito
muitos na nas nem nenhum nessa nesse nesta neste no nos nossa nossas nosso nossos num numa o onde os ou outra outras outro outros para parte
partir pela pelas pelo pelos pode podem poder pois por porém porque portanto pouco quais qual qualquer quando quanto quase que quem são se
seja sejam sem sempre sendo ser seu seus si sido sob sobre sua suas tais tal também tanto tem têm tendo ter teve toda todas todavia todo
todos três tudo um uma umas uns vez vezes via
`,
  academic: `
abordagem abordagens abordamos analisa analisamos analisar aplicação aplicações aplicar apresenta apresentado apresentados apresentam
apresentamos apresentar artigo aspectos autores avalia avaliamos avaliar base baseada baseado baseados características caso casos comparação
comparamos conclui conclusão conjunto conjuntos considerando contribuição contribuições demonstra demonstram desafios desempenho desenvolve
desenvolvemos desenvolver desenvolvida desenvolvido desenvolvimento descreve descrevemos diferença diferenças diferente diferentes discute
diversas diversos efeito eficaz eficiente estado estratégia estratégias estuda estudo estudos exemplo exemplos existentes experimentais
experimento experimentos explora ferramenta ferramentas foco forma formas geral grande grandes importante importantes investiga investigação
maneira melhorar melhoria método métodos metodologia mostra mostram mostramos necessário necessidade nível níveis nova novas novo novos
número objetivo objetivos obter obtidos oferece papel permite permitem permitir pesquisas possível possíveis presente principais principal
problema problemas processo processos propõe propomos proporciona proposta propostas proposto qualidade realiza realizada realizado realizar
relação resultado resultados seção tarefa tarefas técnica técnicas teste testes tipo tipos trabalho trabalhos usando uso utiliza utilizada
utilizado utilizam utilizamos utilizando utilizar valor valores
claro clara depende dependem comparar melhorado melhorada
`,
}

/** Chinese. */
export const CHINESE: ForeignWords = {
  stop: `
还不 了 在 是 对 中 上 下 为 以 于 而 或 该 其 这 此 由 从 被 将 使 让 则 若 但 且 之 所 可 会 要 应 均 即 仅 只 再 最 较 非常 我们 他们 它们 以及 及其 不仅 而且 但是 然而 因此 因为 由于 所以 如果 虽然 尽管 同时 此外 另外
其中 其他 之间 之后 之前 以上 以下 之一 一个 一种 一些 一系列 这个 这种 这些 那些 各种 各类 某些 所有 任何 每个 可以 能够 可能 需要 应该 必须 通过 根据 按照 关于 对于 相对 为了 作为 成为 没有 不同 不能 从而 进而 并且 或者 还是 以便
例如 比如 等等 如何 什么 是否 已经 仍然 目前 当前 近年来 近年
`,
  academic: `
本文 文章 论文 文中 提出 方法 结果 实验 研究 表明 证明 显示 基于 利用 使用 采用 应用 进行 设计 构建 建立 介绍 探讨 讨论 描述 提供 给出 问题 任务 效果 有效 有效性 提高 提升 改进 改善 降低 减少 增加 优于 比较 相比 传统 现有 相关 主要
重要 关键 具有 存在 影响 不足 优势 特点 方面 过程 情况 条件 基础 结合 针对 解决 验证 首先 其次 然后 最后 总结 未来 新 新型 大量 工作 领域 内容 部分 作者 结论 目的 背景 意义 多种 一定 较好 良好 显著 明显 进一步 广泛
用于 取决 取决于 清楚 依赖
`,
}

/** Japanese. */
export const JAPANESE: ForeignWords = {
  stop: `
本 各 等 的 性 化 者 上 中 下 内 間 時 際 後 前 場合 同様 同時 従来 一方 例えば 特 主 共 及び 並び 又は 但し 即ち 従って 行 用 示 得 考 述 提 与 基 何 我々 筆者 以上 以下 以前 以後 一つ 二つ 三つ 多く 全て 他 様々 可能 必要
重要 有効
`,
  academic: `
本稿 本論文 論文 研究 本研究 提案 手法 方法 方式 結果 実験 検討 報告 目的 問題 課題 有効性 確認 比較 考察 調査 利用 使用 適用 応用 実現 構築 開発 作成 実施 実装 説明 議論 示唆 存在 対象 観点 状況 条件 要素 特徴 影響 効果 向上 改善 既存
新た 新規 関連 種類 一般 実際 今後 近年 現在 アプローチ ベース
依存 明らか 明らかに 重視
`,
}

/** Russian. */
export const RUSSIAN: ForeignWords = {
  stop: `
без более бы был была были было быть в вам вас ведь весь вместе вне во вот все всего всех всё вследствие всякий всей вы где да даже два две
для до его ее её если есть еще ещё же за здесь и из из-за или им их именно иногда к каждая каждого каждой каждый как какие какой когда
которая которого которое которой котором которую которые который которых кроме кто ли лишь между менее меня мере может могут можно мы на над
надо наиболее нами нас наша наше наши него нее неё некоторые некоторых необходимо нет ни них но ну о об обе однако одна одно одной он она
они оно от очень перед по под поскольку после посредством поэтому при про путем путём с сам сама своей своего свои своих со среди так такая
также такие таким таких такого такой там тем тех то того тоже той только том тот три тут ту у уже хотя чего чем через что чтобы эта эти этим
этих это этого этой этом этот эту является являются
`,
  academic: `
автор автора авторами авторов анализируется анализируются важным возможность возможности возможностей вопрос вопросы выводы выполнен
выявлены даны данная данного данной дано достаточно задач задача задачи задачу зависимости значения значений изучение исследования
исследований исследованы используется использования использование использованием используются качества качестве количество которым метод
метода методов методы методика методики многих моделей можно нового новой новые новых новый обзор области обсуждаются обсуждается общей
описан описание описаны описывается определения определение основе основные основных особенности особенностей отличие оценка оценки подход
подхода подходы подходов позволяет позволяют показал показано показывают показали полученные полученных получены помощи помощью представлен
представлена представлены представляет предлагается предложен предложена предложенный предложенного предложены применение применения
применяется пример примеры приводится приводятся проблема проблемы проведен проведено проведены процесс процесса процессов работа работе
работы работ развития развитие различные различных рамках рассматривается рассматриваются рассмотрены результат результата результатам
результатов результаты решение решения роль ряд связи случае случаев современных современные согласно создание создания соответствии
сравнение сравнению средств статье статьи статья типа типов точки условиях условий уровень уровня характеристик характеристики целью цель
части часть эксперимент эксперименты экспериментов эффективность эффективности
зависит зависят сравнивается сравниваем сравниваются улучшен улучшить улучшения ясно показать показана
`,
}

/** Arabic. */
export const ARABIC: ForeignWords = {
  stop: `
في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين اللتي هو هي هم هن كان كانت يكون تكون أن إن ان أنه أنها انه إنه أو او و ثم كما لم لن
لا ما قد كل كافة بعض غير بين حيث خلال عند بعد قبل حتى إذا اذا لكن لأن لان منها منه فيها فيه عليه عليها به بها له لها لهم لنا وقد ومن وفي وهو
وهي وعلى والتي والذي وذلك وهذا وهذه كذلك أيضا أيضاً ايضا عبر نحو دون ضمن أي اي أكثر اكثر أقل حول لدى سوف ليس ليست مثل أحد إحدى عدة عدد نظرا
نحن إما أما اما إلا الا إذ فقد بأن لقد ولا كلا مما عما بما لما وما بل منذ هناك هنا هكذا ذات وكذلك يمكن تم يتم وتم
كيف أجل وبين وفى كذا
`,
  academic: `
البحث بحث الدراسة دراسة الورقة ورقة المقال نتائج النتائج نتيجة طريقة الطريقة طرق منهج المنهج منهجية تهدف يهدف الهدف هدف استخدام باستخدام
المستخدمة تستخدم يستخدم نستخدم تقدم يقدم نقدم تقترح نقترح المقترح المقترحة اقتراح أظهرت تظهر تبين يظهر توصلت مشكلة المشكلة المشاكل مجال
المجال مجموعة أساس الأساسية مهمة المهمة جديدة جديد الجديدة مختلفة المختلفة مختلف كبير كبيرة أفضل أداء الأداء دقة الدقة تقييم التقييم عملية
العملية خاصة الخاصة عام بشكل تطوير مقارنة الأخرى أخرى الحالية السابقة التجارب تجارب خلال
نقارن تعتمد يعتمد الواضح تحسين عدة طريق
`,
}
