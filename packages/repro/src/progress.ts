import { availableParallelism } from 'node:os'
import type { Output } from './output.ts'
import type { TaskEvent } from './turbo.ts'

/** Draws what runs. `end` closes every open line. */
export type Drawing = { show(event: TaskEvent): void; end(ok: boolean): Promise<void> }

const doing: Readonly<Record<string, string>> = {
  dataset: 'building data',
  reproduce: 'computing',
  figures: 'drawing',
  benchmark: 'running',
}

/** Live lines on a terminal, a few plain ones elsewhere, nothing with `--json`; with `verbose` everything tasks print. */
export function drawProgress(output: Output, verbose: boolean): Drawing {
  if (verbose) return plainLines((line) => output.note(line), true)
  if (output.json) return { show: () => {}, end: async () => {} }
  return output.live ? liveLines() : plainLines((line) => output.note(line), false)
}

/** A line when a task begins and at each quarter of its work. */
export function plainLines(write: (line: string) => void, verbose: boolean): Drawing {
  const quarters = new Map<string, number>()
  return {
    show: (event) => {
      const { owner, task } = event
      if (event.kind === 'begin' && !event.cached) write(`${owner}: ${doing[task] ?? task}`)
      if (event.kind === 'output' && verbose) write(`${owner}: ${event.text}`)
      if (event.kind !== 'progress') return
      const quarter = event.total > 0 ? Math.floor((4 * event.done) / event.total) : 0
      if (quarter <= (quarters.get(`${owner}#${task}`) ?? 0)) return
      quarters.set(`${owner}#${task}`, quarter)
      write(`${owner}: ${doing[task] ?? task}, ${25 * quarter} % (${event.label})`)
    },
    end: async () => {},
  }
}

/** One line for each of the tasks that moved last, as many as there are cores; cached tasks are not drawn. */
function liveLines(): Drawing {
  const lines = new Map<string, string>()
  let live: Promise<Live> | undefined
  return {
    show: (event) => {
      const verb = doing[event.task] ?? event.task
      if (event.kind === 'output' || (event.kind === 'begin' && event.cached)) return
      const moved =
        event.kind === 'progress' && event.total > 0 ? ` ${bar(event.done / event.total)} ${event.label}` : ''
      lines.delete(event.owner)
      lines.set(event.owner, `${event.owner}: ${verb}${moved}`)
      live ??= openList()
      void live.then(({ draw }) => draw([...lines.values()].slice(-availableParallelism())))
    },
    end: async (ok) => await (await live)?.close(ok),
  }
}

type Live = { draw(lines: readonly string[]): void; close(ok: boolean): Promise<void> }

/** listr2 is loaded when the first task really runs: a run with nothing to do must not pay for it. */
async function openList(): Promise<Live> {
  const { Listr } = await import('listr2')
  return await new Promise((opened) => {
    const list = new Listr(
      [
        {
          title: 'computing what changed',
          task: (_, task) =>
            new Promise<void>((resolve, reject) => {
              opened({
                draw: (lines) => {
                  task.output = lines.join('\n')
                },
                close: async (ok) => {
                  if (ok) resolve()
                  else reject(new Error('not everything could be computed'))
                  await running.catch(() => {})
                },
              })
            }),
        },
      ],
      // Ctrl-C is handled where turbo is: the list must not take the signal.
      { registerSignalListeners: false },
    )
    const running = list.run()
  })
}

function bar(share: number): string {
  const full = Math.round(20 * Math.min(1, Math.max(0, share)))
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)} ${String(Math.floor(100 * share)).padStart(3)} %`
}
