import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateOf } from '../src/state.ts'
import { stateText } from '../src/stateText.ts'
import { filesOf } from './files.ts'

const zip = Buffer.from(
  'UEsDBBQAAAAAAAAAIlyGphA2BQAAAAUAAAALAAAAbm90ZXMvYS50eHRoZWxsb1BLAwQUAAAAAAAAACJchqYQNgUAAAAFAAAABQAAAGIuY3N2aGVsbG9QSwEC' +
    'FAMUAAAAAAAAACJchqYQNgUAAAAFAAAACwAAAAAAAAAAAAAAgAEAAAAAbm90ZXMvYS50eHRQSwECFAMUAAAAAAAAACJchqYQNgUAAAAFAAAABQAAAAAAAAAA' +
    'AAAAgAEuAAAAYi5jc3ZQSwUGAAAAAAIAAgBsAAAAVgAAAAwAbWFkZSBieSBoYW5k',
  'base64',
)
const png = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  ...[0, 0, 0, 160, 0, 0, 0, 120, 8, 6, 0, 0, 0],
])
const nothing = filesOf({})

/** What is said of one new file. */
function said(name: string, content: string | Uint8Array): string {
  return stateText(stateOf(nothing, filesOf({ [name]: content }))).replace(
    /^The workspace now also holds (.*)\.$/s,
    '$1',
  )
}

