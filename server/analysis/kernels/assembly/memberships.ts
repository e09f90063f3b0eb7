/** Bytes of the topics of one paper: four numbers, the largest part first; 0 ends them. */
export const MEMBERSHIP_BYTES: usize = 16
/** Bit of a head that says that the paper has several topics. */
const SEVERAL: u32 = 4096
/** Where the part stands in a number, and what 1 is there. */
const PART: u32 = 16
export const WHOLE: f32 = 65535

/** A topic and its part of a paper in one number; 0 where that is all but none. */
export function membership(topic: i32, part: f32): u32 {
  const units = <u32>floor(part * WHOLE + <f32>0.5)
  return units === 0 ? 0 : (<u32>topic) | (units << PART)
}

/** What a paper's first number says, and whether there are more, so that most papers, which have one topic, are read from little memory. 0: no topic. */
export function headOf(members: usize): u32 {
  return load<u32>(members) | (load<u32>(members, 4) !== 0 ? SEVERAL : 0)
}

export function hasSeveral(head: u32): bool {
  return (head & SEVERAL) !== 0
}

/** The topic of a head or of a number behind it. */
export function topicOf(number: u32): usize {
  return <usize>(number & (SEVERAL - 1))
}

/** Its part in whole units. */
export function unitsOf(number: u32): u32 {
  return number >> PART
}
