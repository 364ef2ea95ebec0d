import { fileURLToPath } from 'node:url'
import { fail, parseJson, readText } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'

/** What a rater said of a wrong pick, who saw the request and both listings and did not know which one was picked. */
export const judgements = ['right only', 'picked only', 'both', 'neither'] as const
export type Judgement = (typeof judgements)[number]

const file = fileURLToPath(new URL('ratings.jsonl', import.meta.url))

/** The ratings of a sample of wrong picks by two raters (`ratings.jsonl`: ids and judgements, no text); a bad row throws LB_SCHEMA. */
export async function ratingRows(): Promise<Row[]> {
  const lines = (await readText(file)).split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const { item, arm, router, request, picked, one, two } = parseJson(line, file) as Row
    const known = (said: unknown): boolean => judgements.some((judgement) => judgement === said)
    if (!known(one) || !known(two))
      fail(
        'LB_SCHEMA',
        `${file} has an item ${item} that was judged "${one}" and "${two}"; allowed are ${judgements.join(', ')}`,
      )
    return { item: item!, arm: arm!, router: router!, request: request!, picked: picked!, one: one!, two: two! }
  })
}
