import { libraryOf, type Request } from '@lawbook/skills'
import { describe, expect, it } from 'vitest'
import { admit } from './admit.ts'

const library = libraryOf([
  { id: 'p@1:tea/SKILL.md', name: 'green-tea', description: '', body: '', package: 'p', licence: 'MIT', tags: [] },
])
const request = (id: string, text: string, skill = 'p@1:tea/SKILL.md'): Request => ({
  id,
  skill,
  wording: 'direct',
  domain: 'kitchen',
  abstract: false,
  text,
})

describe('admit', () => {
  it('keeps what does not name its skill and books the rest with its reason', () => {
    const { used, exclusions, ledger } = admit([request('1', 'something hot'), request('2', 'brew Green Tea')], library)
    expect(used.map(({ id }) => id)).toEqual(['1'])
    expect(exclusions).toEqual([{ request: '2', reason: 'names its skill' }])
    expect(ledger).toMatchObject({ planned: 2, used: 1, excluded: [{ reason: 'names its skill', n: 1 }] })
  })

  it('refuses a request for a skill that does not exist and suggests a near one', () => {
    expect(() => admit([request('1', 'x', 'p@1:teas/SKILL.md')], library)).toThrow(
      expect.objectContaining({
        code: 'LB_DANGLING',
        message: expect.stringContaining('did you mean p@1:tea/SKILL.md?'),
      }),
    )
  })
})
