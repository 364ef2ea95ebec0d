import {
  addEvent,
  addRow,
  type Checked,
  createCalendar,
  createDatabase,
  eventsOf,
  type MarkTask,
  mailOf,
  rowsOf,
  sendMail,
  type World,
} from '@lawbook/benchmarks'
import { tableOf } from '../../../../kit/verify.ts'

const users = {
  help: { email: 'help@larkware.example' },
  writers: { email: 'writers@larkware.example' },
  ada: { email: 'ada@plumworks.example' },
  boris: { email: 'boris@kitefarm.example' },
  cleo: { email: 'cleo@ovenco.example' },
}

const articles = [
  ['export-csv', 'export', '2.0', '3.9', 'published', ''],
  ['export-xlsx', 'export', '3.10', '', 'published', ''],
  ['keys-old', 'keys', '1.0', '2.9', 'retired', 'keys-mid'],
  ['keys-mid', 'keys', '3.0', '3.4', 'retired', 'keys-new'],
  ['keys-new', 'keys', '3.5', '', 'published', ''],
  ['invite', 'invite', '2.0', '', 'published', ''],
  ['roles-draft', 'roles', '3.0', '', 'retired', 'roles'],
  ['roles', 'roles', '3.0', '', 'published', ''],
  ['import-sheet', 'import', '2.0', '', 'retired', ''],
] as const

const stage0 = ({ services }: World) => {
  const shelf = createDatabase(services, 'Articles', {
    Slug: 'title',
    Topic: 'select',
    From: 'rich_text',
    To: 'rich_text',
    Status: 'select',
    'Replaced by': 'rich_text',
  })
  for (const [Slug, Topic, From, To, Status, next] of articles)
    addRow(shelf, { Slug, Topic, From, To, Status, 'Replaced by': next })
  const customers = createDatabase(services, 'Customers', {
    Customer: 'title',
    Contact: 'rich_text',
    Version: 'rich_text',
  })
  for (const [Customer, Contact, Version] of [
    ['Plumworks', users.ada.email, '3.9'],
    ['Kitefarm', users.boris.email, '3.2'],
    ['Ovenco', users.cleo.email, '1.8'],
  ] as const)
    addRow(customers, { Customer, Contact, Version })
  return {
    notification:
      'Our ready-made answers point at articles, some of which are gone. workspace/macros.csv has them, with references like [article:slug]; the Notion database "Articles" says which article is "published" and which is "retired", and what a retired one was `Replaced by` (which may itself be retired: follow it to a published one). Check every reference: "ok" (published), "replace" (a published successor exists) or "broken" (no such article, or no successor). Write workspace/macro_audit.csv with macro,slug,verdict,use (the slug to use; empty when broken), and correct the replaceable references in workspace/macros.csv. Broken ones stay in the text.',
    time: '2027-03-01T09:00:00Z',
  }
}

const stage1 = ({ services }: World) => {
  const plum = rowsOf(services, 'Customers').find(({ properties }) => properties.Customer === 'Plumworks')
  if (plum !== undefined) plum.properties.Version = '3.10'
  const ask = (from: string, body: string) =>
    sendMail(services, { from, to: [users.help.email], subject: 'How do I?', body, date: '2027-03-02T08:00:00Z' })
  ask(users.ada.email, 'Topic: export\nWe are on 3.9 I believe. Thanks, Ada')
  ask(users.boris.email, 'Topic: export\nGreetings, Boris')
  ask(users.cleo.email, 'Topic: invite\nHow do I add my colleague? Cleo')
  return {
    notification:
      'Answer the mails "How do I?" in the inbox of help@larkware.example. The right article has the Topic of the mail, is "published", and covers the version that the sender\'s company runs: `Version` in the Notion database "Customers", which the product reports by itself and which beats what people remember; `From` and `To` in "Articles" are inclusive, an empty `To` is open. Versions compare part by part: 3.10 comes after 3.9. Answer with the subject "Your question" and the line `article: slug`. Where no article fits, tell writers@larkware.example instead, subject "Gap", `missing: topic version`. Log workspace/answers.csv: contact,topic,version,slug (empty for a gap).',
    time: '2027-03-02T09:00:00Z',
  }
}

const stage2 = ({ services }: World) => {
  const reviews = createCalendar(services, 'Reviews')
  addEvent(reviews, { summary: 'Review: export-csv', dtstart: '2027-02-20T10:00:00', dtend: '2027-02-20T10:30:00' })
  addEvent(reviews, { summary: 'Review: invite', dtstart: '2027-03-15T10:00:00', dtend: '2027-03-15T10:30:00' })
  const roles = rowsOf(services, 'Articles').find(({ properties }) => properties.Slug === 'roles')
  if (roles !== undefined) roles.properties.Status = 'draft'
  return {
    notification:
      'Spring cleaning of the Notion database "Articles", on 5 March 2027. workspace/visits.csv has visits and helpful votes by month; add the months up. Only published articles are looked at. Fewer than 10 visits in all: set the status "retired". Otherwise, if less than 20 % of the visits were helpful: it needs a review, unless the calendar "Reviews" already holds a "Review: <slug>" after today; enter the missing ones there, "Review: <slug>", from 10:00 to 10:30 on 12 March, the next one on 13 March and so on in order of slug. Write workspace/cleaning.csv with slug,visits,helpful_percent (one decimal),action ("keep", "retire", "review", "review planned") for every published article that has visits.',
    time: '2027-03-05T09:00:00Z',
  }
}

