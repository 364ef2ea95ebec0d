import type { ClaimKind, Comparability, EvidenceKind, Verdict } from '@lawbook/schemas'

/** What each verdict means: the same sentence in `explain`, in the report and in the docs. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  reproduced: 'The 90 % interval lies inside what the claim allows, on evidence of the claim’s own kind.',
  contradicted: 'The 99.5 % interval lies outside what the claim allows, on evidence of the claim’s own kind.',
  consistent:
    'The form of the claim was seen in another library with other models: it neither convicts nor acquits the paper.',
  'does-not-carry':
    'The form of the claim was not seen in another library with other models: it says nothing of the paper’s own data.',
  'direction-only': 'The 99.5 % interval lies on the claimed side of no effect, but the size is not settled.',
  inconclusive: 'The intervals are too wide to decide: more data would.',
  'not-testable':
    'Nothing here can test it: another kind of evidence, data or fidelity is needed, and the claim says which.',
}

export const evidenceWords: Readonly<Record<EvidenceKind, string>> = {
  routed: 'Decisions made by routers that ran here.',
  executed: 'Skills that ran in a sandbox and a checker that looked at what they left behind.',
  published: 'Figures that other people measured and published.',
  arithmetic: 'The paper’s own printed numbers against each other, with their rounding.',
  synthetic: 'A planted world with a known law: it tests the method and never a claim.',
  live: 'Calls of language models, paid or local.',
}

export const comparabilityWords: Readonly<Record<Comparability, string>> = {
  'same-data': 'Judged on the paper’s own numbers or data.',
  'same-protocol': 'Judged under the paper’s protocol with other data.',
  'form-only': 'Judged on another library with other models: the form can be tested, the value cannot.',
}

export const kindWords: Readonly<Record<ClaimKind, string>> = {
  value: 'A number: agreement is within a margin around it.',
  threshold: 'A number to be above or below.',
  ratio: 'A factor, judged on the log scale.',
  range: 'Two numbers between which the measure lies.',
  ordering: 'An order: every adjacent contrast must be above zero.',
  sign: 'A direction: the effect lies on one side of zero.',
  form: 'A functional form: the largest deviation from it must stay small.',
  count: 'An exact count.',
}
