import { TOPIC_CHOICES, type Analysis, type TopicChoice } from '../../../shared/analysis.ts'

/** A way to another number of topics. */
export interface CountChoice {
  choice: TopicChoice
  /** `Fewer topics (12, stability 0.71)`. */
  text: string
  /** False where no such number holds together. */
  possible: boolean
}

/**
 * The ways from an analysis to other numbers of topics, fewest first, with the evidence for each. One whose number was asked for
 * has none but `auto`: what fewer and more would take was not measured.
 */
export function countChoices({ options, facts }: Pick<Analysis, 'options' | 'facts'>): CountChoice[] {
  const { topics } = options
  if (typeof topics === 'number') return [{ choice: 'auto', text: 'Choose the number by stability', possible: true }]
  // Analyses of earlier versions tried no other numbers, and know of no roles.
  const measured = facts.topicCounts.some(({ role }) => role !== undefined)
  return (['fewer', 'auto', 'more'] as const).flatMap((choice) => {
    if (choice === topics) return []
    const found = facts.topicCounts.find(({ role }) => role === choice)
    // A wish that could not be granted fell back on auto's number.
    if (found?.chosen === true) return []
    const label = choice === 'auto' ? 'Back to auto' : TOPIC_CHOICES[choice].label
    if (found === undefined) return [{ choice, text: label, possible: !measured }]
    return [{ choice, text: `${label} (${found.topics}, stability ${found.stability.toFixed(2)})`, possible: true }]
  })
}
