import { stat } from 'node:fs/promises'
import { downloadPath } from '@lawbook/base'
import type { Tarball } from '@lawbook/schemas'
import { readManifest, readTarballs } from './manifest.ts'

/**
 * What building a data set will have to download, and what of it lies in the cache: by size alone, nothing is read or
 * fetched. `folder` is the data set's own.
 */
export async function announce(folder: string): Promise<{ bytesToDownload: number; bytesCached: number }> {
  const tarballs = await readTarballs(folder, await readManifest(folder))
  const missing = await bytesToDownload(tarballs)
  return {
    bytesToDownload: missing,
    bytesCached: tarballs.reduce((sum, { tarballBytes }) => sum + tarballBytes, -missing),
  }
}

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
