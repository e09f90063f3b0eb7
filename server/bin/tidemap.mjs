#!/usr/bin/env node
// The `tidemap` command. In a checkout it first installs and builds what is missing; only `serve` needs the dashboard.
import { pathToFileURL } from 'node:url'
import { giveUp, main, prepare } from './prepare.mjs'

// React, which writes the reports, is several times slower where it looks for mistakes in components.
process.env.NODE_ENV ||= 'production'

await prepare({
  parts: process.argv[2] === 'serve' ? ['kernels', 'lines', 'server', 'client'] : ['kernels', 'lines', 'server'],
}).catch(giveUp)
await import(pathToFileURL(main).href)
