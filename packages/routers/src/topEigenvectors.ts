import { mix32 } from '@lawbook/base'

/** Eigenvalues in falling order and their eigenvectors, each of length 1. */
export type Eigenpairs = { readonly values: Float64Array; readonly vectors: readonly Float64Array[] }

const blockSize = 4
const negligible = 1e-10
const tolerance = 1e-9

/**
 * The k largest eigenvalues of a symmetric positive semidefinite n x n matrix, given as its product with a vector, and
 * their eigenvectors. Fewer than k where the rank is smaller: values up to 1e-10 of the largest count as zero.
 *
 * Block Krylov method with full reorthogonalisation (Golub and Underwood, 1977, The block Lanczos method): the space
 * X, CX, CCX, ... grows by blocks of 4 from a fixed start until each of the k best vectors y in it satisfies
 * |Cy - value · y| <= 1e-9 · (largest value). A matrix of up to 4k rows is decomposed in the whole space. Beyond that,
 * an eigenvalue that occurs more than 4 times may be found too few times. Sums, products and roots in one fixed
 * order: the same bits on every machine.
 */
export async function topEigenvectors(
  multiply: (x: Float64Array) => Float64Array,
  n: number,
  k: number,
): Promise<Eigenpairs> {
  const basis: Float64Array[] = []
  const images: Float64Array[] = []
  let block = startBlock(n, 0)
  for (let round = 1; ; round++) {
    const wanted = Math.min(n, (3 + round) * k)
    while (basis.length < wanted) {
      const before = basis.length
      for (const vector of block) {
        if (basis.length < n && orthonormalise(vector, basis)) basis.push(vector)
      }
      for (const vector of basis.slice(before)) images.push(multiply(vector))
      // A space that multiplication no longer leaves is complete in itself: go on from fresh vectors.
      const invariant = basis.length === before
      block = invariant ? startBlock(n, basis.length) : images.slice(before).map((image) => image.slice())
    }
    const best = await rayleighRitz(basis, images, k)
    if (basis.length === n || best.residual <= tolerance * best.values[0]!) return best
  }
}

/** Vectors with entries in [-.5, .5) that depend on nothing but their place. */
function startBlock(n: number, offset: number): Float64Array[] {
  return Array.from({ length: Math.min(n, blockSize) }, (_, column) =>
    Float64Array.from({ length: n }, (_, i) => mix32(mix32(offset + column + 1) + i) / 4294967296 - 0.5),
  )
}

/** Make a vector orthogonal to the basis and of length 1, in place; false if nothing of it is left. */
function orthonormalise(vector: Float64Array, basis: readonly Float64Array[]): boolean {
  const original = length(vector)
  // Once leaves rounding errors of the size of what was taken away; twice is enough (Kahan; Parlett, 1980).
  for (let pass = 0; pass < 2; pass++) for (const other of basis) addScaled(vector, -dot(vector, other), other)
  const left = length(vector)
  if (!(left > negligible * original)) return false
  for (let i = 0; i < vector.length; i++) vector[i]! /= left
  return true
}

/** The k best approximations to eigenpairs that the space holds, and the largest |Cy - value · y| among them. */
async function rayleighRitz(
  basis: readonly Float64Array[],
  images: readonly Float64Array[],
  k: number,
): Promise<Eigenpairs & { readonly residual: number }> {
  const { EigenvalueDecomposition, Matrix } = await import('ml-matrix')
  const size = basis.length
  const projected = new Matrix(size, size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const product = dot(basis[row]!, images[column]!)
      projected.set(row, column, product)
      projected.set(column, row, product)
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(projected, { assumeSymmetric: true })
  const largest = realEigenvalues[size - 1] ?? 0
  const values = realEigenvalues.reverse().filter((value, at) => at < k && value > negligible * largest)
  let residual = 0
  const vectors = values.map((value, at) => {
    const [vector, gap] = [new Float64Array(basis[0]!.length), new Float64Array(basis[0]!.length)]
    for (let j = 0; j < size; j++) {
      const share = eigenvectorMatrix.get(j, size - 1 - at)
      addScaled(vector, share, basis[j]!)
      addScaled(gap, share, images[j]!)
    }
    addScaled(gap, -value, vector)
    residual = Math.max(residual, length(gap))
    return vector
  })
  return { values: Float64Array.from(values), vectors, residual }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function length(a: Float64Array): number {
  return Math.sqrt(dot(a, a))
}

function addScaled(to: Float64Array, factor: number, vector: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * vector[i]!
}
