/** Bytes of the topics of one paper: four pairs of a topic and its part, Float32, largest first; a part of 0 ends them. */
export const MEMBERSHIP_BYTES: usize = 32
