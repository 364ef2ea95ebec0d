import { streamsOf } from '@lawbook/base'
import type { SkillRequests } from '@lawbook/skill-requests'
import type { Library, Request, Skill } from '@lawbook/skills'
import { textLibrary } from '@lawbook/worlds'

/** Skills of a planted library: thirty packages of twenty. */
export const skills = 600
const packageSize = 20

/** Every so many skills, all in the judged half, have a hint: their requests hold the one word that no other skill has. */
const hintEvery = 50

/**
 * `described`: what a request asks for stands in descriptions, names say nothing. `named`: it stands in names,
 * descriptions say nothing. `grouped`: as `described`, and every description and request has a word of its package. A hint stands in the name of a
 * described or grouped skill and in the description of a named one.
 */
export type PlantedText = 'described' | 'named' | 'grouped'

export type PlantedExposure = {
  readonly library: Library
  readonly requests: SkillRequests
  readonly planted: ReadonlyMap<string, Planted>
}

/** What was planted for one request. */
export type Planted = {
  /** How many skills beat the right one unless there is a hint, and how many of them are in its own package. */
  readonly all: number
  readonly inside: number
  readonly hint: boolean
}

/** A library of invented words in which lexical routers come to 0 to 4 beaters a request, in turns. */
export function plantedExposure(kind: PlantedText): PlantedExposure {
  const stream = streamsOf('planted-exposure')
  const packages = Int32Array.from({ length: skills }, (_, j) => Math.floor(j / packageSize))
  const counts = stream('counts', kind)
  const needs = Array.from({ length: skills }, (_, target) => {
    const beaten = counts.integer(5)
    return { target, rank: { beaten, ties: 0, matched: beaten, targetMatched: true } as const }
  })
  const { library, requests, beaters } = textLibrary(packages, needs, stream('text', kind))
  const places = new Map(library.skills.map(({ id }, j) => [id, j]))
  const groupOf = (id: string): number => packages[places.get(id)!]!
  const hintOf = (id: string): string =>
    places.get(id)! % hintEvery === 0 ? library.skills[places.get(id)!]!.name : ''
  const planted = new Map(
    requests.map(({ id, skill }, i) => [
      id,
      {
        all: beaters[i]!.length,
        inside: beaters[i]!.filter((j) => packages[j] === groupOf(skill)).length,
        hint: hintOf(skill) !== '',
      },
    ]),
  )
  const shown = library.skills.map((skill) => changed(skill, kind, groupOf(skill.id)))
  const asked = requests.map((request): Request => {
    const group = kind === 'grouped' ? groupWord(groupOf(request.skill)) : ''
    return { ...request, text: `${request.text} ${twice(hintOf(request.skill))} ${group}`.trim() }
  })
  const byPackage = new Map(library.skills.map((skill) => [skill.id, skill.package]))
  return {
    library: { skills: shown },
    requests: {
      requests: asked,
      split: Object.fromEntries(library.skills.map(({ id }, j) => [id, j % 2 === 0 ? 'test' : 'calibration'] as const)),
      families: { domain: byPackage, package: byPackage, similarity: byPackage, authors: byPackage },
      planned: requests.length,
      excluded: {},
    },
    planted,
  }
}

function changed(skill: Skill, kind: PlantedText, group: number): Skill {
  if (kind === 'named') return { ...skill, name: skill.description, description: skill.name }
  return kind === 'grouped' ? { ...skill, description: `${skill.description} ${groupWord(group)}` } : skill
}

/** A hint counts twice, for more than any word of a beater that no other skill has. */
function twice(word: string): string {
  return `${word} ${word}`
}

/** A word that all skills of a package share. Invented words have ten letters, this one has eight. */
function groupWord(group: number): string {
  const letters = 'bcdfghjkmn'
  return `gr${letters[Math.floor(group / 10)]!}${letters[group % 10]!}zzqx`
}
