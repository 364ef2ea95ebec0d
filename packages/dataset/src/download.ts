import { createHash, randomBytes } from 'node:crypto'
import { closeSync, createReadStream, openSync, writeFileSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { downloadPath, fail } from '@lawbook/base'
import type { Tarball } from '@lawbook/schemas'
import { explained } from './downloadError.ts'
import { megabytes, nameOf } from './manifest.ts'

export type DownloadOptions = {
  readonly signal: AbortSignal
  /** How many bytes of this tarball have arrived so far. */
  onBytes(received: number): void
  /** Something a person should know. */
  onNote(sentence: string): void
}

/**
 * The path of a pinned tarball in the cache, downloaded if it is not there. Its size and SHA-512 are checked on every
 * call; a cached file that fails is fetched anew. A download is written beside its place and renamed, so a broken or
 * interrupted one leaves nothing, and two processes at once do no harm. Throws the errors of `explained`.
 */
export async function fetchTarball(tarball: Tarball, options: DownloadOptions): Promise<string> {
  const path = downloadPath(tarball.integrity)
  if (await isIntact(path, tarball, options)) return path
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  let received = 0
  try {
    await mkdir(dirname(path), { recursive: true })
    await receive(tarball, temporary, options.signal, (bytes) => options.onBytes((received = bytes)))
    await rename(temporary, path)
  } catch (thrown) {
    throw explained(thrown, tarball, received, options.signal)
  } finally {
    await rm(temporary, { force: true })
  }
  return path
}

async function isIntact(path: string, tarball: Tarball, { onNote }: DownloadOptions): Promise<boolean> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  )
  if (size === null) return false
  if (size === tarball.tarballBytes && (await integrityOf(path)) === tarball.integrity) return true
  onNote(`the cached copy of ${nameOf(tarball)} is damaged (${path}); it is downloaded again`)
  await rm(path, { force: true })
  return false
}

async function integrityOf(path: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return `sha512-${hash.digest('base64')}`
}

async function receive(
  tarball: Tarball,
  path: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { default: pacote } = await import('pacote')
  const registry = process.env.npm_config_registry
  const options = {
    ...(registry === undefined || registry === '' ? {} : { registry }),
    signal,
    timeout: 60_000,
    fetchRetries: 2,
    fetchRetryMintimeout: 500,
    fetchRetryFactor: 4,
  }
  // By its address, not by its name: pacote then holds the body against no hash but ours, the pinned one.
  const address = await pacote.resolve(nameOf(tarball), options)
  const keep = (stream: NodeJS.ReadableStream): Promise<void> => writeBody(stream, tarball, path, onBytes)
  await pacote.tarball.stream(address, keep as never, options)
}

/** Write a body to a file, counting and hashing on the way. The file is closed when the promise settles. */
async function writeBody(
  stream: NodeJS.ReadableStream,
  tarball: Tarball,
  path: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const file = openSync(path, 'w')
  const hash = createHash('sha512')
  let bytes = 0
  const write = (chunk: Buffer): void => {
    bytes += chunk.length
    onBytes(bytes)
    if (bytes > tarball.tarballBytes) tooLarge(tarball)
    hash.update(chunk)
    writeFileSync(file, chunk)
  }
  try {
    await new Promise<void>((resolve, reject) => {
      // The listeners stay: a stream that is given up may still report that its connection broke.
      stream.on('error', reject).on('end', resolve)
      stream.on('data', (chunk: Buffer) => {
        try {
          write(chunk)
        } catch (thrown) {
          stream.removeAllListeners('data').pause()
          reject(thrown)
        }
      })
    })
  } finally {
    closeSync(file)
  }
  checkArrived(tarball, bytes, `sha512-${hash.digest('base64')}`)
}

function tooLarge(tarball: Tarball): never {
  fail(
    'LB_DATA_TOO_LARGE',
    `the tarball of ${nameOf(tarball)} is larger than the pinned ${megabytes(tarball.tarballBytes)}; the registry does not offer the pinned one`,
    { source: nameOf(tarball), expected: tarball.tarballBytes },
  )
}

function checkArrived(tarball: Tarball, bytes: number, integrity: string): void {
  const source = nameOf(tarball)
  if (bytes < tarball.tarballBytes) {
    fail(
      'LB_DATA_TRUNCATED',
      `the tarball of ${source} ended after ${bytes} of ${tarball.tarballBytes} bytes; run the command again`,
      { source, expected: tarball.tarballBytes, found: bytes },
    )
  }
  if (integrity !== tarball.integrity) {
    fail(
      'LB_DATA_INTEGRITY',
      `the tarball of ${source} has the integrity ${integrity}; the manifest pins ${tarball.integrity}; the registry does not offer the pinned one`,
      { source, expected: tarball.integrity, found: integrity },
    )
  }
}
