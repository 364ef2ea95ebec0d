import type { Edit } from './edit/edit.ts'

/**
 * The report of an audit: plain data that every way of showing it (text, JSON, SARIF, HTML, Markdown) reads and nothing
 * else. Skills are named by id; `names` in `library` gives what people call them. Missing is null, with a reason beside
 * it, never zero. Shares are in [0, 1].
 */
export type AuditReport = {
  readonly library: LibraryReport
  readonly seen: SeenReport
  readonly confused: ConfusedReport
  /** Null without requests. */
  readonly outcomes: OutcomesReport | null
  /** Null without picks. */
  readonly picks: PicksReport | null
  readonly forecast: ForecastReport
  readonly plan: PlanReport
  /** Everything that can be accepted, counted and gated, most severe first; keys are stable between runs. */
  readonly findings: readonly Finding[]
  /** What could not be done, and why: a file that was not read, a step that was left out. */
  readonly notes: readonly string[]
}

/** Where a finding is. `file` is relative to the folder that was audited; null where the input has no files. */
export type Place = { readonly file: string | null; readonly line: number | null }

export type Level = 'error' | 'warning' | 'note'

export type Finding = {
  /** Stable: the rule and the names of the skills, never a line or a number. */
  readonly key: string
  readonly rule: Rule
  readonly level: Level
  /** Ids of the skills that it is about, sorted. */
  readonly skills: readonly string[]
  readonly places: readonly Place[]
  /** One lower-case sentence: what is wrong, by how much, what to do. Never more than colliding words of a text. */
  readonly message: string
  /** How bad, for `worse`: higher is worse; null where there are no degrees. */
  readonly degree: number | null
}

/** Every rule that a finding can break, with the sentence that explains it, in the order of a report. SARIF lists them all. */
export const rules = {
  'not-shown': 'A description does not fit the listing budget: the agent sees only a name, or nothing.',
  'cut-short': 'A description is cut by the listing budget.',
  unreadable: 'A file could not be read as a skill.',
  'invalid-format': 'A SKILL.md departs from the Agent Skills format.',
  'duplicate-name': 'Several skills carry one name: an agent can address only one of them.',
  copy: 'A skill is an exact copy of another one.',
  'black-hole': 'A skill is chosen for the needs of many others, beyond chance.',
  collision: 'Two skills are chosen for each other’s needs by several routers.',
  'no-own-words': 'A description has hardly a word that other skills do not have.',
  'points-elsewhere': 'A description names what it is not for: a router reads these words as what it is for.',
  'never-right': 'No request that is meant for a skill reaches it.',
  'never-picked': 'The agent never picked a skill.',
} as const
export type Rule = keyof typeof rules

export type LibraryReport = {
  /** What was audited, as the user named it. */
  readonly source: string
  readonly format: 'skills' | 'mcp-tools' | 'openai-tools' | 'npm-package'
  readonly skills: readonly {
    readonly id: string
    readonly name: string
    readonly place: Place
    readonly descriptionChars: number
    /** Says whether two versions of a skill are the same text (`digestOf`); absent where nobody compares. */
    readonly digest?: string
  }[]
  readonly copies: readonly { readonly id: string; readonly of: string }[]
  /** `level`: `note` where nothing is lost (another language, a folder that was read once); absent: `warning`. */
  readonly problems: readonly { readonly place: Place; readonly what: string; readonly level?: Level }[]
}

/** What the agent is shown of the listing, under a profile (`see/profiles.ts`). */
export type SeenReport = {
  readonly profile: {
    readonly id: string
    readonly title: string
    readonly source: string
    readonly agentVersion: string
    readonly asOf: string
    /** What the numbers rest on, and what about them is not known. */
    readonly note: string
  }
  /** Null where the profile has no limit. */
  readonly budgetChars: number | null
  readonly usedChars: number
  readonly skills: readonly {
    readonly id: string
    readonly shown: 'full' | 'cut' | 'name' | 'nothing'
    readonly chars: number
  }[]
}

