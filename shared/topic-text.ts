import { formatPercent, plural } from './format.ts'
import { MISCELLANEOUS, type Topic } from './topic.ts'

/** How firm a topic is, in a word; null where it was not measured. */
function stabilityWord({ stability }: Pick<Topic, 'stability'>): 'stable' | 'fairly stable' | 'loose' | null {
  if (stability === null) return null
  return stability >= 0.8 ? 'stable' : stability >= 0.5 ? 'fairly stable' : 'loose'
}

/** The same in short: `stable, together in 5 of 5 runs`; null where it was not measured. */
export function stabilityBadge(topic: Pick<Topic, 'stability' | 'runs'>): string | null {
  const word = stabilityWord(topic)
  if (word === null || topic.stability === null) return null
  const { runs } = topic
  return runs
    ? `${word}, together in ${runs.together} of ${runs.compared} runs`
    : `${word}, ${formatPercent(topic.stability)}`
}

/** How firmly a topic holds together, in a sentence with the figures. */
export function stabilityText(topic: Pick<Topic, 'id' | 'stability' | 'runs'>): string {
  if (topic.id === MISCELLANEOUS) return 'These papers belong to no topic.'
  const word = stabilityWord(topic)
  if (word === null || topic.stability === null) return 'Its stability was not measured.'
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  const overlap = formatPercent(topic.stability)
  const { runs } = topic
  return runs
    ? `${capital}: it stays together in ${runs.together} of ${plural(runs.compared, 'run')} with other seeds, which share ${overlap} of it on average.`
    : `${capital}: ${overlap} of it stays together when the analysis is repeated with other seeds.`
}

/** How alike the papers of a topic are, beside the other topics of the analysis; null for Miscellaneous. */
export function cohesionText(
  topic: Pick<Topic, 'id' | 'cohesion'>,
  topics: readonly Pick<Topic, 'id' | 'cohesion'>[],
): string | null {
  if (topic.id === MISCELLANEOUS) return null
  const others = topics.filter(({ id }) => id !== MISCELLANEOUS && id !== topic.id)
  const looser = others.filter(({ cohesion }) => cohesion < topic.cohesion).length
  const rank =
    others.length === 0
      ? ''
      : looser === 0
        ? `, the least of all ${others.length + 1} topics`
        : looser === others.length
          ? `, the most of all ${others.length + 1} topics`
          : `, more than in ${looser} of the ${plural(others.length, 'other topic')}`
  return `Its papers are ${topic.cohesion.toFixed(2)} of 1 alike to its middle (mean cosine)${rank}.`
}

/** The papers that are nearly as close to another topic: `4 of 39 papers (10%) are uncertain`; null where there are none. */
export function uncertainText({ uncertain, papers }: Pick<Topic, 'uncertain' | 'papers'>): string | null {
  if (uncertain === 0) return null
  return `${uncertain} of ${plural(papers, 'paper')} (${formatPercent(uncertain / papers)}) ${uncertain === 1 ? 'is' : 'are'} nearly as close to another topic.`
}
