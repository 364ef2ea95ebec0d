import pinned from './pins.json' with { type: 'json' }

/** The benchmarks that are run here. */
export type BenchmarkName = 'clawbench' | 'clawmark'

/** The version of a benchmark that the numbers of this project are about, and under which terms it stands. */
export type Pin = {
  readonly repository: string
  readonly commit: string
  readonly licence: string
  /** What the licence means for who runs it. */
  readonly means: string
}

export const pins: Readonly<Record<BenchmarkName, Pin>> = pinned
