const SUBJECTS = [
  ['graph', 'neural network', 'node', 'edge prediction', 'message passing', 'molecule', 'link', 'community'],
  ['speech', 'acoustic model', 'phoneme', 'speaker', 'recognition', 'audio', 'transcription', 'noise'],
  ['protein', 'folding', 'residue', 'binding site', 'ligand', 'docking', 'sequence', 'structure'],
  [
    'translation',
    'parallel corpus',
    'decoder',
    'source sentence',
    'alignment',
    'low-resource language',
    'fluency',
    'beam',
  ],
  ['robot', 'grasping', 'manipulation', 'policy', 'simulation', 'gripper', 'trajectory', 'control'],
] as const
const FILLERS = ['improves', 'for', 'with', 'large', 'evaluation', 'of', 'robust', 'the', 'under', 'new'] as const

/** A paper as a user's JSON Lines would hold it. */
export interface MadeUpPaper {
  id: string
  title: string
  abstract: string
  date: string
  authors: string[]
}

/** Papers of five plain subjects over four years, the same ones every time. */
export function madeUpPapers(count: number): MadeUpPaper[] {
  const random = seeded(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]
  const words = (subject: readonly string[], length: number) =>
    Array.from({ length }, () => (random() < 0.6 ? pick(subject) : pick(FILLERS))).join(' ')
  return Array.from({ length: count }, (_, i) => {
    const subject = SUBJECTS[i % SUBJECTS.length]
    const month = Math.floor(random() * 48)
    const two = (n: number) => String(n).padStart(2, '0')
    return {
      id: `paper-${String(i).padStart(5, '0')}`,
      title: `${words(subject, 6)} ${i}`,
      abstract: `${words(subject, 30)}. ${words(subject, 30)}.`,
      date: `${2021 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(1 + Math.floor(random() * 28))}`,
      authors: [`A. Author ${i % 17}`, `B. Writer ${i % 5}`],
    }
  })
}

/** The same items in another order, the same one for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seeded(seed)
  const result = [...items]
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[result[i], result[j]] = [result[j], result[i]]
  }
  return result
}

export function toJsonLines(items: readonly unknown[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('')
}

/** Numbers in [0, 1) from a linear congruential generator (Numerical Recipes' constants): good enough for tests. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
