import { type Json, prettyJson } from '@lawbook/base'
import { expect, test } from 'vitest'
import { gateOf } from '../../src/gate.ts'
import { htmlOf } from '../../src/render/html.ts'
import { jsonOf } from '../../src/render/json.ts'
import { findingsMarkdown, fitted, markdownOf } from '../../src/render/markdown.ts'
import { sarifOf } from '../../src/render/sarif.ts'
import { textOf } from '../../src/render/text.ts'
import { type AuditReport, rules } from '../../src/report.ts'
import { fullReport } from './report.ts'

const escapes = '\x1b[2J\u202e'
const markup = '<script>alert(1)</script>"\'`|[x](y)@all'
const text = (report: AuditReport, top = 5): string =>
  textOf(report, { top, heading: (title) => title, next: 'type it' })
const gate = gateOf([], null, { failOn: 'never', against: null })
const sarif = (report: AuditReport, base = '') => JSON.parse(sarifOf(report, { version: '1', accepted: [], base }))

/** A library of n skills in which everything is wrong. */
function large(n: number): AuditReport {
  const report = fullReport()
  const ids = Array.from({ length: n }, (_, i) => `group/of/skills/skill-number-${i}/SKILL.md`)
  const places = ids.map((file) => ({ file, line: 3 }))
  return {
    ...report,
    library: {
      ...report.library,
      skills: ids.map((id, i) => ({ id, name: `skill-number-${i}`, place: places[i]!, descriptionChars: 300 })),
    },
    seen: { ...report.seen, skills: ids.map((id) => ({ id, shown: 'name', chars: 0 })) },
    confused: {
      ...report.confused,
      pairs: ids.slice(1).map((b, i) => ({
        ...{ a: ids[i]!, b, agree: 2, similarity: 0.5, words: ['one', 'two', 'three'] },
        places: [places[i]!, places[i + 1]!],
      })),
    },
    findings: ids.map((id, i) => ({
      ...{ key: `not-shown:${i}`, rule: 'no-own-words', level: 'warning', skills: [id], places: [places[i]!] },
      ...{
        message: 'the description of this skill has hardly a word that other skills do not have: add some',
        degree: 1,
      },
    })),
  }
}

test('the text begins with what the agent can see and ends with what to type', () => {
  const lines = text(fullReport()).trimEnd().split('\n')
  expect(lines[2]).toBe('What the agent can see')
  expect(lines.at(-1)).toBe('Next: type it')
  const titles = lines.filter((_, i) => lines[i - 1] === '').map((title) => title.split(/[:\d]/)[0]!.trim())
  expect(titles).toEqual([
    ...['What the agent can see', 'Who is confused with whom', 'What became of', 'What your agent picked'],
    ...['What to expect as the library grows', 'What to do first', 'Findings', 'What could not be done', 'Next'],
  ])
})

test('accuracy never stands without misses and false fires', () => {
  const head = text(fullReport())
    .split('\n')
    .filter((line) => line.includes('  right  '))
  expect(head).toHaveLength(3)
  for (const line of head) expect(line).toMatch(/missed +false fires/)
})

test('the text shows the forecast with intervals, and the plan with gain, characters and evidence', () => {
  const shown = text(fullReport())
  expect(shown).toContain('today 41 skills 78 % [71, 85], at 82: 70 % [63, 77], at 164: 61 % [49, 73]')
  expect(shown).toContain('other skills and so no target: a reference 80 % at 40, 66 % at 160\n')
  expect(shown).toContain('+2.1 points [0.9, 3.3], p .03, −35 characters, held-out requests\n')
  expect(shown).toContain(
    'invoices/SKILL.md:3; adds “from suppliers.”, takes out “Reads any invoice file.”; says things',
  )
  expect(shown).toMatch(/merge .*no gain measured, \+12 characters, lexical only/)
})

test.each([
  [0.0004, 'no gain [−0.4, 0.4], p .51, −35'],
  [-0.0004, 'no gain [−0.4, 0.4], p .51, −35'],
  [0.0006, '+0.1 points [−0.3, 0.5], p .51, −35'],
])('an edit that brings %s is said to bring it only if it shows', (value, said) => {
  const report = fullReport()
  const gain = { value, low: value - 0.004, high: value + 0.004, n: 64 }
  const edits = [{ ...report.plan.edits[0]!, gain, p: 0.51 }]
  expect(text({ ...report, plan: { ...report.plan, edits } })).toContain(said)
})

