import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sayWhole } from '../../src/counted.ts'
import { type Profile, profiles } from '../../src/see/profiles.ts'
import { call, fiveSkills, requests, skillMd, write } from './call.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lawbook-cli-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What is typed in an empty folder, the exit code, and what stderr must say. */
const misuse: [string, number, RegExp][] = [
  ['adit', 2, /there is no command "adit"; did you mean audit/],
  ['audit --fial-on new', 2, /unknown option '--fial-on'; did you mean --fail-on\?/],
  ['audit --wxyzvu', 2, /unknown option '--wxyzvu'; allowed: --profile, --requests/],
  ['audit --requests', 2, /option '--requests <value>' argument missing/],
  ['audit a b', 2, /takes one folder, package or JSON file and got 2: a b/],
  ['audit --top 0', 2, /--top 0 is no count of rows/],
  ['audit --top many', 2, /--top many is no count of rows/],
  ['audit --fail-on never-ever', 2, /--fail-on never-ever is not known; (did you mean|allowed: new, worse)/],
  ['audit --fail-on wose', 2, /did you mean .*worse/],
  ['audit --baseline --since main', 2, /--baseline takes everything as known; leave --since and --fail-on out/],
  ['audit --profile codx', 2, /no profile at .*did you mean codex\?/],
  ['audit', 2, /no SKILL\.md and no tool was found in \.claude\/skills, .*LB_NO_SKILLS/s],
  ['audit nowhere/at/all', 2, /there is no file or folder nowhere\/at\/all/],
  ['fit', 2, /error /],
]

describe('wrong use is a sentence and an exit code', () => {
  test.each(misuse)('lawbook %s', async (line, exit, sentence) => {
    const said = await call(folder, line.split(' '))
    expect(said.stderr).toMatch(sentence)
    expect(said.stderr).toMatch(/LB_[A-Z_]+/)
    expect(said.stderr).not.toMatch(/^\s+at /m)
    expect(said).toMatchObject({ exit, stdout: '' })
  })

  test('an empty folder is named', async () => {
    write(folder, { 'empty/readme.txt': 'x' })
    const { exit, stderr } = await call(folder, ['audit', 'empty'])
    expect({ exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringMatching(/empty.*LB_NO_SKILLS/s) })
  })

  test('with --json a fault is a document, with --verbose it has a stack', async () => {
    const { stdout } = await call(folder, ['audit', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'lawbook/fault@1', code: 'LB_NO_SKILLS' })
    expect((await call(folder, ['audit', '--verbose'])).stderr).toMatch(/^\s+at /m)
  })
})

describe('help', () => {
  test.each([['help'], ['--help'], ['-h'], []])('lawbook %s shows the commands', async (...args) => {
    const { exit, stdout } = await call(folder, args.flat())
    expect(exit).toBe(0)
    expect(stdout).toMatch(/lawbook audit .*\n.*lawbook fit/)
  })

  test('of a command shows every option and every exit code', async () => {
    const { stdout } = await call(folder, ['audit', '--help'])
    expect((await call(folder, ['help', 'audit'])).stdout).toBe(stdout)
    for (const word of ['--profile <id|file>', '--fail-on <kind>', '--json', '  3  ', '  130  '])
      expect(stdout).toContain(word)
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThan(120)
  })

  test('docs/audit.md names every option', async () => {
    const docs = readFileSync(new URL('../../../../docs/audit.md', import.meta.url), 'utf8')
    for (const command of ['audit', 'fit']) {
      const { stdout } = await call(folder, ['help', command])
      for (const [option] of stdout.matchAll(/--[a-z-]+/g)) expect(docs).toContain(option)
    }
  })

  test('docs/audit.md gives the limits of every profile as they are', () => {
    const docs = readFileSync(new URL('../../../../docs/audit.md', import.meta.url), 'utf8')
    for (const { id, budgetChars, perSkillChars, overflowPerSkillChars, maxSkills } of Object.values<Profile>(
      profiles,
    )) {
      const row = docs.split('\n').find((line) => line.startsWith(`| \`${id}\` | `)) ?? ''
      const limits = [budgetChars, perSkillChars, overflowPerSkillChars, maxSkills].filter((limit) => limit !== null)
      for (const limit of limits) expect(row, id).toContain(` ${sayWhole(limit)}`)
      if (limits.length === 0) expect(row).toContain('no limit')
    }
  })

  test('--version is that of the published package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../npm/package.json', import.meta.url), 'utf8'))
    expect((await call(folder, ['--version'])).stdout).toBe(`${version}\n`)
  })
})

