/** Words that hold an English sentence together and say nothing of its subject. */
const ENGLISH = `
a about above across after afterwards again against all almost alone along already also although always am among amongst
an and another any anyhow anyone anything anyway anywhere are aren't around as at away back be became because become
becomes becoming been before beforehand behind being below beside besides between beyond both but by can can't cannot
could couldn't did didn't do does doesn't doing don't done down due during each either else elsewhere enough etc even ever
every everyone everything everywhere except few for former formerly from further had hadn't has hasn't have haven't
having he hence her here hereby herein hers herself him himself his how however i ie if in indeed instead into is isn't
it it's its itself just last latter least less let many may me meanwhile might mine more moreover most mostly much must
my myself namely neither never nevertheless next no nobody none nonetheless nor not nothing now nowhere of off often on
once one only onto or other others otherwise our ours ourselves out over own per perhaps please quite rather re really
same seem seemed seeming seems several she should shouldn't since so some somehow someone something sometimes somewhere
still such than that the their theirs them themselves then thence there thereby therefore therein thereof these they
this those though through throughout thus to together too toward towards under unless until up upon us used using various
very via was wasn't we well were weren't what whatever when whence whenever where whereas whereby wherein whether which
while whilst who whoever whole whom whose why will with within without won't would wouldn't yet you your yours yourself
yourselves eg e.g i.e vs versus cf et al ii iii iv
`

/** Words that any abstract may use, whatever it is about. */
const ACADEMIC = `
abilities ability abstract accordingly achieve achieved achieves achieving additional additionally address addressed addresses addressing
advance advanced advances aim aimed aims allow allowed allowing allows analyse analysed analyze analyzed apply applied
applying applies approach approaches article aspect aspects attempt attempts author authors available based basis best
better bring brings broad capabilities capability capable carry case cases certain challenge challenges challenging chapter claim clear clearly
code combine combined combines combining common commonly compare compared compares comparing comparison comparable
comprehensive conclude conclusion conclusions conduct conducted consider considered considering considers consist
consistent consistently consists contrast contribute contributes contribution contributions corresponding crucial current
currently deal deals define defined defines demonstrate demonstrated demonstrates demonstrating depend depends describe
described describes describing despite detailed determine develop developed developing develops difference differences
different difficult difficulty directly discuss discussed discusses discussing effect effective effectively effectiveness
effects efficacy efficient efficiently eight employ employed employing employs enable enabled enables enabling end
ensure ensures ensuring entire especially essential establish established evaluate evaluated evaluates evaluating
evidence examine examined examines example examples exhibit exhibits exist existing exists experiment experimental
experimentally experiments explore explored explores exploring extend extended extends extensive extensively fact far
finally find finding findings finds first five focus focused focuses focusing following follows form found four full
fully fundamental furthermore future gain gains general generally github give given gives giving go goal goals good great
greatly group half hand help helpful helps high higher highest highlight highlights highly huge idea ideas identical
identify identified impact implement implemented implies important importantly improve improved improvement improvements
improves improving include included includes including increase increased increases increasing increasingly indicate
indicates individual influence information insight insights introduce introduced introduces introducing investigate
investigated investigates investigating investigation involve involves involving issue issues keep key kind know known
lack large largely larger lead leading leads leverage leverages leveraging like likely limit limitation limitations
limited limits little long low lower main mainly maintain maintaining maintains major make makes making manner mean means
method methods methodology modern multiple naturally necessary need needed needs new newly nine notable notably novel
number numbers numerous observe observed obtain obtained obtains offer offers open order original outperform outperforming
outperforms overall paper papers part particular particularly perform performed performing performs piece point points
poor popular possible possibly potential potentially practical practice present presented presenting presents previous
previously primarily principle problem problems proceed produce produced produces producing prominent promising propose
proposed proposes proposing prove proven proves provide provided provides providing public publicly publish published
purpose put raise range recent recently reduce reduced reduces reducing refer reflect regarding
related relation relative relatively relevant reliable rely relies relying remain remains remarkable report reported
reports represent require required requires requiring respect respectively result resulted resulting results reveal
revealed reveals review role run second section see seen set sets setting settings seven shed shortcoming show showed
showing shown shows significant significantly similar similarly simple simply single six small solve solved solving
specific specifically state states still strong strongly study studied studies studying substantial substantially
succeed success successful successfully suffer suffers suggest suggested suggests suitable superior support supports
take taken takes taking technique techniques ten terms test tested tests thank thing things three time times traditional
true try trying turn two type types typical typically ultimately underlying understand understanding understood unique use
used useful user uses usual usually utilize utilized utilizes utilizing valid validate validated value values variety vary
versatile view want way ways wide widely work working works world yield yielded yields zero
`

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')

/** Words that no query needs and no term is made of. Lower case. */
export const STOP_WORDS: ReadonlySet<string> = new Set(words(ENGLISH))

/** Words at which no label begins or ends, and which weigh nothing in small collections. Lower case. */
export const ACADEMIC_WORDS: ReadonlySet<string> = new Set(words(ACADEMIC))
