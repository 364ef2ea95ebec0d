import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchCheckout } from '../../src/benchmark/fetch.ts'

const git = async (folder: string, ...args: string[]): Promise<string> => {
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false']
  return (await promisify(execFile)('git', ['-C', folder, ...author, ...args])).stdout.trim()
}

let place: string
let bare: string
let pinned: string
let newer: string
/** A bare repository with two commits. */
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'lawbook-fetch-'))
  const work = join(place, 'work')
  bare = join(place, 'bare.git')
  await promisify(execFile)('git', ['init', '--quiet', work])
  const commit = async (text: string): Promise<string> => {
    await writeFile(join(work, 'version.txt'), text)
    await git(work, 'add', '.')
    await git(work, 'commit', '--quiet', '-m', text)
    return await git(work, 'rev-parse', 'HEAD')
  }
  pinned = await commit('one')
  newer = await commit('two')
  await promisify(execFile)('git', ['clone', '--quiet', '--bare', work, bare])
})
afterEach(() => rm(place, { recursive: true, force: true }))

const fetched = (options: { commit?: string; from?: string | null } = {}) =>
  fetchCheckout(
    { repository: join(place, 'nowhere.git'), commit: options.commit ?? pinned },
    { folder: join(place, 'deep', 'checkout'), from: options.from === undefined ? bare : options.from },
  )

test('the pinned commit is fetched, not the newest, and the second time it is found', async () => {
  expect(await fetched()).toBe(false)
  expect(await readFile(join(place, 'deep/checkout/version.txt'), 'utf8')).toBe('one')
  // Found without any repository to ask.
  expect(await fetched({ from: null })).toBe(true)
})

test('a repository that cannot be had is LB_NETWORK, says what to do and leaves nothing', async () => {
  await expect(fetched({ from: null })).rejects.toMatchObject({
    code: 'LB_NETWORK',
    message: expect.stringMatching(
      /nowhere\.git: fatal: .*copy a checkout of that commit here and name it with --dir/s,
    ),
  })
  await expect(fetched({ commit: 'f'.repeat(40) })).rejects.toMatchObject({ code: 'LB_NETWORK' })
  expect(await readdir(join(place, 'deep'))).toEqual([])
})

test('another commit, or something else, is not replaced', async () => {
  await fetched({ commit: newer })
  await expect(fetched()).rejects.toMatchObject({
    code: 'LB_EXISTS',
    message: expect.stringContaining(`the commit ${newer}`),
  })
  expect(await readFile(join(place, 'deep/checkout/version.txt'), 'utf8')).toBe('two')
  await rm(join(place, 'deep/checkout/.git'), { recursive: true })
  await expect(fetched()).rejects.toMatchObject({
    code: 'LB_EXISTS',
    message: expect.stringContaining('something else'),
  })
})
