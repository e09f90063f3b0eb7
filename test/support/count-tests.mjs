/**
 * Reads vitest's JSON report. `passed` and `failed` count tests; a file that could not even load counts as one failed.
 * `notRun` names what was skipped, with the reason where the test's name carries it: it counts as neither.
 */
export function countTests(report) {
  const count = { passed: 0, failed: 0, notRun: [], crashed: [] }
  for (const file of report.testResults) {
    const states = file.assertionResults.map((test) => test.status)
    count.passed += states.filter((state) => state === 'passed').length
    const failed = states.filter((state) => state === 'failed').length
    count.failed += failed
    for (const test of file.assertionResults) {
      if (test.status !== 'passed' && test.status !== 'failed') count.notRun.push(test.fullName)
    }
    if (file.status === 'failed' && failed === 0) {
      count.failed += 1
      count.crashed.push(`${file.name}: ${file.message ?? ''}`.trim())
    }
  }
  return count
}