const ics = [
  'BEGIN:VCALENDAR',
  'SUMMARY:of the calendar',
  'BEGIN:VEVENT',
  'SUMMARY;LANGUAGE=en:Lunch\\, with',
  '  Ada',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'SUMMARY:Later',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')
const log = '2026-01-02T10:00:00Z INFO up\n2026-01-02T10:00:01Z WARN slow\n\n2026-01-02T10:00:09Z INFO down\n'
const eml =
  'From: Ada <ada@example.org>\r\nSubject: The\r\n  plan\r\nTo: b@example.org\r\n\r\nHello,\r\nFrom: here\r\nSubject: no\r\n'
const md = '---\ntitle: x\n---\n# Plan #\n\n"Some" words.\n\n```sh\n# no heading\n```\n## Steps\n'

describe('what is said of a file', () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      'sorted.csv',
      'order_id,date,region,amount\n1004,2026-01-02,North,129.5\n1005,2026-01-03,"South, East",3\n\n',
      'sorted.csv, a comma-separated table with 2 rows and the columns order_id, date, region, amount; it begins "1004, 2026-01-02, North, 129.5"',
    ],
    ['a.csv', 'only\r\n', 'a.csv, a comma-separated table with 0 rows and the column only'],
    ['a.tsv', 'a\tb\n1\t2\n', 'a.tsv, a tab-separated table with 1 row and the columns a, b; it begins "1, 2"'],
    ['a.json', '[{"id":1,"b":2},{"id":2}]', 'a.json, a JSON document with a list of 2 objects with the keys id, b'],
    ['a.json', '[1,2,3]', 'a.json, a JSON document with a list of 3 values'],
    ['a.json', '[]', 'a.json, a JSON document with a list of 0 values'],
    ['a.json', '{"only":[1]}', 'a.json, a JSON document with an object with the key only'],
    ['a.json', '42', 'a.json, a JSON document; it is "42"'],
    ['a.dat', '{"a":1,"b":2}', 'a.dat, a JSON document with an object with the keys a, b'],
    ['a.json', '{"a":', 'a.json, a plain text with 1 line; it begins "{\'a\':"'],
    ['a.jsonl', '{"a":1}\n{"a":2}\n', 'a.jsonl, a file of JSON lines with 2 records and the key a'],
    [
      'a.yaml',
      '# c\nname: x\nlist:\n  - deep: 1\n"quoted key": 2\nurl: http://x\n',
      'a.yaml, a YAML document with the keys name, list, quoted key, url',
    ],
    ['a.yml', '- a\n- b\n', 'a.yml, a YAML document'],
    [
      'a.toml',
      'title = "x = y"\n[owner]\nname = "t"\n[[part]]\na=1\n[[part]]\na=2\n',
      'a.toml, a TOML document with the keys title, owner, part',
    ],
    ['a.md', md, 'a.md, a Markdown text with the headings Plan, Steps; it begins "\'Some\' words."'],
    [
      'a.html',
      '<!doctype html><title>Sales</title><style>p{}</style><p>Hello <b>you</b></p>',
      'a.html, an HTML page titled "Sales"; it begins "Hello you"',
    ],
    [
      'a.xml',
      '<?xml version="1.0"?>\n<!-- c --><feed><x/></feed>',
      'a.xml, an XML document with the root element feed',
    ],
    ['a.txt', 'one\n\ntwo\n', 'a.txt, a plain text with 2 lines; it begins "one"'],
    [
      'a.log',
      log,
      'a.log, a log with 3 lines; it runs from "2026-01-02T10:00:00Z INFO up" to "2026-01-02T10:00:09Z INFO down"',
    ],
    [
      'a.out',
      log,
      'a.out, a log with 3 lines; it runs from "2026-01-02T10:00:00Z INFO up" to "2026-01-02T10:00:09Z INFO down"',
    ],
    ['a.ics', ics, 'a.ics, a calendar with 2 events, the first "Lunch, with Ada"'],
    ['a.eml', eml, 'a.eml, a mail message from Ada <ada@example.org> with the subject "The plan"'],
    ['a.js', 'const a = 1\n\nexport default a\n', 'a.js, a JavaScript source with 2 lines; it begins "const a = 1"'],
    ['a.ts', 'type A = 1\n', 'a.ts, a TypeScript source with 1 line; it begins "type A = 1"'],
    ['a.svg', '<svg xmlns="x" width="300" height=\'200px\'/>', 'a.svg, an SVG drawing 300 x 200px'],
    ['a.svg', '<svg viewBox="0 0 30 20" stroke-width="3"/>', 'a.svg, an SVG drawing 30 x 20'],
    ['a.zip', zip, 'a.zip, a zip archive with the entries notes/a.txt, b.csv'],
    ['a.zip', zip.subarray(0, 100), 'a.zip, a binary file'],
    ['a.csv.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0xff]), 'a.csv.gz, a gzip-compressed file'],
    ['a.png', png, 'a.png, a PNG image 160 x 120'],
    ['a.bin', new Uint8Array([0xff, 0xfe, 0]), 'a.bin, a binary file'],
    ['a.csv', '', 'a.csv, an empty file'],
  ])('%s', (name, content, expected) => expect(said(name, content)).toBe(expected))
  it('says nothing that depends on the size of a compressed file', () => {
    const longer = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0xff, 1, 2, 3])
    expect(said('a.gz', longer)).toBe(said('a.gz', new Uint8Array([0x1f, 0x8b, 0xff])))
  })
  it('cuts first words at 60 characters, not inside one, and takes control characters out', () => {
    expect(said('a.txt', `${'x'.repeat(56)}\u{1f600}yz and more`)).toContain(`"${'x'.repeat(56)}..."`)
    expect(said('a.txt', 'a\u0007b\u202ec\u200b\u2028d\u001b[31m')).toContain('"a b c d [31m"')
    const record = stateOf(nothing, filesOf({ 'a.txt': 'x'.repeat(100) }))
    expect(record.files[0]!.head).toBe(`${'x'.repeat(57)}...`)
  })
  it('takes no long time over a text made to be slow', () => {
    const blanks = ' '.repeat(200_000)
    const slow = `a${blanks}x\n[${blanks}x\n# x${blanks}x\n${'\n'.repeat(200_000)}<svg <title ${'```js\n<svg '.repeat(50_000)}`
    for (const end of ['yaml', 'toml', 'md', 'html', 'xml', 'svg', 'ics', 'eml', 'csv', 'json', 'txt', 'ts'])
      expect(said(`a.${end}`, slow)).toMatch(/^a\./)
  })
  it('cuts long lists', () => {
    const columns = Array.from({ length: 12 }, (_, i) => `c${i}`)
    expect(said('a.csv', `${columns.join(',')}\n`)).toMatch(/columns c0, .*, c7 and 4 more$/)
    expect(stateOf(nothing, filesOf({ 'a.csv': `${columns.join(',')}\n` })).files[0]!.shape).toEqual({
      rows: 0,
      columns,
    })
  })
})

