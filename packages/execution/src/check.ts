import type { Files } from './files.ts'
import { oneLine } from './outcome.ts'

/** What a check sees of a step: the files before and after it, what was asked, and what the step before it left. */
export type Step = {
  readonly before: Files
  readonly after: Files
  readonly input: Record<string, unknown>
  readonly previous: readonly string[]
}

export type Judgement = { readonly verdict: 'pass' | 'fail' | 'error'; readonly reasons: readonly string[] }

/** Judge a step. No reason against it is a pass; a check that throws or answers anything but texts is an error. */
export async function runCheck(check: (step: Step) => string[] | Promise<string[]>, step: Step): Promise<Judgement> {
  try {
    const reasons: unknown = await check(step)
    if (!Array.isArray(reasons) || !reasons.every((reason) => typeof reason === 'string'))
      return { verdict: 'error', reasons: ['the check did not answer with a list of reasons'] }
    return { verdict: reasons.length === 0 ? 'pass' : 'fail', reasons }
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown)
    return { verdict: 'error', reasons: [oneLine(`the check threw: ${said}`, [])] }
  }
}
