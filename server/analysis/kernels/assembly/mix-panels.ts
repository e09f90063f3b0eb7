/**
 * Adds, in the rows from…to, `count` panels (rows × 16 each, one after the other, `panelBytes` apart), times `factors` (count · 16 × width, Float32), to `out` (rows × width, Float32,
 * width a multiple of four). `isFirst`: 1 where `out` counts as zeros.
 */
export function mixPanels(
  from: i32,
  to: i32,
  thread: i32,
  panels: usize,
  panelBytes: usize,
  count: i32,
  factors: usize,
  width: i32,
  out: usize,
  isFirst: i32,
): void {
  const bytes = (<usize>width) << 2
  const mixed = (<usize>count) << 4
  let at: usize = 0
  for (; at + 64 <= bytes; at += 64) {
    let row = from
    for (; row + 2 <= to; row += 2) {
      const place = out + <usize>row * bytes + at
      const next = place + bytes
      let a0 = f32x4.splat(0)
      let a1 = a0
      let a2 = a0
      let a3 = a0
      let b0 = a0
      let b1 = a0
      let b2 = a0
      let b3 = a0
      if (isFirst === 0) {
        a0 = v128.load(place)
        a1 = v128.load(place, 16)
        a2 = v128.load(place, 32)
        a3 = v128.load(place, 48)
        b0 = v128.load(next)
        b1 = v128.load(next, 16)
        b2 = v128.load(next, 32)
        b3 = v128.load(next, 48)
      }
      let factor = factors + at
      let line = panels + ((<usize>row) << 6)
      for (let p = 0; p < count; p++) {
        for (let c: usize = 0; c < 64; c += 4) {
          const x = v128.load32_splat(line + c)
          const y = v128.load32_splat(line + c, 64)
          const f0 = v128.load(factor)
          a0 = f32x4.add(a0, f32x4.mul(x, f0))
          b0 = f32x4.add(b0, f32x4.mul(y, f0))
          const f1 = v128.load(factor, 16)
          a1 = f32x4.add(a1, f32x4.mul(x, f1))
          b1 = f32x4.add(b1, f32x4.mul(y, f1))
          const f2 = v128.load(factor, 32)
          a2 = f32x4.add(a2, f32x4.mul(x, f2))
          b2 = f32x4.add(b2, f32x4.mul(y, f2))
          const f3 = v128.load(factor, 48)
          a3 = f32x4.add(a3, f32x4.mul(x, f3))
          b3 = f32x4.add(b3, f32x4.mul(y, f3))
          factor += bytes
        }
        line += panelBytes
      }
      v128.store(place, a0)
      v128.store(place, a1, 16)
      v128.store(place, a2, 32)
      v128.store(place, a3, 48)
      v128.store(next, b0)
      v128.store(next, b1, 16)
      v128.store(next, b2, 32)
      v128.store(next, b3, 48)
    }
    for (; row < to; row++) {
      for (let quad: usize = 0; quad < 64; quad += 16) {
        mixFour(
          panels + ((<usize>row) << 6),
          panelBytes,
          mixed,
          factors + at + quad,
          bytes,
          out + <usize>row * bytes + at + quad,
          isFirst,
        )
      }
    }
  }
  for (; at < bytes; at += 16) {
    for (let row = from; row < to; row++) {
      mixFour(
        panels + ((<usize>row) << 6),
        panelBytes,
        mixed,
        factors + at,
        bytes,
        out + <usize>row * bytes + at,
        isFirst,
      )
    }
  }
}

/** The same for four columns of one row, whose place in the first panel is `line`; `mixed`: columns of all panels. */
function mixFour(
  line: usize,
  panelBytes: usize,
  mixed: usize,
  factors: usize,
  bytes: usize,
  out: usize,
  isFirst: i32,
): void {
  let sum = isFirst === 0 ? v128.load(out) : f32x4.splat(0)
  for (let c: usize = 0; c < mixed; c++) {
    const value = v128.load32_splat(line + (c >> 4) * panelBytes + ((c & 15) << 2))
    sum = f32x4.add(sum, f32x4.mul(value, v128.load(factors + c * bytes)))
  }
  v128.store(out, sum)
}
