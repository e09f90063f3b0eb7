// `npm run quality`: installs and builds what is missing, then measures.
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { giveUp, prepare, root } from '../../server/bin/prepare.mjs'

await prepare({ parts: ['kernels', 'lines', 'server', 'quality'] }).catch(giveUp)
const { runQuality } = await import(pathToFileURL(join(root, 'dist/test/quality/command.js')).href)
const threads = pathToFileURL(join(root, 'dist/server/engine/local/kernel-threads.js')).href
const { startKernels } = await import(threads)
process.exitCode = await runQuality(process.argv.slice(2), {
  // npm starts scripts in the project's folder; files are named as seen from the caller's.
  cwd: resolve(process.env.INIT_CWD || '.'),
  stdout: process.stdout,
  stderr: process.stderr,
  peerScript: join(root, 'test/quality/peer.py'),
  kernels: startKernels(availableParallelism()),
})
