import { describe, expect, it } from 'vitest'
import { findClaim, findExperiment } from '../src/find.ts'
import { loadRegistry, type Registry } from '../src/registry.ts'
import { checkout, claimsFile } from './checkout.ts'
import { claimOf } from './sample.ts'

const load = async (): Promise<Registry> =>
  loadRegistry(
    await checkout({
      'experiments/first-law/claims.json': claimsFile(
        claimOf(),
        claimOf({ id: 'paper-a/routing-r2', ref: 'H4' }),
        claimOf({ id: 'paper-a/log-is-adequate', ref: 'H4' }),
      ),
    }),
  )

describe('findClaim', () => {
  it.each([
    ['paper-a/routing-r2', ['paper-a/routing-r2']],
    ['paper-a/accuracy', ['paper-a/accuracy']],
    ['r2', ['paper-a/routing-r2']],
    ['routing-r2', ['paper-a/routing-r2']],
    ['H4', ['paper-a/log-is-adequate', 'paper-a/routing-r2']],
    ['h1', ['paper-a/accuracy']],
  ])('%s', async (text, ids) => expect(findClaim(await load(), text).map(({ id }) => id)).toEqual(ids))

  it.each([
    ['accuracy', /end of several claim ids: paper-a\/accuracy, paper-a\/second-accuracy/],
    ['routing-r3', /no claim "routing-r3"; did you mean routing-r2\?/],
    ['2', /no claim "2"/],
    ['', /no claim ""/],
    ['nothing-like-it-at-all', /`repro list` shows them/],
  ])('refuses %j', async (text, sentence) => {
    const registry = await load()
    expect(() => findClaim(registry, text)).toThrow(sentence)
  })
})

describe('findExperiment', () => {
  it('by id and by unique tail', async () => {
    const registry = await load()
    expect(findExperiment(registry, 'first-law').id).toBe('first-law')
    expect(() => findExperiment(registry, 'law')).toThrow(/several experiment ids: first-law, second-law/)
    expect(() => findExperiment(registry, 'frst-law')).toThrow(/did you mean first-law\?/)
  })
})
