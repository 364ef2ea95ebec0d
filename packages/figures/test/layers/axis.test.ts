import { describe, expect, it } from 'vitest'
import { logAxis, logTicks } from '../../src/layers/axis.ts'
import { groupDigits, superscript } from '../../src/layers/number.ts'

describe('logTicks', () => {
  it('are 1, 2, 5 on up to two decades and powers of ten beyond', () => {
    expect(logTicks([8, 130])).toEqual([10, 20, 50, 100])
    expect(logTicks([0.01, 1])).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1])
    expect(logTicks([8, 12000])).toEqual([10, 100, 1000, 10000])
  })
})

describe('logAxis', () => {
  it('labels plainly or as powers of ten', () => {
    const options = { field: 'n', title: 'N', domain: [8, 12000] as const }
    expect(logAxis(options).axis).toMatchObject({
      labelExpr: '({"10":"10","100":"100","1000":"1,000","10000":"10,000"})[datum.value]',
    })
    expect(logAxis({ ...options, ticks: [100, 500], label: 'power' }).axis).toMatchObject({
      labelExpr: '({"100":"10²","500":""})[datum.value]',
    })
  })
})

describe('numbers as text', () => {
  it('groups digits in every locale', () => {
    expect([1000, 1234567.5, -4096, 0.25, 999].map(groupDigits)).toEqual([
      '1,000',
      '1,234,567.5',
      '−4,096',
      '0.25',
      '999',
    ])
  })

  it('raises digits', () => {
    expect([3, -12, 0].map(superscript)).toEqual(['³', '⁻¹²', '⁰'])
  })
})
