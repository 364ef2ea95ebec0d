import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFiles } from '../../src/collect.ts'
import { drawOverview } from '../../src/overview/draw.ts'
import { layout } from '../../src/overview/layout.ts'
import { textSize } from '../../src/overview/marks.ts'
import { mirrorOverview } from '../../src/overview/mirror.ts'
import { overviewOf } from '../../src/overview/model.ts'
import { reportOverviews } from '../../src/overview/report.ts'
import { atMostWide } from '../../src/overview/wrap.ts'
import { overviewDifferences } from '../../src/verify/overview.ts'
import { claimed, measured, paper, stateOf } from './state.ts'

const claims = [
  claimed('ratio', 'A1', { seen: true }),
  claimed('own', 'A2', { comparability: 'same-protocol', statement: 'A long statement, '.repeat(12) }),
  claimed('absent', 'A3', { measure: null, needs: 'their data' }),
]
const state = stateOf(claims, { one: [measured('ratio', 10), measured('own', 20)] })
const overview = overviewOf(state, paper)
const names = ['caption.json', 'pdf', 'png', 'svg', 'vl.json'].map((end) => `state-of-the-evidence-test-paper.${end}`)

const { XDG_CACHE_HOME: cache } = process.env
let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lawbook-overview-'))
  process.env.XDG_CACHE_HOME = join(root, 'cache')
})
afterAll(async () => {
  if (cache === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = cache
  await rm(root, { recursive: true, force: true })
})

test('an estimate stands where its strip says, and no text leaves the page', () => {
  const marks = layout(overview, 394)
  const [own, ratio] = overview.groups.map(({ rows }) => rows[0]!.strip!)
  // The first dot belongs to the legend; own ground comes before form only.
  const [, ...dots] = marks.dots
  const scales = marks.lines.filter(({ weight }) => weight === 'scale')
  for (const [i, strip] of [own!, ratio!].entries()) {
    const { x, x2 } = scales[i]!
    const share = (strip.value - strip.ends[0]) / (strip.ends[1] - strip.ends[0])
    expect(dots[i]!.x).toBeCloseTo(x + share * (x2 - x), 9)
  }
  for (const { x, y, text, style } of marks.texts) {
    expect(style === 'right' ? x : x + atMostWide(text, textSize[style].size)).toBeLessThanOrEqual(394)
    expect(y).toBeLessThan(marks.height)
  }
})

test('the texts of one column never lie over one another', () => {
  const { texts } = layout(overview, 394)
  for (const [i, a] of texts.entries())
    for (const b of texts.slice(i + 1)) {
      const apart = (textSize[a.style].line + textSize[b.style].line) / 2 - 1e-9
      if (a.x === b.x && a.style !== 'right') expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(apart)
    }
})

test('the page is a figure like every other, its verdicts in words, and the same bytes each time', async () => {
  const files = await drawOverview(overview)
  expect([...files.keys()].sort()).toEqual(names)
  const svg = files.get('state-of-the-evidence-test-paper.svg')!.toString()
  for (const word of ['contradicted', 'direction-only †', 'not-testable', 'In form only:', 'no planted world'])
    expect(svg).toContain(`>${word}<`)
  expect(svg).toContain(' width="396"')
  const caption = JSON.parse(files.get('state-of-the-evidence-test-paper.caption.json')!.toString())
  expect(caption).toMatchObject({ experiment: 'overview', n: expect.stringContaining('1 in form only') })
  expect(caption.alt).toContain('A1 direction-only at 10 [9, 11]')
  expect(await drawOverview(overview)).toEqual(files)
})

test('figures/overview is written once, left alone while nothing changed, and rid of what no paper owns', async () => {
  expect([...(await mirrorOverview(root, state)).written].sort()).toEqual(names.map((name) => `overview/${name}`))
  expect(await mirrorOverview(root, state)).toEqual({ written: [], removed: [] })
  const folder = join(root, 'figures', 'overview')
  await writeFile(join(folder, 'stray.svg'), '<svg/>')
  await writeFile(join(folder, names[3]!), 'edited')
  expect(await mirrorOverview(root, state)).toEqual({
    written: [`overview/${names[3]}`],
    removed: ['overview/stray.svg'],
  })
  const other = stateOf(claims, { one: [measured('ratio', 11), measured('own', 20)] })
  expect((await mirrorOverview(root, other)).written).toContain(`overview/${names[3]}`)
  await mirrorOverview(root, state)
  expect(await listFiles(folder)).toEqual(names)
})

test('verify finds an edited, a missing and a stray file, and a page that the results do not give', async () => {
  const folder = join(root, 'figures', 'overview')
  const verify = () => overviewDifferences(root, state, 'bytes')
  expect(await verify()).toEqual([])
  const svg = join(folder, names[3]!)
  const text = await readFile(svg, 'utf8')
  await writeFile(svg, text.replace('contradicted', 'reproduced'))
  expect(await verify()).toEqual([{ file: `figures/overview/${names[3]}`, what: expect.stringContaining('line 1') }])
  await rm(svg)
  expect(await verify()).toEqual([{ file: `figures/overview/${names[3]}`, what: 'is not committed' }])
  await writeFile(svg, text)
  const never = stateOf(claims, {})
  expect(await overviewDifferences(root, never, 'bytes')).toHaveLength(names.length)
})

test('the report draws from the results that it reads itself', async () => {
  const pages = await reportOverviews(state)
  expect(pages.get('test-paper')).toMatchObject({ id: 'state-of-the-evidence-test-paper' })
  expect(pages.get('test-paper')!.svg).toContain('direction-only')
})
