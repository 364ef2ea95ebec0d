import { existsSync, readFileSync } from 'node:fs'
import { fromJsonLines } from '@lawbook/dataset'
import { words } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { coverageOf, readCorpora } from './corpora.ts'
import { wordVectors } from './index.ts'

const built = existsSync(new URL('./build/manifest.json', import.meta.url))
const lengthOf = (vector: Float32Array): number => Math.hypot(...vector)
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (lengthOf(a) * lengthOf(b))

it('coverage counts distinct and running words', () => {
  const counts = new Map([
    ['tea', 3],
    ['cup', 1],
    ['zzz', 6],
  ])
  expect(coverageOf('c', counts, (word) => word !== 'zzz')).toEqual({
    corpus: 'c',
    distinct: 3,
    distinctCovered: 2,
    running: 10,
    runningCovered: 4,
  })
})

describe.skipIf(!built)('the built vectors', () => {
  it('are of 100 finite numbers, none zero altogether, and absent words have none', async () => {
    const { dimensions, vector, id } = await wordVectors.load()
    expect(dimensions).toBe(100)
    expect(id).toMatch(/^[0-9a-f]{64}$/)
    expect(vector('zzqqxx')).toBeNull()
    expect(vector('constructor')).not.toBe(Object)
    const all = [...(await readCorpora()).values()].flatMap((counts) => [...counts.keys()]).map(vector)
    for (const found of all) {
      if (found === null) continue
      expect(found).toHaveLength(100)
      expect(lengthOf(found)).toBeGreaterThan(0.1)
      expect(lengthOf(found)).toBeLessThan(20)
    }
  })

  it('are GloVe: the published row of one word, and words nearer to their kind than to another', async () => {
    const { vector } = await wordVectors.load()
    expect([...vector('the')!.subarray(0, 3)]).toEqual([-0.038194, -0.24487, 0.72812].map(Math.fround))
    for (const [word, near, far] of [
      ['red', 'blue', 'server'],
      ['china', 'india', 'testing'],
      ['test', 'testing', 'paint'],
    ] as const) {
      expect(cosine(vector(word)!, vector(near)!)).toBeGreaterThan(cosine(vector(word)!, vector(far)!) + 0.2)
    }
  })

  it('are of words as `words` makes them, and cover what the README says', async () => {
    const { vector } = await wordVectors.load()
    const corpora = await readCorpora()
    const coverage = [...corpora].map(([corpus, counts]) => coverageOf(corpus, counts, (word) => vector(word) !== null))
    const written = readFileSync(new URL('./build/coverage.jsonl', import.meta.url), 'utf8')
    expect(fromJsonLines(written, 'coverage.jsonl')).toEqual(coverage)
    const shares = coverage.map(({ corpus, distinct, distinctCovered, running, runningCovered }) => {
      return [corpus, percent(distinctCovered, distinct), percent(runningCovered, running)]
    })
    expect(shares).toEqual([
      ['requests', '95.1', '95.3'],
      ['servers', '71.7', '90.3'],
      ['skills-body', '86.4', '92.4'],
      ['skills-description', '91.8', '95.0'],
      ['skills-full', '91.1', '94.5'],
      ['skills-name', '87.4', '88.0'],
    ])
    for (const counts of corpora.values()) for (const word of counts.keys()) expect(words(word)).toEqual([word])
  })
})

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1)
