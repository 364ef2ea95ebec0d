import { partnerOf, type Step, sourcesOf } from './step.ts'

/** The file of the step and the one named in `with`; null where one of them is missing. */
export function pairOf(step: Step, extensions: readonly string[]): readonly [string, string] | null {
  const partner = partnerOf(step, extensions)
  const source = sourcesOf(step, extensions).find((name) => name !== partner)
  return partner === null || source === undefined ? null : [source, partner]
}
