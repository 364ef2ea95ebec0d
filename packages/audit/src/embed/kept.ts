import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, sha256, writeAtomic } from '@lawbook/base'

/** Texts that are kept between runs: 100 MB. */
const mostTexts = 50_000
const hashBytes = 32

/** Vectors by the hash of their text. */
export type Kept = Map<string, Float32Array>

const pathOf = (encoder: string): string => join(cacheFolder(), 'sentences', `${encoder}.bin`)
export const keyOf = (text: string): string => sha256(text)

/** What earlier runs kept of an encoder; nothing where there is no such file or it is damaged. */
export async function readKept(encoder: string, dimensions: number): Promise<Kept> {
  const data = await readFile(pathOf(encoder)).catch(() => Buffer.alloc(0))
  const row = hashBytes + 4 * dimensions
  const kept: Kept = new Map()
  if (data.length % row !== 0) return kept
  for (let at = 0; at < data.length; at += row) {
    const numbers = data.subarray(at + hashBytes, at + row)
    const vector = Float32Array.from({ length: dimensions }, (_, i) => numbers.readFloatLE(4 * i))
    kept.set(data.toString('hex', at, at + hashBytes), vector)
  }
  return kept
}

/** Keep vectors for later runs, those that were put in last first where there are too many. */
export async function writeKept(encoder: string, kept: Kept): Promise<void> {
  const rows = [...kept].slice(-mostTexts).map(([key, vector]) => {
    const numbers = Buffer.alloc(4 * vector.length)
    vector.forEach((x, i) => void numbers.writeFloatLE(x, 4 * i))
    return Buffer.concat([Buffer.from(key, 'hex'), numbers])
  })
  await writeAtomic(pathOf(encoder), Buffer.concat(rows))
}
