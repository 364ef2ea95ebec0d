import { chosenPointwise, type PointwiseRouter } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { fittedOnce } from '../src/fittedOnce.ts'
import { file } from './plan/world.ts'

const library: Library = { skills: [file('tea', 'Pours tea.'), file('coffee', 'Grinds coffee.')] }
const request = (text: string): Request => ({
  ...{ id: text, text, skill: '', wording: 'direct', domain: '', abstract: false },
})
const bm25 = chosenPointwise(['bm25'])[0]!

/** The router, and what it was asked to do. */
function counted(): { router: PointwiseRouter; done: string[] } {
  const done: string[] = []
  const router: PointwiseRouter = {
    ...bm25,
    async build(asked, resources) {
      const fitted = await bm25.build(asked, resources)
      done.push('fit')
      return {
        score(each) {
          done.push(each.text)
          return fitted.score(each)
        },
      }
    },
  }
  return { router, done }
}

test('the library of the audit is fitted once and asked each text once, with the answers of the router', async () => {
  const { router, done } = counted()
  const once = fittedOnce(router, library)
  const copy = structuredClone(library)
  for (const each of [library, copy]) {
    const fitted = await once.build(each, {})
    for (const text of ['tea', 'coffee', 'tea'])
      expect(fitted.score(request(text))).toEqual((await bm25.build(library, {})).score(request(text)))
  }
  expect(done).toEqual(['fit', 'tea', 'coffee'])
})

test('any other library is fitted anew', async () => {
  const { router, done } = counted()
  const once = fittedOnce(router, library)
  await once.build(library, {})
  const edited = { skills: [library.skills[0]!, { ...library.skills[1]!, description: 'Grinds tea.' }] }
  expect((await once.build(edited, {})).score(request('tea')).matched).toEqual(Uint8Array.of(1, 1))
  expect(done).toEqual(['fit', 'fit', 'tea'])
})
