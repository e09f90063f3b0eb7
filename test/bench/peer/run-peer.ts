import { spawn } from 'node:child_process'
import { z } from 'zod'
import { TidemapError } from '../../../shared/error.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { REPEATS, SHORT_SECONDS } from '../measure/repeat.ts'
import type { Measured } from '../measured/measured.ts'
import type { PeerJob } from './peer-jobs.ts'

const Versions = z.record(z.string(), z.string())

const Answer = z.object({
  seconds: z.array(z.number()),
  cpuSeconds: z.array(z.number()),
  peakBytes: z.number(),
  figures: z.record(z.string(), z.union([z.number(), z.string()])),
})

/** How the peer is started. */
export interface Peer {
  /** The Python interpreter: a name on the path, or a path. */
  python: string
  /** Path of peer.py. */
  script: string
}

/** What the peer runs on: library → version, its BLAS and OpenMP among them. Throws where Python or scikit-learn is missing. */
export async function peerVersions(peer: Peer): Promise<Record<string, string>> {
  return Versions.parse(JSON.parse(await runScript(peer, ['--versions'], 1, '')))
}

/** Has scikit-learn do a job with so many threads of BLAS and OpenMP. Throws where it fails. */
export async function runPeer(peer: Peer, job: PeerJob, threads: number, { files, folder }: Corpus): Promise<Measured> {
  const request = { ...job, files, folder, repeats: REPEATS, short: SHORT_SECONDS }
  return Answer.parse(JSON.parse(await runScript(peer, [], threads, JSON.stringify(request))))
}

function runScript(
  { python, script }: Peer,
  words: readonly string[],
  threads: number,
  input: string,
): Promise<string> {
  const names = ['OMP_NUM_THREADS', 'OPENBLAS_NUM_THREADS', 'MKL_NUM_THREADS', 'BLIS_NUM_THREADS']
  const env = { ...process.env, ...Object.fromEntries(names.map((name) => [name, String(threads)])) }
  return new Promise((resolve, reject) => {
    const child = spawn(python, [script, ...words], { stdio: ['pipe', 'pipe', 'pipe'], env })
    let [output, said] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)))
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
