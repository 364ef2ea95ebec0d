/** Forms with two parameters, in the order in which they are drawn. */
export const twoParameters = ['power', 'error-power', 'log', 'exponentiated-power'] as const
/** Forms with three parameters. The saturating law is the logistic one in other letters and would stand here twice. */
export const threeParameters = ['error-power-floor', 'logistic', 'shifted-power'] as const

export const formNames: Readonly<Record<string, string>> = {
  power: 'power',
  'error-power': 'error power',
  log: 'logarithmic',
  'exponentiated-power': 'exponentiated power',
  'error-power-floor': 'error power, floor',
  logistic: 'logistic in ln x',
  'shifted-power': 'shifted power',
}

export const allForms: readonly string[] = [...twoParameters, ...threeParameters]

/** A form that the claim can mean, and the forms it is held against. */
export type Contest = { readonly form: string; readonly rivals: readonly string[]; readonly parameters: 2 | 3 }

export const contests: readonly Contest[] = [
  { form: 'power', parameters: 2, rivals: twoParameters.filter((form) => form !== 'power') },
  { form: 'error-power', parameters: 2, rivals: twoParameters.filter((form) => form !== 'error-power') },
  { form: 'error-power-floor', parameters: 3, rivals: ['logistic', 'shifted-power'] },
]

/** The forms whose fit to the whole curve is judged. */
export const adequate = ['power', 'error-power', 'error-power-floor'] as const
