import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromFloat32Bytes, toFloat32Bytes } from '../src/float32.ts'

describe('float32', () => {
  it('comes back as it went, from any place in memory', () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true, minLength: 1 }), fc.nat(7), (vector, shift) => {
        const bytes = toFloat32Bytes([vector, vector])
        const moved = new Uint8Array(bytes.length + shift)
        moved.set(bytes, shift)
        const expected = Float32Array.of(...vector, ...vector)
        expect(fromFloat32Bytes(moved.subarray(shift), 2 * vector.length)).toEqual(expected)
      }),
    )
  })

  it('is little-endian', () => {
    expect([...toFloat32Bytes([Float32Array.of(1, -2)])]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0])
  })

  it('refuses another number of bytes', () => {
    for (const n of [2, 4]) {
      expect(() => fromFloat32Bytes(new Uint8Array(12), n)).toThrow(expect.objectContaining({ code: 'LB_SCHEMA' }))
    }
  })
})
