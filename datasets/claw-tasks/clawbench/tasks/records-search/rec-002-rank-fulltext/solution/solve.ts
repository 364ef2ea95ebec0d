import { readJson, readText, writeJson } from '../../../../../kit/solve.ts'

type Title = { id: string; title: string; subjects: string[]; blurb: string }

const words = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** All-words search with weights 5, 3 and 1 for title, subjects and blurb. */
export default async function solve(): Promise<void> {
  const titles = await readJson<Title[]>('titles.json')
  const query = [...new Set(words(await readText('query.txt')))]
  if (query.length === 0) throw new Error('query.txt has no words')
  const points = ({ title, subjects, blurb }: Title, wanted: string): number => {
    const count = (text: string): number => words(text).filter((word) => word === wanted).length
    return 5 * count(title) + 3 * count(subjects.join(' , ')) + count(blurb)
  }
  const hits = titles
    .map((title) => ({ id: title.id, each: query.map((word) => points(title, word)) }))
    .filter(({ each }) => each.every((score) => score > 0))
    .map(({ id, each }) => ({ id, score: each.reduce((sum, score) => sum + score, 0) }))
  hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  await writeJson('found.json', hits)
}
