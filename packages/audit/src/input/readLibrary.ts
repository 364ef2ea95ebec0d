import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { fail, nearMisses } from '@lawbook/base'
import type { AuditLibrary } from '../auditLibrary.ts'
import { assemble, type Found } from './assemble.ts'
import { cleaned } from './clean.ts'
import { folderSkills, partsOf, readFileText } from './folderSkills.ts'
import { packageSkills, packageSpecOf } from './packageSource.ts'
import type { Problem } from './problem.ts'
import { jsonOf, keysOf } from './record.ts'
import { isSkillFile } from './skillFile.ts'
import { toolListOf } from './toolList.ts'

export type ReadOptions = {
  /** The folder that paths and the usual places are looked up in. */
  readonly cwd: string
  /** The user's home, looked in last. */
  readonly home: string
  /** Whether npm may be asked for a package that is not installed; it may if this is left out. */
  readonly fetchPackage?: boolean
}

/** Where agents look for a project's skills, and for those of its user (Claude Code, Codex and OpenClaw, as of 2026-02). */
const projectFolders = ['.claude/skills', '.agents/skills', '.codex/skills', 'skills']
const userFolders = ['.claude/skills', '.agents/skills', '.codex/skills', '.openclaw/skills']

/**
 * The skills of a folder, of a single SKILL.md, of a JSON list of tools or of an npm package; a path comes before a
 * package of the same name. Without a source: of the usual folders below `cwd`, or else of those of the user. Whatever
 * cannot be read is a problem of the library and the rest is there. Throws LB_NO_SKILLS, which says where it looked, and
 * LB_INPUT for a file that is neither.
 */
export async function readLibrary(source: string | undefined, options: ReadOptions): Promise<AuditLibrary> {
  if (source === undefined) return withSkills(await usualFolders(options), usualPlaces)
  const path = resolve(options.cwd, source)
  const found = await stat(path).catch(() => null)
  const named = cleaned(source)
  if (found?.isDirectory()) {
    const parts = await folderSkills(path, [''], { package: null, top: basename(path), tools: false })
    return withSkills({ source: named, folder: path, format: 'skills', ...parts }, named)
  }
  if (found !== null) return withSkills(await singleFile(path, named), named)
  const spec = packageSpecOf(source)
  if (spec === null) return fail('LB_NO_SKILLS', await nothingThere(named, options.cwd))
  const fromPackage = await packageSkills(spec, { cwd: options.cwd, fetchPackage: options.fetchPackage ?? true })
  return withSkills(fromPackage, `the package ${fromPackage.source}`)
}

const usualPlaces = `${projectFolders.join(', ')} here, and ${userFolders.map((one) => `~/${one}`).join(', ')}`

async function usualFolders({ cwd, home }: ReadOptions): Promise<Found> {
  const here = await together(cwd, projectFolders, '')
  if (here.parts.length > 0) return here
  const there = await together(home, userFolders, '~/')
  return { ...there, problems: [...here.problems, ...there.problems] }
}

/** The skills of those of the folders that are there. */
async function together(root: string, folders: readonly string[], mark: string): Promise<Found> {
  const there: string[] = []
  for (const folder of folders) {
    const found = await stat(join(root, folder)).catch(() => null)
    if (found?.isDirectory() === true) there.push(folder)
  }
  const found = await folderSkills(root, there, { package: null, top: basename(root), tools: false })
  return { source: there.map((folder) => `${mark}${folder}`).join(', '), folder: root, format: 'skills', ...found }
}

/** Extensions of text that may be a skill under another name. */
const skillTexts = ['.md', '.markdown']

async function singleFile(path: string, named: string): Promise<Found> {
  const file = basename(path)
  const content = await readFileText(path)
  if (content.text === null)
    return fail(
      'LB_INPUT',
      `${named} cannot be audited: ${content.problem}; give a folder, a SKILL.md or a JSON list of tools`,
    )
  const folder = dirname(path)
  if (isSkillFile(file) || skillTexts.includes(extname(file).toLowerCase())) {
    const parts = partsOf(file, content, { package: null, top: basename(folder) })
    return { source: named, folder, format: 'skills', ...parts }
  }
  const value = jsonOf(content.text)
  if (value === undefined)
    return fail(
      'LB_INPUT',
      `${named} is neither a SKILL.md nor JSON; give a folder, a SKILL.md or a JSON list of tools`,
    )
  const list = toolListOf(value, file, content.text, '.')
  if (list === null) {
    return fail(
      'LB_INPUT',
      `${named} holds ${cleaned(keysOf(value))}; known are {"tools": [{"name", "description"}]} as MCP lists tools, such a list alone, and [{"type": "function", "function": {"name", "description"}}]`,
    )
  }
  return { source: named, folder, ...list }
}

function withSkills(found: Found, looked: string): AuditLibrary {
  if (found.parts.length > 0) return assemble(found)
  const reasons = found.problems.slice(0, 5).map(({ place, what }: Problem) => `${place.file}: ${what}`)
  const because = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`
  return fail(
    'LB_NO_SKILLS',
    `no SKILL.md and no tool was found in ${looked}${because}; name a folder with SKILL.md files, a JSON list of tools or an npm package`,
  )
}

async function nothingThere(named: string, cwd: string): Promise<string> {
  const near = nearMisses(named, await readdir(cwd).catch(() => [])).map(cleaned)
  const hint = near.length === 0 ? '' : `; near: ${near.join(', ')}`
  return `there is no file or folder ${named}${hint}; name a folder with SKILL.md files, a JSON list of tools or an npm package`
}
