/** Rough time in words: `a moment`, `12 seconds`, `3 minutes`. */
export function formatDuration(seconds: number): string {
  if (seconds < 2) return 'a moment'
  if (seconds < 55) return `${Math.round(seconds)} seconds`
  const minutes = Math.round(seconds / 60)
  return minutes === 1 ? 'about a minute' : `${minutes} minutes`
}
