import { Buffer } from 'node:buffer'
import { PAPER_FIELDS } from '../../../shared/paper.ts'
import { jsonLines } from '../readers/json-lines.ts'

/** What stands before the value of each field in a line. */
export const BEFORE = PAPER_FIELDS.map((field, i) => Buffer.from(`${i === 0 ? '{' : ','}${JSON.stringify(field)}:`))

/** The source of papers that name none. */
export const OWN_SOURCE = JSON.stringify(jsonLines.format)
