import { describe, expect, it } from 'vitest'
import { doiOfUrl, readArxivId, readDoi, readUrl } from '../../../server/import/record/identifiers.ts'
import { listLiteral, splitKeywords } from '../../../server/import/record/lists.ts'
import { authorsOf, splitAuthors } from '../../../server/import/record/people.ts'
import { cleanMarkup, cleanText } from '../../../server/import/record/text.ts'
import { countOf } from '../../../server/import/record/values.ts'
import { organizationOf } from '../../../server/import/page/organization.ts'

describe('texts', () => {
  it.each([
    ['<jats:p>Water is H<sub>2</sub>O.</jats:p>', 'Water is H2O.'],
    ['<p>One.</p><p>Two.</p>', 'One. Two.'],
    ['if a < b and c > d', 'if a < b and c > d'],
    ['x<y', 'x<y'],
    ['Q&amp;A &#8211; it&#x27;s &alpha;', "Q&A – it's α"],
    ['AT&T &unknown; &#xFFFFFFF;', 'AT&T &unknown; &#xFFFFFFF;'],
    ['&lt;jats:p&gt;Deep&lt;/jats:p&gt;', 'Deep'],
    ['a\u00a0b\n\n c\t', 'a b c'],
    ['cafe\u0301', 'café'],
    ['zero\u200bwidth\u0000', 'zerowidth'],
    ['half \ud83d', 'half \ufffd'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ])('cleans %j', (text, clean) => expect(cleanMarkup(text)).toBe(clean))

  it('cleans only once', () => {
    for (const text of ['a\u00a0 b', '\ud800x', 'e\u0301  ', ' \u200b x'])
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
  })

  it('is linear', () => {
    // What is quadratic in 300,000 pieces runs into the time limit of the test.
    for (const piece of ['<', '<p ', '&', '&#', '<jats:', ' ', '< >', '<p\n']) {
      expect(cleanMarkup(piece.repeat(300_000)).length).toBeLessThanOrEqual(300_000 * piece.length)
    }
  })
})

describe('identifiers', () => {
  it.each([
    ['https://doi.org/10.1000/ABC.1', '10.1000/abc.1'],
    ['doi:10.1000/x', '10.1000/x'],
    ['DOI 10.1000/x.', '10.1000/x'],
    ['10.1000%2Fx', '10.1000/x'],
    ['http://dx.doi.org/10.1002/(SICI)1097-4571(199)50:1', '10.1002/(sici)1097-4571(199)50:1'],
    ['(10.1000/xyz)', '10.1000/xyz'],
    ['0.26615/978', null],
    ['nope', null],
  ])('finds the DOI in %s', (text, doi) => expect(readDoi(text)).toBe(doi))

  it.each([
    ['2401.00001v2', '2401.00001'],
    ['arXiv:2401.00001', '2401.00001'],
    ['http://arxiv.org/abs/2401.00001v1', '2401.00001'],
    ['https://arxiv.org/pdf/2401.00001.pdf', '2401.00001'],
    ['10.48550/arXiv.2401.00001', '2401.00001'],
    ['https://doi.org/10.48550/arXiv.2401.00001', '2401.00001'],
    ['math.GT/0309136', 'math.gt/0309136'],
    ['hep-th/9901001v3', 'hep-th/9901001'],
    ['2399.00001', null],
    ['2023.genbench-1.18', null],
    ['12345', null],
  ])('finds the arXiv id in %s', (text, id) => expect(readArxivId(text)).toBe(id))

  it.each([
    ['https://a.org/x?y=1#z', 'https://a.org/x?y=1#z'],
    ['HTTP://A.org', 'HTTP://A.org'],
    ['https://a.org/1 https://b.org/2', 'https://a.org/1'],
    ['https://a.org/"onclick="x', 'https://a.org/%22onclick=%22x'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//a.org', null],
    ['https://user:pass@a.org/', null],
    ['file:///etc/passwd', null],
    ['', null],
  ])('takes %s for a link only where it is one', (text, url) => expect(readUrl(text)).toBe(url))

  it('finds a DOI in links that carry one', () => {
    expect(doiOfUrl('http://dx.doi.org/10.1000/X')).toBe('10.1000/x')
    expect(doiOfUrl('http://sfx.example.org/u?sid=E&id=doi:10.4103%2F2303-9027.138783&atitle=D')).toBe(
      '10.4103/2303-9027.138783',
    )
    expect(doiOfUrl('https://example.org/10.1000/x')).toBeNull()
  })
})

describe('lists', () => {
  it.each([
    ["['Marx, Karl', 'Lindgren, Astrid']", ['Marx, Karl', 'Lindgren, Astrid']],
    ['["O\'Neil, Eve", "Roe"]', ["O'Neil, Eve", 'Roe']],
    ['Petar Radanliev; David De Roure;', ['Petar Radanliev', 'David De Roure']],
    ['Phillips J.C., Braun R., Kalé L.', ['Phillips J.C.', 'Braun R.', 'Kalé L.']],
    ['Marx, Karl', ['Marx, Karl']],
    ['Doe, J., Roe, A. B.', ['Doe, J.', 'Roe, A. B.']],
    ['Ada Lovelace, Alan Turing and Grace Hopper', ['Ada Lovelace', 'Alan Turing', 'Grace Hopper']],
    ['Marx, Karl and Engels, Friedrich', ['Marx, Karl', 'Engels, Friedrich']],
    ['Phillips, James C. (57202138757); Braun, R. (7402220509)', ['Phillips, James C.', 'Braun, R.']],
    ['Li Wei|Zhang San', ['Li Wei', 'Zhang San']],
    ['[No author name available]', []],
    ['Smith J. et al.', ['Smith J. et al.']],
  ])('splits the authors of %s', (text, names) => expect(splitAuthors(text)).toEqual(names))

  it('reads authors of JSON in the shapes that APIs have', () => {
    expect(authorsOf([{ name: 'A B', hidden: false }, { given: 'C', family: 'D' }, 'E F'])).toEqual([
      'A B',
      'C D',
      'E F',
    ])
    expect(authorsOf([{ author: { display_name: 'G H' } }, { firstName: 'I', lastName: 'J' }, null, 7])).toEqual([
      'G H',
      'I J',
    ])
    expect(authorsOf(['Wei Wang', 'Wei Wang'])).toEqual(['Wei Wang', 'Wei Wang'])
  })

  it('splits keywords outside brackets', () => {
    expect(splitKeywords('article, cyst (diagnosis, surgery), human')).toEqual([
      'article',
      'cyst (diagnosis, surgery)',
      'human',
    ])
    expect(splitKeywords('a; b;a;')).toEqual(['a', 'b'])
    expect(listLiteral('[1, 2')).toBeNull()
  })

  it('reads counts', () => {
    expect([7, '1,234', '1.2k', '3.0', -1, 1.5, '12 pages', null].map(countOf)).toEqual([
      7,
      1234,
      1200,
      3,
      null,
      null,
      null,
      null,
    ])
  })

  it.each([
    ['adobe Adobe', 'adobe'],
    ['ServiceNow-AI ServiceNow-AI', 'ServiceNow-AI'],
    ['Peking University', 'Peking University'],
    ['ByteDance-Seed ByteDance Seed', 'ByteDance-Seed'],
    ['nvidia NVIDIA', 'nvidia'],
  ])('reads the organisation of %s', (line, name) => expect(organizationOf(line)).toBe(name))
})

describe('what only looks like markup', () => {
  it.each([
    ['if a<b and c>d then <x> holds; R<sub>0</sub>', 'if a<b and c>d then <x> holds; R0'],
    ['List<T> in C', 'List<T> in C'],
    ['for p<i and i>q', 'for p<i and i>q'],
    ['<p class="x">One</p><p>two</p>', 'One two'],
  ])('%j stays text', (text, clean) => expect(cleanMarkup(text)).toBe(clean))
})
