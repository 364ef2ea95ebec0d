import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from '@lawbook/base'
import type { FilesManifest } from '@lawbook/schemas'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkLocalFiles, localFolder, readFilesManifest } from '../src/index.ts'

const runs = 'run,agents,y\na,1,0.5\n"b, c",2,0.25\nd,3,1\n'
const teams = 'team,y\nx,1\n'
const from = 'https://example.org/runs at commit 1234567'
const pin = (file: string, text: string): FilesManifest['files'][number] => {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  return { file, rows: lines.length, columns: header.split(','), sha256: sha256(text), source: 'runs', from }
}
const manifest: FilesManifest = {
  schema: 'lawbook/files@1',
  note: 'made up',
  files: [pin('runs.csv', runs), pin('teams.csv', teams)],
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-local-'))
  await put('runs.csv', runs)
  await put('teams.csv', teams)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})
const put = (file: string, text: string): Promise<void> => writeFile(join(folder, file), text)

/** What checking the folder throws. */
async function fault(path = folder): Promise<{ code: string; exit: number; message: string; details: object }> {
  try {
    await checkLocalFiles(path, manifest)
  } catch (thrown) {
    return thrown as Awaited<ReturnType<typeof fault>>
  }
  throw new Error('nothing was thrown')
}

describe('checkLocalFiles', () => {
  it('gives the texts by file name, and says nothing of other files', async () => {
    await put('notes.csv', 'anything')
    expect(await checkLocalFiles(folder, manifest)).toEqual({ 'runs.csv': runs, 'teams.csv': teams })
  })

  it('a folder that is not there, or is a file: what it should hold', async () => {
    for (const path of [join(folder, 'nowhere'), join(folder, 'runs.csv')]) {
      expect(await fault(path)).toMatchObject({
        code: 'LB_DATA_MISSING',
        exit: 5,
        message: `there is no folder ${path}; make it and put there runs.csv (from ${from}), teams.csv (from ${from})`,
      })
    }
  })

  it('a missing file', async () => {
    await rm(join(folder, 'teams.csv'))
    expect(await fault()).toMatchObject({
      code: 'LB_DATA_MISSING',
      exit: 5,
      message: `the folder ${folder} does not hold the original files: teams.csv is not there; get teams.csv from ${from}`,
    })
  })

  it('a folder in place of a file', async () => {
    await rm(join(folder, 'teams.csv'))
    await mkdir(join(folder, 'teams.csv'))
    expect(await fault()).toMatchObject({
      code: 'LB_DATA_MISSING',
      message: expect.stringContaining('teams.csv cannot be read (EISDIR); get teams.csv from'),
    })
  })

  it.each<[string, string, string]>([
    ['an extra column', runs.replace('agents,', 'agents,more,'), 'has as column 3 "more", expected is "y"'],
    ['an extra column at the end', runs.replace('y\n', 'y,z\n'), 'has as column 4 "z", expected is none'],
    ['a column too few', runs.replace(',y\n', '\n'), 'has as column 3 none, expected is "y"'],
    ['another name', runs.replace('run,', 'Run,'), 'has as column 1 "Run", expected is "run"'],
    ['a row too many', `${runs}e,4,1\n`, 'has 4 rows, expected are 3'],
    ['a file that breaks off', runs.slice(0, 30), 'has 2 rows, expected are 3'],
    ['an empty file', '', 'has as column 1 none, expected is "run"'],
    ['one byte changed', runs.replace('0.25', '0.26'), 'has the columns and rows expected, but the SHA-256 '],
    ['other line ends', runs.replaceAll('\n', '\r\n'), 'has the columns and rows expected, but the SHA-256 '],
  ])('%s', async (_, text, departure) => {
    await put('runs.csv', text)
    const { code, exit, message } = await fault()
    expect({ code, exit }).toEqual({ code: 'LB_DATA_HASH', exit: 5 })
    expect(message).toContain(`does not hold the original files: runs.csv ${departure}`)
    expect(message).toContain(`; the file was changed or is not whole: get runs.csv again from ${from}`)
    expect(message).not.toContain('teams.csv')
  })

  it('names all faults in one error; that of a missing file gives the code', async () => {
    await put('runs.csv', `${runs}e,4,1\n`)
    await rm(join(folder, 'teams.csv'))
    const { code, message, details } = await fault()
    expect(code).toBe('LB_DATA_MISSING')
    expect(message).toMatch(/files:\n {2}runs\.csv has 4 rows.*\n {2}teams\.csv is not there; get .*$/)
    expect((details as { faults: string[] }).faults).toHaveLength(2)
  })
})

describe('localFolder', () => {
  it('is the folder of a run that is marked as one on local files', () => {
    vi.stubEnv('REPRO_DATA_DIR', '/data')
    vi.stubEnv('REPRO_FIDELITY', 'local')
    expect(localFolder()).toBe('/data')
  })

  it.each([undefined, ''])('is null where none is named (%s)', (value) => {
    vi.stubEnv('REPRO_DATA_DIR', value)
    expect(localFolder()).toBeNull()
  })

  it.each([undefined, 'full', 'quick'])('is refused where the result would not say so (%s)', (fidelity) => {
    vi.stubEnv('REPRO_DATA_DIR', '/data')
    vi.stubEnv('REPRO_FIDELITY', fidelity)
    expect(localFolder).toThrow(
      expect.objectContaining({ code: 'LB_USAGE', message: expect.stringContaining('REPRO_DATA_DIR is "/data"') }),
    )
  })
})

describe('readFilesManifest', () => {
  it('is null where a data set has none, and refuses one that is none', async () => {
    expect(await readFilesManifest(folder)).toBeNull()
    await put('files.json', JSON.stringify(manifest))
    expect(await readFilesManifest(folder)).toEqual(manifest)
    await put('files.json', JSON.stringify({ ...manifest, files: [] }))
    await expect(readFilesManifest(folder)).rejects.toMatchObject({ code: 'LB_SCHEMA' })
  })
})