test('kappa is not a number where chance agrees for certain', () => {
  const report = fullReport()
  const shown = (value: number, kappa: number): string => {
    const agreement = [{ router: 'bm25', agree: { value, low: 0.2, high: 1, n: 3 }, kappa }]
    return text({ ...report, picks: { ...report.picks!, agreement } })
  }
  expect(shown(1, 0)).toContain('bm25 100 % [20, 100], kappa not defined\n')
  expect(shown(1, 1)).toContain('kappa 1.00\n')
  expect(shown(0.5, 0)).toContain('kappa .00\n')
})

test('thousands stand apart', () => {
  const report = fullReport()
  const places = Array.from({ length: 1236 }, (_, line) => ({ file: 'a.md', line: line + 1 }))
  const finding = { ...report.findings[0]!, places }
  expect(text({ ...report, findings: [finding] })).toContain('a.md:2 and 1,234 more: two skills')
  const many = Array.from({ length: 1234 }, () => finding)
  expect(findingsMarkdown('New', many)[1]).toBe('**New: 1,234**')
})

test.each([
  [0.08, 0.05, 0.11, 'easier than written requests by 8.0 points [5.0, 11.0] a note'],
  [-0.027, -0.05, -0.004, 'harder than written requests by 2.7 points [0.4, 5.0] a note'],
  [-0.022, -0.063, 0.02, 'harder than written requests by 2.2 points [−2.0, 6.3], which may be chance a note'],
])('probes that are %s off are called by their direction', (value, low, high, said) => {
  const report = fullReport()
  const shown = text({ ...report, forecast: { ...report.forecast, optimism: { value, low, high, n: 900 } } }).replace(
    /\s+/g,
    ' ',
  )
  expect(shown).toContain(`on the reference library probes from bodies are ${said}`)
})

test('findings of one rule stand together, those of other sections are counted', () => {
  const shown = text(large(7))
  expect(shown).toContain('7 × warning no-own-words: skill-number-0, skill-number-1, skill-number-2 and 4 more; a ')
  expect(text(large(7), 9)).toContain('skill-number-5, skill-number-6; a description has hardly a word')
  expect(text(fullReport())).toContain('shown above: 1 more finding, of collision\n')
})

test('a place that a message begins with is not said twice', () => {
  const report = fullReport()
  const finding = { ...report.findings[0]!, rule: 'unreadable', places: [{ file: 'x.md', line: null }] } as const
  const shown = text({ ...report, findings: [{ ...finding, message: 'x.md: it is binary' }] })
  expect(shown).toContain('error unreadable: x.md: it is binary\n')
})

test('a listing beyond its budget says what to do', () => {
  const report = fullReport()
  expect(text(report)).toMatch(/does not see: shorten descriptions, remove skills, or raise the budget/)
  const names = {
    ...report.seen,
    usedChars: 9000,
    skills: report.library.skills.map(({ id }) => ({ id, shown: 'name', chars: 0 }) as const),
  }
  const shown = text({ ...report, seen: names })
  expect(shown).toContain('the names alone take 9,000 characters where 8,000 fit; 0 descriptions in full\n')
  expect(shown).toMatch(/does not see: remove skills, or raise the budget/)
  const whole = { ...report.seen, skills: names.skills.map((skill) => ({ ...skill, shown: 'full' }) as const) }
  expect(text({ ...report, seen: whole })).not.toContain('does not see')
})

test('a list of tools holds tools', () => {
  const report = fullReport()
  const tools = { ...report, library: { ...report.library, format: 'mcp-tools' } } as const
  for (const shown of [text(tools), htmlOf(tools), markdownOf(tools)]) expect(shown).toContain('my-skills: 3 tools')
})

test('rows that are too long give their last cell a line of its own; pages cut nothing', () => {
  const report = fullReport()
  const words = ['first', 'second', 'third', 'fourth'].map((word) => `${word}-${'x'.repeat(20)}`)
  const wide = { ...report, confused: { ...report.confused, pairs: [{ ...report.confused.pairs[0]!, words }] } }
  const lines = text(wide).split('\n')
  const at = lines.findIndex((line) => line.startsWith('  read-invoices / '))
  expect(lines[at]).toMatch(/fourth-x{20}$/)
  expect(lines[at + 1]).toBe('      invoices/SKILL.md:3, receipts/SKILL.md:2')
  expect(lines[at - 1]).not.toContain('where')
  expect(htmlOf(wide)).toContain(words.join(', '))
})

