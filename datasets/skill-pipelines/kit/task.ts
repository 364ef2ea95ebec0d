/** What a step asks of a skill: the keys every skill shares. A skill reads those it knows. */
export type Input = {
  readonly from?: string | readonly string[]
  readonly to?: string
  readonly by?: string | readonly string[]
  readonly order?: 'ascending' | 'descending'
  readonly where?: Where
  readonly keep?: readonly string[]
  readonly drop?: readonly string[]
  readonly rename?: Readonly<Record<string, string>>
  readonly sum?: readonly string[] | string
  readonly mean?: readonly string[] | string
  readonly count?: boolean
  readonly on?: string
  readonly with?: string
  readonly pattern?: string
  readonly replacement?: string
  readonly width?: number
  readonly height?: number
  readonly x?: string | number
  readonly y?: string | number
  readonly title?: string
  readonly color?: string
  readonly algorithm?: string
  readonly key?: string
  readonly value?: string | number | boolean
  readonly path?: string
  readonly level?: string
  readonly since?: string
  readonly until?: string
  readonly template?: string
  readonly style?: string
  readonly unit?: string
  readonly groups?: number
}

/** One condition on one field; exactly one of the comparisons is given. Numbers compare as numbers, else as text. */
export type Where = {
  readonly field: string
  readonly is?: string | number
  readonly not?: string | number
  readonly above?: number
  readonly below?: number
  readonly contains?: string
  readonly since?: string
  readonly until?: string
}

/** One call of a skill: what is asked, and the files that the step before created or changed. */
export type Task = { readonly input: Input; readonly previous: readonly string[] }
