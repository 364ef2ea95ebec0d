import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type PointwiseRouter, routers } from '@lawbook/routers'
import type { Library, Request, Resources } from '@lawbook/skills'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rankings, rowsOf } from '../src/rankings.ts'
import { rankMatrix } from '../src/ranks.ts'
import { planted } from './plantedLibrary.ts'

let folder: string
const usual = process.env.XDG_CACHE_HOME
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lawbook-rankings-'))
  process.env.XDG_CACHE_HOME = folder
})
afterEach(async () => {
  if (usual === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = usual
  await rm(folder, { recursive: true, force: true })
})

const pointwise = (...ids: string[]): PointwiseRouter[] =>
  ids.map((id) => routers.find((router) => router.id === id) as PointwiseRouter)
const lexical = pointwise('bm25', 'token-overlap')
const files = async (): Promise<string[]> => (await readdir(join(folder, 'lawbook', 'memo', 'ranks'))).sort()

/** Matrices in the order they come, and which of them had to be made. */
async function ask(
  asked: readonly PointwiseRouter[],
  library: Library,
  requests: readonly Request[],
  resources: Resources = {},
) {
  const made: string[] = []
  const found = []
  const progress = (_done: number, _total: number, label: string): void => {
    if (label.endsWith(': ranking')) made.push(label.replace(': ranking', ''))
  }
  for await (const each of rankings({ routers: asked, library, requests, resources, progress })) found.push(each)
  return { made, found }
}

test('hit and miss give the matrix that the router gives, in the order asked for', async () => {
  const { library, requests } = planted(30, 20)
  const first = await ask(lexical, library, requests)
  const second = await ask(lexical.toReversed(), library, requests)
  expect(first.made).toEqual(lexical.map(({ title }) => title))
  expect(second.made).toEqual([])
  expect(second.found.map(({ router }) => router.id)).toEqual(['token-overlap', 'bm25'])
  for (const [at, router] of lexical.entries()) {
    const direct = rankMatrix(await router.build(library, {}), library, requests)
    expect(first.found[at]!.matrix).toEqual(direct)
    expect(second.found[1 - at]!.matrix).toEqual(direct)
  }
})

test('a damaged matrix is made again, with the same bytes', async () => {
  const { library, requests } = planted(10, 10)
  await ask(lexical, library, requests)
  const path = join(folder, 'lawbook', 'memo', 'ranks', (await files())[0]!)
  const whole = await readFile(path)
  const damaged = Buffer.from(whole)
  damaged[80]! ^= 1
  await writeFile(path, damaged)
  expect((await ask(lexical, library, requests)).made.length).toBe(1)
  expect(await readFile(path)).toEqual(whole)
})

test('whatever a router may read is in the key; what none reads is not', async () => {
  const { library, requests } = planted(10, 5)
  const bm25 = pointwise('bm25')
  const made = async (l: Library, r: readonly Request[]): Promise<number> => (await ask(bm25, l, r)).made.length
  const others = library.skills.slice(0, -1)
  const last = library.skills.at(-1)!
  const withLast = (change: object): Library => ({ skills: [...others, { ...last, ...change }] })
  const [one, ...rest] = requests
  expect(await made(library, requests)).toBe(1)
  expect(await made(withLast({ body: 'x', licence: 'x' }), requests)).toBe(0)
  for (const changed of [
    withLast({ id: `${last.id}x` }),
    withLast({ name: `${last.name} x` }),
    withLast({ description: `${last.description} x` }),
    withLast({ tags: ['x'] }),
    // Exposed alike, but a router may weigh the name apart.
    withLast({ name: 'one', description: 'two. three' }),
    withLast({ name: 'one. two', description: 'three' }),
    { skills: others },
  ])
    expect(await made(changed, requests)).toBe(1)
  for (const changed of [
    rest,
    [...rest, one!],
    [{ ...one!, text: `${one!.text} x` }, ...rest],
    [{ ...one!, id: 'another' }, ...rest],
    [{ ...one!, skill: library.skills[5]!.id }, ...rest],
  ])
    expect(await made(library, changed)).toBe(1)
})

test('the data that a router needs are in its key', async () => {
  const { library, requests } = planted(4, 4)
  const asked = pointwise('bm25-wordnet')
  const made = async (id: string): Promise<number> =>
    (await ask(asked, library, requests, { synonyms: { id, of: () => [] } })).made.length
  expect([await made('one'), await made('one'), await made('two')]).toEqual([1, 0, 1])
  await expect(ask(asked, library, requests)).rejects.toThrow(/synonyms/)
})

test('what another process is at is left to it until everything else is made', async () => {
  const { library, requests } = planted(10, 10)
  await ask(pointwise('bm25'), library, requests)
  const path = join(folder, 'lawbook', 'memo', 'ranks', (await files())[0]!)
  await rm(path)
  // Vitest's main process stands for the other one; it gives up when the second router has been ranked.
  await writeFile(`${path}.lock`, String(process.ppid))
  const made: string[] = []
  const progress = (_done: number, _total: number, label: string): void => {
    if (!label.endsWith(': ranking')) return
    made.push(label)
    if (label.startsWith(lexical[1]!.title)) rmSync(`${path}.lock`)
  }
  const order: string[] = []
  for await (const { router } of rankings({ routers: lexical, library, requests, resources: {}, progress }))
    order.push(router.id)
  expect(made).toEqual([`${lexical[1]!.title}: ranking`, `${lexical[0]!.title}: ranking`])
  expect(order).toEqual(['bm25', 'token-overlap'])
}, 20_000)

test('a router of one’s own is asked each time, since no hash covers its code', async () => {
  const { library, requests } = planted(6, 6)
  const own = { ...lexical[0]! }
  for (let round = 0; round < 2; round++) expect((await ask([own], library, requests)).made).toEqual([own.title])
})

test('two processes at once make each matrix once, between them', async () => {
  const script = `
    const { rankings } = await import(${JSON.stringify(new URL('../src/rankings.ts', import.meta.url).href)})
    const { planted } = await import(${JSON.stringify(new URL('./plantedLibrary.ts', import.meta.url).href)})
    const { routers } = await import(${JSON.stringify(new URL('../../routers/src/index.ts', import.meta.url).href)})
    const { once } = await import('node:events')
    const { library, requests } = planted(250, 250)
    const ids = ['bm25', 'tf-idf', 'char-ngrams', 'minisearch', 'token-overlap', 'random']
    const asked = ids.map((id) => routers.find((router) => router.id === id))
    process.stdout.write('ready\\n')
    await once(process.stdin, 'data')
    const progress = (done, total, label) => process.stdout.write(label + '\\n')
    for await (const { matrix } of rankings({ routers: asked, library, requests, resources: {}, progress }))
      process.stdout.write('sum ' + matrix.ranks.reduce((a, b) => a + b, 0) + '\\n')
    process.stdin.destroy()`
  const children = [0, 1].map(() =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  await Promise.all(children.map((child) => once(child.stdout, 'readable')))
  for (const child of children) child.stdin.write('go\n')
  const lines = (await Promise.all(children.map((child) => text(child.stdout)))).map((output) => output.split('\n'))
  const made = lines.map((output) => output.filter((line) => line.endsWith(': ranking')))
  expect(made.flat().length).toBe(6)
  expect(new Set(made.flat()).size).toBe(6)
  const sums = lines.map((output) => output.filter((line) => line.startsWith('sum ')))
  expect(sums[0]!.length).toBe(6)
  expect(sums[1]).toEqual(sums[0])
  expect((await files()).length).toBe(6)
})

test('some rows of a matrix are the matrix of those requests', async () => {
  const { library, requests } = planted(12, 9)
  const fitted = await lexical[0]!.build(library, {})
  const rows = [7, 0, 3]
  const chosen = rows.map((row) => requests[row]!)
  const matrix = rankMatrix(fitted, library, requests)
  expect(rowsOf(matrix, rows)).toEqual(rankMatrix(fitted, library, chosen))
})
