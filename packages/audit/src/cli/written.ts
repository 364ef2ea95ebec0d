import { asLawbookError, fail } from '@lawbook/base'

/** What the system says of a place that cannot be written to, and what to do. */
const elsewhere = 'name a place that can be written to'
const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: `a part of the path is a file, not a folder; ${elsewhere}`,
  EEXIST: `a part of the path is a file, not a folder; ${elsewhere}`,
  EISDIR: 'a folder is there; name a file in it',
  EACCES: `the folder may not be written to; ${elsewhere}`,
  EPERM: `the folder may not be written to; ${elsewhere}`,
  EROFS: `the disk is read-only; ${elsewhere}`,
  ENOSPC: 'the disk is full; free some space and run it again',
  EDQUOT: 'your share of the disk is used up; free some space and run it again',
  ENAMETOOLONG: 'the name is too long; name a shorter one',
}
/** Calls that write; whatever else fails on the way fails for another reason. */
const writing = ['mkdir', 'mkdtemp', 'open', 'write', 'rename']

/** Write what an option names, or LB_DISK with the option, its value as it was typed, the reason and what to do. */
export async function written(option: string, path: string, write: () => Promise<unknown>): Promise<string> {
  try {
    await write()
    return path
  } catch (thrown) {
    const error = asLawbookError(thrown)
    const { code = '', syscall = '' } = (error.cause ?? {}) as NodeJS.ErrnoException
    const reason = reasons[code]
    if (reason === undefined || !writing.includes(syscall)) throw error
    return fail('LB_DISK', `--${option} ${path} cannot be written: ${reason}`, { system: code }, thrown)
  }
}
