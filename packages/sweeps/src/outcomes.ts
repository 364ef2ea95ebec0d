import { fail } from '@lawbook/base'
import { checkSizes, sharedMissTable } from './hypergeometric.ts'
import { type RankMatrix, unmatched } from './ranks.ts'

/**
 * What happens to one request in a random library, as probabilities; at each size right + abstain + the sum of wrong
 * over classes is 1.
 */
export type Outcomes = {
  readonly right: Float64Array
  readonly abstain: Float64Array
  /** Row-major, one row a size, one column a class of the skill chosen instead of the right one. */
  readonly wrong: Float64Array
}

export type OutcomeOptions = {
  readonly sizes: readonly number[]
  /** The class of each skill for this request, below `classes`; that of the right skill is not read. */
  readonly classOf: Uint8Array
  readonly classes: number
  /** Competitors that are certainly in a library of a size (hard negatives): at most N - 1, distinct, not the right skill. */
  readonly present?: (size: number) => Int32Array
}

/**
 * The exact chance of each outcome of the request in one row of a matrix, when its right skill stands among N - 1
 * competitors: those that are certainly present, and the rest drawn at random from the others. The skills are gone
 * through level by level of rank, from the best to the right skill's. With miss(r) the chance that r given members of
 * the random pool are not drawn, B random members above a level, n random and a certain members in it (the right skill
 * is a certain one):
 *
 * - a certain member wins with probability sum over j = 0..n of w_j miss(B + j), w_0 = 1/(n + a),
 *   w_(j+1) = w_j (n - j)/(n + a - 1 - j): put the level in random order; the member must come before the other certain
 *   ones, and none of the j random ones before it may be drawn. This is E[1/(a + X)] over the X drawn, without
 *   cancellation.
 * - the random members share miss(B) - miss(B + n) if a = 0, else miss(B) less what the certain ones win: equally.
 *
 * Nothing below a level with a certain member ever wins. The router abstains if nothing matched is in the library.
 * Sizes in [1, S]; LB_DOMAIN for these, for a class out of range and for members that cannot be present.
 */
export function outcomes(matrix: RankMatrix, row: number, options: OutcomeOptions): Outcomes {
  const { sizes, classes, present } = options
  checkSizes(sizes, matrix.skills)
  const levels = levelsOf(matrix, row, options)
  const right = new Float64Array(sizes.length)
  const abstain = new Float64Array(sizes.length)
  const wrong = new Float64Array(sizes.length * classes)
  const certain = new Int32Array(levels.counts.length)
  sizes.forEach((size, k) => {
    const members = present?.(size) ?? none
    placeCertain(matrix, row, size, members, options, levels, certain)
    const miss = sharedMissTable(matrix.skills - 1 - members.length, size - 1 - members.length)
    const ends = walk(levels, certain, classes, miss, wrong.subarray(k * classes, (k + 1) * classes))
    right[k] = ends.right
    abstain[k] = ends.abstain
    if (members.length > 0) certain.fill(0)
  })
  return { right, abstain, wrong }
}

const none = new Int32Array(0)

/** Competitors by level of rank and class, from the best level (1) to the last that can win. */
type Levels = {
  /** The level of the right skill, which is then the last; null if it is unmatched. */
  readonly right: number | null
  readonly last: number
  /** Row-major, one row a level from 0 (always empty), one column a class. */
  readonly counts: Int32Array
}

function levelsOf(matrix: RankMatrix, row: number, { classOf, classes }: OutcomeOptions): Levels {
  const { skills, ranks, targets } = matrix
  if (classOf.length !== skills)
    fail('LB_DOMAIN', `${classOf.length} classes were given for ${skills} skills; give one a skill`)
  const target = targets[row]!
  const at = row * skills
  const own = ranks[at + target]!
  let last = own
  if (own === unmatched) {
    last = 0
    for (let j = 0; j < skills; j++) if (ranks[at + j]! !== unmatched && ranks[at + j]! > last) last = ranks[at + j]!
  }
  const counts = new Int32Array((last + 1) * classes)
  for (let j = 0; j < skills; j++) {
    const rank = ranks[at + j]!
    if (rank > last || j === target) continue
    if (classOf[j]! >= classes)
      fail('LB_DOMAIN', `skill ${j} has the class ${classOf[j]}; classes are whole numbers below ${classes}`)
    counts[rank * classes + classOf[j]!]!++
  }
  return { right: own === unmatched ? null : own, last, counts }
}

/** Count the certain members into `certain`, laid out as the levels are. */
function placeCertain(
  { skills, ranks, targets }: RankMatrix,
  row: number,
  size: number,
  members: Int32Array,
  { classOf, classes }: OutcomeOptions,
  { last }: Levels,
  certain: Int32Array,
): void {
  if (members.length > size - 1)
    fail(
      'LB_DOMAIN',
      `${members.length} competitors cannot be present in a library of ${size}; at most ${size - 1} can`,
    )
  if (members.length > 0 && new Set(members).size < members.length)
    fail('LB_DOMAIN', 'a competitor is present twice; name each once')
  for (const j of members) {
    if (!(j >= 0 && j < skills) || j === targets[row])
      fail(
        'LB_DOMAIN',
        `skill ${j} cannot be a present competitor; give indices in [0, ${skills}), not the right skill`,
      )
    const rank = ranks[row * skills + j]!
    if (rank <= last) certain[rank * classes + classOf[j]!]!++
  }
}

/** Go through the levels; `wrong` takes the chance of each class. */
function walk(
  { right, last, counts }: Levels,
  certain: Int32Array,
  classes: number,
  miss: Float64Array,
  wrong: Float64Array,
): { right: number; abstain: number } {
  let above = 0
  for (let level = 1; level <= last && miss[above]! > 0; level++) {
    const from = level * classes
    let all = 0
    let sure = level === right ? 1 : 0
    let fixed = 0
    for (let c = from; c < from + classes; c++) {
      all += counts[c]!
      fixed += certain[c]!
    }
    if (all + sure === 0) continue
    sure += fixed
    const random = all - fixed
    const each = sure === 0 ? 0 : chanceOfEach(miss, above, random, sure)
    const rest = sure === 0 ? miss[above]! - miss[above + random]! : Math.max(0, miss[above]! - sure * each)
    const share = random === 0 ? 0 : rest / random
    for (let c = 0; c < classes; c++)
      wrong[c]! += certain[from + c]! * each + (counts[from + c]! - certain[from + c]!) * share
    if (sure > 0) return { right: level === right ? each : 0, abstain: 0 }
    above += random
  }
  return { right: 0, abstain: miss[above]! }
}

/** The chance that one of a certain members of a level wins, nothing better being drawn (see `outcomes`). */
function chanceOfEach(miss: Float64Array, above: number, random: number, sure: number): number {
  let weight = 1 / (random + sure)
  let sum = 0
  for (let j = 0; j <= random; j++) {
    sum += weight * miss[above + j]!
    // After the last random member no weight is left, nor needed; with a = 1 the quotient would be 0/0 there.
    if (j < random) weight *= (random - j) / (random + sure - 1 - j)
  }
  return sum
}
