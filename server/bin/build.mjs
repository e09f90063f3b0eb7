#!/usr/bin/env node
// `npm run build`: everything that is missing or older than its sources, saying what it does.
import { giveUp, prepare } from './prepare.mjs'

await prepare({ talk: true }).catch(giveUp)
