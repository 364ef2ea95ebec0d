import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create, Header } from 'tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/input/index.ts'
import { packageSpecOf } from '../../src/input/packageSource.ts'
import { packageTarball } from '../../src/input/packageTarball.ts'
import { folderWith, skillText } from './support/folder.ts'

const files = {
  'package/package.json': '{"name": "@shop/tea-skills", "version": "1.2.3"}',
  'package/SKILL.md': 'Sells tea.',
  'package/skills/brew-tea/SKILL.md': skillText('brew-tea', 'Brews tea.'),
  'package/mcp/tools.json': '{"tools": [{"name": "greet", "description": "Greets."}]}',
  'package/data/tools.json': '{"hammer": 1}',
  'package/node_modules/other/SKILL.md': skillText('other', 'Is not ours.'),
}
const expected = [
  ['SKILL.md', 'tea-skills'],
  ['greet', 'greet'],
  ['skills/brew-tea/SKILL.md', 'brew-tea'],
]
const idsAndNames = ({ skills }: { readonly skills: readonly { id: string; name: string }[] }): string[][] =>
  skills.map(({ id, name }) => [id, name])

/** A tarball of entries written one by one, with paths that no packer would write. */
function tarballOf(entries: readonly { path: string; body: string; type?: 'File' | 'SymbolicLink' }[]): Buffer {
  const blocks = entries.map(({ path, body, type = 'File' }) => {
    const block = Buffer.alloc(512)
    new Header({
      path,
      size: Buffer.byteLength(body),
      mode: 0o644,
      type,
      linkpath: type === 'File' ? '' : '/etc/passwd',
    }).encode(block)
    return Buffer.concat([block, Buffer.from(body), Buffer.alloc((512 - (Buffer.byteLength(body) % 512)) % 512)])
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

describe('packageSpecOf', () => {
  it.each([
    ['tea', { name: 'tea', version: null }],
    ['@shop/tea@^1.2.0', { name: '@shop/tea', version: '^1.2.0' }],
    ['tea@latest', { name: 'tea', version: 'latest' }],
    ['./tea', null],
    ['a/b', null],
    ['-tea', null],
    ['tea@file:/etc', null],
    ['git+ssh://x', null],
    ['tea;rm', null],
  ])('%s', (text, spec) => expect(packageSpecOf(text)).toEqual(spec))
})

describe('an installed package', () => {
  it('is read where it lies, its lists of tools as well', async () => {
    const cwd = await folderWith(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path.replace('package', 'node_modules/@shop/tea-skills'), text]),
      ),
    )
    const options = { cwd, home: cwd, fetchPackage: false }
    const library = await readLibrary('@shop/tea-skills', options)
    expect(library).toMatchObject({ source: '@shop/tea-skills@1.2.3', format: 'npm-package' })
    expect(idsAndNames(library)).toEqual(expected)
    expect(new Set(library.skills.map((skill) => skill.package))).toEqual(new Set(['@shop/tea-skills']))
    await expect(readLibrary('@shop/tea-skills@1.2.3', options)).resolves.toBeDefined()
    await expect(readLibrary('@shop/tea-skills@1.2.4', options)).rejects.toMatchObject({ code: 'LB_NO_SKILLS' })
  })
})

