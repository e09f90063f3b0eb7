import type { Verdict } from '../../../shared/trend.ts'
import type { Moves } from '../../state/link.ts'

/** The verdict that each way of moving stands for. */
export const VERDICT_OF_MOVES: Record<Exclude<Moves, 'all'>, Verdict> = {
  rising: 'emerging',
  fading: 'declining',
  peaked: 'peaked',
}

/** Whether a verdict is of the kind that is asked for. */
export function movesLike(verdict: Verdict, moves: Moves): boolean {
  return moves === 'all' || VERDICT_OF_MOVES[moves] === verdict
}
