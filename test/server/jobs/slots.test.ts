import { expect, test } from 'vitest'
import { Lanes } from '../../../server/jobs/lanes.ts'
import { Slots } from '../../../server/jobs/slots.ts'

/** Work that ends when it is told to. */
function work() {
  const begun: number[] = []
  const ends: (() => void)[] = []
  const start = (number: number) => () => {
    begun.push(number)
    return new Promise<number>((resolve) => (ends[number] = () => resolve(number)))
  }
  return { begun, start, end: (number: number) => ends[number]() }
}
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

test('slots let a few run at once, the others in order, and refuse a line that is too long', async () => {
  const slots = new Slots(2, 1)
  const { begun, start, end } = work()
  const results = [0, 1, 2].map((number) => slots.run(start(number)))
  await expect(slots.run(start(3))).rejects.toMatchObject({ code: 'too-many-requests' })
  expect(begun).toEqual([0, 1])
  end(1)
  await soon()
  expect(begun).toEqual([0, 1, 2])
  end(0)
  end(2)
  expect(await Promise.all(results)).toEqual([0, 1, 2])
  await expect(slots.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await slots.run(async () => 'free again')).toBe('free again')
})

test('lanes run one after the other for a key, and keys side by side; a failure stops no one', async () => {
  const lanes = new Lanes()
  const { begun, start, end } = work()
  const first = lanes.run('a', start(0))
  const broken = lanes.run('a', () => Promise.reject(new Error('broken')))
  const last = lanes.run('a', start(1))
  const other = lanes.run('b', start(2))
  await soon()
  expect(begun).toEqual([0, 2])
  end(0)
  await expect(broken).rejects.toThrow('broken')
  await soon()
  expect(begun).toEqual([0, 2, 1])
  end(1)
  end(2)
  expect(await Promise.all([first, last, other])).toEqual([0, 1, 2])
})
