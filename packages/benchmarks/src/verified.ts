import type { Check } from './result.ts'

/** What a verifier said: its checks, or why there are none. `seconds`: how long it took. */
export type Verified = {
  readonly checks: readonly Check[] | null
  /** Lower-case sentences; where there are no checks the first says why. */
  readonly reasons: readonly string[]
  readonly seconds: number
}
