import type { StreamFactory } from '@lawbook/base'
import type { FitRecord, Ledger, Measure, Row, StoredResult } from '@lawbook/schemas'

/** Data arrive by handle, so that a planted world can stand in for a real data set. */
export type DataHandle<T> = { readonly id: string; load(): Promise<T> }
export type DataHandles = Readonly<Record<string, DataHandle<unknown>>>
export type Loaded<D extends DataHandles> = { readonly [K in keyof D]: D[K] extends DataHandle<infer T> ? T : never }

/** Analysis choices with their defaults: plain values, shown with every result. */
export type Choices = Readonly<Record<string, unknown>>

export type Progress = (done: number, total: number, label: string) => void

/** Rows observed from data, with the books of how they came about. */
export type Evidence = {
  readonly tables: Readonly<Record<string, readonly Row[]>>
  readonly attrition: readonly Ledger[]
  /** Distinct (router, library draw, request) triples in which a choice among N >= 2 was really made. */
  readonly decisions: number
}

/** What an experiment finds. */
export type Findings = {
  readonly measures: readonly Measure[]
  readonly fits: readonly FitRecord[]
  /** Tidy rows behind the figures, at most 5,000 each. The table `worlds` holds planted worlds under the same measures. */
  readonly tables: Readonly<Record<string, readonly Row[]>>
  readonly notes: readonly string[]
}

type Common<D extends DataHandles, C extends Choices> = {
  /** The id is the name of the package's folder. */
  readonly id: string
  readonly title: string
  readonly data?: D
  /** Results of other experiments: name here -> experiment id. */
  readonly uses?: Readonly<Record<string, string>>
  readonly choices: C
  /** Choices under `--quick`: never a verdict, never a citable picture. */
  readonly quick?: Partial<C>
}

export type ObserveContext<D extends DataHandles, C extends Choices> = {
  readonly data: Loaded<D>
  readonly uses: Readonly<Record<string, StoredResult>>
  readonly choices: C
  readonly stream: StreamFactory
  readonly progress: Progress
}

export type RunContext<C extends Choices> = {
  readonly evidence: Readonly<Record<string, readonly Row[]>>
  readonly uses: Readonly<Record<string, StoredResult>>
  readonly choices: C
  readonly stream: StreamFactory
  readonly progress: Progress
}

/**
 * An experiment in two steps. `observe` is the only one that sees data: it turns them into evidence rows, which are
 * committed. `run` sees those rows and nothing else, so that `repro verify` repeats it offline; neither sees a claim.
 */
export type Experiment<D extends DataHandles = DataHandles, C extends Choices = Choices> = Common<D, C> & {
  observe(context: ObserveContext<D, C>): Promise<Evidence>
  run(context: RunContext<C>): Promise<Findings>
}

/** Define an experiment. The types of `data` and `choices` flow into `observe` and `run`. */
export function defineExperiment<D extends DataHandles, C extends Choices>(
  experiment: Experiment<D, C>,
): Experiment<D, C> {
  return experiment
}

/** Evidence for an experiment that needs no data: nothing observed, nothing lost. */
export const noEvidence: Evidence = { tables: {}, attrition: [], decisions: 0 }