describe('packageTarball', () => {
  const readBytes = async (bytes: Uint8Array) =>
    packageTarball(join(await folderWith({ 'p.tgz': bytes }), 'p.tgz'), 'p', { package: 'p', top: 'p' })

  it('refuses paths that leave the package, follows no link, reads the rest', async () => {
    const { parts, problems } = await readBytes(
      tarballOf([
        { path: 'package/../../evil/SKILL.md', body: skillText('evil', 'Is evil.') },
        { path: '/etc/SKILL.md', body: skillText('etc', 'Is evil.') },
        { path: 'package/link/SKILL.md', body: '', type: 'SymbolicLink' },
        { path: 'package/big/SKILL.md', body: 'x'.repeat(16_000_001) },
        { path: 'package/good/SKILL.md', body: skillText('good', 'Does good.') },
      ]),
    )
    expect(parts.map(({ skill }) => skill.name)).toEqual(['good'])
    expect(problems.map(({ place, what }) => `${place.file}: ${what}`)).toEqual([
      '../../evil/SKILL.md: its path leaves the package; it was refused',
      'etc/SKILL.md: its path leaves the package; it was refused',
      expect.stringMatching(/^big\/SKILL.md: it is 16\.0 MB large/),
    ])
  })

  it.each([
    ['no tarball', Buffer.from('hello '.repeat(200))],
    ['half a tarball', tarballOf([{ path: 'package/a/SKILL.md', body: 'x'.repeat(3000) }]).subarray(0, 1500)],
  ])('throws LB_DATA_INTEGRITY for %s', async (_, bytes) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'LB_DATA_INTEGRITY' })
  })
})

describe('a package that npm brings', () => {
  let server: Server
  let tarball: Buffer
  const before = { ...process.env }
  beforeAll(async () => {
    const folder = await folderWith(files)
    await create({ gzip: true, cwd: folder, file: join(folder, 'p.tgz') }, ['package'])
    tarball = await readFile(join(folder, 'p.tgz'))
    server = createServer((request, response) => {
      const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      if (request.url === '/p.tgz') return void response.end(tarball)
      response.statusCode = request.url === '/@shop%2ftea-skills' ? 200 : 404
      const dist = { tarball: `${at}/p.tgz` }
      const version = { name: '@shop/tea-skills', version: '1.2.3', dist }
      response.end(
        JSON.stringify({ name: '@shop/tea-skills', 'dist-tags': { latest: '1.2.3' }, versions: { '1.2.3': version } }),
      )
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    process.env.npm_config_registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    process.env.npm_config_cache = join(folder, 'cache')
    process.env.npm_config_fetch_retries = '0'
    // The tests of a folder with settings of its own must not find them.
    process.env.npm_config_userconfig = join(folder, 'npmrc')
    process.env['npm_config_@shop:registry'] = process.env.npm_config_registry
  })
  afterAll(async () => {
    for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key]
    Object.assign(process.env, before)
    await new Promise((done) => server.close(done))
  })

  it('is read from its tarball', async () => {
    const cwd = await folderWith({})
    const library = await readLibrary('@shop/tea-skills', { cwd, home: cwd })
    expect(library).toMatchObject({ source: '@shop/tea-skills@1.2.3', format: 'npm-package', problems: [] })
    expect(library.folder).toBeUndefined()
    expect(idsAndNames(library)).toEqual(expected)
    expect(library.skills.find(({ id }) => id === 'SKILL.md')!.raw).toBe('Sells tea.')
  })

  it('is refused where there is no such package or version, or no registry', async () => {
    const cwd = await folderWith({})
    const noPackage = readLibrary('no-such-package', { cwd, home: cwd })
    await expect(noPackage).rejects.toMatchObject({ code: 'LB_NO_SKILLS' })
    await expect(readLibrary('@shop/tea-skills@9.9.9', { cwd, home: cwd })).rejects.toMatchObject({
      code: 'LB_NO_SKILLS',
    })
    const registry = process.env.npm_config_registry
    process.env.npm_config_registry = 'http://127.0.0.1:1/'
    await expect(readLibrary('tea-skills', { cwd, home: tmpdir() })).rejects.toMatchObject({ code: 'LB_NETWORK' })
    process.env.npm_config_registry = registry
  })

  it('comes after a path of the same name', async () => {
    const cwd = await folderWith({ 'tea/SKILL.md': 'Own.', 'node_modules/tea/SKILL.md': 'Installed.' })
    expect((await readLibrary('tea', { cwd, home: cwd })).skills[0]!.raw).toBe('Own.')
  })
})
