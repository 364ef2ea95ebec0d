import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beatSets } from '../src/beatSets.ts'
import { competitorInfluence, competitorVariance } from '../src/competitors.ts'
import { missTable } from '../src/hypergeometric.ts'
import { rankMatrix } from '../src/ranks.ts'
import { lineWeights } from '../src/slope.ts'
import { mean, smallTables, tableOf } from './table.ts'

test('the influence of a skill is the accuracy recomputed without it, less the accuracy with it', () => {
  fc.assert(
    fc.property(smallTables, ({ library, requests, fitted }) => {
      const skills = library.skills.length
      const sizes = Array.from({ length: skills - 1 }, (_, j) => j + 1)
      const sets = beatSets(rankMatrix(fitted, library, requests), library, requests)
      const { change } = competitorInfluence(sets, sizes)
      sizes.forEach((size, k) => {
        const [withAll, without] = [missTable(skills - 1, size - 1), missTable(skills - 2, size - 1)]
        for (let j = 0; j < skills; j++) {
          const moves = requests.map((_, i) => {
            if (sets.reachable[i] === 0 || sets.targets[i] === j) return 0
            const beaten = sets.sizes[i]! - ((sets.bits[i * sets.words]! >>> j) & 1)
            return without[beaten]! - withAll[sets.sizes[i]!]!
          })
          expect(change[j * sizes.length + k]).toBeCloseTo(mean(moves), 12)
        }
      })
    }),
    { numRuns: 200 },
  )
})

/** Targets fixed, competitors drawn anew from a population in which some skills beat many requests. */
function redrawnPool(draw: number) {
  const hardness = streamsOf('competitors.test')('requests')
  const stream = streamsOf('competitors.test')('pool', draw)
  const [targets, competitors] = [60, 140]
  const difficulty = Array.from({ length: targets }, () => -2.2 + hardness.normal())
  const pull = Array.from({ length: competitors }, () => 0.8 * stream.normal())
  const rows = difficulty.map((mu, i) => [
    ...Array.from({ length: targets }, (_, j) => (j === i ? 1 : 0)),
    ...pull.map((strength) => (strength + mu + 0.6 * stream.normal() > 0 ? 2 : 0)),
  ])
  return tableOf(rows, Array.from(rows.keys()))
}

test('the standard deviation over redrawn pools is estimated within a tenth, for accuracies and for the slope', () => {
  const sizes = [5, 20, 60, 120]
  const kinds = [...sizes.map((_, k) => Float64Array.from(sizes, (__, l) => (l === k ? 1 : 0))), lineWeights(sizes).b]
  const values = kinds.map(() => [] as number[])
  const estimates = kinds.map(() => [] as number[])
  for (let draw = 0; draw < 300; draw++) {
    const { library, requests, fitted } = redrawnPool(draw)
    const sets = beatSets(rankMatrix(fitted, library, requests), library, requests)
    const curve = sizes.map((size) => {
      const miss = missTable(sets.skills - 1, size - 1)
      return mean(Array.from(sets.sizes, (r) => miss[r]!))
    })
    const influence = competitorInfluence(sets, sizes)
    kinds.forEach((weights, kind) => {
      values[kind]!.push(weights.reduce((sum, weight, k) => sum + weight * curve[k]!, 0))
      estimates[kind]!.push(competitorVariance(influence, weights))
    })
  }
  kinds.forEach((_, kind) => {
    const centre = mean(values[kind]!)
    const truth = Math.sqrt(mean(values[kind]!.map((value) => (value - centre) * (value - centre))))
    expect(Math.abs(Math.log(Math.sqrt(mean(estimates[kind]!)) / truth)), `kind ${kind}`).toBeLessThan(0.12)
  })
})
