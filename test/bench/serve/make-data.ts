import { spawn } from 'node:child_process'

/** Imports files into a collection of a data folder and analyses it, with the built command. Throws where that fails. */
export async function makeData(
  tidemap: string,
  files: readonly string[],
  dataDir: string,
  threads: number,
  onStep: (words: string) => void,
): Promise<void> {
  const env = { ...process.env, TIDEMAP_DATA: dataDir, TIDEMAP_THREADS: String(threads) }
  onStep('importing')
  await run([tidemap, 'import', ...files, '--collection', 'bench', '--skip-bad'], env)
  onStep('analysing')
  await run([tidemap, 'analyze', 'bench', '--topics', '50'], env)
}

function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'], env })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`tidemap ${words[1]} ended with ${signal ?? `exit code ${code}`}`))
    })
  })
}
