import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judge, loadRegistry } from '@lawbook/claims'
import { readResult, validate } from '@lawbook/schemas'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import command from '../../src/commands/new.ts'
import { discard, linkPackages, repository, reproduce, runCommand, temporaryWorkspace } from '../workspace.ts'

let root: string
let csv: string
beforeAll(async () => {
  root = await temporaryWorkspace()
  csv = join(root, 'points.csv')
  await writeFile(csv, 'x,y\n10,0.74\n20,0.705\n50,0.672\n100,0.638\n200,0.612\n500,0.571\n')
})
afterAll(() => discard(root))

const refused = (positionals: string[], options: Record<string, string | string[]>) =>
  expect(runCommand(command, root, positionals, options)).rejects

test('both templates run, type-check, keep the format and pass their own tests', async () => {
  const drafts = {
    'test-effect': { paper: 'test-paper', printed: 'improves by more than 4 points' },
    'test-curve': { paper: 'test-paper', printed: 'R² > 0.97', csv, law: 'log', title: "Ann's curve" },
  }
  for (const [id, options] of Object.entries(drafts)) {
    expect((await runCommand(command, root, [id], options)).code).toBe(0)
    await linkPackages(join(root, 'experiments', id))
    await reproduce(root, id)
    const path = join(root, 'experiments', id, 'results', 'data', 'result.json')
    const result = validate('lawbook/result@1', JSON.parse(await readFile(path, 'utf8')), path)
    expect(result.measures.length).toBeGreaterThan(0)
  }
  const bin = (name: string) => join(root, 'node_modules', '.bin', name)
  const types = join(root, 'tsconfig.new.json')
  await writeFile(
    types,
    JSON.stringify({ extends: './tsconfig.json', include: ['experiments/**/*.ts', 'packages/*/src/**/*.d.ts'] }),
  )
  const [checked, formatted, tested] = await Promise.all([
    execa(bin('tsc'), ['-p', types], { cwd: root, reject: false }),
    execa(bin('biome'), ['check', ...Object.keys(drafts).map((id) => `experiments/${id}`)], {
      cwd: root,
      reject: false,
    }),
    execa(bin('vitest'), ['run', 'experiments'], { cwd: root, reject: false }),
  ])
  expect(checked.stdout.split('\n').filter((line) => line.startsWith('experiments/'))).toEqual([])
  expect(formatted.exitCode, formatted.stderr).toBe(0)
  expect(tested.exitCode, tested.stdout).toBe(0)
  const { claims } = await loadRegistry(root)
  expect(claims.map(({ id, kind, number, measure }) => [id, kind, number, measure])).toEqual([
    ['test-paper/test-curve', 'threshold', '0.97', 'r2'],
    ['test-paper/test-effect', 'threshold', '4', 'effect'],
  ])
})

/** All linear, one linear, one linear with a bound, none: every way in which a law is fitted. */
const kinds = ['log', 'power', 'error-power', 'hill']

test.each(kinds)('a claim under the law %s can be judged, with and without R²', async (law) => {
  const [id, other] = [`test-${law}`, `test-${law}-r2`]
  await runCommand(command, root, [id], { paper: 'test-paper', printed: 'falls with x', csv, law })
  await runCommand(command, root, [other], { paper: 'test-paper', printed: 'R² > 0.9', csv, law })
  const folder = join(root, 'experiments', id)
  await linkPackages(folder)
  await execa('node', [join(repository, 'packages/experiment/bin/experiment.js')], { cwd: folder })
  const { result } = await readResult(join(folder, 'results', 'data'))
  const { claims } = await loadRegistry(root)
  for (const claim of claims.filter(({ experiment }) => [id, other].includes(experiment))) {
    const measure = result.measures.find((one) => one.id === claim.measure)!
    expect(judge({ claim, measure, fidelity: 'full' }).why).not.toBe('')
  }
})

test('an existing or a bad id, an unknown paper and a half-given claim are refused', async () => {
  await runCommand(command, root, ['test-taken'])
  await refused(['test-taken'], {}).toMatchObject({ code: 'LB_EXISTS' })
  await refused(['Test_Bad'], {}).toMatchObject({ code: 'LB_USAGE', message: expect.stringContaining('Test_Bad') })
  await refused(['single'], {}).toMatchObject({ code: 'LB_USAGE' })
  await refused([], {}).toMatchObject({ code: 'LB_USAGE' })
  await refused(['test-new'], { paper: 'test-papr', printed: '3' }).toMatchObject({
    code: 'LB_DANGLING',
    message: expect.stringContaining('did you mean test-paper?'),
  })
  await refused(['test-new'], { printed: '3' }).toMatchObject({ code: 'LB_USAGE' })
  await refused(['test-new'], { csv }).toMatchObject({ code: 'LB_USAGE', message: expect.stringContaining('hill') })
  await refused(['test-new'], { csv, law: 'lug' }).toMatchObject({ code: 'LB_USAGE' })
})

test('a paper is added once, with what nobody has read marked as such', async () => {
  const options = { title: 'A "paper"', url: 'https://example.org', author: ['Doe, Jane', 'A Team'] }
  expect((await runCommand(command, root, ['paper', 'doe-2026'], options)).code).toBe(0)
  const { papers } = await loadRegistry(root)
  expect(papers.get('doe-2026')).toMatchObject({
    title: 'A "paper"',
    author: [{ family: 'Doe', given: 'Jane' }, { literal: 'A Team' }],
    reading: expect.stringContaining('Not read yet'),
  })
  await refused(['paper', 'doe-2026'], options).toMatchObject({ code: 'LB_EXISTS' })
  await refused(['paper', 'roe-2026'], { ...options, url: 'ftp://x' }).toMatchObject({ code: 'LB_USAGE' })
  await refused(['paper', 'roe-2026'], { title: 'x' }).toMatchObject({ code: 'LB_USAGE' })
})
