// `npm test`: from a bare clone to one line, `N passed, N failed`. Words after `--` select test files by path.
import '../server/bin/check-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fingerprint } from '../server/bin/fingerprint.mjs'
import { install, prepare, root } from '../server/bin/prepare.mjs'
import { countTests } from './support/count-tests.mjs'
import { ensureChromium } from './support/find-chromium.mjs'

/** All that the linter looks at, and its rules. */
const LINTED = ['.oxlintrc.json', 'tsconfig.json', 'package-lock.json', 'shared', 'server', 'client', 'test']
const lintStamp = join(root, 'node_modules/.cache/lint-passed')

const selection = process.argv.slice(2)
const started = performance.now()
const tally = { passed: 0, failed: 0 }
const env = { ...process.env }

try {
  await install({ talk: true })
  await step('build', () => prepare({ talk: true }))
  if (mayNeedBrowser(selection)) {
    const found = await step('browser', async () => (env.CHROMIUM_PATH = await ensureChromium()))
    if (!found) process.stderr.write('the browser tests will fail\n')
  }
  // Beside the tests, which leave the processor idle while they wait for a browser or a server.
  await Promise.all([selection.length === 0 ? checkSources() : null, runTests()])
} catch (error) {
  fail('test run', error)
}

process.stdout.write(`\n${((performance.now() - started) / 1000).toFixed(0)} seconds\n`)
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`)
process.exitCode = tally.failed > 0 ? 1 : 0

async function checkSources() {
  await check('types', 'typescript/bin/tsc', ['-b'])
  await lint()
  const cached = ['--cache', '--cache-strategy', 'content']
  await check('format', 'prettier/bin/prettier.cjs', ['--check', ...cached, '--log-level', 'warn', '.'])
}

/** Linting with types takes half a minute, so what passed is not looked at again until a file is edited. */
async function lint() {
  const now = fingerprint(root, LINTED)
  if (existsSync(lintStamp) && readFileSync(lintStamp, 'utf8') === now) {
    tally.passed += 1
    process.stdout.write('lint: passed before, nothing has changed\n')
    return
  }
  rmSync(lintStamp, { force: true })
  if (!(await check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']))) return
  mkdirSync(dirname(lintStamp), { recursive: true })
  writeFileSync(lintStamp, now)
}

/** The one runner for unit, flow and browser tests; a run that ends badly without a failed test counts as one. */
async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'tidemap-test-run-'))
  const report = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const words = ['run', '--config', 'test/vitest.config.ts', ...reporters, ...selection]
    const code = await runNode('vitest/vitest.mjs', words)
    const { passed, failed, notRun, crashed } = countTests(JSON.parse(readFileSync(report, 'utf8')))
    for (const file of crashed) process.stdout.write(`crashed: ${file}\n`)
    for (const name of notRun) process.stdout.write(`not run: ${name}\n`)
    // Only what needs the material beside the project may be left out, and only where that is missing.
    if (notRun.length > 0 && existsSync(join(root, '../shared/formats')))
      fail('skipped tests', new Error('none is allowed here'))
    tally.passed += passed
    tally.failed += failed
    if (code !== 0 && failed === 0) fail('tests', new Error(`vitest ended with exit code ${code}`))
    if (passed + failed === 0) fail('tests', new Error(`no test ran for: ${selection.join(' ') || 'everything'}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Something that must work but is no check of its own: counted only when it fails. */
async function step(name, work) {
  try {
    await work()
    return true
  } catch (error) {
    fail(name, error)
    return false
  }
}

/** A tool that counts as one check; true where it passed. */
async function check(name, script, words) {
  const code = await runNode(script, words)
  if (code === 0) {
    tally.passed += 1
    process.stdout.write(`${name}: passed\n`)
  } else {
    fail(name, new Error(`exit code ${code}`))
  }
  return code === 0
}

function fail(name, error) {
  tally.failed += 1
  process.stdout.write(`${name}: failed: ${error instanceof Error ? error.message : error}\n`)
}

function runNode(script, words) {
  return new Promise((resolve, reject) => {
    const file = join(root, 'node_modules', script)
    const child = spawn(process.execPath, [file, ...words], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal ?? code))
  })
}

/** A selection of test files elsewhere spares the look for a browser. */
function mayNeedBrowser(words) {
  return words.length === 0 || words.some((word) => 'test/browser'.includes(word) || word.includes('browser'))
}
