import { join } from 'node:path'
import { fail, nearMisses, readJson } from '@lawbook/base'
import { readResult, validate } from '@lawbook/schemas'
import type { Figure, FigureInputs } from '../figure.ts'

/** What the experiment in a folder found and claims. Throws LB_DATA_MISSING, LB_SCHEMA. */
export async function readInputs(
  folder: string,
): Promise<{ inputs: FigureInputs; experiment: string; quick: boolean }> {
  const { result, tables } = await readResult(join(folder, 'results', 'data'))
  const path = join(folder, 'claims.json')
  const { claims } = validate('lawbook/claims@1', await readJson(path), path)
  const inputs = {
    tables: known(tables, 'table'),
    measures: known(Object.fromEntries(result.measures.map((measure) => [measure.id, measure])), 'measure'),
    claims: known(Object.fromEntries(claims.map((claim) => [claim.id, claim])), 'claim'),
  }
  return { inputs, experiment: result.experiment, quick: result.fidelity !== 'full' }
}

/** The inputs of one figure: the tables that it names and no other, so that its lineage is true. */
export function inputsOf(figure: Figure, all: FigureInputs): FigureInputs {
  const own = Object.fromEntries(figure.tables.map((id) => [id, all.tables[id]!]))
  return { ...all, tables: known(own, `table of the figure ${figure.id} (its \`tables\`)`) }
}

/** A record that answers an unknown key with LB_DANGLING: undefined would draw an empty picture. */
function known<T>(record: Readonly<Record<string, T>>, what: string): Readonly<Record<string, T>> {
  return new Proxy(record, {
    get(target, key) {
      if (typeof key === 'symbol' || Object.hasOwn(target, key)) return Reflect.get(target, key)
      const names = Object.keys(target)
      const near = nearMisses(key, names)
      const hint = near.length === 0 ? `there are: ${names.join(', ')}` : `did you mean ${near.join(', ')}?`
      return fail('LB_DANGLING', `there is no ${what} "${key}"; ${hint}`)
    },
  })
}
