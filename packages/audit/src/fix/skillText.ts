import { parseSkill } from '@lawbook/skills'
import { isMap, isScalar, parseDocument, type Scalar, stringify, type YAMLMap } from 'yaml'
import { clean } from '../input/clean.ts'
import { frontMatterOf, lineEndOf } from './frontMatter.ts'
import { type Splice, spliced } from './splice.ts'

/** What a SKILL.md is to say from now on. */
export type Saying = { readonly name: string; readonly description: string }

/**
 * The text of a SKILL.md with another name or description: their values are replaced where they stand, in the style of
 * quotation that they had; other keys, comments and the body stay as they are, to the byte. A missing
 * description is added, and so is a whole front matter. Null where the result would not read as it should.
 */
export function skillText(text: string, saying: Saying): string | null {
  const end = lineEndOf(text)
  const block = frontMatterOf(text)
  // One that is never closed is for its writer to close: where it ends is not ours to say.
  if (block === null && /^\uFEFF?\s*---[ \t]*[\r\n]/.test(text)) return null
  const tries =
    block === null
      ? [withNewBlock(text, saying, end)]
      : [inPlace, byLine].map((edit) => {
          const inner = text.slice(block.start, block.end)
          return spliced(text, [{ ...block, text: edit(inner, saying, end) }])
        })
  return tries.find((candidate) => reads(candidate, saying) && bodyOf(candidate) === bodyOf(text)) ?? null
}

/** A skill without a name is called like its folder, and stays so. */
function reads(text: string, { name, description }: Saying): boolean {
  const { skill } = parseSkill(text, { ...source, folder: name })
  return clean(skill.name).text === name && clean(skill.description).text === description
}

const source = { id: '', package: '', licence: '', folder: '' }
const bodyOf = (text: string): string => parseSkill(text, source).skill.body

function withNewBlock(text: string, { name, description }: Saying, end: string): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const lines = ['---', `name: ${scalar(name)}`, `description: ${scalar(description)}`, '---', '', '']
  return mark + lines.join(end) + text.slice(mark.length)
}

/** Values replaced where the YAML document has them. */
function inPlace(inner: string, saying: Saying, end: string): string {
  // Tabs are read as two spaces; as one they leave all places as they are.
  const document = parseDocument(inner.replaceAll('\t', ' '), { strict: false, uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0 || !isMap(document.contents)) return inner
  const splices: Splice[] = []
  const missing: string[] = []
  for (const key of ['name', 'description'] as const) {
    const node = scalarOf(document.contents, key)
    if (node === null && key === 'description') missing.push(`${key}: ${scalar(saying[key])}${end}`)
    else if (node !== null && clean(String(node.value ?? '')).text !== saying[key])
      splices.push(replacing(inner, node, saying[key], end))
  }
  return (
    spliced(inner, splices).replace(/[^\r\n]$/, (last) => (missing.length > 0 ? last + end : last)) + missing.join('')
  )
}

/** Null where a mapping has no such key, or a value of another kind. */
function scalarOf(map: YAMLMap, key: string): Scalar | null {
  const node = map.get(key, true) as unknown
  return isScalar(node) && node.range != null ? node : null
}

function replacing(inner: string, { range, type }: Scalar, value: string, end: string): Splice {
  const [start, stop] = range!
  if (type !== 'BLOCK_FOLDED' && type !== 'BLOCK_LITERAL')
    return { start, end: stop, text: (/\s$|^$/.test(inner.slice(0, start)) ? '' : ' ') + scalar(value, type) }
  const tail = /[\r\n]$/.test(inner.slice(start, stop)) ? end : ''
  return { start, end: stop, text: `>-${end}  ${value}${tail}` }
}

/** A text as a YAML scalar on one line, in the style asked for where that can hold it. */
function scalar(value: string, type?: Scalar['type']): string {
  const style = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? type : 'PLAIN'
  return stringify(value, { lineWidth: 0, defaultStringType: style }).trimEnd()
}

/** Front matter that is no YAML is read line by line, and edited so: the lines of a key give way to one. */
function byLine(inner: string, saying: Saying, end: string): string {
  let lines = inner.split(/\r\n|\r|\n/)
  for (const key of ['name', 'description'] as const) {
    const first = lines.findIndex((line) => new RegExp(`^${key}\\s*:(?:\\s|$)`).test(line))
    const next = lines.findIndex((line, i) => i > first && (line === '' || /^[A-Za-z][\w-]*\s*:(?:\s|$)/.test(line)))
    const last = next === -1 ? lines.length : next
    const line = `${key}: ${saying[key]}`
    if (first !== -1) lines = [...lines.slice(0, first), line, ...lines.slice(last)]
    else if (key === 'description') lines = [line, ...lines]
  }
  return lines.join(end)
}
