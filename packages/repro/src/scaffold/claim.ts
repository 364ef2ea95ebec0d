import { numbersIn } from '@lawbook/claims'
import type { Claim, Measure } from '@lawbook/schemas'

/** What an author still has to write into a drafted claim begins with this word. */
const todo = 'Replace:'

/**
 * A claim drafted from the sentence that a paper prints. Its first number is the claim's; "more than", ">" and the like
 * before it make it a threshold. Without a number it is a sign. Nothing that the author must judge is guessed: the
 * drafted claim is form-only, of low trust, in the unit of the measure that it is read from, and says what to replace.
 */
export function draftClaim(draft: {
  readonly paper: string
  readonly id: string
  readonly printed: string
  readonly measure: Pick<Measure, 'id' | 'unit'>
  readonly needs: string | null
}): Claim {
  const { paper, id, printed, measure, needs } = draft
  const [number] = numbersIn(printed)
  const side = number === undefined ? null : sideOf(beforeFirstNumber(printed))
  const kind = number === undefined ? 'sign' : side === null ? 'value' : 'threshold'
  const rule = kind === 'sign' ? 'margin' : kind === 'value' ? 'rounding' : 'bound'
  return {
    id: `${paper}/${id}`,
    ref: 'draft',
    paper,
    measure: measure.id,
    locator: { where: `${todo} the page, section or figure` },
    statement: `${todo} what the paper says, in one sentence of your own.`,
    printed,
    kind,
    number: number ?? null,
    ...(side === null ? {} : { side }),
    unit: measure.unit,
    neutral: kind === 'sign' ? 0 : null,
    population: 'libraries-like-it',
    source: 'paper',
    trust: 'low',
    comparability: 'form-only',
    tolerance: { rule, value: kind === 'sign' ? 0 : null, why: `${todo} why the line lies there.` },
    rivals: [],
    holdsIn: [],
    ...(needs === null ? {} : { needs }),
    seen: false,
    decides: `${todo} what would contradict it.`,
  }
}

const above = /(>|≥|at least|more than|over|above|exceeds?)\s*$/i
const below = /(<|≤|at most|less than|under|below|fewer than)\s*$/i

/** What stands before the first number, by the same reading of numbers that the claim is checked with. */
function beforeFirstNumber(printed: string): string {
  let end = 1
  while (end < printed.length && numbersIn(printed.slice(0, end)).length === 0) end++
  return printed.slice(0, end - 1)
}

function sideOf(before: string): 'above' | 'below' | null {
  return above.test(before) ? 'above' : below.test(before) ? 'below' : null
}
