import { basename } from 'node:path'
import { fail } from '@lawbook/base'
import type { AuditLibrary } from '../auditLibrary.ts'

/** What of the audited folder is copied: paths relative to it, '' for all of it; files or folders. */
export type Tree = { readonly folder: string; readonly parts: readonly string[] }

/**
 * The files that a library was read from: a single file, the usual folders that were found, or the whole folder.
 * LB_USAGE where nothing of it stays on this machine.
 */
export function treeOf({ folder, source, skills }: AuditLibrary): Tree {
  const files = skills.map(({ place }) => place.file)
  if (folder === undefined || files.includes(null))
    return fail('LB_USAGE', `${source} is no folder on this machine; unpack it, audit the folder, and fix that`)
  const file = basename(source)
  if (files.every((path) => path === file)) return { folder, parts: [file] }
  const named = source.split(', ').map((part) => part.replace(/^~\//, ''))
  const usual = files.every((path) => named.some((part) => path!.startsWith(`${part}/`)))
  return { folder, parts: usual ? named : [''] }
}
