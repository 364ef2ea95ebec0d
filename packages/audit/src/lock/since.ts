export { type Compared, compared } from './compared.ts'
export { librarySince } from './librarySince.ts'
