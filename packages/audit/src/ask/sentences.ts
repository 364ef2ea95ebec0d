import { words } from '@lawbook/skills'

/** A sentence is neither a label nor a paragraph. */
const shortest = 6
const longest = 40
/** What stands further down is reference material; a file of megabytes costs no more than a long one. */
const read = 20_000

/**
 * The sentences of a Markdown text that say something in plain words, in its order, repetitions once: fenced and
 * indented code, headings, tables, comments, tags, images, addresses, paths and lead-ins that end in a colon are left
 * out, code inside a sentence unless it is a word; links are their text. Each has 6 to 40 words, two characters of a
 * script without spaces counting as one. Reads the first 20,000 characters.
 */
export function sentencesOf(markdown: string): string[] {
  const sentences = blocksOf(withoutCode(markdown.slice(0, read))).flatMap((block) => plain(block).split(ends))
  return [...new Set(sentences.map((sentence) => sentence.trim()).filter(isSentence))]
}

const ends = /(?<=[.!?]["')\]]?)\s+(?=["'([]?[\p{Lu}\p{N}])|(?<=[。！？])/u

function isSentence(text: string): boolean {
  const n = wordCount(text)
  return n >= shortest && n <= longest && !/[:：]$/.test(text)
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** How many words a text has; where words are not spaced, two characters count as one. */
export function wordCount(text: string): number {
  const characters = text.match(unspaced)?.length ?? 0
  return words(text.replace(unspaced, ' ')).length + Math.ceil(characters / 2)
}

/** A fence that is never closed reaches to the end. */
const withoutCode = (markdown: string): string =>
  markdown
    .replace(/^[ \t>]*(```+|~~~+)[^\n]*\n(?:[\s\S]*?^[ \t>]*\1[^\n]*$|[\s\S]*)/gm, '\n')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')

/** Headings, with either kind of mark, table rows and rules. */
const notProse = /^\s*(?:#|=+\s*$|-{2,}\s*$|[*_]{3,}\s*$|\||.*\|.*\|)/
const listMark = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/

/** Paragraphs and list items, each on one line. */
function blocksOf(markdown: string): string[] {
  const blocks: string[][] = [[]]
  for (const line of markdown.split('\n').map((raw) => raw.replace(/^[ \t]*(?:>[ \t]?)+/, ''))) {
    const open = blocks.at(-1)!
    const underline = /^\s*(?:=+|-{2,})\s*$/.test(line)
    const code = open.length === 0 && /^(?: {4}|\t)/.test(line) && !listMark.test(line)
    if (underline) open.pop()
    if (line.trim() === '' || notProse.test(line) || code) blocks.push([])
    else if (listMark.test(line)) blocks.push([line.replace(listMark, '')])
    else open.push(line)
  }
  return blocks.map((lines) => lines.map((line) => line.trim()).join(' '))
}

const plain = (block: string): string =>
  block
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`+([^`]*)`+/g, (_, code: string) => (/^\p{L}+$/u.test(code) ? code : ' '))
    .replace(/<\/?[a-zA-Z][^>]{0,200}>/g, ' ')
    .split(/\s+/)
    .filter((word) => !/[\\/].*[\\/.]|:\/\/|@/.test(word))
    .join(' ')
    .replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/g, '')
