/** How a transcript says which skill an agent took up: by its name, or by the path of the file that it read. */
export type Taken = { readonly name: string } | { readonly path: string }

/**
 * What a line of a transcript means for decisions. `request`: the user says something. `aside`: something stands in the
 * user's place that is no request, such as a skill that the user called by name; what follows is not the agent's choice.
 * `reply`: the agent does something, perhaps taking up a skill.
 */
export type TurnEvent =
  | { readonly kind: 'request'; readonly text: string; readonly key: string | null }
  | { readonly kind: 'aside' }
  | { readonly kind: 'reply'; readonly taken: Taken | null }

/** A kind of transcript: JSON lines of an agent, as far as they tell what was asked and which skill was taken up. */
export type TranscriptFormat = {
  readonly id: string
  /** What it is, with the versions and date that it is known of. */
  readonly title: string
  recognises(row: Readonly<Record<string, unknown>>): boolean
  /** The event of a line, or null where it says nothing about decisions. */
  eventOf(row: Readonly<Record<string, unknown>>): TurnEvent | null
}

/** A request and what the agent took up for it first; null: it replied and took up none. */
export type Turn = {
  readonly line: number
  readonly text: string
  readonly key: string | null
  readonly taken: Taken | null
}

export type Turns = {
  take(event: TurnEvent, line: number): void
  /** The turns so far; `further`: skills that were taken up after the first one of a turn, which choose nothing more. */
  end(): { readonly turns: readonly Turn[]; readonly further: number }
}

/** Gathers turns, line by line. A request that nobody replied to is no decision; of several in a row the last counts. */
export function gatherTurns(): Turns {
  const turns: Turn[] = []
  let further = 0
  let open: { line: number; text: string; key: string | null; replied: boolean; taken: Taken | null } | null = null
  const close = (): void => {
    if (open?.replied === true) turns.push({ line: open.line, text: open.text, key: open.key, taken: open.taken })
    open = null
  }
  const take = (event: TurnEvent, line: number): void => {
    if (event.kind !== 'reply') close()
    if (event.kind === 'request') open = { line, text: event.text, key: event.key, replied: false, taken: null }
    if (event.kind !== 'reply' || open === null) return
    open.replied = true
    if (event.taken !== null && open.taken !== null) further++
    open.taken ??= event.taken
  }
  const end = (): { turns: readonly Turn[]; further: number } => {
    close()
    return { turns, further }
  }
  return { take, end }
}
