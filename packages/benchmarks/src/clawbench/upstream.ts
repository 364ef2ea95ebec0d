import type { Check } from '../result.ts'

/**
 * The rule of upstream's core/verifier.py: at least one test, and none failed. Errors are ignored, so that an agent
 * which leaves nothing "passes" where a fixture asks for its file.
 */
export function upstreamPass(checks: readonly Check[]): boolean {
  return checks.length > 0 && checks.every(({ outcome }) => outcome !== 'failed')
}
