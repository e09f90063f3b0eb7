import type { CliContext } from '../context.ts'
import type { ImportFlags } from '../options.ts'
import { progressBar } from '../print/progress-bar.ts'
import { findFiles, sizeOf } from './find-files.ts'
import { importElsewhere, type ImportSpec } from './import-elsewhere.ts'
import { importHere, type Imported } from './import-here.ts'

/** Bytes of files, packed or not, from which on it pays to start a process: some 5,000 papers, packed 15,000. */
const MANY_BYTES = 8 << 20

/**
 * Files → `snapshot.jsonl` in a folder, papers by id, with the receipt. Large files are read by a process of its own: what reading has left, code and memory
 * that is kept for more, would stay in this one as long as the analysis takes (70 of 151 MB after 128,888 papers).
 */
export async function importSnapshot(
  context: CliContext,
  names: readonly string[],
  flags: ImportFlags,
  spec: ImportSpec,
): Promise<Imported> {
  const bytes = sizeOf(findFiles(names, context.cwd, context.stdin))
  const bar = progressBar(context)
  // What has no size, such as the standard input, can be read here alone.
  if (bytes === null || bytes < MANY_BYTES) return importHere(context, bar, names, flags, spec)
  return importElsewhere(context, bar, names, flags, spec)
}
