import { expect, test } from 'vitest'
import { compared } from '../../src/lock/since.ts'
import { commentOf } from '../../src/render/comment.ts'
import type { AuditReport, Finding } from '../../src/report.ts'
import { fullReport } from './report.ts'

const before = fullReport()
const finding = (key: string, message: string): Finding => ({
  ...{ key, message, rule: 'collision', level: 'warning', skills: [], places: [], degree: 0.5 },
})
const changed = (findings: readonly Finding[]): AuditReport => ({ ...fullReport(), findings })
const said = (after: AuditReport): string =>
  commentOf({ ref: 'main', before, after, compared: compared(before, after) })

test('a comment begins with what is new, worse and fixed', () => {
  const [first, second, third] = before.findings
  const comment = said(changed([first!, { ...second!, degree: 0.9 }, finding('collision:x:y', 'x and y collide')]))
  expect(comment).toMatch(/^## Audit of my-skills since main: 1 new, 1 worse, 1 fixed\n/)
  expect(comment).toMatch(/\*\*New: 1\*\*\n\n- warning collision: x and y collide\n/)
  expect(comment).toMatch(/\*\*Worse: 1\*\*\n\n- warning collision invoices.*: these collide/)
  expect(comment).toContain(`**Fixed: 1**\n\n- note copy: ${third!.message}`)
})

test('it shows outcomes of both versions on the same requests, and both forecasts', () => {
  const comment = said(changed([]))
  expect(comment).toMatch(/\*\*On the same requests: .* points/)
  for (const row of ['| bm25 before |', '| bm25 now |']) expect(comment).toContain(row)
  expect(comment).toMatch(/- before: 41 skills 78 % .*\n- now: 41 skills/)
})

test('skills that came, went and changed are named', () => {
  const after = changed(before.findings)
  const [a, b, c] = after.library.skills
  const skills = [{ ...a!, digest: 'another' }, b!, { ...c!, id: 'new/SKILL.md', name: 'read-passports' }]
  const comment = said({ ...after, library: { ...after.library, skills } })
  expect(comment).toContain('3 skills before, 3 now; added: read-passports; removed: draw-maps; changed: read-invoices')
})

test('a comment of any size is below 65,536 characters and says what it left out', () => {
  const many = Array.from({ length: 3000 }, (_, i) =>
    finding(`collision:${i}`, `pair ${i} collides on <words> [here](x)`),
  )
  const comment = said(changed(many))
  expect(comment.length).toBeLessThan(65_536)
  expect(comment).toMatch(/and \d,?\d+ more lines, left out/)
  expect(comment).toMatch(/3,000 new/)
})
