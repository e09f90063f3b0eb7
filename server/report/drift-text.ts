import type { ReportDrift } from '../../shared/report.ts'

/** Terms that a line names on each side. */
const MOST = 6

/** What entered a topic and what left it, in one line; null where that is not known, or nothing did for sure. */
export function driftText(drift: ReportDrift | null): string | null {
  if (drift === null) return null
  const said = [
    ...(drift.entered.length > 0 ? [`entered: ${list(drift.entered)}`] : []),
    ...(drift.left.length > 0 ? [`left: ${list(drift.left)}`] : []),
  ].join('; ')
  return said === '' ? null : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

function list(terms: readonly string[]): string {
  const more = terms.length - MOST
  return `${terms.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
