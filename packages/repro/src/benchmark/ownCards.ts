import { join } from 'node:path'
import { absentAsNull, fail, parseJson, readText } from '@lawbook/base'
import type { BenchmarkName, RecipeCard } from '@lawbook/benchmarks'

type Row = { readonly skill: RecipeCard['skill']; readonly recipe: string }

/** The cards of our own tasks of one layout, from the built data set; LB_DATA_MISSING where it is not built. */
export async function ownCards(root: string, benchmark: BenchmarkName): Promise<RecipeCard[]> {
  const folder = join(root, 'datasets', 'claw-tasks')
  const path = join(folder, 'build', 'cards.jsonl')
  const text =
    (await absentAsNull(readText(path))) ??
    fail('LB_DATA_MISSING', 'the cards of our own tasks are not built; `repro data build claw-tasks`, then again', {
      path,
    })
  const lines = text.trimEnd().split('\n')
  const rows = lines.map((line, i) => parseJson(line, `${path} line ${i + 1}`) as Row)
  return rows.filter(({ recipe }) => recipe.startsWith(`${benchmark}/`)).map((row) => cardOf(folder, row))
}

/** A recipe is `clawbench/<domain>/<task>` or `clawmark/<domain>/<task>/stage<K>`. */
function cardOf(folder: string, { skill, recipe }: Row): RecipeCard {
  const [benchmark, domain, task, stage = 'stage0'] = recipe.split('/')
  return {
    skill,
    taskFolder: join(folder, benchmark!, 'tasks', domain!, task!),
    stage: Number(stage.slice('stage'.length)),
    isScript: false,
  }
}
