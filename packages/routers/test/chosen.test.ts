import { expect, test } from 'vitest'
import { chosenPointwise, chosenRouters, routers, routersUpTo } from '../src/index.ts'

test('routers are found by id, in the order asked for; a wrong id is refused and those nearby are named', () => {
  expect(chosenRouters(['use', 'bm25']).map(({ id }) => id)).toEqual(['use', 'bm25'])
  expect(() => chosenRouters(['bm52'])).toThrow(
    expect.objectContaining({ code: 'LB_DANGLING', message: expect.stringMatching(/"bm52".*did you mean bm25/) }),
  )
})

test('a listwise router has no exact curve', () => {
  expect(chosenPointwise(['bm25'])[0]!.id).toBe('bm25')
  expect(() => chosenPointwise(['rrf-bm25-use'])).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
})

test('up to a cost: pointwise routers in the order of the registry, each class inside the next', () => {
  const pointwise = routers.filter(({ kind }) => kind === 'pointwise')
  expect(routersUpTo('slow')).toEqual(pointwise.map(({ id }) => id))
  expect(routersUpTo('fast')).toEqual(pointwise.filter(({ cost }) => cost === 'fast').map(({ id }) => id))
  expect(routersUpTo('library')).toEqual(pointwise.filter(({ cost }) => cost !== 'slow').map(({ id }) => id))
})
