import { join } from 'node:path'
import { fail, type Json, readJson, writeJson } from '@lawbook/base'
import { type Paper, validate } from '@lawbook/schemas'

/** A paper of which nothing is known but what its page says: what was read and its licence are for the author to fill. */
export function draftPaper(key: string, title: string, url: string, authors: readonly string[]): Paper {
  if (!/^https:\/\//.test(url)) fail('LB_USAGE', `--url is "${url}"; it must begin with https://`)
  return {
    id: key,
    type: 'article',
    title,
    author: authors.map(named),
    URL: url,
    version: 'Replace: which version was read.',
    reading: 'Not read yet. Replace: how much of it was read, and through what.',
    licence: 'Replace: the licence it stands under.',
  }
}

/** "Family, Given" as a person, anything else as a literal name. */
function named(author: string): Paper['author'][number] {
  const [family = '', given = ''] = author.split(',').map((part) => part.trim())
  return given === '' ? { literal: author.trim() } : { family, given }
}

/** Add a paper to `experiments/papers.json`; a key that is there already throws LB_EXISTS. Returns the file's path. */
export async function addPaper(root: string, paper: Paper): Promise<string> {
  const path = join(root, 'experiments', 'papers.json')
  const file = validate('lawbook/papers@1', await readJson(path), path)
  if (file.papers.some(({ id }) => id === paper.id))
    fail(
      'LB_EXISTS',
      `the paper ${paper.id} is in experiments/papers.json already; choose another key, or edit it there`,
    )
  const papers = validate('lawbook/papers@1', { ...file, papers: [...file.papers, paper] }, `the paper ${paper.id}`)
  await writeJson(path, papers as unknown as Json)
  return path
}
