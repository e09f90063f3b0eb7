/** Words that name nothing by themselves, though they may be part of a name: `diffusion models`, `shared task`. Stems. */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  `accuracy agent algorithm analysi analysis application architecture assessment assumption baseline behavior benchmark
  characteristic collection community component computation computational concept condition construction content context cost
  criteria criterion data dataset datum decision demand design domain dynamic efficiency element environment error estimate
  evaluation expert factor failure feature file framework function gap human implication importance improvement input interaction
  interest interface item knowledge label language learning length level line list literature machine material measure measurement
  mechanism metric model module name need network object operation opportunity optimization output parameter pattern people
  performance person phase phenomenon pipeline platform population process product project property proposal quality question
  rate ratio representation requirement research researcher resource response robust robustness rule sample scale scheme science
  score sequence service signal size software solution source space speed stage standard step strategy structure subset support
  system tool topic training trend unit usage vector volume word`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Last words that make a name wider than need be: `segmentation performance` is about segmentation. Stems. */
export const WEAK_ENDINGS: ReadonlySet<string> = new Set([
  'accuracy',
  'approach',
  'baseline',
  'benchmark',
  'capability',
  'dataset',
  'datum',
  'experiment',
  'framework',
  'improvement',
  'method',
  'performance',
  'result',
  'score',
  'task',
  'technique',
])
