/** The least-squares line through a few points, for starts only: slope 0 where the points do not give one. */
export function line(u: readonly number[], v: readonly number[]): { intercept: number; slope: number } {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  if (u.length === 0) return { intercept: 0, slope: 0 }
  const [centreU, centreV] = [mean(u), mean(v)]
  let top = 0
  let bottom = 0
  for (const [i, value] of u.entries()) {
    top += (value - centreU) * (v[i]! - centreV)
    bottom += (value - centreU) * (value - centreU)
  }
  const slope = bottom > 0 ? top / bottom : 0
  return { intercept: centreV - slope * centreU, slope }
}
