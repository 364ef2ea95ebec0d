import type { Json } from '@lawbook/base'
import type { Trial } from '../../result.ts'
import {
  flagIn,
  type Header,
  headerOf,
  type Imported,
  numberIn,
  type Row,
  type RowSaid,
  rowsIn,
  textIn,
  trialsFrom,
} from './imported.ts'

/** The payload that is submitted to upstream's server as trials. Runs with an error cannot be told from failed ones. */
export function readSubmit(file: Row, where: string): Imported {
  const header = headerOf(file, where)
  const rows = rowsIn(file, 'taskResults', where).map((row, index): RowSaid => {
    const at = `${where} taskResults[${index}]`
    return {
      task: textIn(row, 'taskId', at),
      status: 'scored',
      upstream: flagIn(row, 'passed', at),
      flat: numberIn(row, 'score', 1, at),
      reasons: [],
      spent: null,
    }
  })
  const notes = ['runs that ended with an error cannot be told from failed ones']
  return { format: 'submit', header, trials: trialsFrom(rows, header), notes }
}

/**
 * Scored trials of one agent as the payload that upstream's server takes, under upstream's rule. There is no
 * fingerprint of this machine in it. Trials that were not scored are left out and counted in the notes.
 */
export function writeSubmit(
  trials: readonly Trial[],
  header: Header,
  customName: string | null,
): { file: Json; notes: readonly string[] } {
  const scored = trials.filter((trial) => trial.status === 'scored' && trial.score.flat !== null)
  const left = trials.length - scored.length
  const file = {
    framework: header.framework,
    model: header.model,
    testTier: header.testTier,
    customName,
    fingerprint: null,
    taskResults: scored.map((trial) => ({
      taskId: trial.task,
      passed: trial.passed.upstream === true,
      score: trial.score.flat,
    })),
  }
  return { file, notes: left === 0 ? [] : [`${left} trials were not scored and are left out`] }
}
