import { streamsOf } from '@lawbook/base'
import { fitLaw, lawAgainstConstant, laws } from '@lawbook/estimators'
import { describe, expect, test } from 'vitest'
import { nullLaw, plantedCurve, shuffledSizes } from '../src/index.ts'
import { covers, drawnFit, standardIntervals } from './recoveryDraws.ts'
import { faintWorld, type RecoveryWorld, recoveryWorlds } from './recoveryWorlds.ts'

const stream = streamsOf('recovery.test')

/** Chains determine their exponent, and standard errors hold, at far less noise than that of a measurement. */
const precise = recoveryWorlds.map((world) => (world.law.id === 'pipeline' ? { ...world, sd: 0.0005 } : world))
const named = <World extends RecoveryWorld>(worlds: readonly World[]) =>
  worlds.map((world) => [world.law.id, world] as const)

test('there is a world for every law', () => {
  expect(recoveryWorlds.map(({ law }) => law.id)).toEqual(laws.map(({ id }) => id))
})

describe('every law is recovered from its own world', () => {
  test.each(named(precise))('%s: the truth lies in the 99.9 %% intervals', (id, world) => {
    const { law, parameters, x } = world
    for (const draw of [0, 1, 2]) {
      const { y, fit } = drawnFit(world, stream('own', id, draw))
      if (fit.status !== 'converged') throw new Error(`draw ${draw} ended as ${fit.status}`)
      const scales = law.parameters.map(({ scale }) => scale)
      for (const [j, interval] of standardIntervals(law, x, y, fit.parameters, scales, 0.0005).entries())
        expect(covers(interval, parameters[j]!), `${law.parameters[j]!.name} = ${fit.parameters[j]}`).toBe(true)
    }
  })

  test.each(named(precise))('%s: in any order of the points', (id, world) => {
    const width = world.law.inputs.length
    const { y, fit } = drawnFit(world, stream('order', id))
    if (fit.status !== 'converged') throw new Error(fit.status)
    const order = stream('permutation', id).shuffle(Int32Array.from(y.keys()))
    const moved = fitLaw(
      world.law,
      Float64Array.from([...order].flatMap((i) => [...world.x.subarray(i * width, (i + 1) * width)])),
      Float64Array.from(order, (i) => y[i]!),
    )
    if (moved.status !== 'converged') throw new Error(moved.status)
    for (const [j, value] of fit.parameters.entries())
      expect(Math.abs(moved.parameters[j]! / value - 1)).toBeLessThan(1e-5)
  })
})

describe('no law is found where there is none', () => {
  const arrangements = 19
  const faint = recoveryWorlds.map((world) => faintWorld(world, 8))

  test.each(named(faint))('%s: noise about a constant, and shuffled sizes', (id, { law, parameters, x, sd, level }) => {
    // One draw of the law whose fits to noise take longest.
    const ps = (id === 'capability-gap' ? [0] : [0, 1, 2]).flatMap((draw) => {
      const flat = plantedCurve({
        law: nullLaw(law),
        parameters: Float64Array.of(level),
        x,
        sd,
        stream: stream('flat', id, draw),
      })
      const curve = plantedCurve({ law, parameters, x, sd, stream: stream('curve', id, draw) })
      return [flat, shuffledSizes(curve, stream('sizes', id, draw))].map(
        (points) =>
          lawAgainstConstant({
            law,
            x: points.x,
            y: points.y,
            points: 'independent',
            draws: arrangements,
            stream: stream('null', id, draw),
          }).p,
      )
    })
    // Each is 1/20 in one of twenty draws, so three of six are there in one of 450.
    expect(ps.filter((p) => p <= 0.05).length, ps.join(', ')).toBeLessThan(3)
  })

  test.each(named(recoveryWorlds))('%s: at the noise of a measurement it is found in its own world', (id, world) => {
    const { law, parameters, x } = faintWorld(world, 8)
    const { y } = plantedCurve({ law, parameters, x, sd: world.sd, stream: stream('found', id) })
    const found = lawAgainstConstant({
      law,
      x,
      y,
      points: 'independent',
      draws: arrangements,
      stream: stream('own', id),
    })
    expect(found.p).toBe(1 / (1 + arrangements))
    expect(found.rSquared).toBeGreaterThan(0.8)
  })
})
