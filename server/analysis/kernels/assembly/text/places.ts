/** Element i of Int32s. */
export function at(numbers: usize, i: i32): i32 {
  return load<i32>(numbers + ((<usize>i) << 2))
}
