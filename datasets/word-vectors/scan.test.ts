import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dimensions, scanVectors } from './scan.ts'

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
/** A file as the package has it: a vocabulary, the vectors with two numbers more each, and the vector of the unknown. */
const fileOf = (vectors: Record<string, number[]>): Uint8Array =>
  encode({
    precision: 8,
    words: Object.keys(vectors),
    vectors: Object.fromEntries(Object.entries(vectors).map(([word, vector], i) => [word, [...vector, 1.5, i]])),
    unkVector: [0, -1],
  })
const vectorFrom = (seed: number): number[] => Array.from({ length: dimensions }, (_, i) => Math.sin(seed + i) / 3)

describe('scanVectors', () => {
  it('finds what parsing the whole would find, rounded to float32', () => {
    // Words with every character that JSON escapes, and words that look like the text around them.
    const anyWord = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"', '\\', '\\"', '":[', 'vectors', '"vectors":{', ']', '}'),
    )
    fc.assert(
      fc.property(fc.uniqueArray(anyWord, { maxLength: 12 }), fc.uniqueArray(anyWord), (words, others) => {
        const vectors = Object.fromEntries(words.map((word, i) => [word, vectorFrom(i)]))
        const wanted = new Set([...words.filter((_, i) => i % 2 === 0), ...others])
        const expected = Object.keys(vectors)
          .filter((word) => wanted.has(word))
          .map((word) => [word, Float32Array.from(vectors[word]!)])
        expect([...scanVectors(fileOf(vectors), wanted)]).toEqual(expected)
      }),
    )
  })

  it('reads a part of a larger buffer', () => {
    const file = fileOf({ tea: vectorFrom(1) })
    const other = fileOf({ tea: vectorFrom(2) })
    const larger = Buffer.concat([other, file])
    expect(scanVectors(larger.subarray(other.length), new Set(['tea'])).get('tea')).toEqual(
      Float32Array.from(vectorFrom(1)),
    )
  })

  it.each<[string, unknown]>([
    ['no vectors', { words: [] }],
    ['a word with too few numbers', { vectors: { tea: [1, 2, 3] } }],
    ['a number that is none', { vectors: { tea: [...vectorFrom(1), null, 0] } }],
    ['no list', { vectors: { tea: 1 } }],
  ])('refuses a file with %s', (_, file) => {
    expect(() => scanVectors(encode(file), new Set(['tea']))).toThrow(expect.objectContaining({ code: 'LB_SCHEMA' }))
  })

  it('refuses a file that ends early, wherever it ends', () => {
    const file = fileOf({ tea: vectorFrom(1), 'a"b': vectorFrom(2) })
    const end = Buffer.from(file).lastIndexOf('},"unkVector"')
    for (const at of [0, 20, end - 5, end - 900, end - 1, end]) {
      expect(() => scanVectors(file.subarray(0, at), new Set(['tea']))).toThrow(
        expect.objectContaining({ code: 'LB_SCHEMA' }),
      )
    }
  })
})
