import type { Nested } from '@lawbook/estimators'
import type { Agent } from './agent.ts'

type Kind = 'completion' | 'useful-share' | 'success-per-turn' | 'keeps-working'

/** The same agents, or others, read another way. */
export type Variant = { readonly choice: string; readonly option: string; readonly agents: readonly Agent[] }

/** One quantity that "efficiency" could mean, for some agents. */
export type Reading = {
  readonly id: string
  readonly kind: Kind
  /** What readers see. */
  readonly name: string
  readonly title: string
  readonly method: string
  readonly agents: readonly Agent[]
  readonly variants: readonly Variant[]
  /** What is missing as bad, and as good, as the figures allow; null where nothing is. */
  readonly missing: { readonly worst: readonly Agent[]; readonly best: readonly Agent[] } | null
  /** Where there is one agent only: its own number, with intervals over tasks. */
  readonly alone: { readonly estimate: Nested; readonly tasks: number } | null
  /** Whether the agents were picked by hand, so that no interval over them says anything. */
  readonly handPicked?: true
  /** The set whose single runs, if a reader has them, belong to it. */
  readonly runs: { readonly set: string; readonly weight: 'tasks' | 'spend' } | null
}
