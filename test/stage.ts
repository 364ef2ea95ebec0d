import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { files, root } from './workspace.ts'

/** A copy of an experiment's package below `place`, its dependencies linked; the folder in which its tasks can run. */
export function stage(id: string, place: string): string {
  const own = join('experiments', id)
  for (const file of files.filter((each) => each.startsWith(`${own}/`))) {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    cpSync(join(root, file), join(place, file))
  }
  symlinkSync(join(root, own, 'node_modules'), join(place, own, 'node_modules'))
  return join(place, own)
}

/** The file behind `lawbook-experiment` or `lawbook-figures`. */
export const binary = (name: 'experiment' | 'figures'): string => join(root, 'packages', name, 'bin', `${name}.js`)
