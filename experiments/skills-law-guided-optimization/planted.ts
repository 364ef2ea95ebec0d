import type { Edit, LibraryStep, RouterStep } from '@lawbook/audit'
import { streamsOf } from '@lawbook/base'
import type { SkillRequests } from '@lawbook/skill-requests'
import { libraryOf, type Request, type Skill, tokens } from '@lawbook/skills'
import { type Need, textLibrary } from '@lawbook/worlds'
import type { Pipelines } from './elsewhere.ts'

/** Skills of a planted library, in packages of ten; the first half of each package is the test half. */
export const skills = 200
const packageSize = 10

/**
 * A library of invented words in which lexical routers come to one to four beaters a request, in turns, with pipelines over
 * another one. A request asks with two words; the listing of its skill has the first alone. `beaters` are the skills that
 * stand before the right one, by request.
 */
export function plantedData() {
  const { library, requests, beaters } = plantedTexts('here', skills, packageSize)
  const byPackage = new Map(library.skills.map((skill) => [skill.id, skill.package]))
  const half = (_: Skill, j: number) =>
    (j % packageSize < packageSize / 2 ? 'test' : 'calibration') as 'test' | 'calibration'
  const asked: SkillRequests = {
    requests,
    split: Object.fromEntries(library.skills.map((skill, j) => [skill.id, half(skill, j)])),
    families: { domain: byPackage, package: byPackage, similarity: byPackage, authors: byPackage },
    planned: requests.length,
    excluded: {},
  }
  return { library, requests: asked, pipelines: plantedPipelines(), beaters }
}

function plantedTexts(key: string, count: number, size: number) {
  const stream = streamsOf('planted-optimization')
  const packages = Int32Array.from({ length: count }, (_, j) => Math.floor(j / size))
  const needs = Array.from({ length: count }, (_, target): Need => {
    const beaten = 1 + (target % 4)
    return { target, rank: { beaten, ties: 0, matched: beaten, targetMatched: true } }
  })
  const { library, requests, beaters } = textLibrary(packages, needs, stream('text', key))
  const ids = (places: Int32Array): string[] => Array.from(places, (j) => library.skills[j]!.id)
  return { library, requests, beaters: new Map(requests.map(({ id }, i) => [id, ids(beaters[i]!)])) }
}

/** Forty skills in four families, one pipeline of one step a skill. */
function plantedPipelines(): Pipelines {
  const { library, requests } = plantedTexts('elsewhere', 40, 10)
  const text = (skill: string, wording: Request['wording']): string =>
    requests.find((request) => request.skill === skill && request.wording === wording)!.text
  return {
    skills: library.skills.map((skill) => ({ skill, family: skill.package })),
    pipelines: library.skills.map(({ id }) => ({
      ...{ id: `p-${id}`, class: null, own: null, none: null, wrong: [], completions: [] },
      steps: [{ skill: id, text: text(id, 'direct'), other: text(id, 'situated'), state: '', accepted: [] }],
    })),
    attrition: [],
  }
}

const step = (id: string, edit: LibraryStep['edit']): LibraryStep => ({ id, title: id, source: 'planted', edit })

/** A step that does nothing. */
export const idle = (id: string): LibraryStep => step(id, (library) => ({ library, edits: [] }))

/** Each skill's requests among those that are read go into its listing twice: no competitor stands before it any more. */
export const repeating = (id: string, from?: readonly Request[]): LibraryStep =>
  step(id, (library, calibration) => {
    const texts = new Map((from ?? calibration).map(({ skill, text }) => [skill, text]))
    const edits = library.skills.flatMap((before): Edit[] => {
      const text = texts.get(before.id)
      if (text === undefined) return []
      const words = tokens(text).filter((word) => library.skills.some(({ description }) => description.includes(word)))
      const after = { ...before, description: [before.description, ...words, ...words].join(' ') }
      return [{ step: id, reason: 'planted', kind: 'rewrite', before, after }]
    })
    const after = new Map(edits.map((edit) => [edit.before.id, edit.kind === 'rewrite' ? edit.after : edit.before]))
    return { library: libraryOf(library.skills.map((skill) => after.get(skill.id) ?? skill)), edits }
  })

/** Some skills go. */
export const removing = (id: string, gone: (skill: string) => boolean): LibraryStep =>
  step(id, (library) => ({
    library: libraryOf(library.skills.filter((skill) => !gone(skill.id))),
    edits: library.skills
      .filter((skill) => gone(skill.id))
      .map((before): Edit => ({ step: id, reason: 'planted', kind: 'remove', before })),
  }))

/** A router's step that changes nothing. */
export const noCorrection: RouterStep = {
  ...{ id: 'none', title: 'no correction', source: 'planted' },
  wrap: (router) => router,
}
