import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Rules = { today: string; quiet_days?: number; member_days?: number }

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

/** Enrolled members without a loan in the period, the longest quiet first. */
export default async function solve(): Promise<void> {
  const members = await readTable('members.csv', ['member', 'name', 'email', 'joined', 'ends'])
  const loans = await readTable('loans.csv', ['member', 'out'])
  const { today, quiet_days, member_days } = await readJson<Rules>('rules.json')
  if (quiet_days === undefined || member_days === undefined) throw new Error('rules.json has no periods')
  const ago = (iso: string): number => day(today) - day(iso)
  const quiet = members
    .map(({ member, name, email, joined, ends }) => {
      const days = loans.filter((loan) => loan.member === member).map((loan) => loan.out!)
      return {
        member: member!,
        name: name!,
        email: email!,
        joined: joined!,
        ends: ends!,
        last_loan: days.sort().at(-1) ?? '',
      }
    })
    .filter(({ ends, joined }) => (ends === '' || ago(ends) <= 0) && ago(joined) >= member_days)
    .filter(({ last_loan }) => last_loan === '' || ago(last_loan) >= quiet_days)
  quiet.sort((a, b) => {
    const [x, y] = a.last_loan === b.last_loan ? [a.member, b.member] : [a.last_loan, b.last_loan]
    return x < y ? -1 : 1
  })
  await writeTable('result.csv', ['member', 'name', 'email', 'last_loan'], quiet)
}
