/** Bytes of the topics of one paper: four pairs of a topic and its part, Float32, largest first; a part of 0 ends them. */
export const MEMBERSHIP_BYTES: usize = 32
/** Bit of a head that says that the paper has several topics. */
const SEVERAL: u32 = 4096
/** Where the part stands in a head, and what 1 is there. */
const PART: u32 = 16
const WHOLE: f32 = 65535

/** What a paper's first pair says in one number, so that most papers, which have one topic, are read from little memory. 0: no topic. */
export function headOf(pairs: usize): u32 {
  const part = <u32>floor(load<f32>(pairs, 4) * WHOLE + <f32>0.5)
  if (part === 0) return 0
  return (<u32>load<f32>(pairs)) | (load<f32>(pairs, 12) > 0 ? SEVERAL : 0) | (part << PART)
}

export function hasSeveral(head: u32): bool {
  return (head & SEVERAL) !== 0
}

export function topicOf(head: u32): usize {
  return <usize>(head & (SEVERAL - 1))
}

/** The part of the first topic, to 16 bits. */
export function partOf(head: u32): f32 {
  return <f32>(head >> PART) * (<f32>1 / WHOLE)
}
