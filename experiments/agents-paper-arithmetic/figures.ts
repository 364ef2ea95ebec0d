import { defineFigures } from '@lawbook/figures'
import { claimedAgainstRecomputed } from './figures/claimedAgainstRecomputed.ts'
import { columnsAgree } from './figures/columnsAgree.ts'
import { impliedTokens } from './figures/impliedTokens.ts'
import { meanChange } from './figures/meanChange.ts'
import { turnLawFigure } from './figures/turnLaw.ts'

export default defineFigures('agents-paper-arithmetic', [
  claimedAgainstRecomputed,
  columnsAgree,
  turnLawFigure,
  impliedTokens,
  meanChange,
])
