/** `pnpm bench [estimators | routing | timings]`: the named measurement, or all. Each writes its table into docs. */
const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  estimators: () => import('./estimators.ts'),
  routing: () => import('./routing.ts'),
  timings: () => import('./timings.ts'),
}
const asked = process.argv.slice(2)
const unknown = asked.find((name) => benches[name] === undefined)
if (unknown === undefined) for (const name of asked.length > 0 ? asked : Object.keys(benches)) await benches[name]!()
else {
  process.stderr.write(`there is no bench "${unknown}"; there are ${Object.keys(benches).join(' and ')}\n`)
  process.exitCode = 2
}
