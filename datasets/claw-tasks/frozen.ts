import { join } from 'node:path'
import { canonicalJson, hashJson, sha256 } from '@lawbook/base'
import { filesIn, root, taskFolders } from './folders.ts'

/** A hash of every task's files, by layout and folder: what frozen.json holds since before any library was edited. */
export async function hashesOfTasks(): Promise<Record<'clawbench' | 'clawmark', Record<string, string>>> {
  const [clawbench, clawmark] = await Promise.all([hashesOf('clawbench'), hashesOf('clawmark')])
  return { clawbench, clawmark }
}

async function hashesOf(layout: 'clawbench' | 'clawmark'): Promise<Record<string, string>> {
  const folders = await taskFolders(layout)
  const hashes = folders.map(async (folder) => {
    const files = await filesIn(join(root, layout, 'tasks', folder))
    return [folder, hashJson([...files].map(([name, bytes]) => [name, sha256(bytes)]))] as const
  })
  return Object.fromEntries(await Promise.all(hashes))
}

export const frozenText = (hashes: unknown): string => `${canonicalJson(hashes as never)}\n`
