import { fail } from '@lawbook/base'

/** The parts of speech whose synonyms are taken. WordNet has adverbs too; most are an adjective and "-ly". */
export const partsOfSpeech = ['noun', 'verb', 'adj'] as const
export type PartOfSpeech = (typeof partsOfSpeech)[number]

/** The words of one part of speech: the members of the synset of a lemma's first sense, or null if it is no lemma. */
export type WordNetPart = { firstSynset(lemma: string): readonly string[] | null }

/**
 * Read the index and data files of one part of speech (formats: wndb(5WN)). The senses of a lemma stand in the order of
 * their frequency in a tagged corpus, so the first is the most frequent. Members are in lower case, joined by `_` where
 * they are of several words, and without the marker of an adjective's place, `(p)`, `(a)` or `(ip)`.
 */
export function readPart(index: Uint8Array, data: Uint8Array): WordNetPart {
  const first = new Map<string, number>()
  for (const line of linesOf(index)) {
    const fields = line.split(' ')
    // lemma pos synsets pointers [pointer...] senses tagged offset...
    first.set(fields[0]!, Number(fields[6 + Number(fields[3])]))
  }
  const synsets = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  return {
    firstSynset(lemma) {
      const offset = first.get(lemma)
      return offset === undefined ? null : membersAt(synsets, offset, lemma)
    },
  }
}

/** The members of the synset that begins at a byte of a data file: offset file type count(hex) [word id]... */
function membersAt(data: Buffer, offset: number, lemma: string): string[] {
  const end = data.indexOf('\n', offset)
  const fields = data.toString('latin1', offset, end === -1 ? data.length : end).split(' ')
  if (Number(fields[0]) !== offset) {
    fail(
      'LB_SCHEMA',
      `no synset of "${lemma}" begins at byte ${offset} of its data file; pin an index and data that belong together`,
    )
  }
  const count = Number.parseInt(fields[3]!, 16)
  return Array.from({ length: count }, (_, i) => fields[4 + 2 * i]!.toLowerCase().replace(/\((p|a|ip)\)$/, ''))
}

/** The notice at the head of a file of the database, without the numbers of its lines. */
export function noticeOf(file: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(file.subarray(0, 10_000))
  const head = text.split('\n').filter((line) => /^ {2}\d+ /.test(line))
  if (head.length === 0) fail('LB_SCHEMA', 'the file of WordNet does not begin with its notice; pin one that does')
  return head.map((line) => `${line.replace(/^ {2}\d+ /, '').trimEnd()}\n`).join('')
}

/** The lines below the notice, whose own lines begin with a space. */
function linesOf(file: Uint8Array): string[] {
  return new TextDecoder('latin1')
    .decode(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))
}
