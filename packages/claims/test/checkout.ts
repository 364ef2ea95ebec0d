import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { claimOf } from './sample.ts'

export const papers = {
  schema: 'lawbook/papers@1',
  papers: ['paper-a', 'paper-b'].map((id) => ({
    id,
    type: 'article',
    title: id,
    author: [{ family: 'A' }],
    reading: 'abstract',
    version: 'v1',
    licence: 'CC-BY-4.0',
  })),
}

export const claimsFile = (...claims: unknown[]) => ({ schema: 'lawbook/claims@1', claims })

/** Files of a small checkout: two experiments, one data set; anything given replaces or adds a file. */
export async function checkout(files: Record<string, unknown> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'lawbook-claims-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const all: Record<string, unknown> = {
    'experiments/papers.json': papers,
    'experiments/first-law/package.json': {
      name: '@lawbook/first-law',
      description: 'The first law',
      dependencies: { '@lawbook/some-data': 'workspace:*', '@lawbook/base': 'workspace:*' },
    },
    'experiments/first-law/claims.json': claimsFile(claimOf()),
    'experiments/second-law/package.json': {
      name: '@lawbook/second-law',
      dependencies: { '@lawbook/first-law': 'workspace:*' },
    },
    'experiments/second-law/claims.json': claimsFile(claimOf({ id: 'paper-a/second-accuracy', ref: 'H2' })),
    'experiments/no-package/notes.txt': 'not an experiment',
    'datasets/some-data/package.json': { name: '@lawbook/some-data' },
    ...files,
  }
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return root
}
