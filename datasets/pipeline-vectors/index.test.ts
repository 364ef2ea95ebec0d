import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pipelineRequests } from '@lawbook/execution'
import { skillPipelines } from '@lawbook/skill-pipelines'
import { exposed, words } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { pipelineVectors } from './index.ts'

const built = ['.', '../skill-pipelines', '../sentence-vectors', '../word-vectors', '../word-synonyms'].every(
  (folder) => existsSync(fileURLToPath(new URL(`${folder}/build/manifest.json`, import.meta.url))),
)

describe.skipIf(!built)('the built vectors', async () => {
  if (!built) return
  const [pipelines, { sentenceVectors, wordVectors, synonyms }] = await Promise.all([
    skillPipelines.load(),
    pipelineVectors.load(),
  ])
  const texts = [
    ...pipelineRequests(pipelines).map(({ text }) => text),
    ...pipelines.skills.map(({ skill }) => exposed(skill)),
  ]
  it('are there for every request and every listing, of length one', () => {
    const lengths = texts.map((text) => {
      const vector = sentenceVectors.vector(text)
      return vector === null ? 0 : Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0))
    })
    expect(texts.filter((_, i) => lengths[i]! < 0.99 || lengths[i]! > 1.01)).toEqual([])
  })
  it('know most words of the texts, and synonyms of some', () => {
    const all = [...new Set(texts.flatMap(words))]
    const share = (knows: (word: string) => boolean): number => all.filter(knows).length / all.length
    expect(share((word) => wordVectors.vector(word) !== null)).toBeGreaterThan(0.5)
    expect(share((word) => synonyms.of(word).length > 0)).toBeGreaterThan(0.2)
  })
})
