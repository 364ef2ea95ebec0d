import { existsSync } from 'node:fs'
import { parse } from 'smol-toml'
import { readText, writeJson, writeTable, writeText } from '../../../../../kit/solve.ts'

type Build = { title: string; audience: string; parts: string[]; values: Record<string, unknown> }
type Line = { readonly text: string; readonly code: boolean }

/** Lines of a part for one audience, includes unfolded; `level` is that of the heading above. */
async function unfold(
  name: string,
  above: number,
  audience: string,
  told: Record<'included' | 'missing', Set<string>>,
) {
  const made: Line[] = []
  let [fenced, shown, level] = [false, true, above]
  for (const text of (await readText(`parts/${name}`)).split('\n')) {
    const block = /^<!-- (?:for: (.*)|end) -->$/.exec(text.trim())
    if (block !== null) shown = block[1] === undefined || block[1].split(',').some((one) => one.trim() === audience)
    if (block !== null || !shown) continue
    const fence = text.startsWith('```')
    if (fence) fenced = !fenced
    const code = fence || fenced
    const include = code ? undefined : /^\{\{include: *(.+?) *\}\}\s*$/.exec(text)?.[1]
    const heading = code ? null : /^(#+) +(.*)$/.exec(text)
    if (heading !== null) level = above + heading[1]!.length
    if (include === undefined) made.push({ text: heading === null ? text : `${'#'.repeat(level)} ${heading[2]}`, code })
    else if (existsSync(`parts/${include}`)) {
      told.included.add(include)
      made.push(...(await unfold(include, level, audience, told)))
    } else told.missing.add(include)
  }
  return made
}

/** Assemble, number, fill and index a manual. */
export default async function solve(): Promise<void> {
  const build = parse(await readText('build.toml')) as unknown as Build
  const told = { included: new Set<string>(), missing: new Set<string>() }
  const parts = new Map<string, Line[]>()
  for (const name of build.parts) {
    const lines = await unfold(name, 1, build.audience, told)
    if (lines.some(({ text }) => text.trim() !== '')) parts.set(name, lines)
  }
  const counters: number[] = []
  const unknown = new Set<string>()
  const index = new Map<string, Set<string>>()
  const finished = [...parts.values()].flat().map(({ text, code }) => {
    if (code) return text
    const [, signs, title] = /^(#+) (.*)$/.exec(text) ?? []
    if (signs !== undefined) {
      counters.length = Math.min(counters.length, signs.length - 1)
      while (counters.length < signs.length - 1) counters.push(0)
      counters[counters.length - 1]!++
    }
    return (signs === undefined ? text : `${signs} ${counters.join('.')} ${title}`)
      .replace(/\{\{\s*(\w+)\s*\}\}/g, (all, name: string) => {
        if (name in build.values) return String(build.values[name])
        unknown.add(name)
        return all
      })
      .replace(/\(\((.+?)\)\)/g, (_, word: string) => {
        const term = word.toLowerCase()
        index.set(term, (index.get(term) ?? new Set()).add(counters.join('.')))
        return word
      })
  })
  await writeText('manual.md', `${[`# ${build.title}`, '', ...finished].join('\n').trimEnd()}\n`)
  const rows = [...index.keys()].sort().map((term) => ({ term, sections: [...index.get(term)!].join(' ') }))
  await writeTable('index.csv', ['term', 'sections'], rows)
  await writeJson('build.json', {
    parts: [...parts.keys()],
    included: [...told.included],
    missing: [...told.missing],
    unknown: [...unknown],
  })
}
