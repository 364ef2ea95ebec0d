import { describe, expect, it } from 'vitest'
import { loadRegistry } from '../src/registry.ts'
import { checkout, claimsFile, papers } from './checkout.ts'
import { claimOf } from './sample.ts'

const file = 'experiments/first-law/claims.json'
const refusal = async (files: Record<string, unknown>) =>
  loadRegistry(await checkout(files)).then(
    () => ({ code: 'none', message: '' }),
    (thrown: { code: string; message: string }) => thrown,
  )

describe('loadRegistry', () => {
  it('finds experiments, what they depend on, and their claims', async () => {
    const root = await checkout()
    const registry = await loadRegistry(root)
    expect([...registry.papers.keys()]).toEqual(['paper-a', 'paper-b'])
    expect(registry.experiments).toMatchObject([
      { id: 'first-law', title: 'The first law', datasets: ['some-data'], uses: [] },
      { id: 'second-law', datasets: [], uses: ['first-law'] },
    ])
    expect(registry.experiments[1]).not.toHaveProperty('title')
    expect(registry.claims.map(({ id, experiment }) => [id, experiment])).toEqual([
      ['paper-a/accuracy', 'first-law'],
      ['paper-a/second-accuracy', 'second-law'],
    ])
  })

  it('an experiment may have no claims yet, and a checkout no data sets', async () => {
    const registry = await loadRegistry(await checkout({ 'experiments/third/package.json': { name: 'third' } }))
    expect(registry.experiments.find(({ id }) => id === 'third')).toMatchObject({ claims: [], datasets: [] })
  })

  it.each<[string, Record<string, unknown>, string, RegExp]>([
    ['a wrong type', { [file]: claimsFile({ ...claimOf(), seen: 'no' }) }, 'LB_SCHEMA', /claims\[0\]\.seen is "no"/],
    ['an unknown key', { [file]: claimsFile({ ...claimOf(), rival: [] }) }, 'LB_SCHEMA', /unknown key "rival".*rivals/],
    [
      'a number that is not finite',
      { [file]: JSON.stringify(claimsFile(claimOf())).replace('"neutral":0.5', '"neutral":1e999') },
      'LB_SCHEMA',
      /neutral/,
    ],
    ['NaN', { [file]: '{"schema":"lawbook/claims@1","claims":[NaN]}' }, 'LB_JSON', /first-law\/claims\.json/],
    ['an unknown version', { [file]: { schema: 'lawbook/claims@2', claims: [] } }, 'LB_SCHEMA_VERSION', /version 2/],
    [
      'an id twice in a file',
      { [file]: claimsFile(claimOf(), claimOf()) },
      'LB_DUPLICATE_ID',
      /again in the same file/,
    ],
    [
      'an id twice in two files',
      { 'experiments/second-law/claims.json': claimsFile(claimOf()) },
      'LB_DUPLICATE_ID',
      /experiments\/first-law\/claims\.json and in experiments\/second-law\/claims\.json/,
    ],
    [
      'a paper that does not exist',
      { [file]: claimsFile(claimOf({ id: 'paper-aa/accuracy', paper: 'paper-aa' })) },
      'LB_DANGLING',
      /did you mean "paper-a"\?/,
    ],
    ['a number that is not printed', { [file]: claimsFile(claimOf({ number: '0.98' })) }, 'LB_PRINTED', /"0\.98"/],
    ['a margin that reaches the null', { [file]: claimsFile(claimOf({ neutral: 0.97 })) }, 'LB_MARGIN', /reaches/],
    [
      'a paper twice',
      { 'experiments/papers.json': { ...papers, papers: [papers.papers[0], papers.papers[0]] } },
      'LB_DUPLICATE_ID',
      /paper-a twice/,
    ],
    ['a package without a name', { 'experiments/first-law/package.json': {} }, 'LB_SCHEMA', /has no "name"/],
  ])('%s', async (_, files, code, sentence) => {
    const thrown = await refusal(files)
    expect(thrown.code).toBe(code)
    expect(thrown.message).toMatch(sentence)
  })
})
