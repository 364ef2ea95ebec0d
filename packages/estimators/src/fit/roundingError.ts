/**
 * The rounding error of sum = a + b, so that sum + error is a + b exactly (Knuth 1969, The Art of Computer Programming,
 * 4.2.2, theorem B).
 */
export function sumError(a: number, b: number, sum: number): number {
  const back = sum - a
  return a - (sum - back) + (b - back)
}

/**
 * The rounding error of product = a b, so that product + error is a b exactly (Veltkamp 1968, Dekker 1971), unless a
 * number is above about 1e300 or the product below about 1e-290.
 */
export function productError(a: number, b: number, product: number): number {
  const wideA = 134217729 * a
  const headA = wideA - (wideA - a)
  const tailA = a - headA
  const wideB = 134217729 * b
  const headB = wideB - (wideB - b)
  const tailB = b - headB
  return tailA * tailB - (product - headA * headB - tailA * headB - headA * tailB)
}
