import { byCodeUnit } from '@lawbook/base'
import { defineDataset, fromJsonLines, type SourceFile, toJsonLines } from '@lawbook/dataset'
import { type Library, libraryOf, parseSkill, type Skill, type Warning, warningRules } from '@lawbook/skills'

/** 1,144 published skills of 53 npm packages, read at build time from pinned tarballs (see README.md). */
export const skillLibrary = defineDataset<Library>({
  id: 'skill-library',
  url: import.meta.url,
  async build({ sources }) {
    const parsed = (await sources()).map(parse)
    const { skills } = libraryOf(parsed.map(({ skill }) => skill))
    return { 'skills.jsonl': toJsonLines(skills), 'warnings.jsonl': toJsonLines(warningRows(parsed)) }
  },
  load: async (read) => libraryOf(fromJsonLines(await read('skills.jsonl'), 'skills.jsonl') as Skill[]),
})
export default skillLibrary

type Parsed = { readonly skill: Skill; readonly warnings: readonly Warning[] }

function parse(source: SourceFile): Parsed {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(source.data)
  return parseSkill(text, {
    id: `${source.package}@${source.version}:${source.path}`,
    package: source.package,
    licence: source.licence,
    folder: source.path.split('/').at(-2) ?? source.package,
  })
}

/** How many skills break each rule, and which: counts and ids, no text. */
function warningRows(parsed: readonly Parsed[]): { rule: string; n: number; skills: string[] }[] {
  return warningRules.map((rule) => {
    const broken = parsed.filter(({ warnings }) => warnings.some((warning) => warning.rule === rule))
    return { rule, n: broken.length, skills: broken.map(({ skill }) => skill.id).sort(byCodeUnit) }
  })
}
