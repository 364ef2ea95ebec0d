/**
 * The eigenvalues and eigenvectors of a symmetric n x n matrix, by cyclic Jacobi rotations (Jacobi 1846; Golub and Van
 * Loan 2013, Matrix Computations, 8.5): A = U diag(values) U'. `values` (n) are in no order; column k of `vectors`
 * (n x n, row by row) belongs to value k, and the columns are orthonormal. Every value is right to about 1e-15 of the
 * largest. The matrix is left as it was. For small n: the time grows as n^3 and ten sweeps or fewer are needed.
 */
export function symmetricEigen(matrix: Float64Array, n: number): { values: Float64Array; vectors: Float64Array } {
  const a = matrix.slice()
  const vectors = new Float64Array(n * n)
  for (let k = 0; k < n; k++) vectors[k * n + k] = 1
  let scale = 0
  for (const entry of a) scale = Math.max(scale, Math.abs(entry))
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off = Math.max(off, Math.abs(a[i * n + j]!))
    if (!(off > 1e-17 * scale)) break
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) rotate(a, vectors, n, i, j)
  }
  return { values: Float64Array.from({ length: n }, (_, k) => a[k * n + k]!), vectors }
}

/** Rotate rows and columns i and j so that a_ij becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, i: number, j: number): void {
  const off = a[i * n + j]!
  if (off === 0) return
  const ratio = (a[j * n + j]! - a[i * n + i]!) / (2 * off)
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio))
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  const sine = tangent * cosine
  for (let k = 0; k < n; k++) {
    const left = a[k * n + i]!
    const right = a[k * n + j]!
    a[k * n + i] = cosine * left - sine * right
    a[k * n + j] = sine * left + cosine * right
  }
  for (let k = 0; k < n; k++) {
    const upper = a[i * n + k]!
    const lower = a[j * n + k]!
    a[i * n + k] = cosine * upper - sine * lower
    a[j * n + k] = sine * upper + cosine * lower
  }
  a[i * n + j] = 0
  a[j * n + i] = 0
  for (let k = 0; k < n; k++) {
    const left = vectors[k * n + i]!
    const right = vectors[k * n + j]!
    vectors[k * n + i] = cosine * left - sine * right
    vectors[k * n + j] = sine * left + cosine * right
  }
}
