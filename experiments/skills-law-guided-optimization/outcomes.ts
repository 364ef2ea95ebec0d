import type { Request } from '@lawbook/skills'
import { requestCurves } from '@lawbook/sweeps'
import { type Answered, type Arm, testedRequests } from './arm.ts'
import type { JudgedRouter, Scene } from './scene.ts'

/** Values of an arm's requests by column, one a request: chances and shares in [0, 1]. */
export type Columns = Readonly<Record<string, Float64Array>>

/** Right and wrong at the judged size, by exact expectation over random libraries. */
export function headline({ library, choices }: Scene, { strict }: Answered): Columns {
  return atSizes(strict, [choices.size], library.skills.length)
}

/** Right and wrong at every size, right among the nearest, and what the lenient reading of merges says. */
export function ladder({ library, choices }: Scene, { strict, lenient }: Answered): Columns {
  const skills = library.skills.length
  const near = choices.adversarial.map(
    (size, k) => [`near.${size}`, Float64Array.from(strict, ({ near: chances }) => chances[k] ?? 0)] as const,
  )
  const kindly = requestCurves(lenient, [choices.size], skills).right
  return { ...atSizes(strict, choices.ladder, skills), ...Object.fromEntries(near), lenient: kindly }
}

function atSizes(standings: Answered['strict'], sizes: readonly number[], skills: number): Columns {
  const { right, abstain } = requestCurves(standings, sizes, skills)
  const column = (matrix: Float64Array, k: number): Float64Array =>
    Float64Array.from(standings, (_, i) => matrix[i * sizes.length + k]!)
  return Object.fromEntries(
    sizes.flatMap((size, k) => {
      const [won, silent] = [column(right, k), column(abstain, k)]
      return [
        [`right.${size}`, won],
        [`wrong.${size}`, won.map((chance, i) => Math.max(0, 1 - chance - silent[i]!))],
      ]
    }),
  )
}

/**
 * What happens in the whole library: the right skill is chosen, or one of its similarity family (a twin), or a wrong one
 * that was a black hole of the router before any edit.
 */
export function wholeLibrary(scene: Scene, { holes }: JudgedRouter, arm: Arm, { strict }: Answered): Columns {
  const family = scene.families.similarity
  const requests = testedRequests(scene, arm.tested)
  const column = (is: (standing: Answered['strict'][number], request: Request) => boolean): Float64Array =>
    Float64Array.from(strict, (standing, i) => (is(standing, requests[i]!) ? 1 : 0))
  return {
    full: column(({ right }) => right),
    twin: column(
      ({ right, winner }, { skill }) => right || (winner !== null && family.get(winner) === family.get(skill)),
    ),
    silent: column(({ winner }) => winner === null),
    captured: column(({ right, winner }) => !right && winner !== null && holes.has(winner)),
  }
}
