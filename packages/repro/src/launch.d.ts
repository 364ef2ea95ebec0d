/** A checked folder of the reader's own files, absolute, and the hash of the manifests that it meets. */
export type LocalData = { readonly folder: string; readonly hash: string }

export type Call = {
  readonly tasks: readonly string[]
  /** Turbo's package filters; none means every package. */
  readonly filters?: readonly string[]
  /** `routers:<id>,<id>` asks these routers instead of the experiment's own; `local` goes with `localData`. */
  readonly fidelity?: 'full' | 'quick' | 'local' | `routers:${string}`
  /** What data sets read in place of what is committed of it. */
  readonly localData?: LocalData
  /** Run what is cached as well; writes the local cache only. */
  readonly force?: boolean
  /** Use the local cache only: data sets must never reach a remote one. Default true. */
  readonly local?: boolean
  readonly workers?: number
}

export type Running = {
  /** Hear everything that turbo writes, from its first byte, however late the listener comes. */
  onOutput(listener: (text: string) => void): void
  onErrors(listener: (text: string) => void): void
  /** Resolves when turbo and its pipes have ended; `error` if it could not be started. */
  readonly done: Promise<{ code: number | null; error?: Error }>
  /** Has Ctrl-C, a hang-up or a request to end come since the start? */
  interrupted(): boolean
  /** End turbo and all its tasks. */
  end(): void
}

export function launch(root: string, call: Call): Running
export function hasRemoteCache(env?: NodeJS.ProcessEnv): boolean
export function firstTasks(): string[]
