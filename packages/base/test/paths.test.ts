import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { cacheFolder, downloadPath, memoPath } from '../src/index.ts'

afterEach(() => vi.unstubAllEnvs())

it('keeps everything below XDG_CACHE_HOME, or ~/.cache where that is unset or empty', () => {
  vi.stubEnv('XDG_CACHE_HOME', '/x')
  expect(cacheFolder()).toBe('/x/lawbook')
  expect(memoPath('vectors', 'ab')).toBe('/x/lawbook/memo/vectors/ab')
  for (const unset of ['', undefined]) {
    vi.stubEnv('XDG_CACHE_HOME', unset)
    expect(cacheFolder()).toBe(join(homedir(), '.cache', 'lawbook'))
  }
})

it('gives every integrity string a file name of its own, free of slashes', () => {
  const [one, two] = ['sha512-a/b+c==', 'sha512-a/b+d=='].map((integrity) => downloadPath(integrity))
  expect(one).not.toBe(two)
  expect(one!.startsWith(join(cacheFolder(), 'downloads'))).toBe(true)
  expect(one!.slice(join(cacheFolder(), 'downloads').length + 1)).toMatch(/^[0-9a-f]{32}$/)
})
