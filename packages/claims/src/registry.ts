import { join } from 'node:path'
import { byCodeUnit, fail, nearMisses, parseJson, readJson } from '@lawbook/base'
import { type Claim, type Paper, validate } from '@lawbook/schemas'
import { checkClaim } from './check.ts'
import { packagesIn, readIfThere, type WorkspacePackage } from './workspace.ts'

/** One experiment of the workspace: a folder `experiments/<id>` with a package.json. */
export type ExperimentEntry = {
  readonly id: string
  readonly folder: string
  /** The package's description, where it has one. */
  readonly title?: string
  /** Ids of the data sets it depends on. */
  readonly datasets: readonly string[]
  /** Ids of the experiments whose tables it builds on. */
  readonly uses: readonly string[]
  readonly claims: readonly Claim[]
}

export type RegisteredClaim = Claim & { readonly experiment: string }

export type Registry = {
  readonly root: string
  readonly papers: ReadonlyMap<string, Paper>
  readonly experiments: readonly ExperimentEntry[]
  /** Every claim, sorted by id. */
  readonly claims: readonly RegisteredClaim[]
}

/**
 * Read every claim and paper of a checkout and check what spans them. Throws LB_SCHEMA, LB_SCHEMA_VERSION, LB_JSON,
 * LB_PRINTED and LB_MARGIN for a record that is wrong in itself, LB_DUPLICATE_ID for an id used twice, LB_DANGLING for
 * a claim of an unknown paper, LB_DATA_MISSING without `experiments/papers.json`.
 */
export async function loadRegistry(root: string): Promise<Registry> {
  const [papers, packages, datasets] = await Promise.all([
    readPapers(join(root, 'experiments', 'papers.json')),
    packagesIn(root, 'experiments'),
    packagesIn(root, 'datasets'),
  ])
  const experiments = await Promise.all(packages.map((one) => readExperiment(one, packages, datasets)))
  const claims = experiments.flatMap(({ id, claims }) => claims.map((claim) => ({ ...claim, experiment: id })))
  checkUnique(claims)
  for (const claim of claims) checkPaper(claim, papers)
  return { root, papers, experiments, claims: claims.sort((a, b) => byCodeUnit(a.id, b.id)) }
}

async function readPapers(path: string): Promise<Map<string, Paper>> {
  const papers = new Map<string, Paper>()
  for (const paper of validate('lawbook/papers@1', await readJson(path), path).papers) {
    if (papers.has(paper.id)) fail('LB_DUPLICATE_ID', `${path} has the paper ${paper.id} twice; rename one`)
    papers.set(paper.id, paper)
  }
  return papers
}

async function readExperiment(
  { id, folder, description, dependencies }: WorkspacePackage,
  experiments: readonly WorkspacePackage[],
  datasets: readonly WorkspacePackage[],
): Promise<ExperimentEntry> {
  const idsAmong = (group: readonly WorkspacePackage[]) =>
    group.filter(({ name }) => dependencies.includes(name)).map((one) => one.id)
  return {
    id,
    folder,
    ...(description === undefined ? {} : { title: description }),
    datasets: idsAmong(datasets),
    uses: idsAmong(experiments),
    claims: await readClaims(join(folder, 'claims.json')),
  }
}

async function readClaims(path: string): Promise<readonly Claim[]> {
  const text = await readIfThere(path)
  if (text === null) return []
  const { claims } = validate('lawbook/claims@1', parseJson(text, path), path)
  for (const claim of claims) checkClaim(claim, path)
  return claims
}

function checkUnique(claims: readonly RegisteredClaim[]): void {
  const owners = new Map<string, string>()
  for (const { id, experiment } of claims) {
    const owner = owners.get(id)
    if (owner !== undefined) {
      const [a, b] = [owner, experiment].map((folder) => `experiments/${folder}/claims.json`)
      fail(
        'LB_DUPLICATE_ID',
        `the claim ${id} stands in ${a} and ${a === b ? 'again in the same file' : `in ${b}`}; rename one`,
      )
    }
    owners.set(id, experiment)
  }
}

function checkPaper({ id, paper, experiment }: RegisteredClaim, papers: ReadonlyMap<string, Paper>): void {
  if (papers.has(paper)) return
  const known = [...papers.keys()]
  const [near] = nearMisses(paper, known)
  const hint = near === undefined ? `known: ${known.join(', ')}` : `did you mean "${near}"?`
  fail(
    'LB_DANGLING',
    `claim ${id} of experiments/${experiment}/claims.json is of the paper "${paper}", which experiments/papers.json lacks; ${hint}`,
  )
}
