import { describe, expect, it } from 'vitest'
import { packagesIn, readIfThere } from '../src/workspace.ts'
import { checkout } from './checkout.ts'

describe('packagesIn', () => {
  it('lists folders with a package.json by id, and nothing where there is no such folder', async () => {
    const root = await checkout()
    const found = await packagesIn(root, 'experiments')
    expect(found.map(({ id, name }) => [id, name])).toEqual([
      ['first-law', '@lawbook/first-law'],
      ['second-law', '@lawbook/second-law'],
    ])
    expect(await packagesIn(root, 'nowhere')).toEqual([])
  })

  it('a broken package.json names its file', async () => {
    const root = await checkout({ 'experiments/first-law/package.json': '{' })
    await expect(packagesIn(root, 'experiments')).rejects.toMatchObject({ code: 'LB_JSON' })
    expect(await readIfThere(`${root}/none.txt`)).toBeNull()
  })
})
