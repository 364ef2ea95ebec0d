import { readJson, writeJson } from '../../../../../kit/solve.ts'

type Title = { id: string; title: string; year?: number; subjects: string[]; copies: { status: string }[] }
type Request = { any_subject: string[]; no_subject: string[]; from: number; to: number; available: boolean }

/** Titles that fit a request, newest first. */
export default async function solve(): Promise<void> {
  const titles = await readJson<Title[]>('titles.json')
  const request = await readJson<Request>('request.json')
  const fits = ({ year, subjects, copies }: Title): boolean => {
    const has = (wanted: string): boolean => subjects.some((one) => one.toLowerCase() === wanted.toLowerCase())
    return (
      request.any_subject.some(has) &&
      !request.no_subject.some(has) &&
      year !== undefined &&
      year >= request.from &&
      year <= request.to &&
      (!request.available || copies.some(({ status }) => status === 'in'))
    )
  }
  const found = titles.filter(fits)
  found.sort((a, b) => b.year! - a.year! || (a.title < b.title ? -1 : 1))
  await writeJson('found.json', { count: found.length, ids: found.map(({ id }) => id) })
}
