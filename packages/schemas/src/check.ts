import { fail } from '@lawbook/base'
import type { FitRecord } from './fit.ts'
import type { Ledger } from './ledger.ts'
import type { Estimate, Measure } from './measure.ts'

/**
 * What a schema cannot say of a measure: intervals are ordered and nested and contain the value; a null value has a
 * reason; zero width is for arithmetic alone. Throws LB_INTERVAL or LB_NOT_FINITE.
 */
export function checkMeasure(measure: Measure, where: string): void {
  const place = `measure ${measure.id} of ${where}`
  if (measure.value === null && measure.reason === undefined) {
    fail('LB_INTERVAL', `${place} is null without a reason; say why it could not be measured`)
  }
  const zeroWidth = measure.evidence === 'arithmetic'
  checkEstimate(measure, place, zeroWidth)
  for (const part of measure.parts ?? []) checkEstimate(part, `part ${part.label} of ${place}`, zeroWidth)
  for (const other of measure.alternatives ?? [])
    checkEstimate(other, `${other.choice} = ${other.option} of ${place}`, zeroWidth)
  for (const [name, bound] of Object.entries(measure.bounds ?? {}))
    checkEstimate(bound, `the ${name} case of ${place}`, zeroWidth)
}

function checkEstimate({ value, i90, i995 }: Estimate, place: string, zeroWidth: boolean): void {
  const numbers = [value, ...(i90 ?? []), ...(i995 ?? [])]
  for (const x of numbers)
    if (x !== null && !Number.isFinite(x)) fail('LB_NOT_FINITE', `${place} holds ${x}; write null and a reason`)
  const bracket = (interval: Estimate['i90']): string => (interval === null ? 'null' : `[${interval.join(', ')}]`)
  const show = `value ${value}, 90 % ${bracket(i90)}, 99.5 % ${bracket(i995)}`
  const ends = [i995?.[0], i90?.[0], i90?.[1], i995?.[1]].filter((end) => end !== undefined)
  if (ends.some((end, i) => i > 0 && end < ends[i - 1]!))
    fail('LB_INTERVAL', `${place} has intervals that are not nested: ${show}`)
  const outer = i995 ?? i90
  if (value !== null && outer !== null && !(outer[0] <= value && value <= outer[1]))
    fail('LB_INTERVAL', `${place} lies outside its own interval: ${show}`)
  const inner = i90 ?? i995
  if (!zeroWidth && inner !== null && inner[0] === inner[1])
    fail('LB_INTERVAL', `${place} has an interval of zero width; only arithmetic may: ${show}`)
}

/** The books balance: planned = used + excluded + failed + missing, stage by stage; else LB_BOOKS. */
export function checkLedger(ledger: Ledger, where: string): void {
  const excluded = ledger.excluded.reduce((sum, { n }) => sum + n, 0)
  const accounted = ledger.used + excluded + ledger.failed + ledger.missing
  if (accounted === ledger.planned) return
  fail(
    'LB_BOOKS',
    `stage "${ledger.stage}" of ${where} planned ${ledger.planned} rows but accounts for ${accounted}: used ${ledger.used}, excluded ${excluded}, failed ${ledger.failed}, missing ${ledger.missing}`,
    { stage: ledger.stage, planned: ledger.planned, accounted },
  )
}

/**
 * What a schema cannot say of a result's fits: ids are unique; parameters stand behind `converged` alone, bounds behind
 * `bound-hit` alone; no more starts agree than there were; an interval of a parameter contains its value and has a
 * method; a rival has an error exactly where it has a point to predict from. Throws LB_DUPLICATE_ID, LB_SCHEMA,
 * LB_INTERVAL or LB_NOT_FINITE.
 */
export function checkFits(fits: readonly FitRecord[], where: string): void {
  const ids = fits.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) fail('LB_DUPLICATE_ID', `${where} returns the fit ${twice} twice; rename one of them`)
  for (const fit of fits) checkFit(fit, `fit ${fit.id} of ${where}`)
}

function checkFit({ status, parameters, boundsHit, optimiser, interval, rivals }: FitRecord, place: string): void {
  if (status === 'converged' && parameters.length === 0)
    fail('LB_SCHEMA', `${place} converged and has no parameters; give all of the law's`)
  if (status !== 'converged' && parameters.length > 0)
    fail(
      'LB_SCHEMA',
      `${place} is ${status} and has ${parameters.length} parameters; only a converged fit estimates any`,
    )
  if (status === 'bound-hit' && boundsHit.length === 0)
    fail('LB_SCHEMA', `${place} is bound-hit and names no parameter; say in boundsHit which bound decided`)
  if (status !== 'bound-hit' && boundsHit.length > 0)
    fail(
      'LB_SCHEMA',
      `${place} is ${status} and lists bounds hit (${boundsHit.join(', ')}); its status must be bound-hit`,
    )
  const { agreeing, starts } = optimiser
  if (agreeing !== null && agreeing > starts)
    fail('LB_SCHEMA', `${place} has ${agreeing} agreeing starts of ${starts}; at most all of them can agree`)
  for (const { name, value, se, i90 } of parameters) {
    checkEstimate({ value, i90, i995: null }, `parameter ${name} of ${place}`, false)
    if ('reason' in interval && i90 !== null)
      fail('LB_INTERVAL', `parameter ${name} of ${place} has an interval without a method: "${interval.reason}"`)
    if (se !== null && !(se >= 0 && se < Number.POSITIVE_INFINITY))
      fail('LB_INTERVAL', `parameter ${name} of ${place} has the standard error ${se}; it must be finite and >= 0`)
  }
  if ('reason' in rivals) return
  for (const { law, status, error } of rivals) {
    const predicts = status === 'converged' || status === 'bound-hit'
    if (predicts !== (error !== null))
      fail(
        'LB_SCHEMA',
        `the rival ${law} of ${place} is ${status} with the error ${error}; an error needs a fit, and a fit has one`,
      )
  }
}
