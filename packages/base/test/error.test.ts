import { describe, expect, it } from 'vitest'
import { asLawbookError, fail, LawbookError, nearMisses } from '../src/index.ts'

const system = (code: string): Error => Object.assign(new Error(`${code}: said the system`), { code })

describe('fail', () => {
  it('throws the project error with its code, details, cause and exit code', () => {
    const cause = new Error('below')
    try {
      fail('LB_BOOKS', 'the books of 3 rows do not balance', { stage: 'draws' }, cause)
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(LawbookError)
      expect(thrown).toMatchObject({
        code: 'LB_BOOKS',
        exit: 4,
        details: { stage: 'draws' },
        cause,
        name: 'LawbookError',
      })
    }
    expect.assertions(2)
  })
})

describe('asLawbookError', () => {
  it('passes its own through', () => {
    const own = new LawbookError('LB_FIT', 'too few points')
    expect(asLawbookError(own)).toBe(own)
  })

  it.each([
    ['ENOSPC', 'LB_DISK'],
    ['EROFS', 'LB_DISK'],
    ['EACCES', 'LB_DISK'],
    ['ENOTFOUND', 'LB_NETWORK'],
    ['ECONNREFUSED', 'LB_NETWORK'],
    ['EINVAL', 'LB_INTERNAL'],
  ])('%s becomes %s and is kept', (errno, code) => {
    const thrown = system(errno)
    expect(asLawbookError(thrown)).toMatchObject({ code, details: { system: errno }, cause: thrown })
  })

  it('takes anything that is thrown', () => {
    expect(asLawbookError('a text')).toMatchObject({ code: 'LB_INTERNAL', message: 'a text' })
    expect(asLawbookError(undefined)).toMatchObject({ code: 'LB_INTERNAL', message: 'undefined' })
  })
})

describe('nearMisses', () => {
  const commands = ['all', 'accept', 'diff', 'figures', 'list', 'run', 'report', 'verify']

  it.each([
    ['verfy', ['verify']],
    ['verify', ['verify']],
    ['figrues', ['figures']],
    ['lst', ['list']],
    ['zzzzzzzz', []],
  ])('%s: %j', (word, expected) => expect(nearMisses(word, commands)).toEqual(expected))

  it('gives the nearest first, equals by code unit, at most three', () => {
    expect(nearMisses('cat', ['cab', 'cat', 'bat', 'hat', 'Cat'])).toEqual(['cat', 'Cat', 'bat'])
  })
})
