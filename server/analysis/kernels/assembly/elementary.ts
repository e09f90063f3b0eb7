/** The same exp and log as `math/elementary.ts`, operation by operation. */
const LN2_HI: f64 = 6.9314718036912381649e-1
const LN2_LO: f64 = 1.90821492927058770002e-10
const INVERSE_LN2: f64 = 1.442695040888963387

/** eˣ for x in −700…700. */
export function exp(x: f64): f64 {
  const k = Math.floor(INVERSE_LN2 * x + 0.5)
  const hi = x - k * LN2_HI
  const lo = k * LN2_LO
  const r = hi - lo
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (lo - (r * c) / (2 - c) - hi)
  return y * reinterpret<f64>((<u64>(<i64>k + 1023)) << 52)
}

/** Natural logarithm of a normal number above 0. */
export function log(x: f64): f64 {
  const bits = reinterpret<u64>(x)
  const high = <u32>(bits >> 32)
  let k = <i32>(high >> 20) - 1023
  const fraction = high & 0xfffff
  const i = (fraction + 0x95f64) & 0x100000
  k += i >> 20
  const f = reinterpret<f64>(((<u64>(fraction | (i ^ 0x3ff00000))) << 32) | (bits & 0xffffffff)) - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const t2 =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const half = 0.5 * f * f
  const whole = <f64>k
  return whole * LN2_HI - (half - (s * (half + t1 + t2) + whole * LN2_LO) - f)
}

/** `log` of two numbers at once. */
export function bothLogs(x: v128): v128 {
  const fraction = v128.and(x, i64x2.splat(0x000fffffffffffff))
  const i = v128.and(i64x2.add(fraction, i64x2.splat(0x00095f6400000000)), i64x2.splat(0x0010000000000000))
  const exponents = i64x2.add(i64x2.sub(i64x2.shr_u(x, 52), i64x2.splat(1023)), i64x2.shr_u(i, 52))
  const whole = f64x2.convert_low_i32x4_s(v128.shuffle<i32>(exponents, exponents, 0, 2, 0, 2))
  const one = f64x2.splat(1)
  const f = f64x2.sub(v128.or(fraction, v128.xor(i, i64x2.splat(0x3ff0000000000000))), one)
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f))
  const z = f64x2.mul(s, s)
  const w = f64x2.mul(z, z)
  const t1 = f64x2.mul(w, horner(w, 3.999999999940941908e-1, 2.222219843214978396e-1, 1.531383769920937332e-1))
  const t2 = f64x2.mul(
    z,
    f64x2.add(
      f64x2.splat(6.66666666666673513e-1),
      f64x2.mul(w, horner(w, 2.857142874366239149e-1, 1.818357216161805012e-1, 1.479819860511658591e-1)),
    ),
  )
  const half = f64x2.mul(f64x2.mul(f64x2.splat(0.5), f), f)
  const more = f64x2.add(f64x2.mul(s, f64x2.add(f64x2.add(half, t1), t2)), f64x2.mul(whole, f64x2.splat(LN2_LO)))
  return f64x2.sub(f64x2.mul(whole, f64x2.splat(LN2_HI)), f64x2.sub(f64x2.sub(half, more), f))
}

/** a + w · (b + w · c). */
function horner(w: v128, a: f64, b: f64, c: f64): v128 {
  return f64x2.add(f64x2.splat(a), f64x2.mul(w, f64x2.add(f64x2.splat(b), f64x2.mul(w, f64x2.splat(c)))))
}

/** The same as `expSingle` in `math/elementary.ts`, of four numbers at once. */
export function fourExps(x: v128): v128 {
  const k = f32x4.floor(f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504088896341)), f32x4.splat(0.5)))
  const high = f32x4.sub(x, f32x4.mul(k, f32x4.splat(0.693359375)))
  const r = f32x4.sub(high, f32x4.mul(k, f32x4.splat(-2.1219444e-4)))
  let y = f32x4.splat(1.98756915e-4)
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.3981999507e-3))
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(8.3334519073e-3))
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(4.1665795894e-2))
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(1.6666665459e-1))
  y = f32x4.add(f32x4.mul(y, r), f32x4.splat(5.0000001201e-1))
  y = f32x4.add(f32x4.add(f32x4.mul(y, f32x4.mul(r, r)), r), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23)
  return f32x4.mul(y, power)
}
