import type { Diff, DiffClaim } from '@lawbook/schemas'
import { gateReasons } from '../diff.ts'

/**
 * The diff as JUnit XML: an experiment is a suite, a claim a case; it fails where the gate fails on it, and is skipped
 * where it is not testable.
 */
export function junit(diff: Diff): string {
  const suites = [...new Set(diff.claims.map(({ experiment }) => experiment))].map((experiment) => {
    const claims = diff.claims.filter((claim) => claim.experiment === experiment)
    const cases = claims.map((claim) => testCase(claim, gateReasons(diff, claim.id)))
    return `<testsuite name="${xml(experiment)}" ${counts(cases)}>\n${cases.map(({ text }) => text).join('')}</testsuite>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lawbook">\n${suites.join('')}</testsuites>\n`
}

type Case = { readonly text: string; readonly state: 'passed' | 'failed' | 'skipped' }

function testCase(claim: DiffClaim, reasons: readonly string[]): Case {
  const open = `<testcase classname="${xml(claim.paper)}" name="${xml(claim.id)}">`
  if (reasons.length > 0) {
    const message = reasons.join('; ')
    return {
      state: 'failed',
      text: `${open}<failure message="${xml(message)}">${xml(claim.why)}</failure></testcase>\n`,
    }
  }
  if (claim.verdict === 'not-testable')
    return { state: 'skipped', text: `${open}<skipped message="${xml(claim.why)}"/></testcase>\n` }
  return {
    state: 'passed',
    text: `${open}<system-out>${xml(`${claim.verdict}: ${claim.why}`)}</system-out></testcase>\n`,
  }
}

function counts(cases: readonly Case[]): string {
  const of = (state: Case['state']) => cases.filter((one) => one.state === state).length
  return `tests="${cases.length}" failures="${of('failed')}" skipped="${of('skipped')}"`
}

/** Text for XML 1.0: escaped, without the characters that it forbids even when escaped. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)
}
