import { bytes, MOST_PAPERS, out, OUT_ROOM, TEXT_ROOM, texts } from './room'
import { readPaper } from './read-paper'
import { forgetNames, isSameAgain, scanLine } from './scan-line'
import { isFullOfNews, shapeOfLine } from './shapes'
import { beginPapers, outEnd, paperCount, textsEnd } from './write-paper'

export {
  before,
  beforeLengths,
  bytes,
  ends,
  facts,
  itemEnds,
  itemMarks,
  itemStarts,
  kinds,
  nameEnds,
  nameStarts,
  out,
  ownSource,
  ownSourceLength,
  ROOM,
  starts,
  textMarks,
  texts,
} from './room'
export { columnCount } from './scan-line'
export { addShape, news, shapes, takeNews } from './shapes'

/** What `readLine` says. */
const GENERAL: i32 = -1
const SAME_NAMES: i32 = 0
const OTHER_NAMES: i32 = 1

const LF: u8 = 10

/** Whether `readLine` has told of the names that lines have now; what shape these are, or 0: to be looked for, or none. */
let isTold: bool = false
let shape: usize = 0

/** Bytes of another batch have come. */
export function begin(): void {
  forgetNames()
}

/** Scans the line bytes[from…end), which ends with LF or the batch: whether its names are those that were told of; or GENERAL, where it is to be read in the general way. */
export function readLine(from: i32, end: i32): i32 {
  const after = scan(bytes + <usize>from)
  if (after !== bytes + <usize>end) return GENERAL
  const wasTold = isTold
  isTold = true
  return wasTold ? SAME_NAMES : OTHER_NAMES
}

/**
 * Reads papers from the lines bytes[from…end), the first of them of this number, and writes them, until one is to be read by JavaScript, or there is no room for more: the place of
 * the line that was not taken, `end` or more where all were.
 */
export function readLines(from: i32, end: i32, line: i32): i32 {
  beginPapers()
  let at = bytes + <usize>from
  const after = bytes + <usize>end
  while (at < after && paperCount < MOST_PAPERS && !isFullOfNews() && textsEnd < texts + TEXT_ROOM) {
    const lineEnd = scan(at)
    if (lineEnd === 0 || load<u8>(lineEnd) !== LF) break
    if (outEnd + (lineEnd - at) > out + OUT_ROOM) break
    if (shape === 0) shape = shapeOfLine()
    if (shape === 0 || !readPaper(shape, line)) break
    at = lineEnd + 1
    line++
  }
  return <i32>(at - bytes)
}

export function papersRead(): i32 {
  return paperCount
}

/** Bytes of the lines that were written, and of the texts that are kept. */
export function outLength(): i32 {
  return <i32>(outEnd - out)
}

export function textsLength(): i32 {
  return <i32>(textsEnd - texts)
}

function scan(line: usize): usize {
  const after = scanLine(line)
  // Where a line is not flat, the names of the one before are lost at the most.
  if (after !== 0 && !isSameAgain) {
    isTold = false
    shape = 0
  }
  return after
}
