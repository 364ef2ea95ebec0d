import { fileURLToPath } from 'node:url'
import { streamsOf } from '@lawbook/base'
import { loadRegistry } from '@lawbook/claims'
import { dependencyClasses } from '@lawbook/pipelines'
import { expect, test } from 'vitest'
import { choices } from './choices.ts'
import { judgedNumbers } from './judged.ts'
import { difficultyOf, type Given, plantEvidence, type World } from './plantedEvidence.ts'
import { type Study, studyOf } from './study.ts'
import { worlds } from './worlds.ts'

/** A large study: its worlds show the truth. Where a condition changes nothing by chance (`kept` 1), a smaller one does. */
const givenWith = (kept: number): Given => ({
  pairs: Array.from({ length: 600 }, (_, i) => ({
    id: `pair-${i}`,
    class: dependencyClasses[i % 3]!,
    second: `skill-${i % 400}`,
    leaks: false,
  })),
  routers: Array.from({ length: 40 }, (_, r) => ({ id: `r${r}`, short: `r${r}`, kin: `kin-${r % 4}` })),
  competitors: Array.from({ length: 600 }, () => 1221),
  difficulty: {
    shares: Float64Array.from({ length: 400 }, (_, i) => (i < 340 ? (i / 340) * (i / 340) * 0.1 : 1)),
    kept,
  },
})

/** Its intervals are not asked for, so four clusters of skills do. */
const large = (world: World, given: Given): Study => {
  const evidence = plantEvidence(world, given, streamsOf('execution-law')('large', JSON.stringify(world)))
  const pipelines = evidence.pipelines.map((one, i) => ({ ...one, skills: ['first', `cluster ${i % 4}`] }))
  return studyOf({ ...evidence, pipelines }, given.routers, new Set(), choices.size)
}

test('each claim is true or false in the planted worlds as its record says, by what a large world shows', async () => {
  const { claims } = await loadRegistry(fileURLToPath(new URL('../..', import.meta.url)))
  const shown = new Map(
    Object.entries(worlds).map(([world, law]) => {
      const numbers = Object.entries(judgedNumbers(large(law, givenWith(1)), choices))
      return [world, Object.fromEntries(numbers.map(([id, found]) => [id, found!.value]))]
    }),
  )
  const truth = {
    departure: (x: number) => x <= 1,
    rescue: (x: number) => x > 1,
    'state-helps': (x: number) => x > 0,
    'realised-above-product': (x: number) => x > 0.1,
  } as const
  for (const measure of Object.keys(truth) as (keyof typeof truth)[]) {
    const claim = claims.find((one) => one.experiment === 'skills-execution-law' && one.measure === measure)!
    const where = (holds: boolean): string[] =>
      [...shown].filter(([, found]) => truth[measure](found[measure]!) === holds).map(([world]) => world)
    expect([measure, ...[...claim.holdsIn].sort()]).toEqual([measure, ...where(true).sort()])
    expect([measure, ...[...claim.rivals].sort()]).toEqual([measure, ...where(false).sort()])
  }
  for (const { departure } of shown.values()) expect(departure! > 0.5 && departure! < 1.3).toBe(false)
  expect(shown.get('rescue')!.rescue!).toBeGreaterThan(3)
})

test('the difficulty that is read from a study is the one that was planted', () => {
  const given = givenWith(0.6)
  const found = difficultyOf(large(worlds.multiplicative!, given))
  const at = (shares: Float64Array, p: number): number => shares[Math.floor(p * shares.length)]!
  for (const p of [0.2, 0.5, 0.8]) expect(at(found.shares, p)).toBeCloseTo(at(given.difficulty.shares, p), 2)
  expect(at(found.shares, 0.9)).toBe(1)
  expect(found.kept).toBeCloseTo(given.difficulty.kept, 1)
})
