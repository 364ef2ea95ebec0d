import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hash32 } from '@lawbook/base'
import { describe, expect, it } from 'vitest'

/** No file of the repository holds eight words in a row of a third-party skill. */
const root = fileURLToPath(new URL('..', import.meta.url))
const library = join(root, 'datasets', 'skill-library', 'build', 'skills.jsonl')
const runLength = 8
const largestFile = 20_000_000

/** Passages that stand in skills too but are nobody's text in particular; every run of them is allowed. */
const exempt: readonly { readonly passage: string; readonly why: string }[] = [
  {
    passage: 'Use this skill when the user wants to',
    why: 'the opening that many listings share: what trimming takes out',
  },
  {
    passage:
      'steps: - uses: actions/checkout@v4 with: fetch-depth: 0 - uses: actions/setup-node@v4 with: node-version: 22 - run:',
    why: 'how every workflow of GitHub Actions begins',
  },
  {
    passage:
      '<head> <meta charset="utf-8"> <meta name="viewport" content="width=device-width, initial-scale=1"> <meta http-equiv',
    why: 'the head that every HTML page begins with',
  },
  {
    passage: 'steps: - uses: actions/checkout@v - uses: actions/setup-node@v with: node-version:',
    why: 'the first steps of any GitHub workflow that runs Node',
  },
  {
    passage: 'await mkdir(dirname(path), { recursive: true }) await writeFile(path',
    why: "the idiom of Node's file system",
  },
  { passage: 'import os import sys from pathlib import Path', why: 'how many a Python script begins' },
  { passage: 'scored.sort((a, b) => b.score - a.score', why: 'the idiom of sorting by score, the highest first' },
]

/** Letters only: numbers and punctuation between words neither make nor break a run. An id of a skill, its path, may
 * stand anywhere, so paths that end in SKILL.md count as one word that no skill holds. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^\s"']*\/skill\.md/g, ' zzskillidzz ')
    .match(/[a-z]+/g) ?? []

/**
 * Every run of a text as a 53-bit hash, with the place of its first word. Runs of three words or fewer over and over
 * (the "a z a z" of a regular expression) are nobody's text.
 */
function* runsOf(words: readonly string[]): Generator<[number, number]> {
  for (let i = 0; i + runLength <= words.length; i++) {
    const run = words.slice(i, i + runLength)
    if (new Set(run).size > 3) yield [hashOf(run), i]
  }
}
function hashOf(words: readonly string[]): number {
  const run = words.join(' ')
  return hash32(run) * 2_097_152 + (hash32(`#${run}`) % 2_097_152)
}

const showRun = (words: readonly string[], at: number): string => words.slice(at, at + runLength).join(' ')

/** The runs of `text` that `forbidden` holds, as text. */
function collisions(text: string, forbidden: ReadonlySet<number>): string[] {
  const words = wordsOf(text)
  return [...runsOf(words)].filter(([hash]) => forbidden.has(hash)).map(([, at]) => showRun(words, at))
}

function forbiddenRuns(texts: readonly string[]): Set<number> {
  const allowed = new Set(exempt.flatMap(({ passage }) => [...runsOf(wordsOf(passage))].map(([hash]) => hash)))
  const runs = new Set<number>()
  for (const text of texts) for (const [hash] of runsOf(wordsOf(text))) if (!allowed.has(hash)) runs.add(hash)
  return runs
}

describe('third-party text', () => {
  it('is found where it is, eight words long and no shorter', () => {
    const forbidden = forbiddenRuns(['One two three, four five six\nseven EIGHT nine.'])
    expect(collisions('x one two three four five six 7 seven eight y', forbidden)).toHaveLength(1)
    expect(collisions('x one two three four five six seven y', forbidden)).toEqual([])
  })

  it('is in no file of the repository', (context) => {
    if (!existsSync(library))
      return context.skip('the skill library is not built: run `repro data build skill-library`')
    const skills = readFileSync(library, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const forbidden = forbiddenRuns(skills.flatMap(({ description, body }) => [description, body]))
    const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
    const files = listing
      .toString('utf8')
      .split('\0')
      .filter((file) => file !== '')
    const texts = files.filter((file) => existsSync(join(root, file)) && statSync(join(root, file)).size < largestFile)
    const found = texts.flatMap((file) =>
      collisions(readFileSync(join(root, file), 'utf8'), forbidden).map((run) => `${file}: ${run}`),
    )
    expect(texts.length).toBeGreaterThan(50)
    expect(found).toEqual([])
  })
})
