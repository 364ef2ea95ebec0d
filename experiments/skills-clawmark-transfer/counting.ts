/** How outcomes are counted: ClawMark's own weighted score, pooled over all planned checkers of a task; the printed gain in points. */
export const counting = {
  metric: 'declared',
  beside: ['flat', 'strict'],
  published: 6.1,
  notes: [
    'The paper’s metric behind 28.4 % and 34.5 % is not known. Judged is ClawMark’s own weighted score; the share of checkers and strict success stand beside it.',
  ],
} as const
