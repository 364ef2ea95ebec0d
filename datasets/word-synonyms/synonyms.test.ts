import { describe, expect, it } from 'vitest'
import { lemmasOf } from './baseForms.ts'
import { synonymsOf } from './synonyms.ts'
import { noticeOf, type PartOfSpeech, readPart, type WordNetPart } from './wordNet.ts'

const notice = '  1 You may copy this.  \n  2   \n  3 Tea 1.0 Copyright.  \n'
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The files of one part of speech: synsets as lists of members, and the synsets of each lemma's senses, in order. */
function partOf(synsets: readonly (readonly string[])[], senses: Record<string, readonly number[]>): WordNetPart {
  let data = notice
  const offsets = synsets.map((members) => {
    const offset = String(data.length).padStart(8, '0')
    const count = members.length.toString(16).padStart(2, '0')
    data += `${offset} 03 n ${count} ${members.map((member) => `${member} 0`).join(' ')} 000 | a gloss\n`
    return offset
  })
  const index = Object.entries(senses).map(([lemma, places]) => {
    const pointers = lemma.length % 3
    const n = places.length
    return `${lemma} n ${n} ${pointers} ${'@ '.repeat(pointers)}${n} 0 ${places.map((place) => offsets[place]).join(' ')}  \n`
  })
  return readPart(encode(notice + index.join('')), encode(data))
}
const none = partOf([], {})
const wordNet = (parts: Partial<Record<PartOfSpeech, WordNetPart>>) => ({ noun: none, verb: none, adj: none, ...parts })

describe('synonymsOf', () => {
  it('gives the members of the first sense, not of the others', () => {
    const noun = partOf(
      [
        ['pot', 'kettle'],
        ['cannabis', 'pot', 'grass'],
      ],
      { pot: [1, 0], kettle: [0] },
    )
    expect(synonymsOf('pot', wordNet({ noun }))).toEqual(['cannabis', 'grass'])
    expect(synonymsOf('kettle', wordNet({ noun }))).toEqual(['pot'])
    expect(synonymsOf('grass', wordNet({ noun }))).toEqual([])
  })

  it('joins the parts of speech, sorted, each synonym once', () => {
    const noun = partOf([['brew', 'tea', 'infusion']], { brew: [0] })
    const verb = partOf([['steep', 'brew', 'infusion']], { brew: [0] })
    expect(synonymsOf('brew', wordNet({ noun, verb }))).toEqual(['infusion', 'steep', 'tea'])
  })

  it('takes single words alone, in lower case, without markers', () => {
    const members = ['cup', 'Mug', 'tea_cup', 'tea-cup', 'cup2', "o'cup", 'beaker(ip)', 'chalice(p)']
    const adj = partOf([members], { cup: [0] })
    expect(synonymsOf('cup', wordNet({ adj }))).toEqual(['beaker', 'chalice', 'mug'])
  })

  it('reads more members than one decimal digit counts', () => {
    const members = Array.from({ length: 18 }, (_, i) => `w${String.fromCharCode(97 + i)}`)
    expect(synonymsOf('wa', wordNet({ noun: partOf([members], { wa: [0] }) }))).toEqual(members.slice(1))
  })

  it('looks an inflected form up under its base, which is no synonym of it', () => {
    const verb = partOf([['boil', 'seethe']], { boil: [0] })
    for (const form of ['boils', 'boiled', 'boiling']) expect(synonymsOf(form, wordNet({ verb }))).toEqual(['seethe'])
  })
})

describe('lemmasOf', () => {
  const known = new Set([
    'box',
    'boss',
    'bos',
    'city',
    'woman',
    'cache',
    'cach',
    'use',
    'us',
    'fine',
    'fin',
    'as',
    'building',
    'build',
  ])
  it.each<[PartOfSpeech, string, string[]]>([
    ['noun', 'boxes', ['box']],
    ['noun', 'cities', ['city']],
    ['noun', 'women', ['woman']],
    ['noun', 'boss', ['boss']],
    ['noun', 'as', ['as']],
    ['noun', 'caches', ['cache']],
    ['verb', 'using', ['use']],
    ['verb', 'building', ['building', 'build']],
    ['noun', 'building', ['building']],
    ['adj', 'finest', ['fin']],
    ['noun', 'unknowns', []],
  ])('%s %s: %j', (part, word, lemmas) => expect(lemmasOf(word, part, (form) => known.has(form))).toEqual(lemmas))
})

describe('the files', () => {
  it('carry their notice', () => {
    expect(noticeOf(encode(`${notice}00000060 03 n\n`))).toBe('You may copy this.\n\nTea 1.0 Copyright.\n')
    expect(() => noticeOf(encode('00000060 03 n\n'))).toThrow(expect.objectContaining({ code: 'LB_SCHEMA' }))
  })

  it('must belong together', () => {
    const part = readPart(encode('pot n 1 0 1 0 00000003  \n'), encode(`${notice}00000055 03 n 01 pot 0 000\n`))
    expect(() => part.firstSynset('pot')).toThrow(expect.objectContaining({ code: 'LB_SCHEMA' }))
  })
})
