import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect, listFiles } from '../../src/collect.ts'
import { verifyExperiment } from '../../src/verify/experiment.ts'
import { discard, linkPackages, temporaryWorkspace } from '../workspace.ts'

const experiment = `import { defineExperiment } from '@lawbook/experiment'
export default defineExperiment({
  id: 'tiny',
  title: 'Squares',
  choices: {},
  async observe() {
    return { tables: { rows: [{ x: 1, y: 1 }, { x: 2, y: 4 }] }, attrition: [], decisions: 0 }
  },
  async run({ evidence }) {
    const value = evidence.rows!.reduce((sum, row) => sum + Number(row.y), 0)
    const estimate = { value, i90: [value, value] as [number, number], i995: [value, value] as [number, number] }
    const words = { id: 'sum', title: 'Sum', method: 'sum', resampled: 'nothing', n: 2, unit: 'points' }
    return { measures: [{ ...words, ...estimate, evidence: 'arithmetic' as const }], fits: [], tables: { curve: [...evidence.rows!] }, notes: [] }
  },
})
`

let root = ''
const committed = (name: string): string => join(root, 'figures', 'tiny', name)
const verify = async (name: string) => {
  const temporary = join(root, 'temporary', name)
  await mkdir(temporary, { recursive: true })
  return await verifyExperiment(root, 'tiny', temporary, 'bytes')
}

beforeAll(async () => {
  root = await temporaryWorkspace()
  const folder = join(root, 'experiments', 'tiny')
  await linkPackages(folder)
  await writeFile(join(folder, 'package.json'), '{ "name": "@lawbook/tiny", "type": "module" }')
  await writeFile(join(folder, 'experiment.ts'), experiment)
  await writeFile(join(folder, 'claims.json'), '{ "schema": "lawbook/claims@1", "claims": [] }')
  await writeFile(
    join(folder, 'figures.ts'),
    "import { defineFigures } from '@lawbook/figures'\nexport default defineFigures('tiny', [])\n",
  )
  for (const program of ['experiment', 'figures'])
    await execa(process.execPath, [join(root, 'packages', program, 'bin', `${program}.js`)], { cwd: folder })
  await collect(root, ['tiny'], ['tiny'])
})
afterAll(() => discard(root))

test('committed evidence gives the committed files, and the experiment is left alone', async () => {
  const before = await listFiles(join(root, 'experiments', 'tiny', 'results'))
  const { files, differences } = await verify('same')
  expect({ files, differences }).toEqual({ files: 4, differences: [] })
  expect(await listFiles(join(root, 'experiments', 'tiny', 'results'))).toEqual(before)
})

test('one digit changed by hand is named, with what the evidence gives', async () => {
  const text = await readFile(committed('result.json'), 'utf8')
  await writeFile(committed('result.json'), text.replace('"value": 5', '"value": 6'))
  const { differences } = await verify('edited')
  await writeFile(committed('result.json'), text)
  expect(differences).toHaveLength(1)
  expect(differences[0]).toMatchObject({
    file: 'figures/tiny/result.json',
    what: expect.stringMatching(/"value": 6.*"value": 5/),
  })
})

test('a file that nothing gives, and evidence that cannot be read, are differences too', async () => {
  await writeFile(committed('stray.svg'), '<svg/>')
  expect((await verify('stray')).differences).toEqual([
    { file: 'figures/tiny/stray.svg', what: 'is committed, but the evidence does not give it' },
  ])
  await writeFile(committed('result.json'), '{}')
  expect((await verify('broken')).differences[0]!.what).toMatch(/could not be recomputed: .*LB_SCHEMA/)
})
