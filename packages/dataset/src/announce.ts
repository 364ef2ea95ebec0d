import { stat } from 'node:fs/promises'
import { downloadPath } from '@lawbook/base'
import type { Tarball } from '@lawbook/schemas'

/** The bytes of the tarballs that are not in the cache with their full size. */
export async function bytesToDownload(tarballs: readonly Tarball[]): Promise<number> {
  const sizes = await Promise.all(
    tarballs.map(({ integrity, tarballBytes }) =>
      stat(downloadPath(integrity)).then(
        ({ size }) => (size === tarballBytes ? 0 : tarballBytes),
        () => tarballBytes,
      ),
    ),
  )
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}
