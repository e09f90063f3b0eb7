import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine, Manifest } from '../engine.ts'
import { writeDurably } from './durable-file.ts'
import { checkBudget } from './memory-budget.ts'
import { runKernel, type KernelSettings } from './kernel-process.ts'

export interface LocalEngineOptions {
  /** Version of Tidemap, for the manifest. */
  version: string
  /** Most megabytes of a kernel process; more papers than fit are refused. */
  heapMb: number
  /** Compiled entry of the kernel process; default the one beside this file. */
  entry?: URL
}

/** The engine of one machine: a child process for each run, which reads a snapshot and writes result tables. */
export function createLocalEngine({ version, heapMb, entry }: LocalEngineOptions): Engine {
  const settings: KernelSettings = { heapMb, entry: entry ?? new URL('./kernel.js', import.meta.url) }
  return {
    async run({ snapshot, outDir, options, threads, keepPapers }, { onProgress, signal } = {}) {
      checkBudget(statSync(snapshot).size, heapMb)
      const since = performance.now()
      const request = { type: 'analyze', snapshot, outDir, options, threads, keepPapers } as const
      const { outcome, peakMemoryBytes } = await runKernel(request, settings, { onProgress, signal }).catch((error) => {
        // The folder was empty when it was handed over, so whatever is in it is half a result.
        for (const name of readdirSync(outDir)) rmSync(join(outDir, name), { recursive: true, force: true })
        throw error
      })
      if (outcome === null) throw new Error('the kernel answered an analysis with an index')
      const total = Math.round(performance.now() - since) / 1000
      const summary = { ...outcome.summary, seconds: { ...outcome.summary.seconds, total }, peakMemoryBytes }
      const manifest: Manifest = { version, options, summary, facts: outcome.facts }
      // The manifest is the commit, and the parent writes it: only it knows the memory of the whole process tree.
      writeDurably(join(outDir, 'manifest.json'), [`${JSON.stringify(manifest, null, 2)}\n`])
      return manifest
    },
    async index(snapshot, outFile, signal) {
      try {
        await runKernel({ type: 'index', snapshot, outFile }, settings, { signal })
      } catch (error) {
        rmSync(`${outFile}.part`, { force: true })
        throw error
      }
    },
  }
}
