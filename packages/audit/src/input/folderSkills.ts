import { readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { type Decoded, decoded } from './decode.ts'
import { limits, megabytes } from './limits.ts'
import { type Problem, problem } from './problem.ts'
import { jsonOf } from './record.ts'
import { isSkillFile, type Part, type SkillSource, skillOf } from './skillFile.ts'
import { toolListOf } from './toolList.ts'
import { systemCode, walk } from './walk.ts'

export type Parts = { readonly parts: readonly Part[]; readonly problems: readonly Problem[] }

/** Names of files in a package that may hold a list of tools. */
export const isToolFile = (name: string): boolean => /^([\w-]+[._-])?tools?([._-]list)?\.json$/i.test(name)

/**
 * The skills below some folders of a root ('' is the root itself): every SKILL.md (`skills/<name>/SKILL.md` of Claude
 * Code, its plugins, Codex and OpenClaw, however nested), in a package lists of tools as well. Paths are relative to the
 * root.
 */
export async function folderSkills(
  root: string,
  folders: readonly string[],
  options: SkillSource & { tools: boolean },
): Promise<Parts> {
  const wanted = (name: string): boolean => isSkillFile(name) || (options.tools && isToolFile(name))
  const found = await walk(root, folders, wanted)
  const parts: Part[] = []
  const problems: Problem[] = [...found.problems]
  for (let at = 0; at < found.paths.length; at += together) {
    const paths = found.paths.slice(at, at + together)
    const texts = await Promise.all(paths.map((path) => readFileText(join(root, path))))
    for (const [i, path] of paths.entries()) {
      const made = partsOf(path, texts[i]!, options)
      parts.push(...made.parts)
      problems.push(...made.problems)
    }
  }
  return { parts, problems }
}

/** Files that are read at a time. */
const together = 64

/** What a file holds, be it a SKILL.md or a list of tools. */
export function partsOf(path: string, content: Decoded, source: SkillSource): Parts {
  if (content.text === null) return { parts: [], problems: [problem(path, content.problem)] }
  const wrong = content.problem === null ? [] : [problem(path, content.problem)]
  if (isSkillFile(posix.basename(path)) || !/\.json$/i.test(path)) {
    const { part, problems } = skillOf(path, content.text, source)
    return { parts: part === null ? [] : [part], problems: [...wrong, ...problems] }
  }
  // A JSON file of a package that is no list of tools is nothing that was asked for.
  const list = toolListOf(jsonOf(content.text), path, content.text, source.package ?? '.')
  return list === null ? { parts: [], problems: [] } : { parts: list.parts, problems: [...wrong, ...list.problems] }
}

/** A file's text; what cannot be read is a problem and never thrown. */
export async function readFileText(path: string): Promise<Decoded> {
  try {
    const { size } = await stat(path)
    if (size > limits.fileBytes)
      return {
        text: null,
        problem: `it is ${megabytes(size)} large, more than ${megabytes(limits.fileBytes)}; not read`,
      }
    return decoded(await readFile(path))
  } catch (thrown) {
    return { text: null, problem: `it cannot be read (${systemCode(thrown)})` }
  }
}
