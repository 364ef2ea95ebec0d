import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fail } from '@lawbook/base'
import type { Files } from './files.ts'

/** Write files into an existing folder; the names have been checked. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), bytes)
  }
}

/** Throws LB_DATA_PATH unless every name is a plain relative path and none is the folder of another. */
export function checkNames(files: Files): void {
  for (const name of files.keys()) {
    const segments = name.split('/')
    if (name.includes('\0') || segments.some((segment) => ['', '.', '..'].includes(segment)))
      fail(
        'LB_DATA_PATH',
        `${JSON.stringify(name)} is no file name of a workspace: give a relative path like data/orders.csv`,
      )
    for (let depth = 1; depth < segments.length; depth++) {
      const folder = segments.slice(0, depth).join('/')
      if (files.has(folder))
        fail('LB_DATA_PATH', `"${folder}" is a file and the folder of "${name}": rename one of them`)
    }
  }
}