const task: MarkTask = {
  metadata: {
    id: 'support_desk_task4',
    name: 'Help articles: references, answers, spring cleaning',
    category: 'support_desk',
    environments: ['filesystem', 'email', 'notion', 'calendar'],
    timeout_seconds: 600,
    difficulty: 'medium',
    mm_level: 'L1',
    role: 'keeper of the help centre',
    tags: ['knowledge-base', 'versions', 'outdated-claim', 'silent-row-change'],
    users,
  },
  prompt: 'You look after the help centre of Larkware.',
  stages: [stage0, stage1, stage2],
  rubric: {
    stage0: [
      {
        id: 'chain-followed',
        weight: 2,
        description: 'The old key article leads over two steps to the new one.',
        check: (seen) => audit(seen, 'keys-old') === 'replace keys-new',
      },
      {
        id: 'ok-and-draft',
        weight: 1.5,
        description: 'Two are fine, one has a successor.',
        check: (seen) =>
          audit(seen, 'export-csv') === 'ok export-csv' &&
          audit(seen, 'invite') === 'ok invite' &&
          audit(seen, 'roles-draft') === 'replace roles',
      },
      {
        id: 'broken',
        weight: 1.5,
        description: 'One was never there, one has no successor.',
        check: (seen) => audit(seen, 'two-step') === 'broken ' && audit(seen, 'import-sheet') === 'broken ',
      },
      {
        id: 'macros-corrected',
        weight: 2,
        description: 'The texts point at the successors and are otherwise as they were.',
        check: ({ files }) => {
          const texts = tableOf(files, 'macros.csv', ['macro', 'text']).map(({ text }) => text)
          return (
            texts[1] === 'Reset your key as in [article:keys-new].' &&
            texts[2] === 'Invite people: [article:invite]; roles are in [article:roles].' &&
            texts[3] === 'Two-step sign-in: [article:two-step].'
          )
        },
      },
    ],
    stage1: [
      {
        id: 'upgraded-customer',
        weight: 2.5,
        description: 'Plumworks has moved to 3.10, whatever Ada believes.',
        check: (seen) => answered(seen, 'ada') === 'export-xlsx',
      },
      {
        id: 'older-version',
        weight: 1.5,
        description: 'Kitefarm gets the article for 3.2.',
        check: (seen) => answered(seen, 'boris') === 'export-csv',
      },
      {
        id: 'gap-told',
        weight: 2,
        description: 'Nothing fits 1.8: the writers are told.',
        check: ({ services }) =>
          mailOf(services, 'writers').some(
            ({ subject, body }) => /gap/i.test(subject) && /missing\W*invite,? (version )?1\.8\b/i.test(body),
          ),
      },
      {
        id: 'no-wrong-article',
        weight: 1,
        description: 'Cleo must not get an article that does not fit.',
        check: (seen) => answered(seen, 'cleo') === '',
      },
      {
        id: 'answers-logged',
        weight: 1,
        description: 'Three lines with the versions that count.',
        check: ({ files }) =>
          tableOf(files, 'answers.csv', ['contact', 'topic', 'version', 'slug'])
            .map(({ version, slug }) => `${version} ${slug}`)
            .sort()
            .join() === '1.8 ,3.10 export-xlsx,3.2 export-csv',
      },
    ],
    stage2: [
      {
        id: 'retired',
        weight: 1.5,
        description: 'The key article had seven visits.',
        check: (seen) => article(seen, 'keys-new') === 'retired' && cleaned(seen, 'keys-new').startsWith('retire 7 '),
      },
      {
        id: 'review-entered',
        weight: 2,
        description: 'The poor article without a review gets one on the first day.',
        check: ({ services }) =>
          eventsOf(services, 'Reviews').some(
            ({ summary, dtstart }) => summary === 'Review: export-xlsx' && dtstart.startsWith('2027-03-12T10:00'),
          ),
      },
      {
        id: 'review-planned',
        weight: 2.5,
        description: 'Somebody has planned the other one: it is not entered again.',
        check: (seen) =>
          cleaned(seen, 'invite') === 'review planned 150 10' &&
          eventsOf(seen.services, 'Reviews').filter(({ summary }) => summary === 'Review: invite').length === 1,
      },
      {
        id: 'percentages',
        weight: 1.5,
        description: 'The months are added up before dividing.',
        check: (seen) =>
          cleaned(seen, 'export-csv') === 'keep 580 77.6' && cleaned(seen, 'export-xlsx') === 'review 450 15.6',
      },
    ],
    final: [
      {
        id: 'published-only',
        weight: 2,
        description: 'A retired article and one taken back to draft are not looked at.',
        check: ({ files }) => tableOf(files, 'cleaning.csv', ['slug', 'action']).length === 4,
      },
      {
        id: 'draft-kept',
        weight: 1,
        description: 'The status of drafts and retired articles must not change.',
        check: (seen) => article(seen, 'roles') === 'draft' && article(seen, 'keys-old') === 'retired',
      },
    ],
  },
}
export default task

const audit = ({ files }: Checked, slug: string): string => {
  const rows = tableOf(files, 'macro_audit.csv', ['macro', 'slug', 'verdict', 'use'])
  const row = rows.find((one) => one.slug === slug)!
  return `${row.verdict} ${row.use}`
}

/** The article named in our answer, empty without one. */
const answered = ({ services }: Checked, owner: string): string =>
  mailOf(services, owner)
    .filter(({ from }) => from.includes('help@larkware'))
    .map(({ body }) => /article\W*([\w-]+)/i.exec(body)?.[1] ?? '?')
    .join()

const article = ({ services }: Checked, slug: string) =>
  rowsOf(services, 'Articles').find(({ properties }) => properties.Slug === slug)!.properties.Status

const cleaned = ({ files }: Checked, slug: string): string => {
  const rows = tableOf(files, 'cleaning.csv', ['slug', 'visits', 'helpful_percent', 'action'])
  const row = rows.find((one) => one.slug === slug)!
  return `${row.action} ${Number(row.visits)} ${Number(row.helpful_percent)}`
}
