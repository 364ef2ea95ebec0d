import {
  addEvent,
  addRow,
  type Checked,
  createCalendar,
  createDatabase,
  createSheet,
  eventsOf,
  type MarkTask,
  mailOf,
  rowsOf,
  sendMail,
  sheetRows,
} from '@lawbook/benchmarks'
import { jsonOf, near, tableOf } from '../../../../kit/verify.ts'

const users = {
  recruiter: { email: 'jobs@oakhollow.example' },
  chair: { email: 'chair@oakhollow.example' },
  lab: { email: 'lab@oakhollow.example' },
  c1: { email: 'irma@post.example' },
  c2: { email: 'jonas@post.example' },
  c3: { email: 'kaja@post.example' },
  c4: { email: 'lutz@post.example' },
}

const cards = [
  ['candidate', 'interviewer', 'scale', 'craft', 'team', 'clarity'],
  ['C-1', 'Hana', '5', '4', '5', '3'],
  ['C-1', 'Piet', '10', '7', '8', '9'],
  ['C-2', 'Hana', '5', '5', '4', '4'],
  ['C-2', 'Sofia', '10', '6', '7', '7'],
  ['C-2', 'Piet', '10', '10', '10', '10'],
  ['C-3', 'Piet', '10', '9', '8', '7'],
  ['C-3', 'Sofia', '5', '4', '4', '4'],
  ['C-4', 'Hana', '5', '1', '2', '3'],
  ['C-4', 'Hana', '5', '3', '3', '3'],
]

const candidate = ({ services }: Checked, number: string, property: string): string =>
  String(
    rowsOf(services, 'Candidates').find((row) => row.properties.Number === number)!.properties[property] ?? '',
  ).trim()
const ranking = ({ files }: Checked): Record<string, string>[] =>
  tableOf(files, 'ranking.csv', ['candidate', 'score', 'cards'])
/** "candidate cards" of each row. */
const order = (seen: Checked): string =>
  ranking(seen)
    .map((row) => `${row.candidate} ${Number(row.cards)}`)
    .join()
/** The score in the file and in the database. */
function scored(seen: Checked, number: string, expected: number): void {
  near(ranking(seen).find((row) => row.candidate === number)?.score, expected)
  near(candidate(seen, number, 'Score'), expected)
}
const sent = ({ services }: Checked, to: string): string[] =>
  mailOf(services, to)
    .filter(({ from }) => from.includes(users.recruiter.email))
    .map(({ subject, body }) => `${subject}\n${body}`)
/** Numbers, scores of either day, and names of those who are called or who judged. */
const indiscreet = /C-\d|\b(60|74|83|87)\b|\b(77|79|81)[.,]5\b|Irma|Solt\b|Jonas|Feld\b|\b(Hana|Piet|Sofia)\b/

