import { fail } from '@lawbook/base'

const bytesEach = Float32Array.BYTES_PER_ELEMENT

/** Vectors one after the other, each number as a little-endian float32, whatever the machine's order of bytes is. */
export function toFloat32Bytes(vectors: readonly Float32Array[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(vectors.reduce((sum, { length }) => sum + length, 0) * bytesEach))
  let at = 0
  for (const vector of vectors) {
    for (const value of vector) {
      view.setFloat32(at, value, true)
      at += bytesEach
    }
  }
  return new Uint8Array(view.buffer)
}

/** The `n` numbers that `toFloat32Bytes` wrote. LB_SCHEMA if the bytes are not those of `n` numbers. */
export function fromFloat32Bytes(bytes: Uint8Array, n: number): Float32Array {
  if (bytes.length !== n * bytesEach) {
    fail(
      'LB_SCHEMA',
      `${bytes.length} bytes are not ${n} float32 numbers, which take ${n * bytesEach}; build the data set again`,
    )
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const numbers = new Float32Array(n)
  for (let i = 0; i < n; i++) numbers[i] = view.getFloat32(i * bytesEach, true)
  return numbers
}
