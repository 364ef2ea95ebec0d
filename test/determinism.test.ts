import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
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

const near = { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }
const far = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', COLUMNS: '20' }
const farFolder = 'a longer näme, with blanks-'

it('an experiment and its figures are the same bytes in any folder, time zone and locale', async () => {
  const here = await runIn('a-', near)
  const there = await runIn(farFolder, far)
  for (const ending of ['.csv', 'result.json', '.vl.json', '.caption.json', '.svg', '.png', '.pdf'])
    expect(
      Object.keys(here).some((file) => file.endsWith(ending)),
      ending,
    ).toBe(true)
  expect(there).toEqual(here)
})

/** Real routers over a small planted library, from observing to the last table: the hash of every file, on stdout. */
const plantedRouting = `
  import { sha256 } from '@lawbook/base'
  import { resultFiles, runExperiment } from '@lawbook/experiment'
  import { logLaw } from '@lawbook/worlds'
  import experiment from './experiment.ts'
  import { plantedData, skills } from './plantedText.ts'
  const data = plantedData(logLaw({ a: 0.834, b: 0.042, competitors: skills - 1 }), 'determinism', 120)
  const monteCarlo = [{ size: 10, draws: 5 }, { size: 100, draws: 2 }]
  const routers = ['bm25', 'minisearch', 'naive-bayes', 'random']
  const refit = { routers: ['bm25'], draws: [{ size: 10, draws: 1 }] }
  const finished = await runExperiment(experiment, { data, choices: { routers, refit, monteCarlo, replicates: 1 } })
  const hashes = Object.entries(resultFiles(finished)).map(([file, text]) => [file, sha256(text)])
  console.log(JSON.stringify(Object.fromEntries(hashes)))`

async function routingIn(folderName: string, env: Record<string, string>): Promise<Record<string, string>> {
  const place = mkdtempSync(join(tmpdir(), folderName))
  made.push(place)
  const cwd = stage('skills-routing-law', place)
  const tsx = pathToFileURL(createRequire(binary('experiment')).resolve('tsx')).href
  const options = ['--import', tsx, '--input-type=module', '--eval', plantedRouting]
  // A cache of its own, so that the second place computes and does not read what the first one kept.
  const { stdout } = await execa(process.execPath, options, {
    cwd,
    env: { ...env, XDG_CACHE_HOME: join(place, 'cache') },
  })
  return JSON.parse(stdout)
}

it('routers, drawn libraries, intervals and planted worlds are the same bytes in any folder, time zone and locale', async () => {
  const here = await routingIn('b-', near)
  expect(Object.keys(here)).toEqual(expect.arrayContaining(['result.json', 'worlds.csv', 'evidence/decisions.csv']))
  expect(await routingIn(farFolder, far)).toEqual(here)
})
