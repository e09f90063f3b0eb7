import type { Verdict } from '../../../shared/trend.ts'

/** A verdict in one plain sentence. */
export const VERDICT_MEANS: Record<Verdict, string> = {
  emerging: 'its share grows more than chance would explain',
  declining: 'its share falls more than chance would explain',
  peaked: 'its share rose and has fallen since',
  steady: 'no change that chance would not explain',
  'not enough data': 'too few dated papers or periods to speak of a trend',
}
