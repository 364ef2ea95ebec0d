/**
 * The singular values of an m x n matrix (row by row, m >= n), in no order, by one-sided Jacobi rotations (Hestenes
 * 1958), which keep the small ones accurate.
 */
export function singularValues(matrix: Float64Array, m: number, n: number): Float64Array {
  const a = matrix.slice()
  for (let sweep = 0; sweep < 60; sweep++) {
    let turned = false
    for (let j = 0; j < n; j++) {
      for (let k = j + 1; k < n; k++) {
        let [jj, kk, jk] = [0, 0, 0]
        for (let i = 0; i < m; i++) {
          jj += a[i * n + j]! * a[i * n + j]!
          kk += a[i * n + k]! * a[i * n + k]!
          jk += a[i * n + j]! * a[i * n + k]!
        }
        if (Math.abs(jk) <= 1e-15 * Math.sqrt(jj * kk)) continue
        turned = true
        const zeta = (kk - jj) / (2 * jk)
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta))
        const cos = 1 / Math.sqrt(1 + tangent * tangent)
        const sin = cos * tangent
        for (let i = 0; i < m; i++) {
          const left = a[i * n + j]!
          const right = a[i * n + k]!
          a[i * n + j] = cos * left - sin * right
          a[i * n + k] = sin * left + cos * right
        }
      }
    }
    if (!turned) break
  }
  return Float64Array.from({ length: n }, (_, j) => {
    let square = 0
    for (let i = 0; i < m; i++) square += a[i * n + j]! * a[i * n + j]!
    return Math.sqrt(square)
  })
}
