import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byCodeUnit, canonicalJson, hashJson, type Json, LawbookError, parseJson, prettyJson } from '../src/index.ts'

const reversed = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((item) => reversed(item as Json))
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item as Json)]),
  )
}

describe('canonicalJson', () => {
  it('sorts keys by code unit at every depth and keeps the order of arrays', () => {
    expect(canonicalJson({ b: 1, a: { é: 1, z: 2, Z: 3 }, _: [3, 1] })).toBe(
      '{"_":[3,1],"a":{"Z":3,"z":2,"é":1},"b":1}',
    )
  })

  it('does not depend on the order in which members were given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!JSON.stringify(value).includes('e+308'))
        expect(canonicalJson(reversed(value as Json))).toBe(canonicalJson(value as Json))
        expect(hashJson(reversed(value as Json))).toBe(hashJson(value as Json))
      }),
    )
  })

  it('leaves out undefined members, keeps null, and writes undefined items as null', () => {
    expect(canonicalJson({ a: undefined, b: { c: undefined }, d: null })).toBe('{"b":{},"d":null}')
    expect(canonicalJson([undefined] as unknown as Json)).toBe('[null]')
    expect(canonicalJson(undefined)).toBe('null')
  })

  it('writes numbers at 10 significant digits, and -0 as 0', () => {
    expect(canonicalJson([-0, 1 / 3, 0.1 + 0.2, 123456789012, -1e-320])).toBe(
      '[0,0.3333333333,0.3,123456789000,-1e-320]',
    )
  })

  it('keeps a member called __proto__', () => {
    expect(canonicalJson(JSON.parse('{"__proto__":1,"a":2}'))).toBe('{"__proto__":1,"a":2}')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_VALUE])(
    'refuses %s, however deep',
    (x) => {
      for (const write of [canonicalJson, prettyJson]) {
        expect(() => write({ a: [{ b: x }] })).toThrow(
          expect.objectContaining({
            code: 'LB_NOT_FINITE',
            message: `cannot write ${x}; write null and give a reason`,
          }),
        )
      }
    },
  )
})

describe('prettyJson', () => {
  it('keeps the order of members, indents by two spaces and ends with a newline', () => {
    expect(prettyJson({ b: [1], a: -0 })).toBe('{\n  "b": [\n    1\n  ],\n  "a": 0\n}\n')
  })

  it('reads back as what was written', () => {
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value')),
      ),
    })).value
    fc.assert(
      fc.property(json, (value) => {
        expect(parseJson(prettyJson(value as Json), 'here')).toEqual(value)
      }),
    )
  })
})

describe('parseJson', () => {
  it('skips a byte-order mark', () => expect(parseJson('\uFEFF{"a":1}', 'here')).toEqual({ a: 1 }))

  it('names the place of a syntax error', () => {
    expect(() => parseJson('{"a":', 'claims.json')).toThrow(LawbookError)
    expect(() => parseJson('{"a":', 'claims.json')).toThrow(
      expect.objectContaining({ code: 'LB_JSON', message: expect.stringMatching(/^claims\.json is not valid JSON: /) }),
    )
  })
})

describe('byCodeUnit', () => {
  it('sorts upper before lower case and accents last, in every locale', () => {
    expect(['é', 'a', 'B', 'b', 'A', 'a'].sort(byCodeUnit)).toEqual(['A', 'B', 'a', 'a', 'b', 'é'])
  })
})
