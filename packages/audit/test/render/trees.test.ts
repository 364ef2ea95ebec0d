import { expect, test } from 'vitest'
import { sayTrees } from '../../src/render/trees.ts'

const skillsIn = (tree: string, names: readonly string[]) =>
  names.map((name) => {
    const file = `${tree}/${name}/SKILL.md`
    return { id: file, name, place: { file, line: 3 }, descriptionChars: 10 }
  })
const names = ['one', 'two', 'three', 'four', 'five', 'six']

test('copies of a tree for other agents are pointed out, the largest first', () => {
  const skills = [
    ...skillsIn('skills', names),
    ...skillsIn('docs/ja/skills', names.slice(1)),
    ...skillsIn('x', ['own']),
  ]
  expect(sayTrees({ skills })).toMatch(
    /^10 of the skills have the name of one in another folder \(docs\/ja\/skills, skills\): /,
  )
})

test('one tree, a few shared names, or tools without files are no copies', () => {
  expect(sayTrees({ skills: skillsIn('skills', names) })).toBeNull()
  expect(sayTrees({ skills: [...skillsIn('a', names), ...skillsIn('b', ['one', 'seven', 'eight'])] })).toBeNull()
  const tools = names.map((name) => ({ id: name, name, place: { file: null, line: null }, descriptionChars: 1 }))
  expect(sayTrees({ skills: [...tools, ...tools] })).toBeNull()
})
