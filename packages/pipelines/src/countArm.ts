import { beatersOf, tieOrders } from './beaten.ts'
import type { Counts } from './counts.ts'

/** A step as it was asked: its right skill, the row of ranks that its request got, and the request's id. */
export type AskedStep = { readonly skill: number; readonly row: Uint16Array; readonly request: string }

/** Of one pipeline in one arm: who beats each step by itself, and who beats any of the first k + 1 steps. */
export type ArmCounts = { readonly steps: readonly Counts[]; readonly together: readonly Counts[] }

/**
 * Count the competitors that would make a step wrong, and those that would make any step up to it wrong: all steps up to
 * k are right iff none of the union of their beaters is in the library. The pipeline's own skills are in every library;
 * with `removed`, those picked rightly before have left it, with `'others'` each step is asked
 * without all the others' skills. A skill
 * `beside` them is in every library too or, with `removed`, in none: it is no competitor. Ties of all steps are broken in the
 * same orders, which couples their luck at ties a little (at most .0015 in the pipelines here).
 */
export function countArm(
  steps: readonly AskedStep[],
  idOf: (skill: number) => string,
  removed: boolean | 'others',
  beside: number | null = null,
): ArmCounts {
  const own = new Set(steps.map(({ skill }) => skill))
  // With `removed` it is where no library is; counted as one of the pipeline's own that has left before every step.
  const gone = removed && beside !== null && !own.has(beside) ? beside : null
  if (beside !== null) own.add(beside)
  const away = (k: number, j: number): boolean =>
    removed === 'others' || (removed && steps.slice(0, k).some(({ skill }) => skill === j))
  const beaters = steps.map(({ row, skill, request }) => beatersOf(row, skill, request, idOf))
  const orders = beaters.some((sets) => sets !== null && sets.length > 1) ? tieOrders : 1
  const perOrder = Array.from({ length: orders }, (_, o) =>
    countOrder(
      beaters.map((sets) => (sets === null ? null : (sets[o] ?? sets[0]!))),
      (k, j) => own.has(j) && j !== gone && !away(k, j),
      own,
    ),
  )
  const across = (of: 'steps' | 'together'): Counts[] => steps.map((_, k) => perOrder.map((order) => order[of][k]!))
  return { steps: across('steps'), together: across('together') }
}

/** `always(k, j)`: skill j is in every library when step k is asked. */
function countOrder(
  sets: readonly (Int32Array | null)[],
  always: (k: number, j: number) => boolean,
  own: ReadonlySet<number>,
): { steps: number[]; together: number[] } {
  const union = new Set<number>()
  let never = false
  const steps: number[] = []
  const together: number[] = []
  for (const [k, set] of sets.entries()) {
    const blocked = set === null || set.some((j) => always(k, j))
    const competitors = blocked ? [] : [...set].filter((j) => !own.has(j))
    steps.push(blocked ? -1 : competitors.length)
    never ||= blocked
    for (const j of competitors) union.add(j)
    together.push(never ? -1 : union.size)
  }
  return { steps, together }
}
