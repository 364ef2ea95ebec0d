import { hash32 } from '@lawbook/base'
import { exposed, type Library, words } from '@lawbook/skills'
import { Matrix, SVD } from 'ml-matrix'
import { describe, expect, test } from 'vitest'
import { gloveMean } from '../src/gloveMean.ts'
import { gloveSif } from '../src/gloveSif.ts'
import { gloveSoft } from '../src/gloveSoft.ts'
import { keepLatest } from '../src/keepLatest.ts'
import { anyWord, described, wordVectors } from './handMade.ts'
import { kitchen, request, requests } from './library.ts'

const routers = [gloveMean, gloveSif, gloveSoft]

describe.each(routers)('$id', (router) => {
  test('words without a vector are left out, and texts without any are unmatched', async () => {
    const library = described('green tea', 'zzyzx', 'tea')
    const fitted = await router.build(library, { wordVectors: wordVectors({ green: [3, 4], tea: [-4, 3] }) })
    expect(fitted.score(request('zzyzx tea')).values).toEqual(fitted.score(request('tea')).values)
    expect([...fitted.score(request('tea')).matched]).toEqual([1, 0, 1])
    expect([...fitted.score(request('qwqwq')).matched]).toEqual([0, 0, 0])
    expect([...fitted.score(request('qwqwq')).values]).toEqual([0, 0, 0])
  })

  test('asking twice, after others or another build gives the same; the order of the library does not count', async () => {
    const reversed: Library = { skills: kitchen.skills.toReversed() }
    const [one, two, there] = [
      await router.build(kitchen, { wordVectors: anyWord }),
      await router.build(kitchen, { wordVectors: anyWord }),
      await router.build(reversed, { wordVectors: anyWord }),
    ]
    const forward = requests.map((asked) => one.score(asked))
    expect(
      requests
        .toReversed()
        .map((asked) => two.score(asked))
        .toReversed(),
    ).toEqual(forward)
    requests.forEach((asked, i) => {
      expect(one.score(asked)).toEqual(forward[i])
      const other = there.score(asked)
      expect(other.matched.toReversed()).toEqual(forward[i]!.matched)
      other.values.toReversed().forEach((value, j) => {
        expect(value).toBeCloseTo(forward[i]!.values[j]!, 5)
      })
    })
  })

  test('without word vectors it does not build', async () => {
    await expect(async () => router.build(kitchen, {})).rejects.toThrow(
      expect.objectContaining({ code: 'LB_DATA_MISSING' }),
    )
  })

  test('a library of one skill, and an empty one, give finite scores', async () => {
    for (const library of [described('green tea'), described()]) {
      const { values } = (await router.build(library, { wordVectors: anyWord })).score(request('green tea'))
      expect(values.every(Number.isFinite)).toBe(true)
    }
  })
})

test('the mean of raw vectors by hand, repetitions and stop words counted', async () => {
  const vectors = wordVectors({ green: [3, 4], tea: [0, 2], the: [1, 0] })
  const fitted = await gloveMean.build(described('green tea tea', 'the'), { wordVectors: vectors })
  // Directions (3, 8) and (1, 0) against (4, 4).
  const { values } = fitted.score(request('the green'))
  expect(values[0]).toBeCloseTo(11 / Math.sqrt(73 * 2), 6)
  expect(values[1]).toBeCloseTo(1 / Math.sqrt(2), 6)
})

test('smooth inverse frequency as written out with a dense decomposition', async () => {
  const texts = kitchen.skills.map((skill) => words(exposed(skill)))
  const every = texts.flat()
  const embed = (text: string[]): number[] => {
    const sum = Array(8).fill(0)
    for (const word of text) {
      const p = every.filter((other) => other === word).length / every.length
      anyWord.vector(word)!.forEach((x, i) => {
        sum[i] += ((0.001 / (0.001 + p)) * x) / text.length
      })
    }
    return sum
  }
  const rows = texts.map(embed)
  const direction = new SVD(new Matrix(rows)).rightSingularVectors.getColumn(0)
  const dot = (x: number[], y: number[]): number => x.reduce((sum, value, i) => sum + value * y[i]!, 0)
  const reduced = (x: number[]): number[] => x.map((value, i) => value - dot(x, direction) * direction[i]!)
  const fitted = await gloveSif.build(kitchen, { wordVectors: anyWord })
  for (const { text } of requests) {
    const query = reduced(embed(words(text)))
    const { values } = fitted.score(request(text))
    rows.map(reduced).forEach((row, j) => {
      expect(values[j]).toBeCloseTo(dot(row, query) / Math.sqrt(dot(row, row) * dot(query, query)), 5)
    })
  }
})

test('soft alignment by hand: best cosines, weighted with idf', async () => {
  const vectors = wordVectors({ green: [2, 0], tea: [0, 1], leaf: [3, 4], oven: [-1, 0], the: [-1, 0] })
  const fitted = await gloveSoft.build(described('green tea', 'leaf', 'oven', 'tea'), { wordVectors: vectors })
  const { values } = fitted.score(request('the leaf, the leaf: tea'))
  // Of 4 skills 1 has "leaf" and 2 have "tea"; "the" is a stop word, and "leaf" counts once.
  const [leaf, tea] = [Math.log(5 / 2) + 1, Math.log(5 / 3) + 1]
  const expected = [
    [0.8, 1],
    [1, 0.8],
    [-0.6, 0],
    [0.8, 1],
  ].map(([forLeaf, forTea]) => (leaf * forLeaf! + tea * forTea!) / (leaf + tea))
  values.forEach((value, j) => {
    expect(value).toBeCloseTo(expected[j]!, 6)
  })
})

test('only the latest results are kept', () => {
  const made: string[] = []
  const hash = keepLatest(2, (word) => {
    made.push(word)
    return hash32(word)
  })
  for (const word of ['a', 'b', 'a', 'c', 'a', 'b', 'c']) expect(hash(word)).toBe(hash32(word))
  // "b" makes room for "c", then "c" for "b".
  expect(made.join('')).toBe('abcbc')
})
