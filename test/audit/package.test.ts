import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * The published package as a stranger gets it: packed, installed without a network into an empty folder of somebody with
 * an empty home, and asked about a library that it has never seen.
 */
const source = fileURLToPath(new URL('../../packages/audit/npm', import.meta.url))
let place: string
let tarball: string

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'lawbook-package-'))
  for (const folder of ['home', 'cache', 'user']) mkdirSync(join(place, folder))
  await npm(source, 'pack', '--pack-destination', place)
  tarball = join(place, readdirSync(place).find((file) => file.endsWith('.tgz'))!)
  writeFileSync(join(place, 'user', 'package.json'), '{"private": true}')
  await npm(join(place, 'user'), 'install', '--offline', '--no-audit', '--no-fund', tarball)
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** Nothing of the machine that runs the tests but the programs. */
const env = () => ({
  PATH: process.env.PATH,
  HOME: join(place, 'home'),
  NO_COLOR: '1',
  npm_config_cache: join(place, 'cache'),
  npm_config_update_notifier: 'false',
})

const npm = (cwd: string, ...args: string[]) => execa('npm', args, { cwd, env: env(), extendEnv: false })
const lawbook = (...args: string[]) =>
  execa(process.execPath, [join('node_modules', 'lawbook', 'lawbook.js'), ...args], {
    ...{ cwd: join(place, 'user'), env: env(), extendEnv: false, reject: false },
  })

/** Three skills and their requests, written for this test. */
const skills: readonly (readonly [string, string, string])[] = [
  ['mend-bicycles', 'Mends bicycles: chains, brakes and tyres.', 'Turn the frame over. Find the hole under water.'],
  ['mend-clocks', 'Mends clocks: springs, hands and chimes.', 'Let the mainspring down first. Oil no wheel teeth.'],
  ['bake-bread', 'Bakes bread with sourdough or yeast.', 'Feed the starter the evening before. Steam the oven.'],
]

function writeLibrary(): void {
  for (const [name, description, body] of skills) {
    const folder = join(place, 'user', '.claude', 'skills', name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'SKILL.md'), `---\nname: ${name}\ndescription: "${description}"\n---\n\n${body}\n`)
  }
}

describe('the published package', () => {
  it('is below 2 MB and holds a program, its licences, a page to read and nothing else', async () => {
    expect(statSync(tarball).size).toBeLessThan(2_000_000)
    const installed = join(place, 'user', 'node_modules', 'lawbook')
    expect(readdirSync(installed).sort()).toEqual([
      'LICENSE',
      'LICENSES.txt',
      'README.md',
      'lawbook.js',
      'package.json',
    ])
    expect(readFileSync(join(installed, 'LICENSES.txt'), 'utf8')).toMatch(/^== ajv \d/m)
  })

  it('installs alone', () => {
    const modules = readdirSync(join(place, 'user', 'node_modules')).filter((name) => !name.startsWith('.'))
    expect(modules).toEqual(['lawbook'])
  })

  it('audits a library that it has never seen, without a path and with an empty home', async () => {
    const empty = await lawbook('audit')
    expect(empty.exitCode).toBe(2)
    expect(empty.stderr).toMatch(/no SKILL\.md and no tool was found/)
    writeLibrary()
    const { exitCode, stdout, stderr } = await lawbook('audit')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/^\.claude\/skills: 3 skills\n\nWhat the agent can see\n/)
    expect(stdout).toContain('What to do first')
  })

  it('prints one document on stdout, and answers to its bin', async () => {
    writeLibrary()
    const { stdout } = await npm(join(place, 'user'), 'exec', '--offline', '--', 'lawbook', 'audit', '--json')
    const { schema, library, forecast } = JSON.parse(stdout)
    expect(schema).toBe('lawbook/audit@1')
    expect(library.skills.map(({ name }: { name: string }) => name)).toEqual([...skills].map(([name]) => name).sort())
    expect(forecast).toHaveProperty('points')
  })

  it('fits a curve', async () => {
    const rows = [5, 10, 20, 40, 80, 160].map((n) => `${n},${(0.95 - 0.1 * Math.log(n / 5)).toFixed(4)}`)
    writeFileSync(join(place, 'user', 'curve.csv'), `N,accuracy\n${rows.join('\n')}\n`)
    const { exitCode, stdout } = await lawbook('fit', 'curve.csv', '--x', 'N', '--y', 'accuracy')
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/log/)
  })

  it('says what --embed needs, and downloads nothing', async () => {
    const { exitCode, stderr } = await lawbook('audit', '--embed')
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/--embed needs .*npm install/)
    expect(readdirSync(join(place, 'home'))).toEqual([])
  })
})
