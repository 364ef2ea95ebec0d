import { staleReadmes } from '../readme/update.ts'
import type { State } from '../state.ts'
import { firstDifference } from './compare.ts'
import type { Difference } from './experiment.ts'

/** Where the accepted verdicts and the READMEs are not what the committed results give. New claims are no difference. */
export async function recordDifferences(state: State): Promise<Difference[]> {
  const verdicts = state.diff.claims
    .filter(({ changed }) => changed !== null && changed !== 'new')
    .map(({ id, changed }) => ({ file: 'verdicts.lock.json', what: `${id}: ${changed}` }))
  const readmes = (await staleReadmes(state)).map(({ path, current, renewed }) => ({
    file: path,
    what: firstDifference(path, Buffer.from(current), Buffer.from(renewed), 'bytes') ?? 'differs',
  }))
  return [...verdicts, ...readmes]
}
