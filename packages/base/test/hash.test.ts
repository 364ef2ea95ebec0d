import { describe, expect, it } from 'vitest'
import { hash32, mix32, sha256 } from '../src/index.ts'

describe('sha256', () => {
  it('is the standard digest of the UTF-8 bytes', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad') // FIPS 180-2, B.1
    expect(sha256('é')).toBe(sha256(new Uint8Array([0xc3, 0xa9])))
  })
})

describe('hash32', () => {
  it('is an unsigned 32-bit integer that one letter changes in about half its bits', () => {
    const flips = Array.from({ length: 2000 }, (_, i) => {
      const changed = hash32(`skill-${i}-a`) ^ hash32(`skill-${i}-b`)
      return changed.toString(2).replace('-', '').split('1').length - 1
    })
    const mean = flips.reduce((sum, n) => sum + n, 0) / flips.length
    expect(mean).toBeGreaterThan(14)
    expect(mean).toBeLessThan(18)
    for (const text of ['', 'a', 'é']) {
      expect(Number.isInteger(hash32(text)) && hash32(text) >= 0 && hash32(text) < 4294967296).toBe(true)
    }
  })

  it('mixes as MurmurHash3 does', () => {
    // fmix32 of 1 and of 0xdeadbeef, from the reference implementation (smhasher).
    expect([mix32(0), mix32(1), mix32(0xdeadbeef)]).toEqual([0, 0x514e28b7, 0x0de5c6a9])
  })
})
