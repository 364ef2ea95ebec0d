import { expect, test } from 'vitest'
import { type FailOn, gateOf } from '../src/gate.ts'
import type { Finding, Level } from '../src/report.ts'

const finding = (key: string, level: Level): Finding => ({
  ...{ key, level, rule: 'collision', skills: [], places: [], message: key, degree: null },
})
const [old, fresh, grown, allowed, mere] = [
  finding('old', 'error'),
  finding('fresh', 'warning'),
  finding('grown', 'warning'),
  finding('allowed', 'error'),
  finding('mere', 'note'),
]
const changes = { new: [fresh!, mere!, allowed!], worse: [grown!], fixed: ['gone'], accepted: [allowed!] }

test.each([
  ['new', ['fresh']],
  ['worse', ['fresh', 'grown']],
  ['error', ['old']],
  ['warning', ['old', 'fresh', 'grown']],
  ['never', []],
] as [FailOn, string[]][])('--fail-on %s fails for %j: no notes, nothing that was accepted', (failOn, keys) => {
  const all = [old!, fresh!, grown!, allowed!, mere!]
  const gate = gateOf(all, changes, { failOn, against: 'lock' })
  expect(gate.failing.map(({ key }) => key)).toEqual(keys)
  expect(gate.failed).toBe(keys.length > 0)
})

test('an old library passes where only new findings count', () => {
  const known = { new: [], worse: [], fixed: [], accepted: [] }
  expect(gateOf([old!], known, { failOn: 'new', against: 'lock' }).failed).toBe(false)
})
