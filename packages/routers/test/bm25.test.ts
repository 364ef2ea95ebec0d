import { createRequire } from 'node:module'
import { exposed, tokens } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { bm25 } from '../src/bm25.ts'
import { kitchen, request, requests } from './library.ts'

const require = createRequire(import.meta.url)

test('scores equal the formula written out term by term', async () => {
  const fitted = await bm25.build(kitchen)
  const documents = kitchen.skills.map((skill) => tokens(exposed(skill)))
  const mean = documents.reduce((sum, document) => sum + document.length, 0) / documents.length
  for (const { id, text } of requests) {
    const { values, matched } = fitted.score(request(text, undefined, id))
    documents.forEach((document, j) => {
      let expected = 0
      for (const word of tokens(text)) {
        const tf = document.filter((other) => other === word).length
        const df = documents.filter((other) => other.includes(word)).length
        const idf = Math.log(1 + (documents.length - df + 0.5) / (df + 0.5))
        expected += (idf * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * document.length) / mean))
      }
      expect(values[j]).toBeCloseTo(expected, 5)
      expect(matched[j]).toBe(tokens(text).some((word) => document.includes(word)) ? 1 : 0)
    })
  }
})

test('the ranking agrees with wink-bm25-text-search on every request', async () => {
  const wink = require('wink-bm25-text-search')()
  wink.defineConfig({ fldWeights: { text: 1 }, bm25Params: { k1: 1.2, b: 0.75, k: 1 } })
  wink.definePrepTasks([tokens])
  kitchen.skills.forEach((skill, j) => void wink.addDoc({ text: exposed(skill) }, j))
  wink.consolidate()
  const fitted = await bm25.build(kitchen)
  for (const asked of requests) {
    const { values, matched } = fitted.score(asked)
    const hits = wink.search(asked.text, kitchen.skills.length) as [string, number][]
    // wink numbers its documents by text and leaves those with nothing in common out.
    expect(new Set(hits.map(([j]) => Number(j)))).toEqual(new Set([...matched.keys()].filter((j) => matched[j] === 1)))
    const ours = hits.map(([j]) => values[Number(j)]!)
    for (let at = 1; at < ours.length; at++) {
      const tiedThere = Math.abs(hits[at]![1] - hits[at - 1]![1]) < 1e-4
      if (!tiedThere) expect(ours[at]!, asked.text).toBeLessThanOrEqual(ours[at - 1]!)
    }
  }
})
