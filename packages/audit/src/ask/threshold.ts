import { byCodeUnit, hash32, round10 } from '@lawbook/base'
import type { Decision } from './decision.ts'
import { fateOf, type Meant } from './fate.ts'

const fewest = 20

/** Thresholds, one a request, none of them set with that request's help, and their mean; null if none can be set. */
export type Thresholds = { readonly each: readonly number[]; readonly mean: number } | null

/** Whether requests can set a threshold: at least 20, with two skills among them and two that no skill is meant for. */
export function canSetThreshold(requests: readonly Meant[]): boolean {
  const skills = new Set(requests.map(({ skill }) => skill).filter((skill) => skill !== null))
  const idle = new Set(requests.filter(({ skill }) => skill === null).map(({ text }) => text))
  return requests.length >= fewest && skills.size >= 2 && idle.size >= 2
}

/**
 * A router's thresholds by cross-fitting: the requests are halved, all of one skill together, and each half is judged
 * by the threshold that suits the other half best.
 */
export function crossFitted(requests: readonly Meant[], decisions: readonly Decision[]): Thresholds {
  if (!canSetThreshold(requests)) return null
  const half = halvesOf(requests)
  const [first, second] = [0, 1].map((side) => {
    const own = requests.map((_, i) => i).filter((i) => half[i] === side)
    return bestThreshold(
      own.map((i) => requests[i]!),
      own.map((i) => decisions[i]!),
    )
  }) as [number, number]
  return { each: half.map((side) => (side === 0 ? second : first)), mean: round10((first + second) / 2) }
}

/**
 * The half of each request: skills in the order of their hashes fall into the halves by turns, and so do the texts of
 * requests that no skill is meant for.
 */
function halvesOf(requests: readonly Meant[]): number[] {
  const byTurns = (names: readonly string[]): Map<string, number> => {
    const ordered = [...new Set(names)].sort((a, b) => hash32(a) - hash32(b) || byCodeUnit(a, b))
    return new Map(ordered.map((name, k) => [name, k % 2]))
  }
  const skills = byTurns(requests.flatMap(({ skill }) => (skill === null ? [] : [skill])))
  const idle = byTurns(requests.flatMap(({ skill, text }) => (skill === null ? [text] : [])))
  return requests.map(({ skill, text }) => (skill === null ? idle.get(text)! : skills.get(skill)!))
}

/**
 * The strength below which abstaining makes as many requests as possible come out well: right, acceptable, or rightly
 * silent. Half-way between two strengths that occur, or twice the largest; 0 (never abstain) if nothing is gained.
 */
export function bestThreshold(requests: readonly Meant[], decisions: readonly Decision[]): number {
  const rows = decisions
    .map((decision, i) => ({ strength: decision.strength, loss: lossOfSilence(decision, requests[i]!) }))
    .filter((_, i) => decisions[i]!.best.length > 0)
    .sort((a, b) => a.strength - b.strength)
  let [threshold, gained, most] = [0, 0, 0]
  rows.forEach(({ strength, loss }, k) => {
    gained -= loss
    const next = rows[k + 1]?.strength ?? 3 * strength
    if (next === strength || gained <= most + 1e-9) return
    most = gained
    threshold = (strength + next) / 2
  })
  return threshold
}

/** How much better it is to answer than to be silent: the chance of a good answer, less one if silence is right. */
function lossOfSilence(decision: Decision, request: Meant): number {
  const { right, acceptable } = fateOf(decision, request, 0)
  return right + acceptable - (request.skill === null ? 1 : 0)
}
