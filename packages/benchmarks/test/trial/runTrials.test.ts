import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { oracleAgent } from '../../src/agents/oracle.ts'
import { loadClawbench } from '../../src/clawbench/load.ts'
import { planClawbench } from '../../src/clawbench/plan.ts'
import { openLedger } from '../../src/trial/ledger.ts'
import { type PlannedTrial, type RunOptions, runTrials, type TrialProgress } from '../../src/trial/runTrials.ts'
import { checkoutOf, temporary } from '../clawbench/checkouts.ts'
import { someSpent, someTrial } from './someTrial.ts'

type Run = PlannedTrial['run']
const planned = (
  task: string,
  run: Run = async () => ({ trial: someTrial(task), spent: someSpent }),
): PlannedTrial => ({
  task,
  agent: 'nothing',
  attempt: 1,
  run,
})

async function optionsFor(folder: string, more: Partial<RunOptions> = {}): Promise<RunOptions> {
  const ledger = await openLedger(folder)
  onTestFinished(() => ledger.close())
  return { workers: 2, allowTaskCode: true, ledger, signal: new AbortController().signal, ...more }
}

test('without leave nothing runs, and the reason is in the message', async () => {
  let ran = false
  const one = planned('a', async () => {
    ran = true
    return { trial: someTrial('a'), spent: someSpent }
  })
  const options = await optionsFor(await temporary(), { allowTaskCode: false })
  const thrown = await runTrials([one], options).catch((error) => error)
  expect(thrown).toMatchObject({ code: 'LB_TASK_CODE' })
  expect(thrown.message).toContain('executes the set-up, solution and verifier code')
  expect(ran).toBe(false)
})

test('progress is told at the start and after each, and no more run at a time than workers', async () => {
  const said: TrialProgress[] = []
  let now = 0
  let most = 0
  const slow = (task: string): PlannedTrial =>
    planned(task, async () => {
      most = Math.max(most, ++now)
      await sleep(20)
      now--
      return { trial: someTrial(task), spent: someSpent }
    })
  const options = await optionsFor(await temporary(), { onProgress: (one) => said.push(one) })
  await runTrials(['a', 'b', 'c', 'd', 'e'].map(slow), options)
  expect(most).toBe(2)
  expect(said.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5])
  expect(said.map(({ last }) => last?.trial.task ?? '').sort()).toEqual(['', 'a', 'b', 'c', 'd', 'e'])
  expect(options.ledger.trials()).toHaveLength(5)
})

test('only what was never scored is run again', async () => {
  const folder = await temporary()
  const busy: Run = async () => ({ trial: someTrial('b', { status: 'agent-error' }), spent: someSpent })
  const first = await optionsFor(folder)
  await runTrials([planned('a'), planned('b', busy)], first)
  await first.ledger.close()
  const ran: string[] = []
  const noted = (task: string): PlannedTrial =>
    planned(task, async () => {
      ran.push(task)
      return { trial: someTrial(task), spent: someSpent }
    })
  const second = await optionsFor(folder)
  await runTrials([noted('a'), noted('b'), noted('c')], second)
  expect(ran.sort()).toEqual(['b', 'c'])
  expect(second.ledger.trials().map(({ status }) => status)).toEqual(['scored', 'scored', 'scored'])
})

test('an interruption writes nothing half, and the next run goes on from there', async () => {
  const folder = await temporary()
  const stop = new AbortController()
  const stuck: Run = (signal) =>
    new Promise((resolve) => {
      const end = { trial: someTrial('b', { status: 'interrupted' }), spent: someSpent }
      signal.addEventListener('abort', () => resolve(end))
      setTimeout(() => stop.abort(), 50)
    })
  const first = await optionsFor(folder, { signal: stop.signal })
  const plan = [planned('a'), planned('b', stuck), planned('c', stuck), planned('d')]
  const thrown = await runTrials(plan, first).catch((error) => error)
  expect(thrown).toMatchObject({ code: 'LB_INTERRUPTED', message: 'interrupted after 1 of 4 trials; those are kept' })
  expect(first.ledger.trials().map(({ task }) => task)).toEqual(['a'])
  await first.ledger.close()
  const second = await optionsFor(folder)
  await runTrials(
    ['a', 'b', 'c', 'd'].map((task) => planned(task)),
    second,
  )
  expect(
    second.ledger
      .trials()
      .map(({ task, status }) => `${task} ${status}`)
      .sort(),
  ).toEqual(['a', 'b', 'c', 'd'].map((task) => `${task} scored`))
})

test('an interruption kills the processes of a real trial', async () => {
  const checkout = await loadClawbench(await checkoutOf({ 'shop-001': { setup: 'sleep 600\n' }, 'shop-002': {} }))
  const python = { file: '/usr/bin/python3', version: '3', pytest: '7' }
  const how = { python, verifier: null, agentSeconds: null, verifierSeconds: 30 }
  const plan = planClawbench(checkout, { tasks: checkout.tasks.slice(0, 1), agent: oracleAgent(), attempts: 1 }, how)
  const stop = new AbortController()
  const options = await optionsFor(await temporary(), { signal: stop.signal, workers: 1 })
  setTimeout(() => stop.abort(), 700)
  await expect(runTrials(plan, options)).rejects.toMatchObject({ code: 'LB_INTERRUPTED' })
  expect(options.ledger.trials()).toEqual([])
}, 20_000)

test('an error that is not of one trial stops all and is thrown', async () => {
  const options = await optionsFor(await temporary(), { workers: 1 })
  const broken = planned('b', async () => Promise.reject(new Error('no room')))
  await expect(runTrials([planned('a'), broken, planned('c')], options)).rejects.toThrow('no room')
  expect(options.ledger.trials().map(({ task }) => task)).toEqual(['a'])
})

test('a plan that names an attempt twice, and half a worker, are refused', async () => {
  const options = await optionsFor(await temporary())
  await expect(runTrials([planned('a'), planned('a')], options)).rejects.toMatchObject({ code: 'LB_DUPLICATE_ID' })
  await expect(runTrials([], { ...options, workers: 0.5 })).rejects.toMatchObject({ code: 'LB_USAGE' })
})
