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

/** The other words that records, tables and commands use without saying what they mean. */
export const termWords: Readonly<Record<string, string>> = {
  ref: 'The number of a claim in the project’s notes on its paper, H1, H2 and so on; several claims may share one.',
  power: 'The share of planted worlds in which the claim is false that its rule denies.',
  'false-alarm': 'The share of planted worlds in which the claim is true that its rule denies.',
  recognised: 'The share of planted worlds in which the claim is true that its rule agrees with; 0: it never agrees.',
  'planted-world': 'Made-up data with a known law, put through the same measures and the same rule as the real ones.',
  'own-ground': 'Evidence of the claim’s own kind: the paper’s numbers against each other, its data, or its protocol.',
  interval: 'Two nested ones: 90 % (agreement is read from it) and 99.5 % (denial is read from it).',
  'effective-clusters':
    'How many equal packages the unequal ones are worth: n² / Σ n_g². Degrees of freedom are one less.',
  books: 'What happened to every planned row: planned = used + excluded + failed + missing, or the run stops.',
  gate: 'What blocks a change: a verdict that says less, moves into or out of a denial, or a changed rule.',
  lock: 'verdicts.lock.json: the verdicts that were accepted, with reasons, one claim a line.',
  fidelity:
    'Full, quick (fewer draws), routers (others were asked than the experiment names) or local (files of yours were read). Only a full run is judged; the pictures of the others are stamped.',
  evidence: 'Committed rows of what was observed, from which `repro verify` recomputes everything else offline.',
  router: 'A program that chooses a skill for a request. Local routers are retrieval programs, not language models.',
  kin: 'Routers that share a method; one of a kin is judged.',
  eligible: 'A router that is accurate enough on the calibration half to be judged on the other.',
  ladder: 'The library sizes at which a law is judged: 10, 20, 50, 100, 200, 500 in the paper’s code.',
  direct: 'A wording: the need in one sentence.',
  situated: 'A wording: the need told from inside a situation, in other words than the skill’s.',
  abstention: 'A router’s answer that nothing fits: counted beside wrong picks, never dropped.',
  family: 'Skills that belong together, by domain, package, similarity or the authors’ rule.',
}
