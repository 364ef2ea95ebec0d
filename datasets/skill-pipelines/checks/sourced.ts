import { judgeProduced, type Step, sourcesOf } from './step.ts'

/** Judge what was produced against the one source of the step, which is the first; none is a reason. */
export function judgeFirst(
  step: Step,
  from: readonly string[],
  to: readonly string[],
  reasonsAgainst: (source: string, product: string) => string[],
): string[] {
  const source = sourcesOf(step, from)[0]
  if (source === undefined) return [`there was no ${from.join(' or ')} to work on`]
  return judgeProduced(step, to, (product) => reasonsAgainst(source, product))
}

/** Judge a conversion: every source must have a right product; `to` can name the product of a single source only. */
export function judgeEach(
  step: Step,
  from: readonly string[],
  to: readonly string[],
  reasonsAgainst: (source: string, product: string) => string[],
): string[] {
  const sources = sourcesOf(step, from)
  if (sources.length === 0) return [`there was no ${from.join(' or ')} to work on`]
  if (sources.length > 1 && step.input.to !== undefined) return [`${step.input.to} cannot hold ${sources.length} files`]
  return sources.flatMap((source) => judgeProduced(step, to, (product) => reasonsAgainst(source, product)))
}
