// `node test/quality/shuffle-dates.mjs FILE… [--seeds 200]`: builds what is missing, then shuffles dates.
import { resolve, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { giveUp, prepare, root } from '../../server/bin/prepare.mjs'

await prepare({ parts: ['kernels', 'lines', 'server', 'quality'] }).catch(giveUp)
const { runShuffleDates } = await import(pathToFileURL(join(root, 'dist/test/quality/shuffle-dates.js')).href)
process.exitCode = await runShuffleDates(process.argv.slice(2), resolve(process.env.INIT_CWD || '.'), process.stdout)
