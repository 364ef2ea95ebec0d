import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The commit that is checked out in a folder, or null where there is no .git to say so. */
export async function commitOf(root: string): Promise<string | null> {
  const read = (name: string): Promise<string> => readFile(join(root, '.git', name), 'utf8').catch(() => '')
  const head = (await read('HEAD')).trim()
  const branch = /^ref: (.+)$/.exec(head)?.[1]
  const commit = branch === undefined ? head : (await read(branch)).trim() || packed(await read('packed-refs'), branch)
  return /^[0-9a-f]{40}$/.test(commit) ? commit : null
}

function packed(refs: string, branch: string): string {
  const line = refs.split('\n').find((one) => one.endsWith(` ${branch}`))
  return line?.split(' ')[0] ?? ''
}
