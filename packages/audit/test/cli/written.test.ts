import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { call, fiveSkills, skillMd, write } from './call.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lawbook-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each(['sarif', 'html', 'markdown', 'fix'])('--%s below a file says why not, and what to do', async (option) => {
  const pointing = 'Cooks soup. Not for planning meals of a week with a shopping list, use plan-meals instead.'
  write(folder, { ...fiveSkills, 'skills/cook-soup/SKILL.md': skillMd('cook-soup', pointing), taken: 'x' })
  for (const path of ['taken/a', 'taken/a/b']) {
    const { exit, stdout, stderr } = await call(folder, ['audit', 'skills', `--${option}`, path])
    expect(exit).toBe(5)
    expect(stdout).toMatch(/^skills: 6 skills\n/)
    expect(stderr).toBe(
      `error --${option} ${path} cannot be written: a part of the path is a file, not a folder; name a place that can be written to\n  LB_DISK\n`,
    )
  }
  expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('x')
})

test('a file cannot be written where a folder is', async () => {
  write(folder, fiveSkills)
  const { exit, stderr } = await call(folder, ['audit', 'skills', '--html', 'skills'])
  expect(exit).toBe(5)
  expect(stderr).toMatch(/--html skills cannot be written: a folder is there; name a file in it\n {2}LB_DISK/)
})
