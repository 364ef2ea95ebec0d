import { exposed } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { charNgrams } from '../src/charNgrams.ts'
import { tfIdf } from '../src/tfIdf.ts'
import { kitchen, request } from './library.ts'

test.each([tfIdf, charNgrams])(
  '$id of a skill with its own text is 1, and no other skill reaches it',
  async (router) => {
    const fitted = await router.build(kitchen)
    kitchen.skills.forEach((skill, j) => {
      const { values } = fitted.score(request(exposed(skill)))
      expect(values[j]).toBe(1)
      values.forEach((value, other) => {
        expect(value).toBeGreaterThanOrEqual(0)
        if (other !== j) expect(value).toBeLessThan(0.9)
      })
    })
  },
)

test('words the library does not know do not change the cosine', async () => {
  const fitted = await tfIdf.build(kitchen)
  expect(fitted.score(request('green tea zzyzx')).values).toEqual(fitted.score(request('green tea')).values)
})
