import { streamsOf } from '@lawbook/base'
import { routers } from '@lawbook/routers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fateOf } from '../../src/ask/fate.ts'
import { applyEdits } from '../../src/edit/apply.ts'
import type { Asked } from '../../src/plan/asked.ts'
import type { Candidate } from '../../src/plan/candidates.ts'
import { apply, chanceOf, unedited } from '../../src/plan/chance.ts'
import { asRequest, baseOf, bestIds, entriesOf } from '../../src/plan/contest.ts'
import { file, randomTexts } from './world.ts'

/** Scores of this router do not depend on the other entries, so that a refit has to agree to the last tie. */
const router = routers.find(({ id }) => id === 'token-overlap') as Extract<
  (typeof routers)[number],
  { kind: 'pointwise' }
>

const rewriting = (skill: ReturnType<typeof file>, at: number, description: string): Candidate => ({
  edit: { kind: 'rewrite', step: 't', reason: 'r', before: skill, after: { ...skill, description } },
  ...{ kind: 'add', taken: [at], chars: 0 },
})

describe('chanceOf', () => {
  it('is that of the router fitted anew, for any edits and any ties', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 2, max: 45 }), async (seed, n) => {
        const stream = streamsOf('audit tests')('chance', seed)
        const text = { words: 3, vocabulary: 12 }
        const listings = randomTexts(stream, { ...text, texts: n })
        const skills = listings.map((description, i) => file(`s${String(i).padStart(2, '0')}`, description))
        const library = { skills }
        const requests: Asked[] = randomTexts(stream, { ...text, texts: 12 }).map((words, i) => ({
          ...{ id: `r${i}`, text: words, acceptable: [], right: i % n, half: 0, quarter: 0 },
          skill: skills[i % n]!.id,
        }))
        const merged = n > 8
        const candidates = randomTexts(stream, { ...text, texts: Math.min(n, 6) }).map((description, i) =>
          rewriting(skills[i]!, i, description),
        )
        if (merged) candidates.push(mergeOf(skills, 7, 8))
        const base = await baseOf(router, library, requests)
        const rows = requests.map((request, i) => ({ request, contest: base.contests[i]! }))
        const entries = await entriesOf(router, library, candidates, rows)
        const applied = unedited(n)
        const done = candidates.filter(() => stream.uniform() < 0.6)
        for (const each of done) apply(applied, each.taken, candidates.indexOf(each))
        const edited = applyEdits(
          library,
          done.map(({ edit }) => edit),
        )
        const fitted = router.build(edited, {})
        const gone = merged && applied[7] !== -1
        for (const [i, request] of requests.entries()) {
          const best = bestIds((await fitted).score(asRequest(request)), edited)
          const skill = gone && request.right === 7 ? skills[8]!.id : request.skill
          const exact = fateOf({ best, strength: 1 }, { ...request, skill }, 0).right
          const found = chanceOf(rows[i]!.contest, entries[i]!, request.right, applied, (e) => candidates[e]!.taken)
          expect(found).toBeCloseTo(exact, 12)
        }
      }),
      { numRuns: 150 },
    )
  })
})

function mergeOf(skills: readonly ReturnType<typeof file>[], gone: number, into: number): Candidate {
  const [before, intoBefore] = [skills[gone]!, skills[into]!]
  const edit = { kind: 'merge', step: 't', reason: 'r', before, intoBefore, after: before, serves: true } as const
  return {
    edit: { ...edit, after: { ...intoBefore, description: before.description } },
    kind: 'merge',
    taken: [gone, into],
    chars: 0,
  }
}
