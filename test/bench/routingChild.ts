import { processorTime } from './processorTime.ts'
import { engines, type Top } from './routingEngines.ts'
import { syntheticLibrary, syntheticRequests } from './routingWorld.ts'

/** One engine at one size in a process of its own, so that its memory is its own. */
export type Built = { readonly seconds: number; readonly megabytes: number; readonly picks: readonly number[] }
/** Requests a second over one repetition. */
export type Repetition = { readonly rate: number }

const [id = '', size = '', least = ''] = process.argv.slice(2)
const library = syntheticLibrary(Number(size))
const requests = syntheticRequests(library, 500)
const build = engines[id]!.prepare(library, requests)

/** What lives on the heap and beside it, after collection. */
function bytes(): number {
  globalThis.gc!()
  globalThis.gc!()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const before = bytes()
const started = processorTime()
const top: Top = await build()
const seconds = (processorTime() - started) / 1000
const megabytes = (bytes() - before) / 1e6

/** At least so many seconds of processor time, starting where the last repetition ended. */
let next = 0
function repeat(): Repetition {
  const start = processorTime()
  let [done, milliseconds] = [0, 0]
  while (milliseconds < 1000 * Number(least)) {
    const i = next++ % requests.length
    top(requests[i]!, i)
    done++
    milliseconds = processorTime() - start
  }
  return { rate: (1000 * done) / milliseconds }
}

const picks = requests.slice(0, 20).map(top)
process.on('message', () => process.send!(repeat()))
process.send!({ seconds, megabytes, picks } satisfies Built)
