// `npm run bench`: installs and builds what is missing, then measures.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { giveUp, main, prepare, root } from '../../server/bin/prepare.mjs'

await prepare({ parts: ['kernels', 'lines', 'server', 'bench'] }).catch(giveUp)
const { runBench } = await import(pathToFileURL(join(root, 'dist/test/bench/command.js')).href)
process.exitCode = await runBench(process.argv.slice(2), {
  // npm starts scripts in the project's folder; files are named as seen from the caller's.
  cwd: resolve(process.env.INIT_CWD || '.'),
  stdout: process.stdout,
  stderr: process.stderr,
  peerScript: join(root, 'test/bench/peer/peer.py'),
  tidemap: main,
})
