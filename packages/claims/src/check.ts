import { fail } from '@lawbook/base'
import type { Claim, ClaimKind } from '@lawbook/schemas'
import { expected, ratioFactor } from './expected.ts'
import { numberOf, numbersIn, plainDigits } from './printed.ts'

type Rule = Claim['tolerance']['rule']

/** How many printed numbers a kind has, and the tolerance rules that make sense for it. */
const shapes: Record<ClaimKind, { numbers: 0 | 1 | 2; rules: readonly Rule[] }> = {
  value: { numbers: 1, rules: ['rounding', 'quarter'] },
  ratio: { numbers: 1, rules: ['ratio', 'rounding'] },
  range: { numbers: 2, rules: ['listed'] },
  threshold: { numbers: 1, rules: ['bound'] },
  sign: { numbers: 0, rules: ['margin'] },
  ordering: { numbers: 0, rules: ['margin'] },
  form: { numbers: 0, rules: ['margin'] },
  count: { numbers: 1, rules: ['exact'] },
}

/**
 * What a schema cannot say of a claim. Throws LB_SCHEMA for fields that do not fit each other, LB_PRINTED for a number
 * that the printed sentence lacks, LB_MARGIN for a tolerance that reaches the neutral value.
 */
export function checkClaim(claim: Claim, where: string): void {
  const place = `claim ${claim.id} of ${where}`
  const faults = [...shapeFaults(claim), ...fieldFaults(claim), ...groundFaults(claim)]
  if (faults.length > 0) fail('LB_SCHEMA', `${place} makes no sense: ${faults.join('; ')}`, { claim: claim.id, faults })
  checkPrinted(claim, place)
  checkMargin(claim, place)
}

function shapeFaults({ kind, number, tolerance, side, interval }: Claim): string[] {
  const { numbers, rules } = shapes[kind]
  const given = number === null ? 0 : [number].flat().length
  const faults: string[] = []
  if (given !== numbers)
    faults.push(
      `a ${kind} has ${['no number (null)', 'one number', 'two numbers'][numbers]}, not ${JSON.stringify(number)}`,
    )
  if (!rules.includes(tolerance.rule))
    faults.push(`a ${kind} has the tolerance rule ${rules.join(' or ')}, not "${tolerance.rule}"`)
  if (kind === 'threshold' && side === undefined) faults.push('a threshold needs "side": above or below')
  if (kind !== 'threshold' && side !== undefined) faults.push(`"side" is for thresholds, not for a ${kind}`)
  if (kind !== 'value' && interval !== undefined)
    faults.push(`"interval" stands beside a value, not a ${kind}; leave it in "printed"`)
  return faults
}

function fieldFaults(claim: Claim): string[] {
  const { kind, tolerance, neutral, measure, needs, rivals, holdsIn } = claim
  const faults: string[] = []
  if (tolerance.rule !== 'margin' && tolerance.value !== null)
    faults.push(`tolerance.value is ${tolerance.value}; only the rule margin has one, write null`)
  if (kind === 'form' && tolerance.value === null)
    faults.push('a form needs tolerance.value: the largest deviation it allows')
  if ((kind === 'form' || kind === 'count') && neutral !== null)
    faults.push(`a ${kind} has no neutral value; write null`)
  if (tolerance.rule === 'quarter' && neutral === null)
    faults.push('the rule quarter needs a neutral value; use rounding without one')
  if (kind === 'ratio' && [claim.number].flat().some((digits) => digits !== null && numberOf(digits as string) <= 0))
    faults.push(`a ratio is above 0, not ${JSON.stringify(claim.number)}`)
  if (kind === 'ratio' && neutral !== null && neutral <= 0)
    faults.push(`the neutral value of a ratio is above 0 (usually 1), not ${neutral}`)
  if (kind === 'count' && typeof claim.number === 'string' && claim.number.includes('.'))
    faults.push(`a count is a whole number, not "${claim.number}"`)
  for (const pair of [claim.kind === 'range' ? claim.number : null, claim.interval ?? null])
    if (Array.isArray(pair) && numberOf(pair[0] as string) >= numberOf(pair[1] as string))
      faults.push(`${JSON.stringify(pair)} is not in rising order`)
  if (measure === null && needs === undefined)
    faults.push('a claim without a measure needs "needs": what would make it testable')
  const both = rivals.filter((world) => holdsIn.includes(world))
  if (both.length > 0) faults.push(`the world ${both.join(', ')} is in both rivals and holdsIn`)
  return faults
}

function groundFaults({ id, paper, population, comparability }: Claim): string[] {
  const faults: string[] = []
  if (!id.startsWith(`${paper}/`)) faults.push(`its id must start with its paper, "${paper}/"`)
  if (population === 'this-library' && comparability === 'same-protocol')
    faults.push(
      'a statement about this-library is tested on the same data, or in form only: another library under the same protocol does not speak of theirs',
    )
  return faults
}

function checkPrinted({ number, interval, printed }: Claim, place: string): void {
  const known = numbersIn(printed)
  for (const digits of [...[number ?? []].flat(), ...(interval ?? [])] as string[])
    if (!known.includes(plainDigits(digits)))
      fail(
        'LB_PRINTED',
        `${place} has the number "${digits}", but "${printed}" holds ${known.join(', ') || 'no number'}; copy the digits as printed`,
      )
}

/** The allowed values keep away from the neutral one, and the margin takes at most half of the way to it. */
function checkMargin(claim: Claim, place: string): void {
  const { allowed, neutral } = expected(claim)
  if (neutral === null) return
  const { kind, tolerance } = claim
  if ((kind === 'sign' || kind === 'ordering') && (tolerance.value ?? neutral) < neutral)
    fail(
      'LB_MARGIN',
      `${place} draws its line at ${tolerance.value}, on the other side of the neutral value ${neutral}`,
    )
  if (kind !== 'value' && kind !== 'ratio' && kind !== 'range') return
  if ((allowed.lo ?? neutral) <= neutral && neutral <= (allowed.hi ?? neutral))
    fail(
      'LB_MARGIN',
      `${place} allows [${allowed.lo}, ${allowed.hi}], which reaches the neutral value ${neutral}; state it as a threshold, or without a neutral value`,
    )
  if (tolerance.rule !== 'ratio') return
  const way = Math.abs(Math.log(numberOf(claim.number as string) / neutral))
  if (Math.log(ratioFactor) > way / 2)
    fail(
      'LB_MARGIN',
      `${place} allows a factor of ${ratioFactor} around ${claim.number}, more than half of the way to the neutral value ${neutral}`,
    )
}
