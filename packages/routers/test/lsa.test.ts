import { exposed, type Library, tokens } from '@lawbook/skills'
import { Matrix, SVD } from 'ml-matrix'
import { expect, test } from 'vitest'
import { fitLsa, lsa } from '../src/lsa.ts'
import { kitchen, request, requests } from './library.ts'

/** Folded-in cosines from the dense matrix and its dense singular value decomposition. */
function denseCosines({ skills }: Library, k: number, text: string): number[] {
  const documents = skills.map((skill) => tokens(exposed(skill)))
  const terms = [...new Set(documents.flat())]
  const weighted = (document: string[]): number[] => {
    const raw = terms.map((term) => {
      const count = document.filter((other) => other === term).length
      const frequency = documents.filter((other) => other.includes(term)).length
      return count === 0 ? 0 : (1 + Math.log(count)) * (Math.log((documents.length + 1) / (frequency + 1)) + 1)
    })
    const length = Math.hypot(...raw)
    return raw.map((x) => (length === 0 ? 0 : x / length))
  }
  const svd = new SVD(new Matrix(documents.map(weighted)).transpose())
  const [u, v, s] = [svd.leftSingularVectors, svd.rightSingularVectors, svd.diagonal]
  const kept = [...s.keys()].slice(0, k).filter((i) => s[i]! > 1e-5)
  const query = weighted(tokens(text))
  const folded = kept.map((i) => query.reduce((sum, x, t) => sum + x * u.get(t, i), 0))
  return documents.map((_, j) => {
    const row = kept.map((i) => s[i]! * v.get(j, i))
    const product = row.reduce((sum, x, i) => sum + x * folded[i]!, 0)
    const lengths = [Math.hypot(...row), Math.hypot(...folded)]
    return Math.min(...lengths) < 1e-6 ? 0 : product / (lengths[0]! * lengths[1]!)
  })
}

test.each([2, 5, 11, 100])('with %i dimensions it agrees with a plain dense decomposition', async (k) => {
  const fitted = await fitLsa(kitchen, k)
  for (const asked of requests.slice(0, -1)) {
    const { values } = fitted.score(asked)
    denseCosines(kitchen, k, asked.text).forEach((expected, j) => {
      expect(values[j]).toBeCloseTo(expected, 5)
    })
  }
})

test('a skill asked with its own text has the cosine 1, or 0 where the kept dimensions hold nothing of it', async () => {
  const fitted = await fitLsa(kitchen, 4)
  kitchen.skills.forEach((skill, j) => {
    // The text about knives shares no word with the others: it is a dimension of its own, behind the first four.
    expect(fitted.score(request(exposed(skill))).values[j]).toBe(skill.name === 'knives' ? 0 : 1)
  })
})

test('words that occur together bring texts together that share none', async () => {
  const texts = ['car engine', 'engine motor', 'motor vehicle', 'flute violin', 'violin opera']
  const skills = texts.map((description, j) => ({ ...kitchen.skills[j]!, id: `own@1.0.0:${j}`, name: '', description }))
  const { values } = (await fitLsa({ skills }, 2)).score(request('car'))
  expect(values[2]).toBeGreaterThan(0.9)
  expect(values[3]).toBeCloseTo(0, 6)
})

test('skills and requests without a known word are unmatched; everything else is matched', async () => {
  const wordless = { ...kitchen.skills[0]!, id: 'own@1.0.0:zz', name: 'the', description: '' }
  const fitted = await lsa.build({ skills: [...kitchen.skills, wordless] })
  const { values, matched } = fitted.score(request('green tea'))
  expect([...matched]).toEqual([...kitchen.skills.map(() => 1), 0])
  expect(values[12]).toBe(0)
  expect(fitted.score(request('zzyzx')).matched).toEqual(new Uint8Array(13))
})
