import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Row = Record<string, string>
type Title = { copies: { no: string; status: string }[] }

const starts = (loan: Row): string => `${loan.out} ${loan.loan}`
const backward = (loan: Row): boolean => loan.back !== '' && loan.back! < loan.out!

/** What three stores contradict each other in. */
export default async function solve(): Promise<void> {
  const members = await readTable('members.csv', ['member', 'ends'])
  const loans = await readTable('loans.csv', ['loan', 'member', 'copy', 'out', 'back'])
  const copies = (await readJson<Title[]>('titles.json')).flatMap((title) => title.copies)
  const sound = loans.filter((loan) => !backward(loan))
  const problems: { ref: string; kind: string }[] = []
  for (const loan of loans) {
    const member = members.find((one) => one.member === loan.member)
    const away = sound.some(
      (one) => one.copy === loan.copy && starts(one) < starts(loan) && (one.back === '' || one.back! > loan.out!),
    )
    const kinds = {
      'after-end': member !== undefined && member.ends !== '' && loan.out! > member.ends!,
      'back-before-out': backward(loan),
      'copy-unknown': !copies.some(({ no }) => no === loan.copy),
      'double-lent': !backward(loan) && away,
      'member-unknown': member === undefined,
    }
    for (const [kind, found] of Object.entries(kinds)) if (found) problems.push({ ref: loan.loan!, kind })
  }
  for (const { no, status } of copies) {
    const out = loans.some((loan) => loan.copy === no && loan.back === '')
    if ((status === 'out' && !out) || (status === 'in' && out)) problems.push({ ref: no, kind: 'status-wrong' })
  }
  problems.sort((a, b) => (`${a.ref} ${a.kind}` < `${b.ref} ${b.kind}` ? -1 : 1))
  await writeTable('problems.csv', ['ref', 'kind'], problems)
}
