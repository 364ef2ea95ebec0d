import { fail } from '@lawbook/base'
import { defineDataset, fromJsonLines, toJsonLines } from '@lawbook/dataset'
import type { ExecutableSkill, Pipeline, Pipelines } from '@lawbook/execution'
import type { Ledger } from '@lawbook/schemas'
import { namesSkill } from '@lawbook/skills'
import { type PairRun, pairRuns } from './pairRuns.ts'
import { passed, type RightRun, rightRuns } from './rightRuns.ts'
import { type SkillFolder, skillFolders, skillId } from './skillFolders.ts'
import { type WrittenPipeline, writtenPipelines } from './written.ts'

/**
 * Executable skills and pipelines of them, written for this project, with what executing every step left and what every
 * check said (see README.md).
 */
export const skillPipelines = defineDataset<Pipelines>({
  id: 'skill-pipelines',
  url: import.meta.url,
  async build({ progress }) {
    const [folders, written] = await Promise.all([skillFolders(), writtenPipelines()])
    const skillOf = skillsByName(folders)
    const open = written.filter((pipeline) => !leaks(pipeline))
    const runs = await rightRuns(open, skillOf)
    const whole = runs.filter(({ pipeline, steps }) => steps.length === pipeline.steps.length && steps.every(passed))
    const pairs = whole.filter(({ pipeline }) => pipeline.class !== null)
    const tried = await pairRuns(pairs, folders, (done, total) => progress(done, total, 'skills executed'))
    const pairOf = new Map(pairs.map((run, i) => [run, tried.pairs[i]!]))
    const kept = whole.filter((run) => run.pipeline.class === (pairOf.get(run)?.class ?? null))
    return {
      'skills.jsonl': toJsonLines(folders.map(({ skill, family }) => ({ skill, family }))),
      'pipelines.jsonl': toJsonLines(kept.map((run) => record(run, pairOf.get(run) ?? null))),
      'failures.jsonl': toJsonLines(failures(runs, pairOf)),
      'ledgers.jsonl': toJsonLines([
        {
          stage: 'pipelines',
          planned: written.length,
          used: kept.length,
          excluded: [
            { reason: 'a text names its skill', n: written.length - open.length },
            { reason: 'executing shows another dependency class', n: whole.length - kept.length },
          ],
          failed: runs.length - whole.length,
          missing: 0,
        },
        {
          stage: 'skills executed in the place of right ones',
          planned: tried.books.planned,
          used: tried.books.used,
          excluded: Object.entries(tried.books.byOutcome)
            .filter(([outcome, n]) => outcome !== 'done' && n > 0)
            .map(([outcome, n]) => ({ reason: reasons[outcome as keyof typeof reasons], n })),
          failed: 0,
          missing: 0,
        },
        {
          stage: 'products judged by a check',
          planned: tried.books.used,
          used: tried.books.used - tried.checkErrors,
          excluded: [],
          failed: tried.checkErrors,
          missing: 0,
        },
      ] satisfies Ledger[]),
    }
  },
  async load(read) {
    const rows = async (file: string): Promise<unknown[]> => fromJsonLines(await read(file), file)
    return {
      skills: (await rows('skills.jsonl')) as ExecutableSkill[],
      pipelines: (await rows('pipelines.jsonl')) as Pipeline[],
      attrition: (await rows('ledgers.jsonl')) as Ledger[],
    }
  },
})
export default skillPipelines

const reasons = {
  refused: 'the skill refused: an honest failure',
  crashed: 'the skill crashed',
  time: 'the skill did not end in time',
  files: 'the skill passed the limit on files',
  output: 'the skill printed too much',
  outside: 'the skill was denied something outside its workspace',
  link: 'the skill left a link or special file',
} as const

function skillsByName(folders: readonly SkillFolder[]): (name: string) => SkillFolder {
  const byName = new Map(folders.map((folder) => [folder.name, folder]))
  return (name) =>
    byName.get(name) ?? fail('LB_DANGLING', `a pipeline names the skill ${name}; there is no skills/${name}`)
}

/** Whether a text of the pipeline gives the right skill's name away. */
function leaks({ steps }: WrittenPipeline): boolean {
  return steps.some(({ skill, text, other }) => namesSkill(text, skill) || (other !== null && namesSkill(other, skill)))
}

function record({ pipeline, steps }: RightRun, pair: PairRun | null): Pipeline {
  return {
    id: pipeline.id,
    class: pipeline.class,
    steps: steps.map(({ skill, state }, k) => ({
      skill: skillId(skill.name),
      text: pipeline.steps[k]!.text,
      other: pipeline.steps[k]!.other,
      state,
      accepted: pair === null ? [{ skill: skillId(skill.name), state }] : pair.accepted[k]!,
    })),
    own: pair?.own ?? null,
    none: pair?.none ?? null,
    wrong: pair?.wrong ?? [],
    completions: pair?.completions ?? [],
  }
}

/** What the right skills could not do, and classes that executing does not show: for those who write pipelines. */
function failures(runs: readonly RightRun[], pairOf: ReadonlyMap<RightRun, PairRun>) {
  return runs.flatMap((run) => {
    const { pipeline, steps } = run
    const wrong = steps.findIndex((step) => !passed(step))
    if (wrong >= 0) return [{ pipeline: pipeline.id, step: wrong, reasons: steps[wrong]!.judgement.reasons }]
    const shown = pairOf.get(run)?.class
    if (shown === undefined || shown === pipeline.class) return []
    return [{ pipeline: pipeline.id, step: 1, reasons: [`declared ${pipeline.class}, executing shows ${shown}`] }]
  })
}
