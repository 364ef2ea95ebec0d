import { LawbookError } from '@lawbook/base'

/** What a calculation gives, or null where the data do not determine it (LB_FIT); any other error stays one. */
export function orNull<T>(calculate: () => T): T | null {
  try {
    return calculate()
  } catch (thrown) {
    if (thrown instanceof LawbookError && thrown.code === 'LB_FIT') return null
    throw thrown
  }
}