describe('an audit', () => {
  test('without a path finds the usual folder, begins with what is seen and ends with what to type', async () => {
    write(folder, fiveSkills)
    const { exit, stdout, stderr } = await call(folder, ['audit'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/^skills: 5 skills\n\nWhat the agent can see\n/)
    expect(stdout).toMatch(/read-invoices \/ read-receipts/)
    expect(stdout).toMatch(/\nNext: write what people ask/)
  })

  test('gives the same bytes in another folder, whatever the time zone', async () => {
    write(folder, { ...fiveSkills, 'requests.jsonl': requests, ...moved(fiveSkills, 'other/place/') })
    write(join(folder, 'other', 'place'), { 'requests.jsonl': requests })
    const args = ['audit', 'skills', '--requests', 'requests.jsonl', '--json']
    const [here, there] = [await call(folder, args), await call(join(folder, 'other', 'place'), args)]
    expect(here.stdout).toBe(there.stdout)
    expect(here.stdout).not.toContain(folder)
  })

  test('with requests tells all outcomes, in a document that is alone on stdout', async () => {
    write(folder, { ...fiveSkills, 'requests.jsonl': requests })
    const { exit, stdout } = await call(folder, ['audit', 'skills', '--requests', 'requests.jsonl', '--json'])
    const document = JSON.parse(stdout)
    expect(exit).toBe(0)
    expect(document).toMatchObject({ schema: 'lawbook/audit@1', outcomes: { requests: 6 }, gate: { failed: false } })
    for (const { outcome } of document.outcomes.routers)
      expect(Object.keys(outcome)).toEqual(['right', 'acceptable', 'wrong', 'missed', 'firedForNothing'])
  })

  test('with picks says what the agent did', async () => {
    const picks = [
      { request: 'bills please', picked: 'read-receipts', expected: 'read-invoices' },
      { request: 'a map', picked: 'draw-maps', expected: 'draw-maps' },
    ]
    write(folder, { ...fiveSkills, 'picks.jsonl': picks.map((row) => JSON.stringify(row)).join('\n') })
    const { exit, stdout, stderr } = await call(folder, ['audit', 'skills', '--picks', 'picks.jsonl'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/What your agent picked: 2 decisions of picks\.jsonl/)
    expect(stdout).toMatch(/never picked: /)
  })

  test('of a list of tools holds no listing of skills against them', async () => {
    const tools = [{ name: 'get_weather', description: 'Get the weather of a city.' }]
    write(folder, { 'tools.json': JSON.stringify({ tools }) })
    const { stdout } = await call(folder, ['audit', 'tools.json'])
    expect(stdout).toMatch(/^tools\.json: 1 tool\n\nWhat the agent can see\n {2}no limit: \d+ characters/)
    expect((await call(folder, ['audit', 'tools.json', '--profile', 'claude-code'])).stdout).toMatch(/Claude Code, /)
  })

  test('imports trigger evaluations that lie beside a skill', async () => {
    const evals = [
      { query: 'our bills as a table', should_trigger: true },
      { query: 'sing a song', should_trigger: false },
    ]
    write(folder, { ...fiveSkills, 'skills/read-invoices/evals/trigger_eval.json': JSON.stringify(evals) })
    const { stdout } = await call(folder, ['audit'])
    expect(stdout).toMatch(/What became of 2 requests of 1 trigger evaluation/)
  })

  test('writes the files that are named, and says so', async () => {
    write(folder, fiveSkills)
    const out = ['--html', 'out/a.html', '--sarif', 'out/a.sarif', '--markdown', 'out/a.md']
    const { exit, stdout, stderr } = await call(folder, ['audit', 'skills', '--quiet', ...out])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/^skills: 5 skills, \d+ errors?, \d+ warnings?, \d+ notes?\n$/)
    expect(readFileSync(join(folder, 'out', 'a.html'), 'utf8')).toMatch(/^<!doctype html>/)
    expect(readFileSync(join(folder, 'out', 'a.md'), 'utf8')).toMatch(/^## Audit of skills: 5 skills/)
    const sarif = JSON.parse(readFileSync(join(folder, 'out', 'a.sarif'), 'utf8'))
    const [{ locations }] = sarif.runs[0].results
    expect(locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: expect.stringMatching(/^skills\/read-/) },
      region: { startLine: 3 },
    })
  })

  test('--fix writes an edited copy with a diff, and nothing in place', async () => {
    const pointing =
      'Cooks soup of vegetables. Not for planning meals of a week with a shopping list, use plan-meals instead.'
    const body = 'Peel the roots. Simmer the broth slowly until the onions melt.'
    write(folder, { ...fiveSkills, 'skills/cook-soup/SKILL.md': skillMd('cook-soup', pointing, body) })
    const { exit, stderr } = await call(folder, ['audit', 'skills', '--fix', 'fixed'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: 'wrote fixed\n' })
    const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
    expect(read('skills/cook-soup/SKILL.md')).toContain(pointing)
    expect(read('fixed/cook-soup/SKILL.md')).not.toContain('shopping list')
    expect(read('fixed/.lawbook/cook-soup.diff')).toContain(`-description: ${pointing}`)
    const again = await call(folder, ['audit', 'skills', '--fix', 'fixed'])
    expect(again).toMatchObject({ exit: 2, stdout: expect.stringMatching(/^skills: 6 skills\n/) })
    expect(again.stderr).toMatch(/fixed is there already.*LB_EXISTS/s)
    const document = await call(folder, ['audit', 'skills', '--fix', 'fixed', '--json'])
    expect(JSON.parse(document.stdout)).toMatchObject({ schema: 'lawbook/fault@1', code: 'LB_EXISTS' })
  })

  test('draws progress on a terminal only, and takes it away', async () => {
    write(folder, fiveSkills)
    const { stderr } = await call(folder, ['audit', '--quiet'], { live: true })
    expect(stderr).toMatch(/comparing skills, \d+ %/)
    expect(stderr.endsWith('\r\x1b[2K')).toBe(true)
  })
})

