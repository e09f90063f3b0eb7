import { expect, it } from 'vitest'
import { decodeMap, encodeMap, NO_DAY, NO_TOPIC } from '../../shared/map.ts'

it('brings the columns back', () => {
  for (const n of [0, 1, 2, 3, 7]) {
    const map = {
      n,
      x: Float32Array.from({ length: n }, (_, i) => i / 3),
      y: Float32Array.from({ length: n }, (_, i) => -i),
      day: Int32Array.from({ length: n }, (_, i) => (i === 0 ? NO_DAY : 19_000 + i)),
      topic: Uint16Array.from({ length: n }, (_, i) => i),
      runnerUp: Uint16Array.from({ length: n }, () => NO_TOPIC),
      flags: Uint8Array.from({ length: n }, (_, i) => i % 2),
      ids: Array.from({ length: n }, (_, i) => `id ${'é'.repeat(i)}`),
    }
    expect(decodeMap(encodeMap(map, new TextEncoder()).buffer, new TextDecoder())).toEqual(map)
  }
})

it('refuses what is no map', () => {
  expect(() => decodeMap(new ArrayBuffer(3), new TextDecoder())).toThrow('too short')
  expect(() => decodeMap(new ArrayBuffer(32), new TextDecoder())).toThrow('unknown map format')
})
