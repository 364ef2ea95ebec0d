import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { streamsOf, writeAtomic } from '@lawbook/base'
import { routers } from '@lawbook/routers'
import { sentenceVectors } from '@lawbook/sentence-vectors'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { monteCarlo, rankMatrix } from '@lawbook/sweeps'
import { wordSynonyms } from '@lawbook/word-synonyms'
import { wordVectors } from '@lawbook/word-vectors'
import { processorTime } from './processorTime.ts'
import type { Built, Repetition } from './routingChild.ts'
import { dimensions, type Engine, engines } from './routingEngines.ts'

/**
 * `pnpm bench routing`: how fast decisions are. Engines among synthetic skills, each in a process of its own, repetitions
 * interleaved; the project's routers on the real library; decisions from ranks. Medians, with the lowest and the highest.
 */
const sizes = [1_000, 10_000, 100_000]
const repetitions = 5
const seconds = 0.4
const root = fileURLToPath(new URL('../..', import.meta.url))

type Spread = { readonly median: number; readonly low: number; readonly high: number }
type Row = { readonly engine: Engine; readonly size: number; readonly built: Built; readonly rate: Spread }

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)]!, low: sorted[0]!, high: sorted.at(-1)! }
}

async function answer<T>(child: ChildProcess): Promise<T> {
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`a bench process ended with ${code}`)
    }),
  ])
  return message as T
}

/** Every engine of one size: built one after the other, then asked in turns. */
async function atSize(size: number): Promise<Row[]> {
  const running: { engine: Engine; child: ChildProcess; built: Built; rates: number[] }[] = []
  for (const [id, engine] of Object.entries(engines)) {
    const path = fileURLToPath(new URL('routingChild.ts', import.meta.url))
    const child = fork(path, [id, String(size), String(seconds)], { execArgv: ['--expose-gc', '--import', 'tsx'] })
    running.push({ engine, child, built: await answer<Built>(child), rates: [] })
    process.stdout.write(`${size} ${engine.title}: built\n`)
  }
  for (let turn = 0; turn <= repetitions; turn++) {
    for (const { child, rates } of running) {
      child.send('repeat')
      const { rate } = await answer<Repetition>(child)
      // The first turn warms up.
      if (turn > 0) rates.push(rate)
    }
  }
  for (const { child } of running) child.kill()
  return running.map(({ engine, built, rates }) => ({ engine, size, built, rate: spread(rates) }))
}

/** The share of requests for which an engine picks the skill that the first of its group picks. */
function agreement(row: Row, rows: readonly Row[]): string {
  const first = rows.find(({ engine, size }) => engine.group === row.engine.group && size === row.size)!
  if (first === row) return ''
  const same = row.built.picks.filter((pick, i) => pick === first.built.picks[i]).length
  return `${Math.round((100 * same) / row.built.picks.length)} %`
}

const engineRows: Row[] = []
for (const size of sizes) engineRows.push(...(await atSize(size)))
const engineCells = engineRows.map((row) => [
  thousands(row.size),
  row.engine.title,
  row.built.seconds.toFixed(2),
  shown(row.rate),
  Math.max(0, row.built.megabytes).toFixed(1),
  agreement(row, engineRows),
])

const library = await skillLibrary.load()
const { requests } = await skillRequests.load()
const resources = {
  wordVectors: await wordVectors.load(),
  sentenceVectors: await sentenceVectors.load(),
  synonyms: await wordSynonyms.load(),
}

/** Milliseconds that a class allows for one request among the library's skills. */
const allowed = { fast: 1, library: 15, slow: Number.POSITIVE_INFINITY } as const

/** All routers built, then asked in turns: requests spread over the whole list, as many as fit into the time. */
const fitted = []
for (const router of routers) {
  if (router.kind === 'listwise') continue
  const started = processorTime()
  const scores = await router.build(library, resources)
  fitted.push({ router, scores, seconds: (processorTime() - started) / 1000, times: [] as number[] })
}
let asked = 0
for (let turn = 0; turn <= repetitions; turn++) {
  for (const { scores, times } of fitted) {
    const start = processorTime()
    let done = 0
    do scores.score(requests[(asked++ * 7) % requests.length]!)
    while (++done < 500 && processorTime() - start < 1000 * seconds)
    if (turn > 0) times.push((processorTime() - start) / done)
  }
}
const routerCells = fitted.map(({ router, seconds: built, times }) => {
  const time = spread(times)
  const kept = time.median < allowed[router.cost]
  return [
    router.title,
    built.toFixed(2),
    `${fixed(time.median)} (${fixed(time.low)} to ${fixed(time.high)})`,
    router.cost,
    kept ? '' : `**breaks it: ${allowed[router.cost]} ms**`,
  ]
})

const matrix = rankMatrix(fitted.find(({ router }) => router.id === 'bm25')!.scores, library, requests)
const fromRanks = [10, 100, 500].map((size) => {
  const decide = (turn: number): number => {
    const start = processorTime()
    const { decisions } = monteCarlo(matrix, size, 500, streamsOf(`bench-decisions-${turn}`))
    return (1000 * decisions) / (processorTime() - start)
  }
  decide(-1)
  return { size, rate: spread(Array.from({ length: repetitions }, (_, turn) => decide(turn))) }
})

/** What must hold, and what this run measured. */
const at = (engine: Engine): number =>
  engineRows.find((row) => row.engine === engine && row.size === 10_000)!.rate.median
const budgets: readonly (readonly [what: string, budget: number, measured: number])[] = [
  ['BM25 among 10,000 skills, requests a second', 3_000, at(engines.bm25!)],
  [`exact similarity, 10,000 x ${dimensions}, requests a second`, 1_000, at(engines.products!)],
  ['decisions from ranks, a second (the slowest N)', 1_000_000, Math.min(...fromRanks.map(({ rate }) => rate.median))],
]

/** Three significant digits. */
function fixed(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

function count(perSecond: number): string {
  if (perSecond >= 1_000_000) return `${(perSecond / 1_000_000).toFixed(1)}M`
  return perSecond >= 10_000 ? `${(perSecond / 1000).toFixed(1)}k` : fixed(perSecond)
}

function shown({ median, low, high }: Spread): string {
  return `${count(median)} (${count(low)} to ${count(high)})`
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

await writeAtomic(
  join(root, 'docs', 'tables', 'bench-routing.md'),
  `${cpus().length} cores, one used at a time; Node ${process.version}. Processor time, so that a busy machine counts little: medians of ${repetitions}
repetitions, taken in turns, with the lowest and the highest.

${table(
  ['budget', 'at least', 'measured', ''],
  budgets.map(([what, budget, measured]) => [
    what,
    count(budget),
    count(measured),
    measured >= budget ? 'kept' : '**broken**',
  ]),
)}

The best of N skills for a request, every skill compared. Skills are synthetic: 10 to 60 words of a planted vocabulary.
Same pick: as the first engine of the same kind, for 20 requests; libraries have their own words, stems and weights.

${table(['N', 'engine', 'build, s', 'requests a second', 'memory, MB', 'same pick'], engineCells)}

Memory: heap and buffers after the build and collection, less what was there before it (the texts, the given vectors).

The project's routers on the real library, ${thousands(library.skills.length)} skills, one request at a time:

${table(['router', 'build, s', 'ms a request', 'cost class', ''], routerCells)}

Decisions from a rank matrix (\`monteCarlo\`, BM25, ${thousands(requests.length)} requests a drawn library):

${table(
  ['N', 'decisions a second'],
  fromRanks.map(({ size, rate }) => [`${size}`, shown(rate)]),
)}
`,
)
