/** One turn of a task: what the agent is told, and the folder it may work in. */
export type Turn = {
  readonly task: string
  readonly domain: string
  /** From 0; single-turn benchmarks have turn 0 only. */
  readonly index: number
  /** The message, with the workspace's absolute path in the place of the benchmark's placeholder. */
  readonly instruction: string
  /** Absolute path. Services, where a benchmark has them, are JSON files below `services/` in it. */
  readonly workspace: string
  /** The task's folder, for agents that replay its solution; never told to a model. */
  readonly taskFolder: string
  readonly seconds: number
  /** Aborted when the time is up or the user stops. */
  readonly signal: AbortSignal
}

/** How a turn ended. `failed` with a reason; what it left in the workspace is judged all the same. */
export type TurnEnd = {
  readonly end: 'completed' | 'failed' | 'timeout'
  readonly reason: string
  readonly tokens: { readonly input: number; readonly output: number } | null
  /** Ids of the skills whose recipes it used, in order; null for agents without a library. */
  readonly chosen: readonly string[] | null
}

/** An agent under test. It throws only when it could not be asked at all: such a trial is not scored. */
export type Agent = {
  readonly id: string
  /** Skills in its library; null for agents without one. */
  readonly librarySize: number | null
  turn(turn: Turn): Promise<TurnEnd>
  close(): Promise<void>
}
