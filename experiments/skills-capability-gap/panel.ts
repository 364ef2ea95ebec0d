/**
 * What routers do at pairs of steps, by router and pair: chances at one library size. `gapFirst` and `gapSecond` are the
 * chances whose difference is the capability gap G; `first` and `second` those of the steps alone in the judged wording;
 * `joint` how often the pair comes to a right end; `base` what it is held against, P(A) P(B) as a rule; `before` the second
 * step's chance in that base; `after` that with the executed state, which only crossed panels read.
 */
export type Chances = {
  readonly gapFirst: readonly Float64Array[]
  readonly gapSecond: readonly Float64Array[]
  readonly first: readonly Float64Array[]
  readonly second: readonly Float64Array[]
  readonly joint: readonly Float64Array[]
  readonly base: readonly Float64Array[]
  readonly before: readonly Float64Array[]
  readonly after: readonly Float64Array[]
  /** Kin of each router, and the skill of each pair's second step. */
  readonly kins: readonly string[]
  readonly skills: readonly string[]
}

/**
 * Who takes step A and who takes step B, and by pair: the gap, the synergy S = joint - base, and the headroom
 * P(A) (1 - P(B)), which is the most that a state could add to its base.
 */
export type Agent = {
  readonly routers: readonly [number, number]
  readonly gap: Float64Array
  readonly synergy: Float64Array
  readonly headroom: Float64Array
}

/** Agents at pairs, with what they are resampled by. */
export type Panel = {
  readonly agents: readonly Agent[]
  readonly kins: readonly string[]
  readonly skills: readonly string[]
}

/**
 * The points of some chances. `absolute` reads the gap without its sign. `crossed` lets every ordered pair of routers
 * share the work, each step as if from a library of its own, since no draw of both is known.
 */
export function panelFrom(chances: Chances, { absolute = false, crossed = false } = {}): Panel {
  const { gapFirst, gapSecond, first, before, joint, base, after, kins, skills } = chances
  const all = [...kins.keys()]
  const teams = all.flatMap((r) => (crossed ? all.filter((q) => q !== r) : [r]).map((q) => [r, q] as const))
  const agents = teams.map(([r, q]): Agent => {
    const each = (of: (p: number) => number): Float64Array => Float64Array.from(skills, (_, p) => of(p))
    const [a, b] = [first[r]!, before[q]!]
    const signed = each((p) => gapFirst[r]![p]! - gapSecond[q]![p]!)
    return {
      routers: [r, q],
      gap: absolute ? signed.map(Math.abs) : signed,
      synergy: each((p) => (crossed ? a[p]! * (after[q]![p]! - b[p]!) : joint[r]![p]! - base[r]![p]!)),
      headroom: each((p) => a[p]! * (1 - b[p]!)),
    }
  })
  return { agents, kins, skills }
}

/** Those of some agents that work with some routers alone. */
export function agentsOf<A extends Pick<Agent, 'routers'>>(
  agents: readonly A[],
  routers: readonly number[],
): readonly A[] {
  const kept = new Set(routers)
  return agents.filter(({ routers: [a, b] }) => kept.has(a) && kept.has(b))
}
