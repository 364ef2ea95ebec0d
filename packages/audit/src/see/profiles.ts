/**
 * How an agent shows its model the list of skills: data, with where each number comes from. A limit that an agent does
 * not have, or that could not be confirmed, is null; `note` says which, and what was derived how.
 */
export type Profile = {
  readonly id: string
  readonly title: string
  /** Where the numbers are documented. */
  readonly source: string
  /** The newest version that the numbers are documented for; '' where there is none. */
  readonly agentVersion: string
  /** The day of that documentation, as an ISO date; '' where there is none. */
  readonly asOf: string
  /** The most characters that the whole list may take. */
  readonly budgetChars: number | null
  /** The most characters of one description, whatever the budget. */
  readonly perSkillChars: number | null
  /** The most characters of one description once the list overflows. */
  readonly overflowPerSkillChars: number | null
  /** The most skills in the list. */
  readonly maxSkills: number | null
  /** Characters of an entry beside name, description and path. */
  readonly perSkillOverhead: number
  /** Whether an entry holds the path of its file. */
  readonly listsPath: boolean
  readonly order: 'name' | 'path' | 'given'
  /**
   * What gives way when the list overflows. `names-only`: every name stays, descriptions go from the end of the order
   * on. `cut`: all descriptions are cut to one length; if the names alone do not fit, those at the end go. `drop`: whole
   * entries go from the end on.
   */
  readonly overflow: 'names-only' | 'cut' | 'drop'
  readonly note: string
}

const unlimited = {
  budgetChars: null,
  perSkillChars: null,
  overflowPerSkillChars: null,
  maxSkills: null,
  perSkillOverhead: 0,
  listsPath: false,
  order: 'given',
  overflow: 'names-only',
} as const

/** The profiles that an audit knows by name. */
export const profiles = {
  'claude-code': {
    ...unlimited,
    id: 'claude-code',
    title: 'Claude Code, context window of 200,000 tokens',
    source: 'https://code.claude.com/docs/en/skills#skill-descriptions-are-cut-short',
    agentVersion: '2.1.261',
    asOf: '2026-09-16',
    budgetChars: 8000,
    perSkillChars: 1536,
    perSkillOverhead: 5,
    order: 'name',
    note: 'documented: 1 % of the context window (skillListingBudgetFraction), at most 1,536 characters a description (skillListingMaxDescChars; 250 from 2.1.86 on for a time), every name stays, the descriptions of the skills used least go first, SLASH_COMMAND_TOOL_CHAR_BUDGET overrides. That a token counts as 4 characters, so 8,000 for 200,000 tokens and 40,000 for 1,000,000, was read from the program by users (anthropics/claude-code issue 64606 for 2.1.159, others for 2.1.261). Before 2.1.32 the budget was 15,000, then 2 %. Not documented: the frame of an entry; 5 characters for "- name: description" and its line end are our count. Use is not known from a folder, the order of names stands in: how many lose their description holds, which ones is an example. Skills from elsewhere share the budget.',
  },
  codex: {
    ...unlimited,
    id: 'codex',
    title: 'Codex, context window of 272,000 tokens',
    source: 'https://github.com/openai/codex/blob/main/codex-rs/core-skills/src/render.rs',
    agentVersion: '0.153.4',
    asOf: '2026-09-18',
    budgetChars: 21760,
    perSkillChars: 1024,
    perSkillOverhead: 14,
    listsPath: true,
    order: 'name',
    overflow: 'cut',
    note: 'in the source: 2 % of the context window in tokens, and 4 bytes a token; 8,000 characters where the window is not known; an entry reads "- name: description (file: path)"; descriptions are cut evenly, and only if the names alone do not fit are entries left out. At most 1,024 characters a description (openai/codex pull request 29006). That budget and its fallback still held in 0.153.4 is reported by users, not read. A window of 272,000 tokens (a budget of 5,440, openai/codex issue 24299) is assumed: 21,760 characters. The path below the audited folder stands in for the one that is shown. Skills from elsewhere share the budget.',
  },
  openclaw: {
    ...unlimited,
    id: 'openclaw',
    title: 'OpenClaw, default limits',
    source: 'https://docs.openclaw.ai/tools/skills#token-impact',
    agentVersion: 'main at 1d6db6ec',
    asOf: '2026-08-15',
    budgetChars: 18000,
    overflowPerSkillChars: 220,
    maxSkills: 150,
    perSkillOverhead: 97,
    listsPath: true,
    order: 'name',
    overflow: 'cut',
    note: 'documented: about 97 characters an entry beside name, description and path; names are kept first, then all descriptions are cut to one length. In the source (src/skills/loading/skill-prompt-limits.ts): maxSkillsPromptChars 18,000 (30,000 in version 2026.3.2), maxSkillsInPrompt 150, at most 220 characters a description once the list overflows. The day is that of a report of these defaults; the release that first had them is not known. The path below the audited folder stands in for the full one; the fixed opening of the list is not counted. Skills from elsewhere share the budget.',
  },
  none: {
    ...unlimited,
    id: 'none',
    title: 'no limit',
    source: '',
    agentVersion: '',
    asOf: '',
    note: 'every description counts as shown in full.',
  },
} as const satisfies Readonly<Record<string, Profile>>
