import { namesSkill, tokens } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { probesFromBodies } from '../../src/ask/probes.ts'
import { sentencesOf } from '../../src/ask/sentences.ts'
import { skill } from './planted.ts'

describe('the sentences of a body', () => {
  it('are prose: no headings, code, tables, comments, paths, addresses, images or lead-ins', () => {
    const body = [
      ...[
        '# A heading that has quite enough words in it',
        '',
        'An underlined heading of more than six words',
        '---',
        '',
      ],
      ...['```sh', 'run the thing that nobody wants to read here', '```', ''],
      ...['    indented code that has more than six words', ''],
      ...['| a table | with more | than six words in it |', '', '<!-- a comment that has more than six words -->', ''],
      ...['Read the following points before you begin anything:', ''],
      'Warm the pot with [hot water](https://example.com/a b) before the **leaves** go in. Pour `slowly` and',
      'stop when `pour --max 3` is reached at src/pot/lid.ts or https://example.com says so.',
      ...[
        '',
        '> - [ ] Leave the lid on for *three* full minutes',
        '1. Too short',
        '![a picture of six words or more](x.png)',
      ],
      ...['~~~', 'a fence that is never closed reaches to the very end'],
    ].join('\n')
    expect(sentencesOf(body)).toEqual([
      'Warm the pot with hot water before the leaves go in.',
      'Pour slowly and stop when is reached at or says so.',
      'Leave the lid on for three full minutes',
    ])
  })

  it('are kept once, in their order, none of more than forty words', () => {
    const line = 'Fill the kettle up to the mark.'
    expect(sentencesOf(`${line} Then let it boil for three minutes. ${line}`)).toEqual([
      line,
      'Then let it boil for three minutes.',
    ])
    expect(sentencesOf(Array(41).fill('word').join(' '))).toEqual([])
  })

  it('are found where words are not spaced', () => {
    expect(sentencesOf('先用热水温壶再放入茶叶。然后静置三分钟让茶叶舒展开来。短句。')).toEqual([
      '先用热水温壶再放入茶叶。',
      '然后静置三分钟让茶叶舒展开来。',
    ])
  })

  it('take no longer for a body of megabytes, nor for one without a space', () => {
    const sentence = 'Fill the kettle up to the mark today. '
    expect(sentencesOf(sentence + 'x/'.repeat(2_000_000))).toEqual(['Fill the kettle up to the mark today.'])
    expect(sentencesOf(sentence.repeat(100_000)).length).toBeLessThanOrEqual(2)
  })
})

describe('probes from bodies', () => {
  const brew = skill(
    'green-tea',
    'brew leaves',
    [
      'Brew the leaves and brew the leaves once more today.',
      'Follow what is written in here and over there.',
      'Jasmine petals need cooler kettles than roasted oolong does.',
      'Follow what is written up there and over here.',
      'Oolong unfolds in several short infusions of jasmine water.',
      'Follow what is written down below and in there.',
    ].join('\n\n'),
  )
  const other = skill('other', 'other', 'Follow what is written in here and over there.\n\nAnd keep to it all day.')

  it('are made of the most telling sentences, two each, for skills that have any', () => {
    const probes = probesFromBodies({ skills: [brew, other, skill('empty')] })
    expect(probes.map(({ id }) => id)).toEqual([
      'green-tea#probe-1',
      'green-tea#probe-2',
      'green-tea#probe-3',
      'other#probe-1',
    ])
    expect(new Set(probes[0]!.text.match(/Jasmine|Oolong/g))).toEqual(new Set(['Jasmine', 'Oolong']))
    expect(probes.every(({ id, skill: of }) => id.startsWith(of))).toBe(true)
  })

  it('are not chosen by the words of the name and the description', () => {
    const changed = { ...brew, description: 'jasmine oolong petals kettles infusions roasted cooler unfolds water' }
    const [first] = probesFromBodies({ skills: [changed, other] })
    expect(first!.text).not.toMatch(/oolong/i)
    const [before] = probesFromBodies({ skills: [brew, other] })
    expect(tokens(before!.text)).toContain('oolong')
  })

  it('never give the name away, and do not waste a sentence that held it', () => {
    const body = 'Let Green Tea steep for two full minutes. The greenTea pot and green-tea cups want a warm cloth.'
    const [probe] = probesFromBodies({ skills: [skill('green-tea', '', body)] })
    expect(probe!.text).toContain('steep for two full minutes')
    expect(namesSkill(probe!.text, 'green-tea')).toBe(false)
    expect(
      probesFromBodies({ skills: [skill('kettle-whistle', '', 'Whistles of kettles are louder than any bell.')] }),
    ).toEqual([])
  })

  it('do not depend on the other skills’ order', () => {
    const forth = probesFromBodies({ skills: [brew, other] })
    const back = probesFromBodies({ skills: [other, brew] })
    expect([...back].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(forth)
  })
})
