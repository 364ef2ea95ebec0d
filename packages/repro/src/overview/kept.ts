import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { byCodeUnit, hashJson, type Json, memo, sha256 } from '@lawbook/base'
import type { Overview } from './model.ts'

const packages = new URL('../../../', import.meta.url)
/** What decides how a page is painted beside what it shows. */
const sources = ['figures/package.json', 'figures/src/', 'repro/src/overview/']

/**
 * The files of a page, drawn at most once: kept on disk under a hash of what it shows and of the code that paints it,
 * so that a run with nothing to do loads nothing that paints.
 */
export async function keptOverview(overview: Overview): Promise<Map<string, Buffer>> {
  const key = hashJson({ overview: overview as unknown as Json, code: await codeHash() })
  const bytes = await memo('overview', key, async () => {
    const { drawOverview } = await import('./draw.ts')
    const files = [...(await drawOverview(overview))].map(([name, data]) => [name, data.toString('base64')])
    return Buffer.from(JSON.stringify(files))
  })
  const files = JSON.parse(Buffer.from(bytes).toString()) as [string, string][]
  return new Map(files.map(([name, data]) => [name, Buffer.from(data, 'base64')]))
}

async function codeHash(): Promise<string> {
  const files = (await Promise.all(sources.map(filesOf))).flat().sort(byCodeUnit)
  const contents = await Promise.all(files.map((file) => readFile(new URL(file, packages))))
  return hashJson(files.map((file, i) => [file, sha256(contents[i]!)]))
}

/** A file itself, or all files below a folder, which ends in a slash. */
async function filesOf(path: string): Promise<string[]> {
  if (!path.endsWith('/')) return [path]
  const entries = await readdir(fileURLToPath(new URL(path, packages)), { withFileTypes: true })
  const inside = entries.map((entry) => filesOf(`${path}${entry.name}${entry.isDirectory() ? '/' : ''}`))
  return (await Promise.all(inside)).flat()
}
