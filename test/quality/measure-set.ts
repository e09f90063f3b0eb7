import type { Kernels } from '../../server/analysis/kernels/kernels.ts'
import { TidemapError } from '../../shared/error.ts'
import { wordFolder } from './fold-words.ts'
import { measureMethod, type MethodFigures } from './measure-method.ts'
import { figureOf, type Figure } from './metrics/figure.ts'
import { authorKeywords, keywordShare } from './metrics/keyword-share.ts'
import type { QualitySet } from './read-set.ts'
import { type Peer, runPeer } from './run-peer.ts'
import { runTidemap, type TidemapRun } from './run-tidemap.ts'

/** How many topics to look for: `labels` is as many as the file has labels, and `auto` where it has fewer than two. */
export type WantedTopics = number | 'auto' | 'labels'

export interface MeasureOptions {
  topics: WantedTopics
  seeds: readonly number[]
  /** Null: not asked for. */
  peer: Peer | null
  /** Default: those in TypeScript. */
  kernels?: Kernels | undefined
  /** Called when a run begins, with what is being done. */
  onStep: (words: string) => void
}

/** How far the first terms of topics are author keywords: 0–1, over the seeds. */
export interface KeywordFigures {
  terms: string
  first: Figure
  firstThree: Figure
}

/** All that is found on one set. */
export interface SetFigures {
  file: string
  papers: number
  /** Distinct labels, and the papers that have one. */
  labels: number
  labelled: number
  /** Records that an import would merge, without a title, and without text: see QualitySet. */
  duplicates: number
  untitled: number
  unreadable: number
  /** What was asked of every method. */
  wantedTopics: number | 'auto'
  methods: MethodFigures[]
  /** Papers with author keywords, the distinct keywords that count, and how labels fare; null where no paper has any. */
  keywords: { papers: number; distinct: number; figures: KeywordFigures[] } | null
  /** Topics of the first seed as people read them. */
  topics: { label: string; terms: string[]; words: string[]; papers: number }[]
}

const MOST_TOPICS = 500

/** Runs every method on a set, once a seed, and judges them. Throws where no paper has a usable term. */
export async function measureSet(set: QualitySet, options: MeasureOptions): Promise<SetFigures> {
  const { seeds, peer, onStep } = options
  const wanted = topicsFor(set, options.topics)
  const runs: TidemapRun[] = []
  for (const seed of seeds) {
    onStep(`Tidemap, seed ${seed}`)
    runs.push(runTidemap(set.papers, wanted, seed, options.kernels))
  }
  const judged = { classes: set.classes, corpus: runs[0].corpus }
  const methods = [measureMethod('Tidemap', runs, judged)]
  if (peer !== null) {
    onStep(`scikit-learn, ${seeds.length === 1 ? 'one seed' : `${seeds.length} seeds`}`)
    const asked = runs.map(({ seed, k }) => ({ seed, topics: k }))
    for (const [method, peerRuns] of await runPeer(peer, set.papers, asked, wordFolder(judged.corpus))) {
      methods.push(measureMethod(method, peerRuns, judged))
    }
  }
  const [first] = runs
  return {
    file: set.file,
    papers: set.papers.length,
    labels: set.labels.length,
    labelled: set.classes.filter((label) => label >= 0).length,
    duplicates: set.duplicates,
    untitled: set.untitled,
    unreadable: set.unreadable,
    wantedTopics: wanted,
    methods,
    keywords: keywordFigures(set, runs),
    topics: first.labels.map((label, topic) => ({
      label,
      terms: first.terms[topic],
      words: first.plainWords[topic],
      papers: first.assignment.filter((own) => own === topic).length,
    })),
  }
}

function topicsFor({ file, labels }: QualitySet, topics: WantedTopics): number | 'auto' {
  if (topics !== 'labels') return topics
  if (labels.length > MOST_TOPICS) {
    throw new TidemapError('unprocessable', `more labels than topics can be found: ${labels.length} in ${file}`, {
      hint: 'say how many topics with --topics',
    })
  }
  return labels.length < 2 ? 'auto' : labels.length
}

function keywordFigures({ papers }: QualitySet, runs: readonly TidemapRun[]): SetFigures['keywords'] {
  const having = papers.filter(({ keywords }) => keywords !== null).length
  if (having === 0) return null
  const keywords = authorKeywords(papers)
  const figures = [
    { terms: 'labels', of: (run: TidemapRun) => run.terms },
    { terms: 'class TF-IDF', of: (run: TidemapRun) => run.plainWords },
  ].flatMap(({ terms, of }) => {
    const shares = runs.map((run) => keywordShare(of(run), keywords))
    const first = figureOf(shares.map((share) => share?.first ?? null))
    const firstThree = figureOf(shares.map((share) => share?.firstThree ?? null))
    return first === null || firstThree === null ? [] : [{ terms, first, firstThree }]
  })
  return { papers: having, distinct: keywords.size, figures }
}
