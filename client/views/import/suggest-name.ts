import type { Reading } from '../../hooks/use-import.ts'

/** A name for a collection from what was read: the file's name, else the format. */
export function suggestName(readings: readonly Reading[]): string {
  const first = readings[0]
  if (first === undefined) return ''
  if (first.incoming.name !== 'pasted.txt') return nameOfFile(first.incoming.name)
  const format = first.preview?.receipt.format ?? ''
  return /daily|hugging/i.test(format) ? 'Daily Papers' : 'Pasted papers'
}

/** `my_papers-2024.jsonl.gz` → `my papers 2024` */
export function nameOfFile(filename: string): string {
  const stem = filename.replace(/\.gz$/i, '').replace(/\.[a-z0-9]{1,6}$/i, '')
  return stem.replace(/[_-]+/g, ' ').trim() || filename
}
