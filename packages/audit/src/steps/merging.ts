import { type Library, type Skill, tokens } from '@lawbook/skills'
import type { Edit, LibraryStep } from '../edit/edit.ts'
import { sameWork } from '../edit/sameWork.ts'
import { alikeBodies } from './alikeBodies.ts'

/** The share of the shorter description's stems that the other must have. */
const enough = 0.9

/**
 * Copies and near-copies become one entry: a skill that does the same work as an earlier one (`sameWork`, of candidates
 * by `alikeBodies`) goes if one of the two descriptions says next to nothing that the other does not. Bodies alone are
 * not enough: skills made from one template share most of theirs. The one that stays keeps the longer description of the two, its own where they are equally
 * long, and says the other's name where it has another. What was asked of the one that goes is answered by the one
 * that stays.
 */
export function merging(): LibraryStep {
  return {
    id: 'merging',
    title: 'Copies merged',
    source:
      'this project; candidates by min-wise hashing: Broder (1997), On the resemblance and containment of documents',
    edit(library) {
      const { skills, edits } = merged(library)
      return { library: { skills }, edits }
    },
  }
}

/** Each skill joins the first one kept that does the same work; compared are their bodies as they were found. */
function merged({ skills }: Library): { skills: Skill[]; edits: Edit[] } {
  const edits: Edit[] = []
  const kept = new Map<string, Skill>()
  const candidates = alikeBodies(skills.map(({ body }) => body))
  skills.forEach((before, at) => {
    const into = candidates[at]!.find((other) => {
      const candidate = kept.get(skills[other]!.id)
      return candidate !== undefined && contained(before, candidate) && sameWork(before, skills[other]!)
    })
    if (into === undefined) {
      kept.set(before.id, before)
      return
    }
    const intoBefore = kept.get(skills[into]!.id)!
    const after = { ...intoBefore, description: joined(intoBefore, before) }
    kept.set(after.id, after)
    edits.push({
      kind: 'merge',
      step: 'merging',
      reason: `its body has at least half of its runs of five words in common with that of ${intoBefore.name} (${intoBefore.id}), and one description contains the other`,
      before,
      intoBefore,
      after,
      serves: true,
    })
  })
  return { skills: [...kept.values()], edits }
}

/** Whether the description with fewer stems has at least nine in ten of them in common with the other. */
function contained(a: Skill, b: Skill): boolean {
  const [first, second] = [new Set(tokens(a.description)), new Set(tokens(b.description))]
  const [fewer, more] = first.size <= second.size ? [first, second] : [second, first]
  return [...fewer].filter((stem) => more.has(stem)).length >= enough * fewer.size
}

function joined(into: Skill, gone: Skill): string {
  const description = gone.description.length > into.description.length ? gone.description : into.description
  const known = new Set(tokens(`${into.name} ${description}`))
  if (tokens(gone.name).every((stem) => known.has(stem))) return description
  return `${description} Also called ${gone.name}.`.trim()
}