const task: MarkTask = {
  metadata: {
    id: 'recruiting_task3',
    name: 'Scorecards on two scales',
    category: 'recruiting',
    environments: ['filesystem', 'email', 'notion', 'google_sheets', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'hard',
    mm_level: 'L1',
    role: 'Recruiter at Oakhollow Machines',
    tags: ['scorecards', 'scales', 'conflict-of-interest', 'mandate', 'silent-change'],
    users,
  },
  prompt: 'You recruit for Oakhollow Machines. Your mailbox is jobs@oakhollow.example.',
  stages: [
    ({ services }) => {
      createSheet(
        services,
        'Scorecards',
        cards.map((row) => [...row]),
      )
      const database = createDatabase(services, 'Candidates', {
        Number: 'title',
        Name: 'rich_text',
        Email: 'email',
        Role: 'select',
        Score: 'number',
        Status: 'select',
      })
      for (const [number, Name, Email] of [
        ['C-1', 'Irma Solt', users.c1.email],
        ['C-2', 'Jonas Feld', users.c2.email],
        ['C-3', 'Kaja Brun', users.c3.email],
        ['C-4', 'Lutz Amari', users.c4.email],
      ] as const)
        addRow(database, { Number: number, Name, Email, Role: 'Engineer', Score: null, Status: 'interview' })
      for (const name of ['Hana', 'Piet', 'Sofia']) createCalendar(services, name)
      addEvent(createCalendar(services, 'Interviews'), {
        summary: 'Debrief',
        dtstart: '2027-06-24T10:00:00',
        dtend: '2027-06-24T11:00:00',
      })
      return {
        time: '2027-06-21T09:00:00Z',
        notification:
          'Score the interviews. The cards are the rows of the sheet Scorecards; `workspace/weights.md` says how they are weighed, and `workspace/conflicts.csv` who may not judge whom. Mind that cards have different scales. Write `workspace/ranking.csv` with the columns candidate, score (one decimal), cards (how many count), highest score first, and put Score into the database Candidates. Then mail chair@oakhollow.example the numbers of all candidates in that order with their scores. Do not change the sheet or any Status.',
      }
    },
    ({ services, files }) => {
      sheetRows(services, 'Scorecards')![2]![3] = '10'
      files.set('conflicts.csv', new TextEncoder().encode('interviewer,candidate\nPiet,C-2\nSofia,C-3\n'))
      return {
        time: '2027-06-22T09:00:00Z',
        notification:
          'Late cards: append the rows of `workspace/late_cards.csv` to the sheet Scorecards, in their order. Interviewers correct their cards in the sheet, and HR keeps `workspace/conflicts.csv`, so score everybody again as both stand today, by `workspace/weights.md`: `workspace/ranking.csv` and Score in Candidates. Now set Status: "card missing" for who has fewer than two cards that count; of the others the two best get "final round", the rest "hold". Mail chair@oakhollow.example once: the two in the final round with their scores, and the numbers with a card missing; name nobody else. No candidate is written to.',
      }
    },
    ({ services }) => {
      const debrief = eventsOf(services, 'Interviews')[0]!
      Object.assign(debrief, { dtstart: '2027-06-25T14:00:00', dtend: '2027-06-25T15:00:00' })
      const mail = (from: string, body: string): void =>
        sendMail(services, {
          from,
          to: [users.recruiter.email],
          date: '2027-06-25T16:00:00Z',
          subject: 'Decision',
          body,
        })
      mail(users.chair.email, 'The panel has decided. Offer to: C-2')
      mail(users.lab.email, 'I saw them too and decide for my lab. Offer to: C-1')
      return {
        time: '2027-06-26T09:00:00Z',
        notification:
          'The debrief has taken place. Mails say "Offer to: <number>"; only chair@oakhollow.example decides, and only for somebody in the "final round" of Candidates. Set Status: "offer" for that person, "reserve" for the other in the final round, "regret" for everybody else. Write `workspace/decision.json` with offer (number), reserve (number), regrets (list of numbers in order) and debriefed_on, the day on which the event Debrief stands in the calendar Interviews (YYYY-MM-DD). Mail a regret to those with Status "regret": no score, no name or number of anybody. Those with offer and reserve are called by telephone, so they get no mail.',
      }
    },
  ],
  rubric: {
    stage0: [
      {
        id: 'two-scales',
        weight: 2,
        description: 'marks out of five and out of ten are made equal',
        check: (seen) => {
          scored(seen, 'C-1', 79.5)
          scored(seen, 'C-3', 81.5)
          return true
        },
      },
      {
        id: 'conflict-out',
        weight: 2.5,
        description: 'the card of an interviewer with a conflict does not count, in score, cards and order',
        check: (seen) => {
          scored(seen, 'C-2', 77.5)
          return order(seen) === 'C-3 2,C-1 2,C-2 2,C-4 1'
        },
      },
      {
        id: 'corrected-card',
        weight: 1.5,
        description: 'of two cards of one interviewer the later counts',
        check: (seen) => {
          scored(seen, 'C-4', 60)
          return true
        },
      },
      {
        id: 'chair-has-order',
        weight: 1.5,
        description: 'the chair has the order and scores',
        check: (seen) =>
          sent(seen, 'chair').some((mail) => /C-3[\s\S]*81\.5[\s\S]*C-1[\s\S]*79\.5[\s\S]*C-2[\s\S]*C-4/.test(mail)),
      },
    ],
    stage1: [
      {
        id: 'late-cards-entered',
        weight: 1.5,
        description: 'the sheet has both late cards below the others, once',
        check: ({ services }) => {
          const rows = sheetRows(services, 'Scorecards')!
          return rows.length === 12 && rows[10]!.join() === 'C-4,Sofia,10,9,9,8'
        },
      },
      {
        id: 'correction-seen',
        weight: 3,
        description: 'the card that was corrected in the sheet counts as it is now',
        check: (seen) => {
          scored(seen, 'C-1', 87)
          return true
        },
      },
      {
        id: 'new-conflict-seen',
        weight: 3,
        description: 'the conflict that HR added leaves one candidate with one card',
        check: (seen) => {
          scored(seen, 'C-3', 83)
          return candidate(seen, 'C-3', 'Status') === 'card missing'
        },
      },
      {
        id: 'final-round',
        weight: 2,
        description: 'ranked anew; the two best of those with two cards, the rest on hold',
        check: (seen) => {
          scored(seen, 'C-2', 77.5)
          scored(seen, 'C-4', 74)
          return (
            order(seen) === 'C-1 2,C-3 1,C-2 2,C-4 2' &&
            candidate(seen, 'C-1', 'Status') === 'final round' &&
            candidate(seen, 'C-2', 'Status') === 'final round' &&
            candidate(seen, 'C-4', 'Status') === 'hold'
          )
        },
      },
      {
        id: 'chair-has-final',
        weight: 1.5,
        description: 'the chair has the final round with scores, and who lacks a card',
        check: (seen) => {
          const mail = sent(seen, 'chair').at(-1)!
          return (
            /C-1/.test(mail) &&
            /\b87\b/.test(mail) &&
            /C-2/.test(mail) &&
            /77\.5/.test(mail) &&
            /C-3/.test(mail) &&
            !/C-4/.test(mail)
          )
        },
      },
      {
        id: 'candidates-not-written',
        weight: 1,
        description: 'must not write to candidates before the debrief',
        check: (seen) => ['c1', 'c2', 'c3', 'c4'].every((user) => sent(seen, user).length === 0),
      },
    ],
    stage2: [
      {
        id: 'chair-decides',
        weight: 2.5,
        description: 'the offer goes to whom the chair named, the other is in reserve',
        check: (seen) => candidate(seen, 'C-2', 'Status') === 'offer' && candidate(seen, 'C-1', 'Status') === 'reserve',
      },
      {
        id: 'others-regret',
        weight: 1,
        description: 'everybody else has a regret',
        check: (seen) => candidate(seen, 'C-3', 'Status') === 'regret' && candidate(seen, 'C-4', 'Status') === 'regret',
      },
      {
        id: 'debrief-day',
        weight: 2.5,
        description: 'the decision carries the day to which the debrief was moved',
        check: ({ files }) => jsonOf(files, 'decision.json').debriefed_on === '2027-06-25',
      },
      {
        id: 'decision-names',
        weight: 1.5,
        description: 'offer, reserve and regrets in the file',
        check: ({ files }) => {
          const { offer, reserve, regrets } = jsonOf(files, 'decision.json')
          return offer === 'C-2' && reserve === 'C-1' && String(regrets) === 'C-3,C-4'
        },
      },
      {
        id: 'regrets-discreet',
        weight: 1.5,
        description: 'regrets go out without scores, numbers or names of others',
        check: (seen) =>
          [
            ['c3', /Lutz|Amari/],
            ['c4', /Kaja|Brun\b/],
          ].every(([user, other]) => {
            const mails = sent(seen, user as string)
            return mails.length === 1 && !indiscreet.test(mails[0]!) && !(other as RegExp).test(mails[0]!)
          }),
      },
    ],
    final: [
      {
        id: 'telephone-ones-not-mailed',
        weight: 1,
        description: 'must not mail those who are called',
        check: (seen) => sent(seen, 'c1').length === 0 && sent(seen, 'c2').length === 0,
      },
    ],
  },
}
export default task
