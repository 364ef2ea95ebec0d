import { describe, expect, it } from 'vitest'
import { earnsPlace, helps, savesEnough } from '../../src/plan/worth.ts'

describe('savesEnough', () => {
  it('asks for 20 characters and a tenth of the description', () => {
    const saves = (before: number, after: number) => savesEnough('x'.repeat(before), 'x'.repeat(after))
    expect([saves(100, 80), saves(100, 81), saves(300, 270), saves(300, 271)]).toEqual([true, false, true, false])
  })
})

describe('helps', () => {
  it('asks for half a request', () => {
    expect([helps({ value: 0.005, n: 100 }), helps({ value: 0.0049, n: 100 })]).toEqual([true, false])
  })
})

describe('earnsPlace', () => {
  const none = { value: 0, n: 50 }
  const earns = (kind: 'trim' | 'merge' | 'narrow' | 'add', chars: number, gain = none, scarce = false) =>
    earnsPlace({ kind, chars }, gain, scarce)

  it('takes what helps, and never what harms', () => {
    for (const kind of ['trim', 'merge', 'narrow', 'add'] as const) {
      expect(earns(kind, 9, { value: 0.02, n: 50 })).toBe(true)
      expect(earns(kind, -90, { value: -0.001, n: 50 }, true)).toBe(false)
    }
  })

  it('takes faults out without a gain, saves where characters are scarce, and adds nothing for nothing', () => {
    expect([earns('merge', -9), earns('narrow', -40), earns('narrow', -39), earns('trim', -90)]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([earns('trim', -90, none, true), earns('add', 9, none, true), earns('narrow', 9)]).toEqual([
      true,
      false,
      false,
    ])
  })
})
