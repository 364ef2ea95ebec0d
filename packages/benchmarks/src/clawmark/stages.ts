import { lstat, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Agent, TurnEnd } from '../agents/agent.ts'
import type { TrialStatus } from '../result.ts'
import { said } from '../said.ts'
import { askAgent } from '../trial/askAgent.ts'
import type { Told, Verdict } from './driver.ts'
import type { MarkEntry } from './entry.ts'
import { takeServices, writeServices } from './servicesFiles.ts'
import { askItems, type Session } from './session.ts'
import { snapshot } from './workspaceFiles.ts'

/** What a task is played with. `root` stands for "/" of its machine; both paths are absolute. */
export type Play = {
  readonly entry: MarkEntry
  readonly session: Session
  readonly agent: Agent
  readonly scratch: string
  readonly root: string
  /** Seconds of one turn. */
  readonly turnSeconds: number
  readonly signal: AbortSignal
}

/** What came of all stages. */
export type Played = {
  /** `scored`, or why it never came to a score. */
  status: TrialStatus
  /** By stage, in the order of the rubric; a stage that is not in it never ran. */
  readonly verdicts: Map<string, readonly Verdict[]>
  /** What upstream would have asked after a crash: its final checkers, which it runs all the same. */
  finalAfterCrash: readonly Verdict[] | null
  readonly turns: TurnEnd[]
  readonly reasons: string[]
  readonly seconds: { agent: number; verifier: number }
}

/** A play that has not begun. */
export function newPlay(): Played {
  const seconds = { agent: 0, verifier: 0 }
  return { status: 'scored', verdicts: new Map(), finalAfterCrash: null, turns: [], reasons: [], seconds }
}

/**
 * Play a task: stage by stage the stage function, the agent's turn, a snapshot of the workspace, and the checkers of
 * that stage against the snapshot and the live services; the final checkers at the end. A stage that crashes ends the
 * play.
 */
export async function playStages(play: Play, played: Played): Promise<void> {
  const snapshots: Record<string, string> = {}
  const check = (stage: string): Promise<Verdict[]> =>
    timed(played, 'verifier', () => askItems(play.session, stage, snapshots))
  for (let index = 0; index < play.session.loaded.stages; index++) {
    const crash = await playStage(play, played, index, snapshots)
    if (play.signal.aborted) played.status = 'interrupted'
    if (played.status !== 'scored') return
    if (crash !== null) {
      played.reasons.push(`stage${index} crashed: ${crash}`)
      if (!play.session.driver.isGone()) played.finalAfterCrash = await check('final')
      return
    }
    played.verdicts.set(`stage${index}`, await check(`stage${index}`))
  }
  played.verdicts.set('final', await check('final'))
  if (play.signal.aborted) played.status = 'interrupted'
}

/** Everything of a stage but its checkers; the reason if its function crashed. */
async function playStage(
  play: Play,
  played: Played,
  index: number,
  snapshots: Record<string, string>,
): Promise<string | null> {
  const { session, root, scratch } = play
  const workspace = join(root, 'workspace')
  const told = session.driver.isGone()
    ? ({ ok: false, error: 'the driver could not be started again' } as const)
    : await session.driver.stage(index)
  if (!told.ok) return told.error
  played.reasons.push(...told.warnings.map((warning) => said(`stage${index}: ${warning}`, [])))
  const before = await session.driver.save()
  if (!before.ok) return before.error
  if (!(await isFolder(workspace))) return 'the workspace is no folder any more'
  await writeServices(workspace, before.services)
  const asked = await askTurn(play, played, index, told)
  if (asked === null) return null
  if (!(await isFolder(workspace))) return 'the agent left a workspace that is no folder'
  const after = await takeServices(workspace, before.services)
  played.reasons.push(...after.reasons.map((reason) => `stage${index}: ${reason}`))
  session.services = after.services
  const restored = await session.driver.restore(after.services)
  if (!restored.ok) return restored.error
  const seen = join(scratch, 'seen')
  await mkdir(seen, { recursive: true })
  if (!(await isFolder(seen))) return 'the folder of snapshots is no folder any more'
  const copy = join(seen, `stage${index}`)
  await snapshot(workspace, copy)
  snapshots[`stage${index}`] = copy
  return null
}

/** The agent's turn; null when it could not be asked, which is the end of the play. */
async function askTurn(play: Play, played: Played, index: number, told: Told): Promise<TurnEnd | null> {
  const { entry, session, agent, turnSeconds, signal, root } = play
  const workspace = join(root, 'workspace')
  const instruction = messageOf({ prompt: session.loaded.prompt, told, index, workspace, isOurs: entry.parts.node })
  const turn = { task: entry.id, domain: entry.domain, index, instruction, workspace, taskFolder: entry.path }
  const asked = await askAgent(agent, { ...turn, seconds: turnSeconds }, signal)
  played.seconds.agent += asked.seconds
  if (asked.turn === null) {
    played.status = 'agent-error'
    played.reasons.push(`stage${index}: ${asked.reason}`)
    return null
  }
  played.turns.push(asked.turn)
  if (asked.turn.reason !== '') played.reasons.push(`stage${index}: ${asked.turn.reason}`)
  return asked.turn
}

const whereServicesAre = [
  '[Mail, tables, spreadsheets and calendars are the JSON files below /workspace/services; keep their shape.',
  "A mail that you send is one entry in the INBOX of each recipient among the users and one in the sender's Sent, with",
  'owner, folder, from, to, cc, subject, date and body as texts. Cells of spreadsheets are texts. Events have uid,',
  'summary, dtstart, dtend, description and location; times look like 2027-06-09T09:30:00]',
].join(' ')
const atRoot = /(?<![\w./~-])\/workspace(?![\w-])/g

/**
 * What the agent hears: the prompt before the first notification, the simulated time after each, and once where the
 * services are. The workspace's path stands for "/workspace", and for "workspace/" in tasks of ours.
 */
export function messageOf({
  prompt,
  told,
  index,
  workspace,
  isOurs,
}: {
  prompt: string
  told: Told
  index: number
  workspace: string
  isOurs: boolean
}): string {
  const parts = [
    ...(index === 0 ? [prompt] : []),
    told.notification,
    ...(told.time === '' ? [] : [`[Current time: ${told.time}]`]),
    ...(index === 0 ? [whereServicesAre] : []),
  ]
  const message = parts.join('\n\n')
  const absolute = isOurs ? message.replace(/(?<![\w./~-])workspace\//g, '/workspace/') : message
  return absolute.replace(atRoot, () => workspace)
}

/** A link in its place would lead out of the scratch folder. */
async function isFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null)
  return found?.isDirectory() === true
}

async function timed<T>(played: Played, what: 'verifier', run: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const result = await run()
  played.seconds[what] += (performance.now() - from) / 1000
  return result
}
