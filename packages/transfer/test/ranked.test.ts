import { chosenPointwise } from '@lawbook/routers'
import { libraryOf, type Skill } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { ranker } from '../src/ranked.ts'

const skill = (name: string, description: string): Skill => ({
  ...{ id: name, name, description, body: '', package: 'x', licence: 'MIT', tags: [] },
})
const library = libraryOf([
  skill('poetry', 'Compose verses about rain.'),
  skill('tables', 'Turn csv tables into text.'),
  skill('charts', 'Draw charts.'),
])
const request = (text: string) => ({
  ...{ id: text, skill: '', wording: 'situated' as const, domain: 'd', abstract: false, text },
})

test('skills come best first; those that share nothing, and those outside the gate, do not come at all', async () => {
  const gate = Int32Array.from(['charts', 'poetry'], (id) => library.skills.findIndex((one) => one.id === id))
  const rank = await ranker(chosenPointwise(['bm25'])[0]!, library, {}, 3)
  expect(rank(request('turn csv tables and charts into text'), null)).toEqual(['tables', 'charts'])
  expect(rank(request('turn csv tables and charts into text'), gate)).toEqual(['charts'])
  expect(rank(request('zzz'), null)).toEqual([])
})
