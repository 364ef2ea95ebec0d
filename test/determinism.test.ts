import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { byCodeUnit, sha256 } from '@lawbook/base'
import { execa } from 'execa'
import { afterAll, expect, it } from 'vitest'
import { binary, stage } from './stage.ts'

const id = 'skills-paper-arithmetic'
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** Run the experiment and draw its figures in a folder of their own, as turbo does; the hash of every file. */
async function runIn(folderName: string, env: Record<string, string>): Promise<Record<string, string>> {
  const place = mkdtempSync(join(tmpdir(), folderName))
  made.push(place)
  const folder = stage(id, place)
  for (const task of ['experiment', 'figures'] as const)
    await execa(process.execPath, [binary(task)], { cwd: folder, env: { REPRO_FIDELITY: 'full', ...env } })
  const results = join(folder, 'results')
  const files = readdirSync(results, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(results, file)).isFile() && file !== join('data', 'run.json'))
    .sort(byCodeUnit)
  for (const file of files) expect(readFileSync(join(results, file), 'utf8'), file).not.toContain(place)
  return Object.fromEntries(files.map((file) => [file, sha256(readFileSync(join(results, file)))]))
}

it('an experiment and its figures are the same bytes in any folder, time zone and locale', async () => {
  const here = await runIn('a-', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })
  const elsewhere = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '20' }
  const there = await runIn('a longer näme, with blanks-', elsewhere)
  for (const ending of ['.csv', 'result.json', '.vl.json', '.caption.json', '.svg', '.png', '.pdf'])
    expect(
      Object.keys(here).some((file) => file.endsWith(ending)),
      ending,
    ).toBe(true)
  expect(there).toEqual(here)
})
