import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { byCodeUnit, fail, readText } from '@lawbook/base'
import { fromJsonLines } from '@lawbook/dataset'
import { type DependencyClass, dependencyClasses } from '@lawbook/execution'
import type { Input } from './kit/task.ts'

/** A step as it was written: `skill` is the name of the right one, `input` what the wish implies. */
export type WrittenStep = {
  readonly skill: string
  readonly input: Input
  readonly text: string
  readonly other: string | null
}

/** A pipeline as it was written in pipelines/*.jsonl. `class` is set for pairs and null else. */
export type WrittenPipeline = {
  readonly id: string
  readonly class: DependencyClass | null
  readonly inputs: readonly string[]
  readonly steps: readonly WrittenStep[]
}

/** Every record of pipelines/*.jsonl, in order of id. A record that cannot be meant throws LB_SCHEMA and says which. */
export async function writtenPipelines(): Promise<WrittenPipeline[]> {
  const root = fileURLToPath(new URL('pipelines/', import.meta.url))
  const files = (await readdir(root)).filter((file) => file.endsWith('.jsonl')).sort(byCodeUnit)
  const all = await Promise.all(
    files.map(async (file) => fromJsonLines(await readText(root + file), file).map(pipelineFrom)),
  )
  const sorted = all.flat().sort((a, b) => byCodeUnit(a.id, b.id))
  const double = sorted.find(({ id }, i) => id === sorted[i - 1]?.id)
  if (double !== undefined) fail('LB_DUPLICATE_ID', `two pipelines have the id ${double.id}; ids must be unique`)
  return sorted
}

function pipelineFrom(row: unknown): WrittenPipeline {
  const { id, class: written, inputs, steps } = row as Partial<WrittenPipeline>
  const wrong = (what: string): never =>
    fail('LB_SCHEMA', `the pipeline ${String(id)} ${what}; see docs/adding-a-pipeline.md`)
  if (typeof id !== 'string' || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    wrong('needs an id of small letters, digits and dashes')
  if (!Array.isArray(inputs) || !Array.isArray(steps) || steps.length === 0) wrong('needs "inputs" and "steps"')
  const found = dependencyClasses.find((one) => one === written) ?? null
  if ((found !== null) !== (steps!.length === 2))
    wrong('needs a class (tight, loose, independent) if it has two steps, else null')
  return {
    id: id!,
    class: found,
    inputs: inputs!,
    steps: steps!.map((step) => {
      const asked = typeof step.input === 'object' && step.input !== null
      if (typeof step.skill !== 'string' || typeof step.text !== 'string' || !asked)
        wrong('has a step without "skill", "input" or "text"')
      if ((typeof step.other === 'string') !== (found !== null))
        wrong('needs "other" in both steps if it is a pair, else in none')
      return { skill: step.skill, input: step.input, text: step.text, other: step.other ?? null }
    }),
  }
}
