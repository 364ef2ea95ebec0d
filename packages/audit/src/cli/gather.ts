import { join, resolve } from 'node:path'
import { asLawbookError, fail, nearMisses } from '@lawbook/base'
import { probesFromBodies } from '../ask/probes.ts'
import type { AuditOptions, Given } from '../audit.ts'
import type { AgentPick, AuditLibrary, AuditRequest } from '../auditLibrary.ts'
import { installedEncoder } from '../embed/packages.ts'
import { type SentenceRouter, sentenceRouter } from '../embed/sentenceRouter.ts'
import { findTriggerEvals, readLibrary, readPicks, readRequests } from '../input/index.ts'
import { auditRouters } from '../routers.ts'
import { type Profile, profiles } from '../see/profiles.ts'
import { readProfile } from '../see/readProfile.ts'
import type { Io } from './io.ts'
import type { Progress } from './progress.ts'
import type { Wanted } from './wanted.ts'

/** All that an audit stands on, read and checked, and what was noticed meanwhile. */
export type Gathered = {
  readonly library: AuditLibrary
  readonly options: AuditOptions
  readonly notes: readonly string[]
  /** Keeps what was made on the way for later runs. */
  save(): Promise<void>
}

/** Read what a call names: profile, skills, requests, picks; the sentence encoder where it is asked for. */
export async function gather(wanted: Wanted, io: Io, progress: Progress): Promise<Gathered> {
  const named = wanted.profile === undefined ? null : await profileOf(wanted.profile, io.cwd)
  progress.show('reading', 0, 1)
  const library = await readLibrary(wanted.source, io)
  const profile = named ?? usualProfile(library)
  const notes: string[] = []
  const requests = await requestsOf(wanted, library, io, (note) => notes.push(note))
  const picks = await picksOf(wanted, library, io, (note) => notes.push(note))
  const routers = auditRouters(library.skills.length)
  const given = { ...(requests === undefined ? {} : { requests }), ...(picks === undefined ? {} : { picks }) }
  if (!wanted.embed) return { library, options: { profile, routers, ...given }, notes, save: async () => {} }
  const sentences = await sentenceRouter(await installedEncoder(io.cwd))
  await encodeTexts(sentences, library, given, progress)
  const options = { profile, routers: [...routers, sentences.router], ...given }
  return { library, options, notes, save: sentences.save }
}

/** A budget for skills says nothing of tools. */
const usualProfile = ({ format }: AuditLibrary): Profile => profiles[format.endsWith('-tools') ? 'none' : 'claude-code']

/** A profile by its id, or from a file of the user's own. */
async function profileOf(named: string, cwd: string): Promise<Profile> {
  if (Object.hasOwn(profiles, named)) return profiles[named as keyof typeof profiles]
  return await readProfile(resolve(cwd, named)).catch((thrown) => {
    const { code, message } = asLawbookError(thrown)
    const [near] = nearMisses(named, Object.keys(profiles))
    return fail(code, near === undefined ? message : `${message}; did you mean ${near}?`)
  })
}

type Note = (note: string) => void

/** The requests of a file; without one, those of trigger evaluations that lie beside the skills. */
async function requestsOf(
  { requests, source }: Wanted,
  library: AuditLibrary,
  { cwd }: Io,
  onNote: Note,
): Promise<Given<AuditRequest> | undefined> {
  if (requests !== undefined)
    return { rows: await readRequests(resolve(cwd, requests), library, { lenient: true, onNote }), source: requests }
  const rows: AuditRequest[] = []
  const files = (await Promise.all(foldersOf(source, library).map(findTriggerEvals))).flat()
  for (const file of files)
    rows.push(
      ...(await readRequests(file, library, { lenient: true, onNote }).catch((thrown) => {
        onNote(asLawbookError(thrown).message)
        return []
      })),
    )
  return rows.length === 0
    ? undefined
    : { rows, source: files.length === 1 ? '1 trigger evaluation' : `${files.length} trigger evaluations` }
}

/** Where trigger evaluations may lie: the audited folder, or each of the usual ones that were found. */
function foldersOf(source: string | undefined, { folder, source: found }: AuditLibrary): string[] {
  if (folder === undefined) return []
  return source !== undefined ? [folder] : found.split(', ').map((part) => join(folder, part.replace(/^~\//, '')))
}

async function picksOf(
  { picks }: Wanted,
  library: AuditLibrary,
  { cwd }: Io,
  onNote: Note,
): Promise<Given<AgentPick> | undefined> {
  if (picks === undefined) return undefined
  return { rows: await readPicks(resolve(cwd, picks), library, { lenient: true, onNote }), source: picks }
}

/** Everything that will be asked gets its vector now: the user's texts, and probes from bodies. */
async function encodeTexts(
  sentences: SentenceRouter,
  library: AuditLibrary,
  { requests, picks }: { readonly requests?: Given<AuditRequest>; readonly picks?: Given<AgentPick> },
  progress: Progress,
): Promise<void> {
  const asked = [...(requests?.rows ?? []), ...(picks?.rows ?? []), ...probesFromBodies(library)]
  await sentences.prepare(
    asked.map(({ text }) => text),
    (done, total) => progress.show('encoding sentences', done, total),
  )
}
