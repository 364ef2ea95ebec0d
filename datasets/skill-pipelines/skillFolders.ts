import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { byCodeUnit, fail, readText } from '@lawbook/base'
import { type Bundle, bundleSkill } from '@lawbook/execution'
import { parseSkill, type Skill } from '@lawbook/skills'
import { parse } from 'yaml'
import type { Check } from './checks/step.ts'

/** A skill of this data set: what routers see of it, its family, its implementation and its check. */
export type SkillFolder = {
  readonly name: string
  readonly skill: Skill
  readonly family: string
  readonly bundle: Bundle
  readonly check: Check
  /** A hash of the check with everything it imports. */
  readonly checkHash: string
}

/** The id of a skill of this data set in a library. */
export function skillId(name: string): string {
  return `lawbook@0.1.0:skills/${name}/SKILL.md`
}

/** Every folder below skills/, in order of name, its run.ts bundled. A SKILL.md that breaks a rule throws LB_SCHEMA. */
export async function skillFolders(): Promise<SkillFolder[]> {
  const root = fileURLToPath(new URL('skills/', import.meta.url))
  const entries = await readdir(root, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return await Promise.all(names.sort(byCodeUnit).map((name) => skillFolder(root, name)))
}

async function skillFolder(root: string, name: string): Promise<SkillFolder> {
  const text = await readText(`${root}${name}/SKILL.md`)
  const source = { id: skillId(name), package: 'lawbook', licence: 'MIT', folder: name }
  const { skill, warnings } = parseSkill(text, source)
  if (warnings.length > 0)
    fail('LB_SCHEMA', `skills/${name}/SKILL.md breaks the rule ${warnings[0]!.rule}: ${warnings[0]!.detail}; mend it`)
  const { default: check } = (await import(`./skills/${name}/check.ts`)) as { readonly default: Check }
  return {
    name,
    skill: { ...skill, body: '' },
    family: familyOf(text, name),
    bundle: await bundleSkill(`${root}${name}/run.ts`),
    check,
    checkHash: (await bundleSkill(`${root}${name}/check.ts`)).hash,
  }
}

/** `metadata.family` of the front matter. */
function familyOf(text: string, name: string): string {
  const front = parse(text.split(/^---$/m)[1] ?? '') as { readonly metadata?: { readonly family?: unknown } } | null
  const family = front?.metadata?.family
  return typeof family === 'string'
    ? family
    : fail('LB_SCHEMA', `skills/${name}/SKILL.md names no family; write metadata: { family: ... } in its front matter`)
}
