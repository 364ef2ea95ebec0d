import { canonicalJson, fail, type Json, sha256, streamsOf } from '@lawbook/base'
import {
  checkFits,
  checkLedger,
  checkMeasure,
  type Result,
  type Row,
  type StoredResult,
  tableToCsv,
  validate,
} from '@lawbook/schemas'
import { booksRows, booksTable } from './books.ts'
import type { Choices, DataHandles, Evidence, Experiment, Loaded, Progress } from './define.ts'

/**
 * `quick`: the choices of a quick run; `routers`: other routers than the experiment's own; `local`: the data sets read
 * files of the reader's. Only `full` is judged.
 */
export type Fidelity = 'full' | 'quick' | 'routers' | 'local'

export type RunOptions<D extends DataHandles, C extends Choices> = {
  /** Other data in place of the experiment's own, e.g. a planted world. */
  readonly data?: Partial<Loaded<D>>
  readonly uses?: Readonly<Record<string, StoredResult>>
  readonly choices?: Partial<C>
  readonly fidelity?: Fidelity
  readonly progress?: Progress
  /** Evidence rows in place of observing: what `repro verify` does. */
  readonly evidence?: Evidence
}

/**
 * A finished run: the record, and the files it refers to by name (`<table>.csv`, `evidence/<table>.csv`, and
 * `evidence/books.csv` for attrition and decisions).
 */
export type Finished = {
  readonly result: Result
  readonly tables: Readonly<Record<string, readonly Row[]>>
  readonly evidence: Readonly<Record<string, readonly Row[]>>
  readonly files: Readonly<Record<string, string>>
}

const mostRows = 5000

/**
 * Run an experiment in memory and check everything it returns: measures (order, nesting, finiteness), books, table
 * sizes, the record's schema. Real data, planted worlds and committed evidence all pass through here.
 */
export async function runExperiment<D extends DataHandles, C extends Choices>(
  experiment: Experiment<D, C>,
  options: RunOptions<D, C> = {},
): Promise<Finished> {
  const fidelity = options.fidelity ?? 'full'
  const choices = { ...experiment.choices, ...(fidelity === 'quick' ? experiment.quick : {}), ...options.choices } as C
  const stream = streamsOf(experiment.id)
  const progress = options.progress ?? (() => {})
  const uses = options.uses ?? {}

  const seen = options.evidence ?? (await observe())
  // `run` gets rows as a reader of the files would get them: written and read again they are the same.
  const evidence = {
    ...seen,
    tables: Object.fromEntries(Object.entries(seen.tables).map(([id, rows]) => [id, rows.map(rounded)])),
  }
  if (booksTable in evidence.tables)
    fail(
      'LB_DUPLICATE_ID',
      `${experiment.id} observes a table "${booksTable}", which is where its books are kept; rename it`,
    )
  const evidenceFiles = csvFiles({ ...evidence.tables, [booksTable]: booksRows(evidence) }, 'evidence/', experiment.id)
  const findings = await experiment.run({ evidence: evidence.tables, uses, choices, stream, progress })
  const tableFiles = csvFiles(findings.tables, '', experiment.id)
  for (const [id, rows] of Object.entries(findings.tables)) {
    if (rows.length > mostRows)
      fail(
        'LB_SCHEMA',
        `table ${id} of ${experiment.id} has ${rows.length} rows; at most ${mostRows}: put raw rows into evidence`,
      )
  }

  const draft: Result = {
    schema: 'lawbook/result@1',
    experiment: experiment.id,
    title: experiment.title,
    fidelity,
    measures: [...findings.measures],
    fits: [...findings.fits],
    attrition: [...evidence.attrition],
    decisions: evidence.decisions,
    choices: Object.entries(choices).map(([name, value]) => ({ name, value: canonicalJson(value as Json) })),
    notes: [...findings.notes],
    tables: tableFiles.refs,
    evidence: evidenceFiles.refs,
  }
  // Through canonical JSON, so that memory and file hold the same digits and nothing non-finite survives.
  const result = validate(
    'lawbook/result@1',
    JSON.parse(canonicalJson(draft as unknown as Json)),
    `result of ${experiment.id}`,
  )
  for (const measure of result.measures) checkMeasure(measure, experiment.id)
  checkFits(result.fits, experiment.id)
  for (const ledger of result.attrition) checkLedger(ledger, experiment.id)
  const ids = result.measures.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) fail('LB_DUPLICATE_ID', `${experiment.id} returns the measure ${twice} twice`)
  return {
    result,
    tables: findings.tables,
    evidence: evidence.tables,
    files: { ...tableFiles.files, ...evidenceFiles.files },
  }

  async function observe(): Promise<Evidence> {
    const data = { ...options.data } as Record<string, unknown>
    for (const [name, handle] of Object.entries(experiment.data ?? {})) data[name] ??= await handle.load()
    return experiment.observe({ data: data as Loaded<D>, uses, choices, stream, progress })
  }
}

/** A row with the digits that its CSV file will have. */
function rounded(row: Row): Row {
  return JSON.parse(canonicalJson(row as Json)) as Row
}

function csvFiles(tables: Readonly<Record<string, readonly Row[]>>, prefix: string, experiment: string) {
  const files: Record<string, string> = {}
  const refs = Object.entries(tables).map(([id, rows]) => {
    const file = `${prefix}${id}.csv`
    const csv = tableToCsv(rows, `table ${id} of ${experiment}`)
    files[file] = csv
    return { id, file, rows: rows.length, sha256: sha256(csv) }
  })
  return { files, refs }
}