export type ConfusedReport = {
  /** Ids of the routers that were asked. */
  readonly routers: readonly string[]
  /** Most confused first. */
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    /** How many of the routers choose one for the other's need or nearly do. */
    readonly agree: number
    /** TF-IDF cosine of what is shown, with clauses that point elsewhere taken out. */
    readonly similarity: number
    /** The words that make them alike, heaviest first, at most eight. */
    readonly words: readonly string[]
    readonly places: readonly Place[]
  }[]
  readonly hubness: {
    /** Skewness of how often each skill is among the ten nearest of others, and under chance. */
    readonly skewness: number
    readonly chance: { readonly low: number; readonly high: number }
  } | null
  readonly blackHoles: readonly {
    readonly id: string
    readonly wrongPicks: number
    /** The count that the largest of all skills stays below in 99.5 % of cases if wrong picks fell uniformly. */
    readonly limit: number
    readonly families: number
  }[]
}

export type Share = { readonly value: number; readonly low: number; readonly high: number; readonly n: number }

/**
 * What became of requests. Right, acceptable, wrong and missed add up to 1 over requests that some skill is meant for.
 * Intervals are 90 %. A share with n = 0 is not known.
 */
export type Outcome = {
  readonly right: Share
  readonly acceptable: Share
  readonly wrong: Share
  readonly missed: Share
  /** Of the requests that no skill is meant for, those where one was chosen all the same; null without such requests. */
  readonly firedForNothing: Share | null
}

export type OutcomesReport = {
  readonly requests: number
  readonly source: string
  readonly routers: readonly {
    readonly id: string
    /** The score share below which the router abstains, set on calibration requests; null where none could be set. */
    readonly threshold: number | null
    readonly outcome: Outcome
  }[]
  /** Per skill that has requests: n and how many reach it, mean over routers. */
  readonly skills: readonly { readonly id: string; readonly n: number; readonly right: number }[]
  readonly notes: readonly string[]
}

export type PicksReport = {
  readonly source: string
  readonly picks: number
  /** Null where no row says what was expected. */
  readonly outcome: Outcome | null
  /** Who absorbs what is meant for others, worst first. */
  readonly absorbs: readonly { readonly id: string; readonly wrong: number; readonly from: readonly string[] }[]
  readonly neverPicked: readonly string[]
  /** Share of picks that a local router makes as well, best first. */
  readonly agreement: readonly { readonly router: string; readonly agree: Share; readonly kappa: number }[]
  readonly notes: readonly string[]
}

export type ForecastReport = {
  /** `requests`: the user's own. `picks`: re-anchored to the agent's own choices. `bodies`: probes from bodies. */
  readonly basis: 'requests' | 'picks' | 'bodies' | null
  readonly router: string | null
  /** The law that extrapolates best on the reference libraries. */
  readonly law: string | null
  /** Accuracy at today's size, twice and four times; intervals 90 %, of the extrapolation as well. */
  readonly points: readonly { readonly size: number; readonly factor: 1 | 2 | 4; readonly accuracy: Share }[]
  /** Exact expectation at smaller sizes, for drawing. */
  readonly curve: readonly { readonly size: number; readonly accuracy: number }[]
  readonly references: readonly {
    readonly library: string
    readonly skills: number
    readonly points: readonly { readonly size: number; readonly accuracy: number }[]
  }[]
  /** How much better probes from bodies fare than written requests on the reference library, in share; null if none. */
  readonly optimism: Share | null
  readonly notes: readonly string[]
}

export type PlannedEdit = {
  readonly edit: Edit
  /** Expected change of the share of right picks on requests that did not choose it; null where nothing could be held out. */
  readonly gain: Share | null
  /** p of the paired test on those requests; null with it. */
  readonly p: number | null
  /** Change of the listing, in characters. */
  readonly chars: number
  /** `held-out requests`: proven on requests; `probes`: on probes from bodies; `lexical only`: on words alone. */
  readonly evidence: 'held-out requests' | 'probes' | 'lexical only'
  readonly place: Place
}

export type PlanReport = {
  /** At most ten, the most helpful first, in an order that never lengthens the listing beyond the budget. */
  readonly edits: readonly PlannedEdit[]
  /** All of them together, on requests that chose none of them; null where nothing could be held out. */
  readonly together: {
    readonly before: Outcome
    readonly after: Outcome
    readonly gain: Share
    readonly p: number
  } | null
  readonly charsBefore: number
  readonly charsAfter: number
  readonly notes: readonly string[]
}
