import type { Answer } from './child.ts'
import type { Driver, Loaded, Verdict } from './driver.ts'
import { emptyServices, type Services } from './services.ts'

/** A task in a driver that is started again when a checker takes it down. */
export type Session = {
  readonly loaded: Loaded
  driver: Driver
  /** The services as they were last known: what a driver that is started again gets. */
  services: Services
  readonly start: () => Driver
}

/** A session, or why the task could not be loaded. */
export async function openSession(start: () => Driver): Promise<Session | { readonly failed: string }> {
  const driver = start()
  const loaded = await driver.load()
  if (loaded.ok) return { loaded, driver, services: emptyServices(), start }
  await driver.close()
  return { failed: loaded.error }
}

/**
 * Ask every item of one stage's rubric. One that hangs or ends the driver is an `error`; the next is asked in a driver
 * that is started again with the services as they were (what the task had kept in its own memory is lost then).
 */
export async function askItems(
  session: Session,
  stage: string,
  snapshots: Readonly<Record<string, string>>,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const index of session.loaded.planned.filter((item) => item.stage === stage).keys()) {
    const answer = session.driver.isGone() ? gone : await session.driver.check(stage, index, snapshots)
    verdicts.push(answer.ok ? answer : { outcome: 'error', detail: answer.error })
    if (session.driver.isGone()) await startAgain(session)
  }
  return verdicts.map(({ outcome, detail }) => ({ outcome, detail }))
}

const gone: Answer<Verdict> = { ok: false, error: 'the checkers could not be started again', gone: true }

async function startAgain(session: Session): Promise<void> {
  await session.driver.close()
  const driver = session.start()
  session.driver = driver
  const loaded = await driver.load()
  const restored = loaded.ok ? await driver.restore(session.services) : loaded
  if (!restored.ok) await driver.close()
}
