/** The part of vitest's JSON report that is read. */
export interface TestReport {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

export interface TestCount {
  passed: number
  failed: number
  notRun: string[]
  crashed: string[]
}

export declare function countTests(report: TestReport): TestCount
