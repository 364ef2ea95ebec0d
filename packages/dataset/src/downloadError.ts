import { asLawbookError, cacheFolder, LawbookError } from '@lawbook/base'
import type { Tarball } from '@lawbook/schemas'
import { megabytes, nameOf } from './manifest.ts'

/**
 * What went wrong with a download, as the project's error: LB_INTERRUPTED, LB_DATA_GONE (the registry has no such
 * version), LB_DATA_TRUNCATED (the connection broke), LB_DISK, and LB_NETWORK for anything else. Each names the package, what
 * was expected, what was seen and what to do.
 */
export function explained(thrown: unknown, tarball: Tarball, received: number, signal: AbortSignal): LawbookError {
  if (thrown instanceof LawbookError) return thrown
  const source = nameOf(tarball)
  const { code = '', message } = thrown as NodeJS.ErrnoException
  const error = (lawbookCode: ConstructorParameters<typeof LawbookError>[0], sentence: string): LawbookError =>
    new LawbookError(lawbookCode, sentence, { source, expected: tarball.tarballBytes, found: received }, thrown)

  if (signal.aborted) {
    return error(
      'LB_INTERRUPTED',
      `the download of ${source} was stopped; run the command again: finished ones are kept`,
    )
  }
  if (code === 'E404' || code === 'ETARGET') {
    return error('LB_DATA_GONE', `the registry has no ${source} (${code}); try another registry by npm_config_registry`)
  }
  if (received > 0 && received < tarball.tarballBytes && !isDisk(thrown)) {
    return error(
      'LB_DATA_TRUNCATED',
      `the tarball of ${source} ended after ${received} of ${tarball.tarballBytes} bytes (${message}); run the command again`,
    )
  }
  if (isDisk(thrown)) {
    return error(
      'LB_DISK',
      `cannot keep the tarball of ${source} (${megabytes(tarball.tarballBytes)}) in ${cacheFolder()}: ${message}; free that much there, or set XDG_CACHE_HOME to another disk`,
    )
  }
  return error(
    'LB_NETWORK',
    `cannot download ${source} (${megabytes(tarball.tarballBytes)}): ${message || code}; check the network and run the command again`,
  )
}

const isDisk = (thrown: unknown): boolean => asLawbookError(thrown).code === 'LB_DISK'
