/**
 * exp, log and pow of our own, because V8's differ in the last bit between platforms and versions and a result must not.
 * Only +, −, ×, ÷, which IEEE 754 fixes to the bit.
 * Source of the approximations: FreeBSD msun e_exp.c and e_log.c (fdlibm, Sun Microsystems 1993), error under 1 ulp.
 */
const LN2_HI = 6.9314718036912381649e-1
const LN2_LO = 1.90821492927058770002e-10
const INVERSE_LN2 = 1.442695040888963387

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer) // little-endian: [low, high]

/** eˣ; 0 below −745.13, Infinity above 709.78. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019411) return 0
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
  return scale(y, k)
}

/** y × 2ᵏ, in two steps where 2ᵏ is no normal number. */
function scale(y: number, k: number): number {
  if (k >= -1022 && k <= 1023) return y * powerOfTwo(k)
  if (k < 0) return y * powerOfTwo(k + 1000) * powerOfTwo(-1000)
  return y * powerOfTwo(k - 1000) * powerOfTwo(1000)
}

function powerOfTwo(k: number): number {
  words[0] = 0
  words[1] = (k + 1023) << 20
  return float[0]
}

/** Natural logarithm; −Infinity for 0, NaN below. */
export function log(x: number): number {
  if (x === 0) return -Infinity
  if (!(x > 0) || x === Infinity) return x > 0 ? x : NaN
  let k = 0
  let m = x
  if (m < 2.2250738585072014e-308) {
    m *= 18014398509481984 // 2⁵⁴ lifts a subnormal number
    k = -54
  }
  float[0] = m
  const high = words[1]
  k += (high >>> 20) - 1023
  // Bring the fraction into [√½, √2).
  const fraction = high & 0xfffff
  const i = (fraction + 0x95f64) & 0x100000
  words[1] = fraction | (i ^ 0x3ff00000)
  k += i >>> 20
  const f = float[0] - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const t1 = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const t2 =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const half = 0.5 * f * f
  return k * LN2_HI - (half - (s * (half + t1 + t2) + k * LN2_LO) - f)
}

/** xʸ for x > 0 (0 for x = 0, y > 0), by exp and log: a few ulp, the same few everywhere. */
export function pow(x: number, y: number): number {
  if (x === 0) return y === 0 ? 1 : 0
  return exp(y * log(x))
}

/** log₂. */
export function log2(x: number): number {
  return log(x) * INVERSE_LN2
}

const { fround } = Math
const [SINGLE_LN2_HI, SINGLE_LN2_LO] = [0.693359375, fround(-2.1219444e-4)]
const SINGLE_TERMS = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
].map(fround)

/**
 * eˣ in Float32, every step rounded to it, for x in −87…87: good to two units in the last place. What can be done for four numbers at a time. Source of the approximation: Cephes, expf.c
 * (Moshier 1984–2001).
 */
export function expSingle(x: number): number {
  const k = Math.floor(fround(fround(x * fround(INVERSE_LN2)) + 0.5))
  const high = fround(x - fround(k * SINGLE_LN2_HI))
  const r = fround(high - fround(k * SINGLE_LN2_LO))
  let y = SINGLE_TERMS[0]
  for (let i = 1; i < SINGLE_TERMS.length; i++) y = fround(fround(y * r) + SINGLE_TERMS[i])
  y = fround(fround(fround(y * fround(r * r)) + r) + 1)
  return fround(y * powerOfTwo(k))
}
