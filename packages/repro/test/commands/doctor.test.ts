import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import command from '../../src/commands/doctor.ts'
import { diagnose, type Finding } from '../../src/doctor/checks.ts'
import { repository, runCommand } from '../workspace.ts'

const cache = process.env.XDG_CACHE_HOME
afterEach(() => {
  if (cache === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = cache
})

const stateOf = (findings: readonly Finding[], check: string) => findings.find((one) => one.check === check)?.state

test('what runs the tests is well, and every line that is not says what to do', async () => {
  const { document, code } = await runCommand(command, repository, [], {}, true)
  const { findings, healthy } = document as { findings: Finding[]; healthy: boolean }
  for (const check of ['node', 'pnpm', 'turbo', 'canvas', 'fonts']) expect(stateOf(findings, check)).toBe('ok')
  for (const { state, advice } of findings) expect(advice === null).toBe(state === 'ok')
  expect(code).toBe(healthy ? 0 : 1)
})

test('a folder without an install, and a cache that cannot be written, fail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lawbook-doctor-'))
  await writeFile(join(folder, 'package.json'), '{"engines":{"node":">=99.1"}}')
  await writeFile(join(folder, 'file'), '')
  process.env.XDG_CACHE_HOME = join(folder, 'file')
  const findings = await diagnose(folder)
  for (const check of ['node', 'pnpm', 'turbo', 'canvas', 'fonts', 'cache'])
    expect(stateOf(findings, check), check).toBe('fail')
  expect((await runCommand(command, folder)).code).toBe(1)
  await rm(folder, { recursive: true })
})
