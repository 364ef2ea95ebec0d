import type { Files } from '@lawbook/execution'
import type { Services } from './services.ts'

/** What a stage function may change before the agent's turn: the services, and files of the workspace. */
export type World = { readonly services: Services; readonly files: Map<string, Uint8Array> }

/** What a checker looks at: the workspace after that stage, and the services as they are now. */
export type Checked = { readonly files: Files; readonly services: Services }

export type Checker = {
  readonly id: string
  /** Above 0. */
  readonly weight: number
  readonly description: string
  /** True passes; false or a thrown error fails. */
  readonly check: (seen: Checked) => boolean
}

/** What the agent is told at the start of a stage. `time`: ISO 8601, the simulated clock. */
export type Notice = { readonly notification: string; readonly time: string }

/** A multi-stage task with the `node` verifier: the default export of its task.ts. Keys follow ClawMark's task.py. */
export type MarkTask = {
  readonly metadata: {
    readonly id: string
    readonly name: string
    readonly category: string
    readonly environments: readonly ('filesystem' | 'email' | 'notion' | 'google_sheets' | 'calendar')[]
    readonly timeout_seconds: number
    readonly difficulty: string
    readonly mm_level: string
    readonly role: string
    readonly tags: readonly string[]
    readonly users: Record<string, { readonly email: string }>
  }
  readonly prompt: string
  /** Each seeds or silently changes the world before its turn, then tells what the agent hears. */
  readonly stages: readonly ((world: World) => Notice)[]
  /** "stage0", "stage1", ..., "final" -> checkers. */
  readonly rubric: Readonly<Record<string, readonly Checker[]>>
}