describe('the record of a state', () => {
  const before = filesOf({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' })
  const after = filesOf({ 'z.txt': 'z', 'b.txt': 'bb', 'c.txt': 'c', 'd.txt': 'd' })
  it('tells new, changed and removed files, sorted', () => {
    const record = stateOf(before, after)
    expect(record.removed).toEqual(['a.txt'])
    expect(record.files.map(({ name, change }) => `${name} ${change}`)).toEqual([
      'b.txt changed',
      'd.txt new',
      'z.txt new',
    ])
    expect(record.files[0]).toEqual({
      name: 'b.txt',
      change: 'changed',
      type: 'text',
      bytes: 2,
      shape: { lines: 1 },
      head: 'bb',
    })
  })
  it('as text', () => {
    expect(stateText(stateOf(before, after))).toBe(
      'The workspace now also holds d.txt, a plain text with 1 line; it begins "d"; z.txt, a plain text with 1 line; it begins "z". ' +
        'Changed: b.txt, a plain text with 1 line; it begins "bb". Removed: a.txt.',
    )
    expect(stateText(stateOf(before, before))).toBe('The step before left nothing new in the workspace.')
  })
  it('names at most four files', () => {
    const many = filesOf(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`n${i}.txt`, 'x'])))
    expect(stateText(stateOf(nothing, many))).toMatch(/^The workspace now also holds n0.*n3.txt.*; and 2 more\.$/)
    const text = stateText(
      stateOf(before, new Map([...filesOf({ 'a.txt': '1', 'b.txt': '2', 'c.txt': '3' }), ...many])),
    )
    expect(text).toMatch(/; and 2 more\. Changed: 3 files\.$/)
    expect(stateText(stateOf(many, nothing))).toBe('Removed: n0.txt, n1.txt, n2.txt, n3.txt and 2 more.')
  })
  it('says less of each file where it would be too long', () => {
    const wide = (n: number): string =>
      `${Array.from({ length: 8 }, (_, i) => `column_${'x'.repeat(n)}_${i}`).join(',')}\n1,2,3\n`
    const three = (n: number): string =>
      stateText(stateOf(nothing, filesOf({ 'a.csv': wide(n), 'b.csv': wide(n), 'c.csv': wide(n) })))
    expect(three(1)).toContain('it begins')
    expect(three(5)).toMatch(/^(?!.*it begins).*_7; b.csv, .*_7; c.csv, .*_7\.$/)
    expect(three(9)).toMatch(/^(?!.*it begins).*_2 and 5 more; b.csv/)
    expect(three(30)).toMatch(/columns (column_x{14}\.\.\., ){2}column_x{14}\.\.\. and 5 more; b.csv/)
  })
  it('says only the kind where nothing else is short enough', () => {
    const name = (n: number): string => `${'x'.repeat(58)}${n}.csv`
    const columns = `${['a', 'b', 'c'].map((letter) => letter.repeat(30)).join(',')}\n`
    const four = filesOf({ [name(1)]: columns, [name(2)]: columns, [name(3)]: columns, [name(4)]: columns })
    const short = `${'x'.repeat(57)}..., a comma-separated table`
    expect(stateText(stateOf(nothing, four))).toBe(
      `The workspace now also holds ${[short, short, short, short].join('; ')}.`,
    )
    const both = stateText(
      stateOf(
        filesOf({
          [`${'g'.repeat(99)}1`]: 'x',
          [`${'g'.repeat(99)}2`]: 'x',
          [`${'g'.repeat(99)}3`]: 'x',
          [`${'g'.repeat(99)}4`]: 'x',
        }),
        four,
      ),
    )
    expect(both).toHaveLength(600)
    expect(both).toMatch(/ggg\.\.\.$/)
  })
  it('holds for anything: never over 600 characters, one line, the same twice', () => {
    const extension = fc.constantFrom(
      ...[
        'csv',
        'tsv',
        'json',
        'jsonl',
        'yaml',
        'toml',
        'md',
        'html',
        'xml',
        'svg',
        'js',
        'ts',
        'ics',
        'eml',
        'log',
        'txt',
        'zip',
        'png',
      ],
    )
    const content = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text, 'utf8')),
      fc
        .string({ unit: fc.constantFrom(...'[]{}":,<>/=#\n\r\t -ab1svg'), maxLength: 300 })
        .map((text) => Buffer.from(text, 'utf8')),
      fc.json().map((text) => Buffer.from(text, 'utf8')),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from('PK'), bytes, zip.subarray(-34)])),
      fc.uint8Array({ maxLength: 60 }),
    )
    const file = fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }), extension, content)
    const files = fc
      .array(file, { maxLength: 7 })
      .map((all) => new Map(all.map(([name, end, bytes]) => [`${name}.${end}`, bytes])))
    fc.assert(
      fc.property(files, files, (before, after) => {
        const text = stateText(stateOf(before, after))
        expect(text.length).toBeLessThanOrEqual(600)
        expect(text).toMatch(/^[^\p{Cc}\p{Cs}\u2028\u2029]+$/u)
        expect(stateText(stateOf(new Map([...before].reverse()), new Map([...after].reverse())))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })
})
