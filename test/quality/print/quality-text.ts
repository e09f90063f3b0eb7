import { type Column, table } from '../../../server/cli/print/table.ts'
import { count, plain, plural } from '../../../server/cli/print/words.ts'
import type { MethodFigures } from '../measure-method.ts'
import type { SetFigures } from '../measure-set.ts'
import type { Figure } from '../metrics/figure.ts'

const METHOD_COLUMNS: Column[] = [
  { head: 'method' },
  ...['topics', 'NMI', 'ARI', 'accuracy', 'coherence', 'diversity', 'unique labels', 'agreement', 'own estimate'].map(
    (head) => ({ head, right: true }),
  ),
]

const KEYWORD_COLUMNS: Column[] = [
  { head: 'author keywords among' },
  { head: 'first terms', right: true },
  { head: 'first three', right: true },
]

/** The figures of one set as people read them: what it is, a table of methods, and one of keywords where it has any. */
export function qualityText(set: SetFigures): string {
  const { keywords } = set
  const parts = [`${headOf(set)}\n${table(METHOD_COLUMNS, set.methods.map(methodRow))}`]
  if (keywords !== null) {
    const rows = keywords.figures.map(({ terms, first, firstThree }) => [terms, figure(first), figure(firstThree)])
    const head = `${plural(keywords.papers, 'paper')} with keywords, ${plural(keywords.distinct, 'keyword')} counted`
    parts.push(`${head}\n${table(KEYWORD_COLUMNS, rows)}`)
  }
  return parts.join('\n')
}

function headOf({ file, papers, labels, labelled, wantedTopics, ...set }: SetFigures): string {
  const topics = wantedTopics === 'auto' ? 'topics chosen' : `${plural(wantedTopics, 'topic')} asked for`
  const facts = [
    plural(papers, 'paper'),
    labels === 0 ? 'no labels' : plural(labels, 'label'),
    topics,
    ...(labels > 0 && labelled < papers ? [`${count(papers - labelled)} without a label`] : []),
    ...(set.duplicates > 0 ? [`${plural(set.duplicates, 'duplicate')} kept`] : []),
    ...(set.untitled > 0 ? [`${count(set.untitled)} without a title`] : []),
    ...(set.unreadable > 0 ? [`${plural(set.unreadable, 'record')} left out`] : []),
  ]
  return `${plain(file)}: ${facts.join(', ')}`
}

function methodRow({ method, topics, agreement, ...rest }: MethodFigures): string[] {
  const { nmi, ari, accuracy, coherence, diversity, uniqueLabels, ownEstimate } = rest
  return [
    method,
    topics.sd === null || topics.sd === 0 ? String(topics.mean) : `${topics.mean.toFixed(1)} ± ${topics.sd.toFixed(1)}`,
    ...[nmi, ari, accuracy, coherence, diversity, uniqueLabels].map(figure),
    agreement === null ? '–' : agreement.toFixed(3),
    figure(ownEstimate),
  ]
}

/** `0.830 ± 0.004`; without deviation where there was one seed, a dash for no figure. */
function figure(value: Figure | null): string {
  if (value === null) return '–'
  return value.sd === null ? value.mean.toFixed(3) : `${value.mean.toFixed(3)} ± ${value.sd.toFixed(3)}`
}