test('a text of 300 broken skills stays short, and says how much it leaves out', () => {
  const shown = text(large(300))
  expect(shown.split('\n').length).toBeLessThan(72)
  expect(shown).toContain('and 294 more pairs')
  expect(text(large(300), 400)).not.toContain('more pair')
})

test.each([
  ['text', (report: AuditReport) => text(report)],
  ['html', htmlOf],
  ['markdown', markdownOf],
  [
    'sarif',
    (report: AuditReport) =>
      JSON.parse(sarifOf(report, { version: '1', accepted: [], base: '' }))
        .runs[0].results.map((result: { message: { text: string } }) => result.message.text)
        .join(''),
  ],
])('%s holds no character that a terminal obeys', (_, render) => {
  const shown = render(fullReport(escapes))
  expect(shown).toContain('x1b')
  for (const forbidden of ['\x1b', '\u202e']) expect(shown.includes(forbidden)).toBe(false)
})

test('html runs nothing, asks for nothing and escapes every text', () => {
  const page = htmlOf(fullReport(markup))
  expect(page).not.toMatch(/<script|alert\(1\)<\/script|\son\w+=/)
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toMatch(/\b(src|href)=|url\(|@import/)
  expect(page).toContain("default-src 'none'")
  expect(page).toContain('prefers-color-scheme:dark')
  expect(page.match(/<svg/g)).toHaveLength(3)
})

test('html of 300 skills is below 300 kB, markdown below 65,536 characters', () => {
  expect(htmlOf(large(300)).length).toBeLessThan(300_000)
  expect(markdownOf(large(3000)).length).toBeLessThan(65_536)
})

test('markdown makes no tag, link, mention or cell of a text', () => {
  const shown = markdownOf(fullReport(markup))
  expect(shown).not.toMatch(/[^\\]<script/)
  expect(shown).not.toContain('[x](y)')
  expect(shown).not.toContain('@all')
  for (const row of shown.split('\n').filter((line) => line.startsWith('| read')))
    expect(row.replaceAll('\\|', '').match(/\|/g)).toHaveLength(6)
})

test('what does not fit is left out as whole lines and counted', () => {
  const lines = Array.from({ length: 100 }, (_, i) => `line ${i} ${'x'.repeat(20)}`)
  const short = fitted(lines, 1000)
  expect(short.length).toBeLessThanOrEqual(1000)
  const kept = short.split('\n').filter((line) => line.startsWith('line')).length
  expect(short).toContain(`and ${100 - kept} more lines`)
  expect(fitted(lines)).toBe(`${lines.join('\n')}\n`)
})

test('sarif has every rule, the line of the description, related places and stable fingerprints', () => {
  const [run] = sarif(fullReport(), 'plugins/my skills').runs
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(rules))
  const [first, , third] = run.results
  expect(first).toMatchObject({
    ...{
      ruleId: 'duplicate-name',
      level: 'error',
      partialFingerprints: { 'lawbookFinding/v1': 'duplicate-name:read-invoices' },
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'plugins/my%20skills/invoices/SKILL.md' },
          region: { startLine: 3 },
        },
      },
    ],
    relatedLocations: [{ id: 1 }],
  })
  expect(run.tool.driver.rules[first.ruleIndex].id).toBe('duplicate-name')
  expect(third).not.toHaveProperty('locations')
})

test('the document is the report with keys of the gate, and holds no body', () => {
  const report = fullReport()
  const document = JSON.parse(jsonOf(report, gate))
  const { plan, ...rest } = document
  expect(rest).toMatchObject({
    schema: 'lawbook/audit@1',
    ...JSON.parse(prettyJson({ ...report, plan: undefined } as unknown as Json)),
  })
  expect(plan.edits[1].edit).toEqual({
    ...{ step: 'merging', reason: 'both do the same work', kind: 'merge' },
    before: [
      { id: 'receipts/SKILL.md', name: 'receipts', description: 'Reads receipts.' },
      { id: 'invoices/SKILL.md', name: 'invoices', description: 'Reads invoices.' },
    ],
    after: [{ id: 'invoices/SKILL.md', name: 'invoices', description: 'Reads invoices and receipts.' }],
  })
  expect(jsonOf(report, gate)).not.toContain('Secret steps')
})

test('a report that lost a part, or gained one that the schema does not know, is no document', () => {
  const { forecast: _, ...lacking } = fullReport()
  expect(() => jsonOf(lacking as AuditReport, gate)).toThrow(/lacks "forecast"/)
  expect(() => jsonOf({ ...fullReport(), more: 1 } as AuditReport, gate)).toThrow(/unknown key "more"/)
})