/** The same files below another folder. */
const moved = (files: Readonly<Record<string, string>>, to: string): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [to + path, text]))

/** What one bad file in a good library does: the rest is audited, and stdout or stderr says what is wrong. */
const badFiles: [string, () => Record<string, string | Uint8Array>, RegExp][] = [
  ['binary', () => ({ 'skills/bad/SKILL.md': Uint8Array.of(0, 159, 146, 150, 0) }), /bad\/SKILL\.md.*binary/],
  [
    '5 MB',
    () => ({ 'skills/bad/SKILL.md': skillMd('bad', 'Very long.', 'word '.repeat(1_000_000)) }),
    /bad\/SKILL\.md/,
  ],
  [
    'invalid YAML',
    () => ({ 'skills/bad/SKILL.md': '---\nname: bad\ndescription: "open\n  : [\n---\nBody.\n' }),
    /bad\/SKILL\.md:\d.*invalid-yaml/,
  ],
  [
    'a name that another one has',
    () => ({ 'skills/bad/SKILL.md': skillMd('draw-maps', 'Paints walls in one colour.') }),
    /duplicate-name.*draw-maps/,
  ],
  [
    'an exact copy',
    () => ({ 'skills/bad/draw-maps/SKILL.md': fiveSkills['skills/draw-maps/SKILL.md']! }),
    /1 exact copy counts once/,
  ],
  [
    'another language',
    () => ({
      'skills/bad/SKILL.md': skillMd(
        'bad',
        'これは日本語の説明です。請求書を読みます。',
        '請求書を読み、合計を表にします。',
      ),
    }),
    /bad\/SKILL\.md/,
  ],
  [
    'terminal escapes',
    () => ({
      'skills/bad/SKILL.md': '---\nname: bad\ndescription: "Clears \\e[2J the screen \\a of others."\n---\nBody.\n',
    }),
    /bad\/SKILL\.md/,
  ],
]

describe('bad input is named, and the rest is audited', () => {
  test.each(badFiles)('%s', async (_, files, named) => {
    write(folder, { ...fiveSkills, ...files() })
    const { exit, stdout, stderr } = await call(folder, ['audit', 'skills', '--top', '50'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(named)
    expect(stdout).toMatch(/read-invoices \/ read-receipts/)
    expect((stdout + stderr).includes('\x1b')).toBe(false)
  })

  test('a loop of links', async () => {
    write(folder, fiveSkills)
    symlinkSync('..', join(folder, 'skills', 'loop'))
    const { exit, stdout } = await call(folder, ['audit', 'skills'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^skills: 5 skills/)
  })

  test('one skill alone', async () => {
    write(folder, { 'skills/one/SKILL.md': skillMd('one', 'Does one thing.') })
    const { exit, stdout } = await call(folder, ['audit'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^skills: 1 skill\n/)
  })

  test('requests for skills that there are not: every line, with what is near', async () => {
    const rows = [
      { text: 'a', skill: 'draw-map' },
      { text: 'b', skill: 'draw-maps' },
      { text: 'c', skill: 'nothing-like-it' },
    ]
    write(folder, { ...fiveSkills, 'requests.jsonl': rows.map((row) => JSON.stringify(row)).join('\n') })
    const { exit, stdout, stderr } = await call(folder, ['audit', 'skills', '--requests', 'requests.jsonl'])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/What became of 1 request of requests\.jsonl/)
    expect(stdout).toMatch(/2 of 3 rows of requests\.jsonl.*line 1: .*draw-maps.*line\s+3: .*left out/s)
    write(folder, { 'requests.jsonl': JSON.stringify(rows[0]) })
    const none = await call(folder, ['audit', 'skills', '--requests', 'requests.jsonl'])
    expect(none).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringMatching(/1 of 1 row of .*near: draw-maps/),
    })
  })

  test('picks in an unknown format are refused by name', async () => {
    write(folder, { ...fiveSkills, 'picks.jsonl': '{"foo": 1, "bar": 2}\n' })
    const { exit, stderr } = await call(folder, ['audit', 'skills', '--picks', 'picks.jsonl'])
    expect(exit).toBe(2)
    expect(stderr).toMatch(/foo, bar.*known are/s)
  })
})
