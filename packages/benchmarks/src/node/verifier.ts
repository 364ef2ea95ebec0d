import { AssertionError } from 'node:assert'
import type { Files } from '@lawbook/execution'
import type { Check } from '../result.ts'

/** What a test of a `node` verifier looks at: the workspace as the agent found it, and as it left it. */
export type Seen = { readonly before: Files; readonly after: Files }

/** One test: it passes unless it throws. An AssertionError is a failure, anything else an error; both are no pass. */
export type Test = {
  readonly id: string
  /** Share of the score, above 0. */
  readonly weight: number
  readonly test: (seen: Seen) => void | Promise<void>
}

/** The default export of a task's verifier/check.ts. */
export type Verifier = readonly Test[]

/** Run every test, in order; none stops the next. */
export async function runVerifier(verifier: Verifier, seen: Seen): Promise<Check[]> {
  const checks: Check[] = []
  for (const { id, weight, test } of verifier) {
    try {
      await test(seen)
      checks.push({ id, weight, outcome: 'passed', detail: '' })
    } catch (thrown) {
      const outcome = thrown instanceof AssertionError ? 'failed' : 'error'
      checks.push({ id, weight, outcome, detail: said(thrown) })
    }
  }
  return checks
}

function said(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return text.replace(/\s+/g, ' ').trim().slice(0, 200)
}
