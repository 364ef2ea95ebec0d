import { type Files, filesOf, type Random } from '../seeded.ts'

const stops = ['Quayside', 'Mill Lane', 'Old Bridge', 'Castle Hill', 'Station Road', 'West Pier'] as const
const news = [
  'The ticket office moves to the north hall &amp; opens an hour earlier.',
  'Bicycles travel free after seven in the evening.',
  'Lost umbrellas are kept for 30&nbsp;days, lost gloves for ten.',
  'The last boat waits for the last train &mdash; but not for long.',
  'A season ticket costs &lt; 2 coffees a week.',
  'Dogs are welcome on the upper deck; cats, so far, have not asked.',
] as const

/** page.html: a timetable page with headings, links, a list, a table, entities, a comment, a style and a script. */
export default function make(random: Random): Files {
  const rows = stops.map((stop) => {
    const hour = random.int(6, 21)
    return `      <tr><td>${stop}</td><td>${hour}:${random.pick(['05', '20', '35', '50'])}</td><td>${random.int(2, 9)}.${random.int(0, 9)}0</td></tr>`
  })
  const items = [...news]
    .map((text) => ({ text, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, 4)
    .map(({ text }) => `      <li>${text}</li>`)
  return filesOf({ 'page.html': page(random.day(random.int(0, 80)), items, rows) })
}

function page(date: string, items: readonly string[], rows: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Ferry timetable</title>
    <style>table { border-collapse: collapse } td { padding: 2px 6px }</style>
    <script>const opened = "page"; if (1 < 2) console.log("<p>not text</p>")</script>
  </head>
  <body>
    <!-- the old banner was here -->
    <nav><a href="/">Home</a> <a href="/fares.html">Fares</a> <a href="https://example.org/map">Map</a></nav>
    <h1>Ferry timetable</h1>
    <p>Valid from <strong>${date}</strong> until further notice.<br>All times are <em>local</em> times.</p>
    <h2>News</h2>
    <ul>
${items.join('\n')}
    </ul>
    <h2>Departures</h2>
    <table>
      <tr><th>Stop</th><th>First boat</th><th>Fare</th></tr>
${rows.join('\n')}
    </table>
    <h3>Getting in touch</h3>
    <p>Write to <a href="mailto:crew@example.org">the crew</a> or read the
      <a href="https://example.org/rules?lang=en&amp;page=2">rules of carriage</a>.</p>
    <script src="counter.js"></script>
  </body>
</html>
`
}
