import { describe, expect, it } from 'vitest'
import { readDate, writeDate } from '../../../server/import/record/dates.ts'

const read = (text: string): string | null => {
  const date = readDate(text)
  if (date === null) return null
  if (date === 'none') return 'none'
  return date.year === null ? `${date.month}.${date.day}` : writeDate(date.year, date.month, date.day).date
}

describe('readDate', () => {
  it.each([
    ['2024', '2024'],
    ['2024.0', '2024'],
    ['2014//', '2014'],
    ['2014/05//', '2014-05'],
    ['2014/05/12/', '2014-05-12'],
    ['2020/5/1', '2020-05-01'],
    ['2020-05-01T00:00:00Z', '2020-05-01'],
    ['2026-02-26T17:08:18.000Z', '2026-02-26'],
    ['2020-05-01 10:30:00+02:00', '2020-05-01'],
    ['2020.05.01', '2020-05-01'],
    ['20200512', '2020-05-12'],
    ['202005', '2020-05'],
    ['2020-00-00', '2020'],
    ['2020-05-00', '2020-05'],
    ['May 2020', '2020-05'],
    ['2020 May', '2020-05'],
    ['2020 May 12', '2020-05-12'],
    ['12 May 2020', '2020-05-12'],
    ['May 12, 2020', '2020-05-12'],
    ['May 12th, 2020', '2020-05-12'],
    ['25 AUG 2004', '2004-08-25'],
    ['Sept. 2004', '2004-09'],
    ['12-May-2020', '2020-05-12'],
    ['Tue, 07 Nov 2023 10:00:00 GMT', '2023-11-07'],
    ['2020 Jan-Feb', '2020'],
    ['Spring 2020', '2020'],
    ['2024-Q4', '2024'],
    ['2019-2020', '2019'],
    ['13/05/2020', '2020-05-13'],
    ['05/13/2020', '2020-05-13'],
    ['05/05/2020', '2020-05-05'],
    ['05/12/2020', '2020'],
    ['12.05.2020', '2020-05-12'],
    ['05/2020', '2020-05'],
    ['[2005]', '2005'],
    ['c2005', '2005'],
    ['2020a', '2020'],
    ['2021-W05', '2021'],
    ['décembre 2019', '2019-12'],
    ['3. März 2020', '2020-03-03'],
    ['5 de mayo de 2020', '2020-05-05'],
    ['1700000000', '2023-11-14'],
    ['1700000000000', '2023-11-14'],
    ['29 Feb 2024', '2024-02-29'],
    ['Dec 16', '12.16'],
    ['NOV', '11.null'],
    ['２０２４', '2024'],
  ])('reads %s as %s', (text, date) => expect(read(text)).toBe(date))

  it.each(['', ' ', 'n.d.', 'no date', '0', '0000', '9999', '9999-12-31', 'in press'])('takes %j for none', (text) =>
    expect(read(text)).toBe('none'),
  )

  it.each([
    '2024-13',
    '2024-02-30',
    '2023-02-29',
    '2024-11-31',
    '99',
    '3024',
    'soon',
    '32/13/2020',
    '31 Feb 2020',
    '5/12/20',
  ])('does not know %s', (text) => expect(read(text)).toBeNull())

  it('does not depend on the time zone', () => {
    const zone = process.env['TZ']
    try {
      for (const name of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        process.env['TZ'] = name
        expect(read('2020-05-01T23:59:59-11:00')).toBe('2020-05-01')
      }
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
