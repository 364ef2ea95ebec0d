/**
 * A number in [0, 1] rounded to three decimals, halves to the even neighbour. The released code keeps its scores so
 * (Python's `round(x, 3)`), and its rules compare the rounded scores with their thresholds.
 */
export function round3(x: number): number {
  const sixteenths = x * 16
  // Of all doubles only odd sixteenths lie half-way between two thousandths.
  if (!Number.isInteger(sixteenths) || sixteenths % 2 === 0) return Number(x.toFixed(3))
  const below = Math.floor(x * 1000)
  return (below % 2 === 0 ? below : below + 1) / 1000
}
