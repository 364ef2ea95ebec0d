import { createReadStream } from 'node:fs'
import { posix } from 'node:path'
import { byCodeUnit, fail, LawbookError } from '@lawbook/base'
import { Parser, type ReadEntry } from 'tar'
import { decoded } from './decode.ts'
import { isToolFile, type Parts, partsOf } from './folderSkills.ts'
import { limits, megabytes } from './limits.ts'
import { type Problem, problem } from './problem.ts'
import { isSkillFile, type SkillSource } from './skillFile.ts'

type Wanted = { readonly path: string; readonly bytes: Uint8Array }

/**
 * The skills and lists of tools in a package's tarball, by path below its top folder. It is streamed, nothing is written,
 * links are not followed. An entry whose path leaves the package is refused and is a problem. Throws
 * LB_DATA_TOO_LARGE when the whole unpacks to more than the caps, LB_DATA_INTEGRITY if it is no tarball.
 */
export async function packageTarball(path: string, name: string, source: SkillSource): Promise<Parts> {
  const { files, problems } = await entriesOf(path, name)
  const made = [...files]
    .sort((a, b) => byCodeUnit(a.path, b.path))
    .map((file) => partsOf(file.path, decoded(file.bytes), source))
  return { parts: made.flatMap(({ parts }) => parts), problems: [...problems, ...made.flatMap((one) => one.problems)] }
}

async function entriesOf(path: string, name: string): Promise<{ files: Wanted[]; problems: Problem[] }> {
  const files: Wanted[] = []
  const problems: Problem[] = []
  const size = { unpacked: 0, wanted: 0 }
  const take = (entry: ReadEntry): void => {
    const inside = insideOf(entry.path)
    const wanted = entry.type === 'File' && isWanted(inside)
    size.unpacked += entry.size
    size.wanted += wanted ? entry.size : 0
    if (size.unpacked > limits.unpackedBytes || size.wanted > limits.tarballBytes) tooLarge(name)
    const refusal = wanted ? refusalOf(entry) : null
    if (refusal !== null) problems.push(problem(inside, refusal))
    if (!wanted || refusal !== null) return void entry.resume()
    collect(entry, (bytes) => files.push({ path: inside, bytes }))
  }
  await new Promise<void>((resolve, reject) => {
    const input = createReadStream(path)
    const stop = (thrown: unknown): void => {
      input.destroy()
      reject(unreadable(thrown, name))
    }
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry) => {
        try {
          take(entry)
        } catch (thrown) {
          stop(thrown)
        }
      },
    })
    parser.on('error', stop).on('end', resolve)
    input.on('error', stop).pipe(parser as unknown as NodeJS.WritableStream)
  })
  return { files, problems }
}

const insideOf = (path: string): string => path.slice(path.indexOf('/') + 1)

const isWanted = (path: string): boolean =>
  (isSkillFile(posix.basename(path)) || isToolFile(posix.basename(path))) && !path.split('/').includes('node_modules')

function refusalOf({ path, size }: ReadEntry): string | null {
  if (/^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[/\\]/).includes('..'))
    return 'its path leaves the package; it was refused'
  if (size <= limits.fileBytes) return null
  return `it is ${megabytes(size)} large, more than ${megabytes(limits.fileBytes)}; not read`
}

function collect(entry: ReadEntry, onWhole: (bytes: Uint8Array) => void): void {
  const bytes = new Uint8Array(entry.size)
  let at = 0
  entry.on('data', (chunk: Uint8Array) => {
    bytes.set(chunk, at)
    at += chunk.length
  })
  entry.on('end', () => onWhole(bytes))
}

const tooLarge = (name: string): never =>
  fail(
    'LB_DATA_TOO_LARGE',
    `the package ${name} unpacks to more than ${megabytes(limits.unpackedBytes)}, or its skills to more than ${megabytes(limits.tarballBytes)}; audit a folder of it instead`,
    { package: name },
  )

const unreadable = (thrown: unknown, name: string): LawbookError =>
  thrown instanceof LawbookError
    ? thrown
    : new LawbookError(
        'LB_DATA_INTEGRITY',
        `the tarball of ${name} cannot be unpacked (${thrown instanceof Error ? thrown.message : 'no reason given'}); try again`,
        { package: name },
        thrown,
      )
