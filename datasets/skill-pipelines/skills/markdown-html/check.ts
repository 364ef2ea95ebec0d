import { addressesOf, type Block, blocksOf, countOf } from '../../checks/html.ts'
import { headingsOf, linksOf, unmarked, withoutCode } from '../../checks/markdown.ts'
import { firstMissing, wordsOf } from '../../checks/prose.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/**
 * Headings, paragraphs, list items, tables with their rows, links and all words of the source are in the page, each as what
 * it is; no marks are left, and no words are added.
 */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.html', '.htm'], (name) => {
    const source = textOf(step.before, sourcesOf(step, ['.md', '.markdown'])[0]!)
    const html = textOf(step.after, name)
    const blocks = blocksOf(html)
    return [
      ...againstHeadings(source, blocks),
      ...againstWords(source, blocks),
      ...againstParagraphs(source, blocks),
      ...againstTables(source, html),
      ...againstLinks(source, html),
      ...againstTitle(step.input.title, blocks),
    ].map((reason) => `${name} ${reason}`)
  })
}

function againstHeadings(source: string, blocks: readonly Block[]): string[] {
  const found = blocks.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag, text }) => heading(tag, text))
  const wanted = headingsOf(source).map(({ level, text }) => heading(`h${level}`, text))
  const missing = firstMissing(found, wanted)
  if (missing !== null) return [`has no heading "${missing}" where it should be`]
  return found.length === wanted.length ? [] : [`has ${found.length} headings, the source has ${wanted.length}`]
}

function heading(tag: string, text: string): string {
  return `${tag}: ${wordsOf(text).join(' ')}`
}

function againstWords(source: string, blocks: readonly Block[]): string[] {
  const body = blocks.filter(({ tag }) => tag !== 'title')
  const missing = firstMissing(wordsIn(body), wordsOf(proseOf(source)))
  if (missing !== null) return [`lacks the word "${missing}" where it should be`]
  // A span or block of code may show marks on purpose.
  const [found, wanted] = [wordsIn(body.filter(({ tag }) => tag !== 'pre')), wordsOf(proseOf(withoutCode(source)))]
  if (found.length > wanted.length) return [`has ${found.length} words, the source has ${wanted.length}`]
  if (withoutCode(source).includes('`')) return []
  const left = body.find(({ tag, text }) => tag !== 'pre' && /^#{1,6} |\*\*\w|\]\(/.test(text))
  return left === undefined ? [] : [`still has marks in "${left.text.slice(0, 40)}"`]
}

function wordsIn(blocks: readonly Block[]): string[] {
  return wordsOf(blocks.map(({ text }) => text).join('\n'))
}

/** A source without marks, numbers of lists and definitions of links. */
function proseOf(source: string): string {
  const prose = source
    .replace(/^ {0,3}(`{3,}|~{3,}).*$/gm, '')
    .replace(/^[\s>]*([-*+]|\d+[.)])\s+(\[[ x]\]\s)?/gim, '')
    .replace(/^ {0,3}\[[^\]]+\]:.*$/gm, '')
  return unmarked(prose)
}

/** Paragraphs that begin with a plain letter and stand between blank lines are one block each, of no other kind. */
function againstParagraphs(source: string, blocks: readonly Block[]): string[] {
  const found = new Set(
    blocks.filter(({ tag }) => !/^(h[1-6]|li|pre|t[dh]|title)$/.test(tag)).map(({ text }) => wordsOf(text).join(' ')),
  )
  const parts = withoutCode(source).split(/\n[ \t]*\n/)
  const plain = parts.filter(
    (part) => /^[\p{L}*_[]\S/u.test(part) && !/^[*_-] |\||<| {2}\n|\\\n|^ *([-*+#>=]|\d+[.)])/m.test(part),
  )
  const lost = plain.find((part) => !found.has(wordsOf(unmarked(part)).join(' ')))
  return lost === undefined ? [] : [`has no paragraph "${lost.trim().slice(0, 40)}" of its own`]
}

function againstTables(source: string, html: string): string[] {
  const lines = withoutCode(source).split('\n')
  const starts = lines.flatMap((line, i) =>
    i > 0 && lines[i - 1]!.includes('|') && line.includes('|') && /^[-:| \t]*-[-:| \t]*$/.test(line) ? [i - 1] : [],
  )
  const rows = starts.reduce((sum, start) => {
    const end = lines.findIndex((line, i) => i > start && !line.includes('|'))
    return sum + (end < 0 ? lines.length : end) - start - 1
  }, 0)
  return (
    [
      ['table', starts.length, 'tables'],
      ['tr', rows, 'rows of tables'],
    ] as const
  ).flatMap(([tag, wanted, what]) =>
    countOf(html, tag) === wanted ? [] : [`has ${countOf(html, tag)} ${what}, the source has ${wanted}`],
  )
}

function againstLinks(source: string, html: string): string[] {
  const items = withoutCode(source).match(/^ *([-*+]|\d+[.)]) +\S/gm)?.length ?? 0
  const missing = firstMissing(addressesOf(html), linksOf(source))
  return [
    ...(missing === null ? [] : [`has no link to ${missing}`]),
    ...(countOf(html, 'li') === items ? [] : [`has ${countOf(html, 'li')} list items, the source has ${items}`]),
  ]
}

function againstTitle(title: unknown, blocks: readonly Block[]): string[] {
  if (title === undefined) return []
  const found = blocks.find(({ tag }) => tag === 'title')?.text
  return found === String(title).replace(/\s+/g, ' ').trim() ? [] : [`has the title "${found ?? ''}", not "${title}"`]
}
