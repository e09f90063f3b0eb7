import { spawn } from 'node:child_process'
import { z } from 'zod'
import { TidemapError } from '../../shared/error.ts'
import type { Paper } from '../../shared/paper.ts'
import { TOP_WORDS, type TopicRun } from './topic-run.ts'

const Versions = z.object({ python: z.string(), 'scikit-learn': z.string(), numpy: z.string() })

/** What the peer runs on. */
export type PeerVersions = z.infer<typeof Versions>

const Answer = z.object({
  method: z.string(),
  seed: z.number().int(),
  /** Paper → cluster 0…topics−1. */
  assignment: z.array(z.number().int().min(0)),
  /** Cluster → its top words, best first. */
  words: z.array(z.array(z.string())),
})

/** How the peer is started. */
export interface Peer {
  /** The Python interpreter: a name on the path, or a path. */
  python: string
  /** Path of peer.py. */
  script: string
}

/** Says what the peer would run on. Throws where Python or scikit-learn is missing. */
export async function peerVersions(peer: Peer): Promise<PeerVersions> {
  return Versions.parse(JSON.parse(await runScript(peer, ['--versions'], '')))
}

/**
 * Clusters the same texts (title, line end, abstract) with scikit-learn, once for each seed into the number of topics given with it.
 * Method → its runs, in the order of the seeds. `fold` turns a
 * word in lower case into a stem of the corpus. The first word of a cluster stands for its label.
 */
export async function runPeer(
  peer: Peer,
  papers: readonly Paper[],
  runs: readonly { seed: number; topics: number }[],
  fold: (word: string) => string,
): Promise<Map<string, TopicRun[]>> {
  const texts = papers.map(({ title, abstract }) => `${title}\n${abstract ?? ''}`)
  const output = await runScript(peer, [], JSON.stringify({ texts, runs }))
  const methods = new Map<string, TopicRun[]>()
  for (const line of output.trimEnd().split('\n')) {
    const { method, seed, assignment, words } = Answer.parse(JSON.parse(line))
    const topWords = words.map((list) => [...new Set(list.map(fold))].slice(0, TOP_WORDS))
    const run = {
      seed,
      k: words.length,
      assignment: Int32Array.from(assignment),
      words: topWords,
      labels: words.map((list) => list[0] ?? ''),
      ownEstimate: null,
    }
    methods.set(method, [...(methods.get(method) ?? []), run])
  }
  return methods
}

function runScript({ python, script }: Peer, words: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [script, ...words], { stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('error', (cause) =>
      reject(
        new TidemapError('unprocessable', `python cannot be run: ${python}`, {
          hint: 'name one that has scikit-learn with --python, or leave out --peer',
          cause,
        }),
      ),
    )
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else {
        const reason = said.trim().split('\n').at(-1) ?? ''
        reject(
          new TidemapError('unprocessable', `${python} ended with ${signal ?? `exit code ${code}`}: ${reason}`, {
            hint: 'the peer needs scikit-learn: name a python that has it with --python, or leave out --peer',
          }),
        )
      }
    })
    // A script that is gone before it read everything says why on its way out.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
