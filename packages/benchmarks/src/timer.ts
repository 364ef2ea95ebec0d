/** Milliseconds for a timer. Above 2^31 - 1 of them (24 days) `setTimeout` would go off at once. */
export function timerOf(seconds: number): number {
  return Math.min(seconds * 1000, 0x7fffffff)
}
