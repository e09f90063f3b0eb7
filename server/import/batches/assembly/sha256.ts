// SHA-256 (FIPS 180-4) of a message of which the module has the only copy.

/** Room for a message, what is put behind it and one block more. */
export const MOST_MESSAGE: usize = 4096
export const message: usize = memory.data(4096 + 128, 16)
const schedule: usize = memory.data(64 * 4, 16)
const state: usize = memory.data(8 * 4, 16)

const ROUNDS = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
])
const FIRST = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
])

/** The first eight bytes of the hash of the message, the first one highest; `length`: at most `MOST_MESSAGE`. */
export function hashOfMessage(length: usize): u64 {
  const blocks = (length + 8) / 64 + 1
  const end = message + blocks * 64
  store<u8>(message + length, 0x80)
  memory.fill(message + length + 1, 0, end - message - length - 1)
  store<u64>(end - 8, bswap<u64>((<u64>length) << 3))
  memory.copy(state, FIRST, 32)
  for (let block = message; block < end; block += 64) mix(block)
  return ((<u64>load<u32>(state)) << 32) | load<u32>(state, 4)
}

function mix(block: usize): void {
  for (let i: usize = 0; i < 64; i += 4) store<u32>(schedule + i, bswap<u32>(load<u32>(block + i)))
  for (let i: usize = 64; i < 256; i += 4) {
    const place = schedule + i
    const x = load<u32>(place - 60)
    const y = load<u32>(place - 8)
    const s0 = rotr<u32>(x, 7) ^ rotr<u32>(x, 18) ^ (x >>> 3)
    const s1 = rotr<u32>(y, 17) ^ rotr<u32>(y, 19) ^ (y >>> 10)
    store<u32>(place, load<u32>(place - 64) + s0 + load<u32>(place - 28) + s1)
  }
  let a = load<u32>(state, 0)
  let b = load<u32>(state, 4)
  let c = load<u32>(state, 8)
  let d = load<u32>(state, 12)
  let e = load<u32>(state, 16)
  let f = load<u32>(state, 20)
  let g = load<u32>(state, 24)
  let h = load<u32>(state, 28)
  for (let i: usize = 0; i < 256; i += 4) {
    const s1 = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25)
    const t1 = h + s1 + ((e & f) ^ (~e & g)) + load<u32>(ROUNDS + i) + load<u32>(schedule + i)
    const s0 = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22)
    const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = d + t1
    d = c
    c = b
    b = a
    a = t1 + t2
  }
  add(0, a)
  add(4, b)
  add(8, c)
  add(12, d)
  add(16, e)
  add(20, f)
  add(24, g)
  add(28, h)
}

function add(place: usize, value: u32): void {
  store<u32>(state + place, load<u32>(state + place) + value)
}
