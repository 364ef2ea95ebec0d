import { describe, expect, it } from 'vitest'
import { boundsOf, readPrinted } from '../src/printed.ts'

describe('a printed number', () => {
  const read = (digits: string, precision: 'rounded' | 'hundreds' | 'exact') =>
    readPrinted({ symbol: 'x', digits, precision })

  it('stands for everything that rounds to it', () => {
    expect(read('−0.0775', 'rounded')).toEqual({ value: -0.0775, halfWidth: 0.00005 })
    expect(read('4,800', 'hundreds')).toEqual({ value: 4800, halfWidth: 50 })
    expect(read('1,141', 'exact')).toEqual({ value: 1141, halfWidth: 0 })
    expect(boundsOf(2, 0.5)).toEqual([1.5, 2.5])
  })

  it('is digits', () => {
    expect(() => read('about 3', 'rounded')).toThrow('x is printed as "about 3"')
  })
})
