import { describe, expect, it } from 'vitest'
import { probesFromBodies } from '../../src/ask/probes.ts'
import { trialOf } from '../../src/plan/asked.ts'
import { asked, file, libraryOf } from './world.ts'

const library = libraryOf([
  file('pour-tea', 'Pours tea.', 'Fill the kettle with fresh water before guests arrive for their breakfast.'),
  file('b', 'Does b.'),
])
const probes = probesFromBodies(library)
const nobody = { pairs: [] }

describe('trialOf', () => {
  it('splits the requests of every skill evenly, whatever their order', () => {
    const texts = Array.from({ length: 9 }, (_, i) => `need number ${i}`)
    const rows = [
      ...asked('pour-tea', ...texts),
      ...asked('b', ...texts.slice(0, 4)),
      ...asked(null, ...texts.slice(0, 6)),
    ]
    const half = (list: typeof rows) => {
      const { requests } = trialOf(library, list, probes, nobody)
      return new Map(requests.map((request) => [`${request.skill} ${request.text}`, request.half]))
    }
    const halves = half(rows)
    expect(halves.size).toBe(19)
    for (const [skill, counts] of [
      ['pour-tea', [4, 5]],
      ['b', [2, 2]],
      ['null', [3, 3]],
    ] as const) {
      const own = [...halves].filter(([key]) => key.startsWith(`${skill} `)).map(([, side]) => side)
      expect([own.filter((side) => side === 0).length, own.filter((side) => side === 1).length].sort()).toEqual(counts)
    }
    expect([...half([...rows].reverse())].sort()).toEqual([...halves].sort())
  })

  it('keeps one text in one half, however often it was asked', () => {
    const { requests } = trialOf(
      library,
      asked('pour-tea', 'Make tea!', 'make tea', 'MAKE  tea', 'something else'),
      probes,
      nobody,
    )
    expect(new Set(requests.filter(({ text }) => /tea/i.test(text)).map(({ half }) => half)).size).toBe(1)
    expect(new Set(requests.map(({ half }) => half)).size).toBe(2)
  })

  it('takes probes from bodies where no request names a skill of the library', () => {
    for (const rows of [null, [], asked(null, 'weather?'), asked('gone', 'do it')]) {
      const trial = trialOf(library, rows, probes, nobody)
      expect(trial.basis).toBe('probes')
      expect(trial.requests.map(({ skill }) => skill)).toEqual(['pour-tea'])
    }
    expect(trialOf(library, asked('b', 'do b'), probes, nobody).basis).toBe('requests')
  })

  it('asks no more than it can, those of confused skills first', () => {
    const skills = Array.from({ length: 30 }, (_, i) => file(`s${i + 10}`, 'x'))
    const rows = skills.flatMap(({ id }) => asked(id, ...Array.from({ length: 400 }, (_, i) => `need ${i}`)))
    const trial = trialOf(libraryOf(skills), rows, [], { pairs: [{ a: 's39', b: 's20' } as never] })
    expect(trial).toMatchObject({ given: 12_000, requests: { length: 10_000 } })
    expect(trial.requests.slice(0, 4).map(({ skill }) => skill)).toEqual(['s39', 's39', 's20', 's20'])
    expect(new Set(trial.requests.map(({ skill }) => skill)).size).toBe(30)
  })
})
