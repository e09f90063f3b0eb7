import { log } from '../../math/elementary.ts'
import type { Kernels } from '../kernels.ts'
import { LOG_MIDDLE } from '../mixture-kernels.ts'
import { STRIP } from '../strips.ts'

export const logStrips: Kernels['logStrips'] = (sums, terms, width, prior, logTotals, strips) => {
  for (let term = 0; term < terms; term++) {
    for (let c = 0; c < width; c++) {
      const units = Math.floor(
        (log(sums[term * width + c] + prior) - logTotals[c] + LOG_MIDDLE) * (32_767 / LOG_MIDDLE) + 0.5,
      )
      strips[(Math.floor(c / STRIP) * terms + term) * STRIP + (c % STRIP)] = Math.max(-32_767, Math.min(32_767, units))
    }
  }
}
