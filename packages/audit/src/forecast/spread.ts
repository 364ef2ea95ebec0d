/**
 * How far forecasts by one form are off at one factor of growth: quantiles of (forecast - what came) times the root of
 * the number of requests. Scaled so, the errors of small and large libraries are about alike; those of users with more
 * requests for a library of the same size are larger, since what comes is the same for all of them.
 */
export type Spread = {
  readonly factor: number
  readonly low: number
  readonly high: number
  /** The most requests of a library that the quantiles come from: more of them narrow nothing. */
  readonly mostRequests: number
  /** The most skills that such a library had before it grew. */
  readonly mostSkills: number
}

/**
 * How far what comes may lie below and above a forecast, in share, each at least 0: the quantiles brought back to the
 * number of requests.
 */
export function reachOf(spread: Spread, requests: number): { readonly below: number; readonly above: number } {
  const scale = 1 / Math.sqrt(Math.min(requests, spread.mostRequests))
  return { below: Math.max(0, spread.high) * scale, above: Math.max(0, -spread.low) * scale }
}
